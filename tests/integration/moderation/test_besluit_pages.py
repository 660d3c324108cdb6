from http import HTTPStatus

import pytest
from sqlalchemy import func, select

from participatie.core.db import db
from participatie.inzendingen.types import Status
from participatie.moderation.models import Besluit
from participatie.moderation.rules import STATUS_NA
from participatie.moderation.rules_begin import gronden_for, standard_text
from participatie.moderation.types import Grond, Uitkomst
from tests.factories.initiatieven import InitiatiefFactory
from tests.factories.moderation import BesluitFactory

REDEN = "Dit past goed bij de plannen voor deze straat."


def form_of(inzending, chosen=Uitkomst.PUBLICEREN, **changes):
    fields = {
        "versie": inzending.versie,
        "uitkomst": chosen,
        f"grond_{chosen}": gronden_for(chosen)[0],
        "reden": REDEN,
        "actie": "neem",
    }
    return fields | changes


def post(client, inzending, gebruiker, data):
    return client.sign_in(gebruiker).post(f"/bureau/{inzending.id}/besluit", data=data)


def count_besluiten():
    return db.session.scalar(select(func.count(Besluit.id)))


@pytest.mark.parametrize("uitkomst", Uitkomst)
def test_a_decision_is_saved(client, inzending, moderator, uitkomst) -> None:
    post(client, inzending, moderator, form_of(inzending, uitkomst))
    assert inzending.status is STATUS_NA[uitkomst]


def test_a_saved_decision_leads_back_to_the_page(client, inzending, moderator) -> None:
    response = post(client, inzending, moderator, form_of(inzending))
    assert (response.status_code, response.location) == (
        HTTPStatus.SEE_OTHER,
        f"/bureau/{inzending.id}",
    )


def test_after_a_decision_the_page_says_so(client, inzending, moderator) -> None:
    post(client, inzending, moderator, form_of(inzending))
    assert "Uw besluit is opgeslagen" in client.get(f"/bureau/{inzending.id}").text


@pytest.mark.parametrize(
    "changes",
    [
        {"uitkomst": ""},
        {"uitkomst": "goedkeuren"},
        {"grond_publiceren": ""},
        {"grond_publiceren": "reclame"},
        {"grond_publiceren": "' OR 1=1"},
        {"reden": "kort"},
        {"reden": "Uw idee mag niet. Het gaat om deze regel: "},
        {"reden": "x" * 3001},
        {"reden": "x" * 1_000_000},
        {"versie": ""},
        {"versie": "x"},
        {"versie": "-1"},
        {"versie": "9" * 30},
    ],
)
def test_bad_input_is_refused_and_leaves_nothing(client, inzending, moderator, changes) -> None:
    response = post(client, inzending, moderator, form_of(inzending, **changes))
    assert (response.status_code, count_besluiten()) == (HTTPStatus.UNPROCESSABLE_ENTITY, 0)


@pytest.mark.parametrize("uitkomst", [Uitkomst.AANPASSEN, Uitkomst.AFWIJZEN])
@pytest.mark.parametrize("reden", ["", " " * 50, "\n\n"])
def test_bad_news_needs_a_reason(client, inzending, moderator, uitkomst, reden) -> None:
    response = post(client, inzending, moderator, form_of(inzending, uitkomst, reden=reden))
    assert (response.status_code, count_besluiten()) == (HTTPStatus.UNPROCESSABLE_ENTITY, 0)


def test_publishing_without_own_words_says_the_standard_text(client, inzending, moderator) -> None:
    post(client, inzending, moderator, form_of(inzending, reden=""))
    standard = standard_text(Uitkomst.PUBLICEREN, Grond.PAST_IN_GEBIED)
    assert db.session.scalar(select(Besluit.reden)) == standard


@pytest.mark.parametrize(
    ("changes", "link"),
    [
        ({"uitkomst": ""}, 'href="#uitkomst-0"'),
        ({"grond_publiceren": ""}, 'href="#grond_publiceren-0"'),
        ({"reden": "kort"}, 'href="#reden"'),
    ],
)
def test_an_error_leads_to_its_field(client, inzending, moderator, changes, link) -> None:
    response = post(client, inzending, moderator, form_of(inzending, **changes))
    assert link in response.text


def test_a_refused_form_keeps_what_was_typed(client, inzending, moderator) -> None:
    response = post(client, inzending, moderator, form_of(inzending, uitkomst=""))
    assert REDEN in response.text


@pytest.mark.parametrize("reden", ["🌳" * 20, "שלום עולם, זה רעיון טוב לשכונה", "a" * 20])
def test_every_script_is_welcome(client, inzending, moderator, reden) -> None:
    post(client, inzending, moderator, form_of(inzending, reden=reden))
    assert db.session.scalar(select(Besluit.reden)) == reden


def test_a_character_that_cannot_be_seen_is_left_out(client, inzending, moderator) -> None:
    post(client, inzending, moderator, form_of(inzending, reden=f"{REDEN}\x00\x07"))
    assert db.session.scalar(select(Besluit.reden)) == REDEN


def test_another_gebiedsverbinder_cannot_decide(client, inzending, buitenstaander) -> None:
    response = post(client, inzending, buitenstaander, form_of(inzending))
    assert (response.status_code, count_besluiten()) == (HTTPStatus.NOT_FOUND, 0)


def test_a_beheerder_alone_cannot_decide(client, inzending, beheerder) -> None:
    response = post(client, inzending, beheerder, form_of(inzending))
    assert (response.status_code, count_besluiten()) == (HTTPStatus.FORBIDDEN, 0)


def test_without_the_second_factor_nobody_decides(client, inzending, moderator) -> None:
    client.sign_in(moderator)
    with client.session_transaction() as session:
        del session["tweede_factor"]
    response = client.post(f"/bureau/{inzending.id}/besluit", data=form_of(inzending))
    assert (response.status_code >= 300, count_besluiten()) == (True, 0)


def test_nobody_decides_about_his_own(client, city, moderator) -> None:
    own = InitiatiefFactory(
        status=Status.INGEDIEND, gebied=city.by_name["Duinbuurt"], indiener=moderator
    )
    response = post(client, own, moderator, form_of(own))
    assert (response.status_code, count_besluiten()) == (HTTPStatus.FORBIDDEN, 0)


def test_the_second_of_two_is_told_what_the_first_did(
    client, inzending, moderator, collega
) -> None:
    seen = form_of(inzending, Uitkomst.AFWIJZEN, reden="Mijn eigen lange tekst over deze straat.")
    post(client, inzending, moderator, form_of(inzending))
    page = post(client, inzending, collega, seen)
    assert (page.status_code, "Gepubliceerd (Gebiedsverbinder Noord" in page.text) == (
        HTTPStatus.CONFLICT,
        True,
    )


def test_the_second_of_two_keeps_his_text(client, inzending, moderator, collega) -> None:
    seen = form_of(inzending, Uitkomst.AFWIJZEN, reden="Mijn eigen lange tekst over deze straat.")
    post(client, inzending, moderator, form_of(inzending))
    assert "Mijn eigen lange tekst" in post(client, inzending, collega, seen).text


UNFINISHED = "Dat mag hier niet. Het gaat om deze regel:"


@pytest.mark.parametrize("actie", ["neem", "bekijk", "standaardtekst", "wijzig"])
def test_the_second_of_two_keeps_even_an_unfinished_text(
    client, inzending, moderator, collega, actie
) -> None:
    seen = form_of(inzending, Uitkomst.AFWIJZEN, reden=UNFINISHED, actie=actie)
    post(client, inzending, moderator, form_of(inzending))
    page = post(client, inzending, collega, seen)
    kept = UNFINISHED in page.text.partition("Uw tekst (niet opgeslagen)")[2]
    assert (page.status_code, "net eerder" in page.text, kept) == (HTTPStatus.CONFLICT, True, True)


def test_a_change_that_leaves_the_choice_open_keeps_the_text_in_the_form(
    client, inzending, moderator
) -> None:
    seen = form_of(inzending, reden=UNFINISHED, versie=inzending.versie + 1)
    page = post(client, inzending, moderator, seen)
    assert (page.status_code, UNFINISHED in page.text.partition("<textarea")[2]) == (
        HTTPStatus.CONFLICT,
        True,
    )


def test_the_second_of_two_changes_nothing(client, inzending, moderator, collega) -> None:
    seen = form_of(inzending, Uitkomst.AFWIJZEN)
    post(client, inzending, moderator, form_of(inzending))
    post(client, inzending, collega, seen)
    assert (inzending.status, count_besluiten()) == (Status.GEPUBLICEERD, 1)


def test_after_a_colleague_s_note_on_the_text_the_form_can_be_sent_again(
    client, inzending, moderator
) -> None:
    stale = post(client, inzending, moderator, form_of(inzending, versie=inzending.versie + 1))
    assert f'name="versie" type="hidden" value="{inzending.versie}"' in stale.text


def test_the_mail_can_be_seen_first(client, inzending, moderator) -> None:
    response = post(client, inzending, moderator, form_of(inzending, actie="bekijk"))
    assert (response.status_code, count_besluiten()) == (HTTPStatus.OK, 0)


def test_going_back_from_the_mail_keeps_the_text(client, inzending, moderator) -> None:
    response = post(client, inzending, moderator, form_of(inzending, actie="wijzig"))
    assert (REDEN in response.text, count_besluiten()) == (True, 0)


def test_the_standard_text_comes_in_without_a_script(client, inzending, moderator) -> None:
    data = form_of(inzending, Uitkomst.AFWIJZEN, reden="", actie="standaardtekst")
    data["grond_afwijzen"] = Grond.MELDING
    page = post(client, inzending, moderator, data).text
    assert standard_text(Uitkomst.AFWIJZEN, Grond.MELDING) in page.partition("<textarea")[2]


def test_the_standard_text_needs_a_ground_first(client, inzending, moderator) -> None:
    data = form_of(inzending, actie="standaardtekst", grond_publiceren="", reden="")
    assert "Kies een grond" in post(client, inzending, moderator, data).text


def test_the_standard_text_comes_back_at_the_form(client, inzending, moderator) -> None:
    page = client.sign_in(moderator).get(f"/bureau/{inzending.id}").text
    assert f'formaction="/bureau/{inzending.id}/besluit#besluit"' in page


def test_going_back_from_the_mail_comes_back_at_the_form(client, inzending, moderator) -> None:
    page = post(client, inzending, moderator, form_of(inzending, actie="bekijk")).text
    assert f'formaction="/bureau/{inzending.id}/besluit#besluit"' in page


@pytest.fixture
def four_published(city):
    for _ in range(4):
        BesluitFactory(inzending=InitiatiefFactory(gebied=city.by_name["Zeebuurt"]))


def test_deciding_otherwise_than_before_is_shown_first(
    client, four_published, inzending, moderator
) -> None:
    page = post(client, inzending, moderator, form_of(inzending, Uitkomst.AFWIJZEN))
    assert ("4 van de 4 vergelijkbare zijn gepubliceerd" in page.text, count_besluiten()) == (
        True,
        4,
    )


def test_the_warning_never_blocks(client, four_published, inzending, moderator) -> None:
    data = form_of(inzending, Uitkomst.AFWIJZEN, bekeken="ja")
    post(client, inzending, moderator, data)
    assert inzending.status is Status.AFGEWEZEN


HIDDEN_WARNING = 'data-meerderheid="publiceren" hidden'


@pytest.mark.parametrize(
    ("chosen", "shown"),
    [(Uitkomst.AFWIJZEN, True), (Uitkomst.PUBLICEREN, False), (Uitkomst.AANPASSEN, False)],
)
@pytest.mark.usefixtures("four_published")
def test_the_warning_stands_by_the_form_that_differs(
    client, inzending, moderator, chosen, shown
) -> None:
    page = post(client, inzending, moderator, form_of(inzending, chosen, reden="kort")).text
    assert ("data-meerderheid=" in page, HIDDEN_WARNING not in page) == (True, shown)


def test_without_a_majority_there_is_no_warning(client, inzending, moderator) -> None:
    page = client.sign_in(moderator).get(f"/bureau/{inzending.id}").text
    assert "data-meerderheid" not in page


@pytest.fixture
def besluit(client, inzending, moderator):
    post(client, inzending, moderator, form_of(inzending))
    return db.session.scalars(select(Besluit)).one()


def undo(client, besluit, gebruiker, **changes):
    data = {"versie": besluit.inzending.versie, "reden": "Dit was een vergissing van ons."}
    address = f"/bureau/{besluit.inzending_id}/besluiten/{besluit.id}/terugdraaien"
    return client.sign_in(gebruiker).post(address, data=data | changes)


def test_after_a_decision_nobody_is_asked_whether_he_decides_otherwise(
    client, four_published, inzending, moderator
) -> None:
    post(client, inzending, moderator, form_of(inzending))
    assert "Eerdere besluiten" not in client.get(f"/bureau/{inzending.id}").text


def test_undoing_asks_first(client, besluit, collega) -> None:
    address = f"/bureau/{besluit.inzending_id}/besluiten/{besluit.id}/terugdraaien"
    page = client.sign_in(collega).get(address).text
    assert "Draai het besluit terug" in page


def test_a_decision_is_undone(client, besluit, collega) -> None:
    undo(client, besluit, collega)
    assert besluit.inzending.status is Status.INGEDIEND


@pytest.mark.parametrize("reden", ["", "kort", "x" * 3001])
def test_undoing_without_a_reason_is_refused(client, besluit, collega, reden) -> None:
    response = undo(client, besluit, collega, reden=reden)
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def test_undoing_twice_tells_and_keeps_the_text(client, besluit, collega) -> None:
    undo(client, besluit, collega)
    again = undo(client, besluit, collega, reden="Ik zag dat het niet klopt.")
    assert (again.status_code, "Ik zag dat het niet klopt." in again.text) == (
        HTTPStatus.CONFLICT,
        True,
    )


def test_another_gebiedsverbinder_cannot_undo(client, besluit, buitenstaander) -> None:
    assert undo(client, besluit, buitenstaander).status_code == HTTPStatus.NOT_FOUND


def test_a_decision_of_another_inzending_is_not_found(client, city, besluit, collega) -> None:
    other = InitiatiefFactory(status=Status.INGEDIEND, gebied=city.by_name["Duinbuurt"])
    address = f"/bureau/{other.id}/besluiten/{besluit.id}/terugdraaien"
    response = client.sign_in(collega).post(
        address, data={"versie": other.versie, "reden": "Dit was een vergissing van ons."}
    )
    assert response.status_code == HTTPStatus.NOT_FOUND


def test_after_a_decision_the_next_one_is_offered(client, city, inzending, moderator) -> None:
    waiting = InitiatiefFactory(
        titel="Wat hierna komt", status=Status.INGEDIEND, gebied=city.by_name["Poort"]
    )
    post(client, inzending, moderator, form_of(inzending))
    page = client.get(f"/bureau/{inzending.id}").text
    assert (f'href="/bureau/{waiting.id}"' in page, "Ga verder met: Wat hierna komt" in page) == (
        True,
        True,
    )


def test_after_the_last_decision_it_says_that_all_is_done(client, inzending, moderator) -> None:
    post(client, inzending, moderator, form_of(inzending))
    assert "Er wacht niets meer op u." in client.get(f"/bureau/{inzending.id}").text


def test_the_page_tells_what_happened_in_order(client, inzending, moderator) -> None:
    post(client, inzending, moderator, form_of(inzending))
    history = client.get(f"/bureau/{inzending.id}").text.partition("Wat er gebeurde")[2]
    assert history.index("Verstuurd naar de gemeente") < history.index("Gepubliceerd")
