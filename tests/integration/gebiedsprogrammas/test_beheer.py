"""The pages of who decides about programmes."""

import re
from datetime import UTC, date, datetime

import pytest

from participatie.core import clock
from participatie.gebiedsprogrammas.queries import find_programma
from participatie.gebiedsprogrammas.types import ProgrammaStatus
from participatie.journal.models import JournalEntry
from tests.factories.accounts import make_beheerder, make_redacteur
from tests.factories.gebiedsprogrammas import (
    adopt,
    change_item,
    make_item,
    make_programma,
    seen_of,
)
from tests.integration.gebiedsprogrammas.conftest import MEI

VASTSTELLEN = "/programma/noord/2027/vaststellen"
AFSLUITEN = "/programma/noord/2027/afsluiten"


@pytest.fixture
def redacteur(client, noord):
    """A redacteur of Noord, signed in."""
    return client.sign_in(make_redacteur(noord))


@pytest.fixture
def project(noord):
    return make_item(noord)


@pytest.fixture
def programma(noord, project):
    return make_programma(noord)


def _answers(programma, **anders) -> dict:
    known = {
        "versie": programma.versie,
        "gezien": seen_of(programma),
        "besluitnummer": "2026/7",
        "besloten_op": "2026-04-01",
        "bevestig": "y",
    }
    return known | anders


def _status(noord) -> ProgrammaStatus:
    return find_programma(noord.id, 2027).status


def test_a_concept_is_made_with_one_button(redacteur, noord) -> None:
    answer = redacteur.post("/programma/noord/2027/maken")

    assert answer.location == "/programma/noord/2027"
    assert _status(noord) is ProgrammaStatus.CONCEPT


def test_the_checklist_tells_what_goes_in_and_what_stays_out(redacteur, noord, programma) -> None:
    make_item(noord, titel="Zonder geld", cent=0)

    page = redacteur.get(VASTSTELLEN).text
    assert "1 onderdeel met geld wordt vastgesteld" in page
    assert "1 onderdeel zonder geld blijft buiten" in page


def test_adopting_saves_and_stands_in_the_journal(redacteur, session, noord, programma) -> None:
    answer = redacteur.post(VASTSTELLEN, data=_answers(programma))

    assert answer.status_code == 303
    assert _status(noord) is ProgrammaStatus.VASTGESTELD
    assert session.query(JournalEntry).filter_by(name="ProgrammaVastgesteld").count() == 1


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("besluitnummer", ""),
        ("besluitnummer", "<script>alert(1)</script>"),
        ("besloten_op", ""),
        ("besloten_op", "gisteren"),
        ("besloten_op", "2030-01-01"),
        ("besloten_op", "1800-01-01"),
        ("bevestig", ""),
    ],
)
def test_a_refused_form_links_the_error_to_its_field(
    redacteur, noord, programma, veld, waarde
) -> None:
    answer = redacteur.post(VASTSTELLEN, data=_answers(programma, **{veld: waarde}))

    assert answer.status_code == 422
    assert f'href="#{veld}"' in answer.text
    assert _status(noord) is ProgrammaStatus.CONCEPT


def test_what_changed_meanwhile_is_shown_first(redacteur, noord, project, programma) -> None:
    answers = _answers(programma)
    with clock.set_to(MEI):
        change_item(project, titel="Intussen anders")

    answer = redacteur.post(VASTSTELLEN, data=answers)
    assert answer.status_code == 409
    assert "Intussen anders" in answer.text
    assert "2026/7" in answer.text
    assert _status(noord) is ProgrammaStatus.CONCEPT


def test_after_seeing_the_change_it_can_be_adopted(redacteur, noord, project, programma) -> None:
    answers = _answers(programma)
    with clock.set_to(MEI):
        change_item(project, titel="Intussen anders")
    page = redacteur.post(VASTSTELLEN, data=answers).text
    gezien = re.search(r'name="gezien"[^>]*value="([0-9a-f]{64})"', page)[1]

    redacteur.post(VASTSTELLEN, data=answers | {"gezien": gezien})
    assert _status(noord) is ProgrammaStatus.VASTGESTELD


def test_a_redacteur_decides_only_in_the_own_gebied(client, city, programma) -> None:
    elders = client.sign_in(make_redacteur(city.by_name["Schalkwijk"]))

    assert elders.post(VASTSTELLEN, data=_answers(programma)).status_code == 403


def test_withdrawing_asks_for_a_reason(redacteur, noord, programma) -> None:
    adopt(programma)
    answers = {"versie": programma.versie, "reden": "Nee"}

    answer = redacteur.post("/programma/noord/2027/intrekken", data=answers)
    assert (answer.status_code, _status(noord)) == (422, ProgrammaStatus.VASTGESTELD)


def test_withdrawing_shows_the_reason_on_the_page(redacteur, noord, programma) -> None:
    adopt(programma)
    answers = {"versie": programma.versie, "reden": "Het bedrag van de brug klopte niet."}
    redacteur.post("/programma/noord/2027/intrekken", data=answers)

    assert "Het bedrag van de brug klopte niet." in redacteur.get("/programma/noord/2027").text


def test_closing_proposes_what_fits_the_phase(redacteur, programma) -> None:
    adopt(programma)

    page = redacteur.get(AFSLUITEN).text
    assert '<option selected value="doorgeschoven">' in page


def _resultaat(programma, project, actie, **anders) -> dict:
    number = project.id
    known = {
        "versie": programma.versie,
        "actie": actie,
        f"resultaat_{number}": "deels",
        f"naar_{number}": "2028",
        f"uitleg_{number}": "De helft is klaar.",
    }
    return known | {f"{naam}_{number}": waarde for naam, waarde in anders.items()}


def test_a_draft_is_kept_and_shown_again(redacteur, noord, project, programma) -> None:
    adopt(programma)
    redacteur.post(AFSLUITEN, data=_resultaat(programma, project, "bewaren"))

    assert "De helft is klaar." in redacteur.get(AFSLUITEN).text
    assert _status(noord) is ProgrammaStatus.VASTGESTELD


def test_closing_shows_the_results_to_everyone(redacteur, noord, project, programma) -> None:
    adopt(programma)
    with clock.set_to(datetime(2027, 12, 1, 9, tzinfo=UTC)):
        answers = _resultaat(programma, project, "afsluiten") | {"bevestig": "y"}
        redacteur.post(AFSLUITEN, data=answers)
        page = redacteur.get("/programma/noord/2027").text

    assert _status(noord) is ProgrammaStatus.AFGESLOTEN
    assert "De helft is klaar." in page


def test_closing_a_year_that_goes_on_asks_for_a_yes(redacteur, noord, project, programma) -> None:
    adopt(programma)
    answer = redacteur.post(AFSLUITEN, data=_resultaat(programma, project, "afsluiten"))

    assert answer.status_code == 422
    assert 'href="#bevestig"' in answer.text
    assert _status(noord) is ProgrammaStatus.VASTGESTELD


def test_a_year_that_is_over_is_closed_without_a_warning(redacteur, programma) -> None:
    adopt(programma)
    with clock.set_to(datetime(2028, 1, 2, 9, tzinfo=UTC)):
        assert "is nog niet voorbij" not in redacteur.get(AFSLUITEN).text


def test_each_question_names_its_item_for_who_hears_it(redacteur, project, programma) -> None:
    adopt(programma)
    page = redacteur.get(AFSLUITEN).text
    assert f'Naar welk jaar?<span class="visually-hidden">: {project.titel}</span>' in page


@pytest.mark.parametrize("veld", ["uitleg", "resultaat"])
def test_closing_asks_for_what_is_missing(redacteur, project, programma, veld) -> None:
    adopt(programma)
    answers = _resultaat(programma, project, "afsluiten", **{veld: ""})

    answer = redacteur.post(AFSLUITEN, data=answers)
    assert answer.status_code == 422
    assert f'href="#{veld}_{project.id}"' in answer.text


@pytest.mark.parametrize(
    "anders", [{"resultaat": "x"}, {"resultaat": "doorgeschoven", "naar": "1800"}]
)
def test_what_is_not_a_choice_is_refused(redacteur, project, programma, anders) -> None:
    adopt(programma)
    answer = redacteur.post(AFSLUITEN, data=_resultaat(programma, project, "bewaren", **anders))

    assert answer.status_code == 422


def test_a_stale_draft_keeps_the_text(redacteur, project, programma) -> None:
    adopt(programma)
    answers = _resultaat(programma, project, "bewaren") | {"versie": 99}

    answer = redacteur.post(AFSLUITEN, data=answers)
    assert answer.status_code == 409
    assert "De helft is klaar." in answer.text


def test_two_hundred_items_are_closed_on_one_page(redacteur, noord, count_queries) -> None:
    for _ in range(200):
        make_item(noord)
    programma = make_programma(noord)
    adopt(programma)
    redacteur.get("/programma")
    with count_queries() as statements:
        assert redacteur.get(AFSLUITEN).text.count("<fieldset>") == 200
    assert len(statements) <= 15


def test_a_stale_text_is_refused_and_kept(redacteur, programma) -> None:
    answers = {"versie": 99, "toelichting": "Mijn tekst"}

    answer = redacteur.post("/programma/noord/2027/toelichting", data=answers)
    assert (answer.status_code, "Mijn tekst" in answer.text) == (409, True)


def test_the_planning_links_to_what_is_to_be_done(redacteur, noord, programma) -> None:
    make_item(noord, titel="Nog zonder geld", cent=0)

    assert "/programma/planning/noord/2027/geld" in redacteur.get("/programma/planning").text
    assert "Nog zonder geld" in redacteur.get("/programma/planning/noord/2027/geld").text


def test_a_beheerder_moves_a_moment(client, city) -> None:
    beheerder = client.sign_in(make_beheerder())
    answers = {"versie": 0, "datum": "2026-05-20"}

    answer = beheerder.post("/programma/planning/moment/kadernota/2026", data=answers)
    assert answer.status_code == 303
    assert "20 mei 2026" in beheerder.get("/programma/planning").text


@pytest.mark.parametrize("dag", ["", "2027-05-01", "31-02-2026"])
def test_a_strange_day_of_a_moment_is_refused(client, city, dag) -> None:
    beheerder = client.sign_in(make_beheerder())
    answers = {"versie": 0, "datum": dag}

    answer = beheerder.post("/programma/planning/moment/kadernota/2026", data=answers)
    assert answer.status_code == 422


def test_only_who_decides_for_the_city_rolls_over(redacteur, city) -> None:
    assert redacteur.get("/programma/doorrollen").status_code == 403


def test_rolling_over_and_undoing_through_the_pages(client, noord) -> None:
    project = make_item(noord, jaar=2026)
    stad = client.sign_in(make_redacteur())
    page = stad.get("/programma/doorrollen/2027").text
    gezien = re.search(r'name="gezien"[^>]*value="([0-9a-f]{64})"', page)[1]
    with clock.set_to(MEI):
        answers = {"gezien": gezien, f"keuze_{project.id}": "verlengen"}
        done = stad.post("/programma/doorrollen/2027", data=answers)
        assert project.eind == date(2027, 12, 31)

        stad.post(done.location, data={"versie": "1"})
        assert project.eind == date(2026, 11, 30)


def test_stopping_an_item_asks_why(client, noord) -> None:
    project = make_item(noord, jaar=2026)
    stad = client.sign_in(make_redacteur())

    answer = stad.post("/programma/doorrollen/2027", data={f"keuze_{project.id}": "stoppen"})
    assert answer.status_code == 422
    assert f'href="#reden_{project.id}"' in answer.text
