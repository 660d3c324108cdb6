from http import HTTPStatus

import pytest

from participatie.inzendingen.types import BekendKeuze, Status
from participatie.moderation.rules_woorden import BAK_NAMEN
from participatie.moderation.types import Bak, Uitkomst
from tests.factories.initiatieven import InitiatiefFactory
from tests.factories.inzendingen import BekendAntwoordFactory, KoppelingFactory
from tests.factories.moderation import BesluitFactory, NotitieFactory
from tests.factories.programmas import ProjectFactory

SCRIPT = "<script>alert(1)</script>"
ESCAPED = "&lt;script&gt;alert(1)"


def page_of(client, inzending, gebruiker, query=""):
    return client.sign_in(gebruiker).get(f"/bureau/{inzending.id}{query}")


def test_it_shows_what_was_sent_in(client, inzending, moderator) -> None:
    page = page_of(client, inzending, moderator).text
    assert all(text in page for text in (inzending.titel, inzending.toelichting, inzending.waarom))


def test_another_gebiedsverbinder_does_not_find_it(client, inzending, buitenstaander) -> None:
    assert page_of(client, inzending, buitenstaander).status_code == HTTPStatus.NOT_FOUND


def test_a_page_of_others_looks_like_one_that_does_not_exist(
    client, inzending, buitenstaander
) -> None:
    theirs = page_of(client, inzending, buitenstaander).text
    nobodys = client.get("/bureau/999999").text
    assert theirs.replace(f"bureau/{inzending.id}", "") == nobodys.replace("bureau/999999", "")


def test_a_beheerder_alone_may_not(client, inzending, beheerder) -> None:
    assert page_of(client, inzending, beheerder).status_code == HTTPStatus.FORBIDDEN


def test_the_sender_himself_may_not(client, inzending) -> None:
    response = page_of(client, inzending, inzending.indiener)
    assert response.status_code == HTTPStatus.FORBIDDEN


def test_a_draft_is_not_found(client, city, moderator) -> None:
    draft = InitiatiefFactory(status=Status.CONCEPT, gebied=city.by_name["Duinbuurt"])
    assert page_of(client, draft, moderator).status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("number", ["0", "-1", "999999", "9" * 30, "x", "1%20OR%201=1"])
def test_a_forged_number_is_not_found(client, moderator, number) -> None:
    response = client.sign_in(moderator).get(f"/bureau/{number}")
    assert response.status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("status", sorted(set(Status) - {Status.INGEDIEND, Status.CONCEPT}))
def test_what_is_decided_shows_no_form(client, city, moderator, status) -> None:
    inzending = InitiatiefFactory(status=status, gebied=city.by_name["Duinbuurt"])
    assert 'name="uitkomst"' not in page_of(client, inzending, moderator).text


def test_one_s_own_inzending_shows_no_form(client, city, moderator) -> None:
    own = InitiatiefFactory(
        status=Status.INGEDIEND, gebied=city.by_name["Duinbuurt"], indiener=moderator
    )
    assert "Vraag een collega om te besluiten" in page_of(client, own, moderator).text


def test_it_draws_where_it_is(client, inzending, moderator) -> None:
    assert "kaartje__merk--inzending" in page_of(client, inzending, moderator).text


def test_without_a_place_it_draws_the_gebied(client, city, moderator) -> None:
    inzending = InitiatiefFactory(status=Status.INGEDIEND, gebied=city.by_name["Duinbuurt"])
    assert "kaartje__vorm--gebied" in page_of(client, inzending, moderator).text


def test_without_any_outline_there_is_no_drawing(client, city, inzending, moderator) -> None:
    inzending.place(None)
    city.by_name["Duinbuurt"].place(None)
    assert "<figure" not in page_of(client, inzending, moderator).text


def test_it_tells_what_is_planned_there(client, city, inzending, moderator) -> None:
    ProjectFactory(
        titel="Nieuwe bomen in de straat",
        gebieden=[city.by_name["Duinbuurt"]],
        place={"type": "Point", "coordinates": [4.6001, 52.3901]},
    )
    assert "Nieuwe bomen in de straat" in page_of(client, inzending, moderator).text


def test_a_project_is_named_once_and_in_words_for_an_official(
    client, city, inzending, moderator
) -> None:
    ProjectFactory(titel="Nieuwe bomen", gebieden=[city.by_name["Duinbuurt"]])
    page = page_of(client, inzending, moderator).text.partition("Gepland")[2].partition("</ol>")[0]
    assert (page.count("Nieuwe bomen"), "u kunt" in page) == (1, False)


def test_a_choice_of_project_begins_with_its_title(client, city, inzending, moderator) -> None:
    ProjectFactory(titel="Nieuwe bomen", gebieden=[city.by_name["Duinbuurt"]])
    page = page_of(client, inzending, moderator).text
    assert 'for="koppel-project_id-0">Nieuwe bomen. ' in page


def test_the_way_back_ends_at_the_title(client, inzending, moderator) -> None:
    page = page_of(client, inzending, moderator).text
    crumb = page.partition('aria-current="page"><span dir="auto">')[2]
    assert crumb.startswith(inzending.titel)


def test_a_state_is_called_what_its_tray_is_called(client, inzending, moderator) -> None:
    assert BAK_NAMEN[Bak.NIEUW] in page_of(client, inzending, moderator).text


@pytest.mark.parametrize(
    ("other", "shown"),
    [
        ((Status.INGEDIEND, "Duinbuurt"), True),
        ((Status.GEPUBLICEERD, "Duinbuurt"), True),
        ((Status.GEPUBLICEERD, "Dambuurt"), True),
        ((Status.INGEDIEND, "Dambuurt"), False),
        ((Status.CONCEPT, "Duinbuurt"), False),
        ((Status.INGETROKKEN, "Duinbuurt"), False),
    ],
)
def test_it_shows_others_close_by_as_far_as_they_may_be_seen(
    client, city, moderator, other, shown
) -> None:
    here = InitiatiefFactory(
        status=Status.INGEDIEND, gebied=city.by_name["Duinbuurt"], punt=(4.60, 52.39)
    )
    InitiatiefFactory(
        titel="Bankje erbij",
        status=other[0],
        gebied=city.by_name[other[1]],
        punt=(4.6005, 52.3902),
    )
    assert ("Bankje erbij" in page_of(client, here, moderator).text) is shown


def test_what_lies_far_away_is_left_out(client, city, inzending, moderator) -> None:
    InitiatiefFactory(titel="Ver weg", gebied=city.by_name["Poort"], punt=(4.625, 52.365))
    assert "Ver weg" not in page_of(client, inzending, moderator).text


def test_a_link_the_sender_asked_for_is_one_button(client, inzending, moderator) -> None:
    BekendAntwoordFactory(inzending=inzending, project=ProjectFactory(titel="Het riool"))
    assert "Koppel zoals voorgesteld" in page_of(client, inzending, moderator).text


@pytest.mark.parametrize("keuze", [BekendKeuze.APART, BekendKeuze.VOLGEN])
def test_what_the_sender_keeps_apart_has_no_button(client, inzending, moderator, keuze) -> None:
    BekendAntwoordFactory(inzending=inzending, keuze=keuze)
    assert "Koppel zoals voorgesteld" not in page_of(client, inzending, moderator).text


def test_a_project_is_found_by_its_words(client, inzending, moderator) -> None:
    ProjectFactory(titel="Zwembad aan de Poort")
    assert "Zwembad aan de Poort" in page_of(client, inzending, moderator, "?zoek=zwembad").text


def test_searching_without_a_result_says_so(client, inzending, moderator) -> None:
    page = page_of(client, inzending, moderator, "?zoek=%00onvindbaar").text
    assert "Er is geen project gevonden" in page


def test_earlier_decisions_about_the_same_are_shown(client, city, inzending, moderator) -> None:
    earlier = InitiatiefFactory(titel="Tuintjes van toen", gebied=city.by_name["Zeebuurt"])
    BesluitFactory(inzending=earlier)
    assert "Tuintjes van toen" in page_of(client, inzending, moderator).text


def test_it_says_how_most_were_decided(client, city, inzending, moderator) -> None:
    for uitkomst in [Uitkomst.PUBLICEREN] * 4 + [Uitkomst.AFWIJZEN]:
        BesluitFactory(
            inzending=InitiatiefFactory(gebied=city.by_name["Zeebuurt"]), uitkomst=uitkomst
        )
    page = page_of(client, inzending, moderator).text
    assert "4 van de 5 vergelijkbare zijn gepubliceerd" in page


def test_an_undone_decision_is_not_compared(client, city, inzending, moderator) -> None:
    earlier = InitiatiefFactory(titel="Tuintjes van toen", gebied=city.by_name["Zeebuurt"])
    BesluitFactory(
        inzending=earlier,
        teruggedraaid_op=earlier.gewijzigd_op,
        teruggedraaid_door=moderator,
        teruggedraaid_reden="Dit was een vergissing.",
    )
    assert "Tuintjes van toen" not in page_of(client, inzending, moderator).text


@pytest.mark.parametrize(
    "field", ["titel", "toelichting", "waarom", "wie_doet_mee", "plek_omschrijving"]
)
def test_html_of_the_sender_is_text(client, inzending, moderator, field) -> None:
    setattr(inzending, field, SCRIPT)
    page = page_of(client, inzending, moderator).text
    assert (SCRIPT in page, ESCAPED in page) == (False, True)


def test_html_of_colleagues_is_text(client, inzending, moderator) -> None:
    NotitieFactory(inzending=inzending, tekst=SCRIPT)
    KoppelingFactory(inzending=inzending, reden=SCRIPT, project=ProjectFactory(titel=SCRIPT))
    BesluitFactory(inzending=inzending, reden=SCRIPT)
    assert SCRIPT not in page_of(client, inzending, moderator).text


@pytest.fixture
def crowded(city, inzending):
    """The inzending with twenty of everything."""
    for _ in range(20):
        project = ProjectFactory(gebieden=[city.by_name["Duinbuurt"]])
        KoppelingFactory(inzending=inzending, project=project)
        BekendAntwoordFactory(inzending=inzending)
        NotitieFactory(inzending=inzending)
        InitiatiefFactory(gebied=city.by_name["Duinbuurt"], punt=(4.6001, 52.3901))
        BesluitFactory(inzending=InitiatiefFactory(gebied=city.by_name["Zeebuurt"]))
    return inzending


def test_the_page_takes_few_queries_with_much_on_it(
    client, crowded, moderator, count_queries
) -> None:
    client.sign_in(moderator)
    with count_queries() as queries:
        client.get(f"/bureau/{crowded.id}")
    assert len(queries) <= 33, queries
