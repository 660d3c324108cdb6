from http import HTTPStatus

import pytest

from participatie.inzendingen.types import BekendKeuze, KoppelingSoort, Status
from tests.factories.initiatieven import InitiatiefFactory
from tests.factories.inzendingen import BekendAntwoordFactory, KoppelingFactory
from tests.factories.programmas import ProjectFactory

REDEN = "De straat gaat toch open."


@pytest.fixture
def project(city):
    return ProjectFactory(titel="Het riool", gebieden=[city.by_name["Noordwijk"]])


def form_of(inzending, project, **changes):
    fields = {
        "koppel-versie": inzending.versie,
        "koppel-project_id": project.id,
        "koppel-soort": KoppelingSoort.AANVULLING_OP,
        "koppel-reden": REDEN,
    }
    return fields | {f"koppel-{name}": value for name, value in changes.items()}


def post(client, inzending, gebruiker, data):
    return client.sign_in(gebruiker).post(f"/bureau/{inzending.id}/koppelingen", data=data)


def test_a_project_is_linked(client, inzending, project, moderator) -> None:
    post(client, inzending, moderator, form_of(inzending, project))
    assert [one.project_id for one in inzending.koppelingen] == [project.id]


def test_a_new_link_leads_back_to_the_page(client, inzending, project, moderator) -> None:
    response = post(client, inzending, moderator, form_of(inzending, project))
    assert (response.status_code, response.location) == (
        HTTPStatus.SEE_OTHER,
        f"/bureau/{inzending.id}#koppelingen",
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"project_id": ""},
        {"project_id": "999999"},
        {"project_id": "-1"},
        {"project_id": "1 OR 1=1"},
        {"project_id": "9" * 40},
        {"project_id": "²"},
        {"soort": ""},
        {"soort": "vriend van"},
        {"reden": ""},
        {"reden": "zomaar"},
        {"reden": "x" * 1001},
        {"versie": "x"},
    ],
)
def test_bad_input_is_refused_and_leaves_nothing(
    client, inzending, project, moderator, changes
) -> None:
    response = post(client, inzending, moderator, form_of(inzending, project, **changes))
    assert (response.status_code, list(inzending.koppelingen)) == (
        HTTPStatus.UNPROCESSABLE_ENTITY,
        [],
    )


def test_the_same_link_again_is_told_at_its_field(client, inzending, project, moderator) -> None:
    KoppelingFactory(inzending=inzending, project=project)
    page = post(client, inzending, moderator, form_of(inzending, project)).text
    assert "al aan dit project gekoppeld" in page


def test_a_second_submit_of_the_same_form_links_once(
    client, inzending, project, moderator
) -> None:
    data = form_of(inzending, project)
    post(client, inzending, moderator, data)
    again = post(client, inzending, moderator, data)
    assert (again.status_code, len(inzending.koppelingen)) == (HTTPStatus.CONFLICT, 1)


def test_who_comes_second_keeps_his_text(client, inzending, project, moderator, collega) -> None:
    data = form_of(inzending, ProjectFactory(), reden="Mijn eigen reden hiervoor.")
    post(client, inzending, moderator, form_of(inzending, project))
    assert "Mijn eigen reden hiervoor." in post(client, inzending, collega, data).text


def test_who_comes_second_keeps_even_a_text_that_is_too_short(
    client, inzending, project, moderator, collega
) -> None:
    data = form_of(inzending, ProjectFactory(), reden="Even?")
    post(client, inzending, moderator, form_of(inzending, project))
    page = post(client, inzending, collega, data)
    assert (page.status_code, "Even?" in page.text) == (HTTPStatus.CONFLICT, True)


def test_another_gebiedsverbinder_cannot_link(client, inzending, project, buitenstaander) -> None:
    response = post(client, inzending, buitenstaander, form_of(inzending, project))
    assert response.status_code == HTTPStatus.NOT_FOUND


def test_a_proposal_is_linked_with_one_button(client, inzending, project, moderator) -> None:
    antwoord = BekendAntwoordFactory(inzending=inzending, project=project)
    client.sign_in(moderator).post(
        f"/bureau/{inzending.id}/koppelingen/voorstel",
        data={"antwoord_id": antwoord.id, "versie": inzending.versie},
    )
    assert [one.project_id for one in inzending.koppelingen] == [project.id]


@pytest.mark.parametrize("antwoord_id", ["", "x", "999999", "9" * 40])
def test_a_forged_proposal_is_not_found(client, inzending, moderator, antwoord_id) -> None:
    response = client.sign_in(moderator).post(
        f"/bureau/{inzending.id}/koppelingen/voorstel",
        data={"antwoord_id": antwoord_id, "versie": inzending.versie},
    )
    assert response.status_code == HTTPStatus.NOT_FOUND


def test_what_the_sender_wants_apart_is_no_proposal(client, inzending, project, moderator) -> None:
    antwoord = BekendAntwoordFactory(inzending=inzending, project=project, keuze=BekendKeuze.APART)
    response = client.sign_in(moderator).post(
        f"/bureau/{inzending.id}/koppelingen/voorstel",
        data={"antwoord_id": antwoord.id, "versie": inzending.versie},
    )
    assert response.status_code == HTTPStatus.NOT_FOUND


def test_a_proposal_on_an_old_page_is_told(client, inzending, project, moderator) -> None:
    antwoord = BekendAntwoordFactory(inzending=inzending, project=project)
    response = client.sign_in(moderator).post(
        f"/bureau/{inzending.id}/koppelingen/voorstel",
        data={"antwoord_id": antwoord.id, "versie": inzending.versie + 1},
    )
    assert response.status_code == HTTPStatus.CONFLICT


@pytest.fixture
def koppeling(inzending, project):
    return KoppelingFactory(inzending=inzending, project=project)


def remove(client, koppeling, gebruiker, **changes):
    data = {"versie": koppeling.inzending.versie, "reden": "Het hoort bij een ander plan."}
    address = f"/bureau/{koppeling.inzending_id}/koppelingen/{koppeling.id}/weghalen"
    return client.sign_in(gebruiker).post(address, data=data | changes)


def test_removing_asks_first(client, koppeling, moderator) -> None:
    address = f"/bureau/{koppeling.inzending_id}/koppelingen/{koppeling.id}/weghalen"
    assert "Haal de koppeling weg" in client.sign_in(moderator).get(address).text


def test_a_link_is_removed(client, inzending, koppeling, moderator) -> None:
    remove(client, koppeling, moderator)
    assert list(inzending.koppelingen) == []


def test_removing_stands_on_the_page(client, inzending, koppeling, moderator) -> None:
    remove(client, koppeling, moderator)
    page = client.get(f"/bureau/{inzending.id}").text
    assert "De koppeling met “Het riool” weggehaald" in page


@pytest.mark.parametrize("reden", ["", "kort", "x" * 1001])
def test_removing_needs_a_reason(client, inzending, koppeling, moderator, reden) -> None:
    response = remove(client, koppeling, moderator, reden=reden)
    assert (response.status_code, len(inzending.koppelingen)) == (
        HTTPStatus.UNPROCESSABLE_ENTITY,
        1,
    )


def test_removing_on_an_old_page_keeps_the_text(client, koppeling, moderator) -> None:
    response = remove(client, koppeling, moderator, versie=koppeling.inzending.versie + 1)
    assert (response.status_code, "Het hoort bij een ander plan." in response.text) == (
        HTTPStatus.CONFLICT,
        True,
    )


def test_the_link_of_another_inzending_is_not_found(client, city, koppeling, moderator) -> None:
    other = InitiatiefFactory(status=Status.INGEDIEND, gebied=city.by_name["Duinbuurt"])
    response = client.sign_in(moderator).get(
        f"/bureau/{other.id}/koppelingen/{koppeling.id}/weghalen"
    )
    assert response.status_code == HTTPStatus.NOT_FOUND
