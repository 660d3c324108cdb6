"""What the programmaredacteur does with gebiedsopgaven."""

import re
from dataclasses import replace
from datetime import timedelta
from http import HTTPStatus

import pytest
from sqlalchemy import func, select

from participatie.core import clock
from participatie.core.db import db
from participatie.journal.models import JournalEntry
from participatie.opgaven.models import Gebiedsopgave, OpgaveVersie
from participatie.opgaven.queries import (
    doel_gegevens_of,
    find_concept,
    find_geldende,
    sorted_teksten,
)
from participatie.opgaven.services import change_concept
from participatie.opgaven.services_doelen import add_doel, change_doel
from tests.factories.accounts import (
    GebruikerFactory,
    make_beheerder,
    make_gebiedsverbinder,
    make_redacteur,
)
from tests.factories.gebieden import KengetalFactory
from tests.factories.opgaven import (
    DOEL,
    INDICATOR,
    PERIODE,
    make_doel,
    make_herijking,
)

NIEUW = {"gebied": "SD0392-01", "van_jaar": "2026", "tot_jaar": "2030", "inleiding": "Waarom."}
GOED_DOEL = {
    "titel": "Meer groen",
    "resultaat": "In elke straat een boom.",
    "domein": "fysiek",
    "prioriteit": "hoog",
    "partners": "Corporatie\r\n  Welzijn Noord \r\n\r\nCorporatie",
}
RIJ = {
    "indicator_0_naam": "Tevreden over groen",
    "indicator_0_eenheid": "%",
    "indicator_0_bron": "Monitor",
    "indicator_0_nulmeting": "61,5",
    "indicator_0_nulmeting_jaar": "2025",
    "indicator_0_streefwaarde": "75",
    "indicator_0_streefjaar": "2030",
}


@pytest.fixture
def redacteur(client, city):
    redacteur = make_redacteur(city.by_name["Noord"])
    client.sign_in(redacteur)
    return redacteur


def _path(versie, rest: str) -> str:
    return f"/opgaven/{versie.opgave_id}{rest}"


def _doel_path(concept, rest: str = "") -> str:
    return _path(concept, f"/concept/doelen/{concept.teksten[0].doel_id}{rest}")


def _besluit(concept, **changed) -> dict[str, str]:
    today = clock.today().isoformat()
    good = {"versie": str(concept.versie), "besluitnummer": "2026/1", "vastgesteld_op": today}
    return good | changed


def _names() -> list[str]:
    return list(db.session.scalars(select(JournalEntry.name).order_by(JournalEntry.id)))


def test_an_opgave_is_begun(client, redacteur) -> None:
    answer = client.post("/opgaven/nieuw", data=NIEUW)
    assert answer.status_code == HTTPStatus.SEE_OTHER
    assert "Concept Noord 2026-2030" in client.get(answer.location).text


@pytest.mark.parametrize(
    ("changed", "field", "message"),
    [
        ({"gebied": ""}, "gebied", "Kies een gebied."),
        ({"gebied": "SD0392-02"}, "gebied", "Kies een gebied."),
        ({"van_jaar": "-2026"}, "van_jaar", "vier cijfers"),
        ({"van_jaar": "1800", "tot_jaar": "1804"}, "van_jaar", "vanaf|van 2000"),
        ({"van_jaar": "\uff12\uff10\uff12\uff16"}, "van_jaar", "vier cijfers"),
        ({"tot_jaar": "2035"}, "tot_jaar", "vier of vijf jaar"),
        ({"tot_jaar": ""}, "tot_jaar", "vier cijfers"),
        ({"inleiding": "x" * 10_000}, "inleiding", "hoogstens 5000"),
    ],
)
def test_a_wrong_opgave_is_refused_at_its_field(
    client, redacteur, changed, field, message
) -> None:
    answer = client.post("/opgaven/nieuw", data=NIEUW | changed)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert re.search(message, answer.text)
    assert f'href="#{field}"' in answer.text
    assert db.session.scalar(select(func.count()).select_from(Gebiedsopgave)) == 0


def test_the_same_form_twice_begins_one_opgave(client, redacteur) -> None:
    client.post("/opgaven/nieuw", data=NIEUW)
    again = client.post("/opgaven/nieuw", data=NIEUW)
    assert again.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "al een opgave voor deze jaren" in again.text


def test_a_goal_is_added_with_its_partners_and_figures(client, redacteur, concept) -> None:
    client.post(_path(concept, "/concept/doelen/nieuw"), data=GOED_DOEL | RIJ)
    doel = doel_gegevens_of(sorted_teksten(find_concept(concept.opgave_id))[1])
    figure = replace(
        INDICATOR, naam="Tevreden over groen", bron="Monitor", nulmeting=61.5, kengetal=None
    )
    assert doel == make_doel(
        "Meer groen",
        resultaat="In elke straat een boom.",
        partners=("Corporatie", "Welzijn Noord"),
        indicatoren=(figure,),
    )


def test_a_figure_of_the_gebiedsanalyse_brings_its_own_words(client, redacteur, concept) -> None:
    KengetalFactory(gebied=concept.opgave.gebied, sleutel="groen", naam="Groen", waarde=61.25)
    row = {"kengetal": "groen", "streefwaarde": "75", "streefjaar": "2030"}
    data = GOED_DOEL | {f"indicator_0_{name}": value for name, value in row.items()}
    client.post(_path(concept, "/concept/doelen/nieuw"), data=data)
    figure = find_concept(concept.opgave_id).teksten[1].indicatoren[0]
    assert (figure.naam, figure.nulmeting, figure.nulmeting_jaar) == ("Groen", 61.25, 2024)


@pytest.mark.parametrize(
    ("changed", "field", "message"),
    [
        ({"titel": " "}, "titel", "in één zin"),
        ({"titel": "x" * 10_000}, "titel", "hoogstens 200"),
        ({"resultaat": "x" * 10_000}, "resultaat", "hoogstens 2000"),
        ({"domein": "anders"}, "domein", "Kies een domein"),
        ({"prioriteit": ""}, "prioriteit", "Kies een prioriteit"),
        ({"partners": "x" * 10_000}, "partners", "hoogstens 120"),
        ({"partners": "\n".join(map(str, range(21)))}, "partners", "hoogstens 20"),
        ({"indicator_0_naam": ""}, "indicator_0_naam", "Vul in wat u meet"),
        ({"indicator_0_nulmeting": "veel"}, "indicator_0_nulmeting", "Nulmeting: Vul een getal"),
        ({"indicator_0_nulmeting": "nan"}, "indicator_0_nulmeting", "Vul een getal"),
        ({"indicator_0_nulmeting": "1e99"}, "indicator_0_nulmeting", "Vul een getal"),
        (
            {"indicator_0_streefwaarde": "1,250,000.50"},
            "indicator_0_streefwaarde",
            "Vul een getal",
        ),
        ({"indicator_0_streefjaar": "2025"}, "indicator_0_streefjaar", "na het jaar"),
        ({"indicator_0_streefjaar": "2020"}, "indicator_0_streefjaar", "na het jaar"),
        ({"indicator_0_nulmeting_jaar": "-5"}, "indicator_0_nulmeting_jaar", "vier cijfers"),
        ({"indicator_0_nulmeting_jaar": "0001"}, "indicator_0_nulmeting_jaar", "jaren van 1990"),
    ],
)
@pytest.mark.usefixtures("redacteur")
def test_a_wrong_goal_is_refused_at_its_field(client, concept, changed, field, message) -> None:
    data = GOED_DOEL | RIJ | changed
    answer = client.post(_path(concept, "/concept/doelen/nieuw"), data=data)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert message in answer.text
    assert f'href="#{field}"' in answer.text
    assert len(find_concept(concept.opgave_id).teksten) == 1


def test_two_figures_of_one_name_are_refused(client, redacteur, concept) -> None:
    twice = {name.replace("_0_", "_1_"): value for name, value in RIJ.items()}
    answer = client.post(_path(concept, "/concept/doelen/nieuw"), data=GOED_DOEL | RIJ | twice)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "een eigen naam" in answer.text


def test_an_opgave_that_is_full_takes_no_goal(client, redacteur, concept) -> None:
    for number in range(39):
        add_doel(concept, make_doel(str(number)), actor_id=None)
    answer = client.post(_path(concept, "/concept/doelen/nieuw"), data=GOED_DOEL)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def test_the_form_of_a_goal_shows_what_is_stored(client, redacteur, concept) -> None:
    page = client.get(_doel_path(concept)).text
    assert (INDICATOR.naam in page, 'value="75"' in page) == (True, True)


def test_a_goal_is_changed(client, redacteur, concept) -> None:
    data = GOED_DOEL | {"versie": "1"}
    answer = client.post(_doel_path(concept), data=data)
    changed = find_concept(concept.opgave_id).teksten[0]
    assert (answer.status_code, changed.titel) == (HTTPStatus.SEE_OTHER, "Meer groen")


def test_an_indicator_is_taken_away(client, redacteur, concept) -> None:
    data = GOED_DOEL | RIJ | {"versie": "1", "indicator_0_weg": "y"}
    client.post(_doel_path(concept), data=data)
    assert find_concept(concept.opgave_id).teksten[0].indicatoren == []


@pytest.mark.parametrize("seen", ["1", "", "x", "9" * 30, "²"])
def test_a_goal_that_another_changed_is_kept_with_the_text_of_both(
    client, redacteur, concept, seen
) -> None:
    change_doel(concept.teksten[0], make_doel("Van een ander"), versie=1, actor_id=None)
    path = _doel_path(concept)
    answer = client.post(path, data=GOED_DOEL | {"titel": "Mijn tekst", "versie": seen})
    assert answer.status_code == HTTPStatus.CONFLICT
    assert ("Mijn tekst" in answer.text, "intussen gewijzigd" in answer.text) == (True, True)
    assert find_concept(concept.opgave_id).teksten[0].titel == "Van een ander"


def test_a_goal_moves_up(client, redacteur, concept) -> None:
    added = add_doel(concept, make_doel("Tweede"), actor_id=None)
    path = _path(concept, f"/concept/doelen/{added.doel_id}/verplaatsen")
    client.post(path, data={"richting": "omhoog"})
    titles = [tekst.titel for tekst in sorted_teksten(find_concept(concept.opgave_id))]
    assert titles == ["Tweede", DOEL.titel]


def test_a_direction_that_is_none_is_refused(client, redacteur, concept) -> None:
    answer = client.post(_doel_path(concept, "/verplaatsen"), data={"richting": "opzij"})
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def test_a_goal_is_taken_away_and_put_back(client, redacteur, vastgesteld) -> None:
    concept = make_herijking(vastgesteld)
    away, back = _doel_path(concept, "/weghalen"), _doel_path(concept, "/terugzetten")
    client.post(away, data={"versie": "1"})
    assert find_concept(concept.opgave_id).teksten == []
    client.post(back)
    assert doel_gegevens_of(find_concept(concept.opgave_id).teksten[0]) == DOEL


def test_what_was_not_taken_away_is_not_put_back(client, redacteur, concept) -> None:
    answer = client.post(_doel_path(concept, "/terugzetten"))
    assert answer.status_code == HTTPStatus.NOT_FOUND


def test_a_goal_that_another_changed_is_not_taken_away(client, redacteur, concept) -> None:
    answer = client.post(_doel_path(concept, "/weghalen"), data={"versie": "0"})
    assert answer.status_code == HTTPStatus.CONFLICT


def test_the_concept_takes_other_words(client, redacteur, concept) -> None:
    data = NIEUW | {"versie": str(concept.versie), "inleiding": "Anders."}
    answer = client.post(_path(concept, "/concept"), data=data)
    assert answer.status_code == HTTPStatus.SEE_OTHER
    assert find_concept(concept.opgave_id).inleiding == "Anders."


def test_a_concept_that_another_changed_keeps_the_text_of_both(client, redacteur, concept) -> None:
    data = NIEUW | {"versie": str(concept.versie), "inleiding": "Mijn tekst"}
    other = replace(PERIODE, inleiding="Van een ander")
    change_concept(concept, other, versie=concept.versie, actor_id=None)
    answer = client.post(_path(concept, "/concept"), data=data)
    assert answer.status_code == HTTPStatus.CONFLICT
    assert ("Mijn tekst" in answer.text, "inleiding" in answer.text) == (True, True)


def test_a_wrong_period_of_a_concept_is_refused(client, redacteur, concept) -> None:
    data = NIEUW | {"versie": str(concept.versie), "tot_jaar": "2035"}
    answer = client.post(_path(concept, "/concept"), data=data)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def test_a_concept_is_adopted(client, redacteur, concept) -> None:
    client.post(_path(concept, "/vaststellen"), data=_besluit(concept))
    holds = find_geldende(concept.opgave_id)
    assert (holds.besluitnummer, _names()[-1]) == ("2026/1", "OpgaveVastgesteld")


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"besluitnummer": " "}, "nummer van het besluit"),
        ({"besluitnummer": "x" * 10_000}, "hoogstens 40"),
        ({"vastgesteld_op": ""}, "datum van het besluit"),
        ({"vastgesteld_op": "gisteren"}, "datum"),
        ({"vastgesteld_op": (clock.today() + timedelta(days=2)).isoformat()}, "toekomst"),
        ({"vastgesteld_op": "0001-01-01"}, "voor het vorige besluit"),
    ],
)
def test_a_wrong_decision_is_refused(client, redacteur, concept, changed, message) -> None:
    answer = client.post(_path(concept, "/vaststellen"), data=_besluit(concept, **changed))
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert message in answer.text


def test_a_goal_without_result_is_named_when_adopting(client, redacteur, concept) -> None:
    add_doel(concept, make_doel("Half af", resultaat=""), actor_id=None)
    answer = client.post(_path(concept, "/vaststellen"), data=_besluit(concept))
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "resultaat bij “Half af”" in answer.text


def test_what_changed_in_the_meantime_is_not_adopted(client, redacteur, concept) -> None:
    data = _besluit(concept)
    add_doel(concept, make_doel("Op het laatst"), actor_id=None)
    answer = client.post(_path(concept, "/vaststellen"), data=data)
    assert answer.status_code == HTTPStatus.CONFLICT
    assert find_geldende(concept.opgave_id) is None


def test_an_opgave_is_herijkt(client, redacteur, vastgesteld) -> None:
    data = NIEUW | {"reden": "De wijk groeit."}
    answer = client.post(_path(vastgesteld, "/herijken"), data=data)
    assert answer.status_code == HTTPStatus.SEE_OTHER
    assert find_concept(vastgesteld.opgave_id).reden == "De wijk groeit."


def test_a_herijking_without_reason_is_refused(client, redacteur, vastgesteld) -> None:
    answer = client.post(_path(vastgesteld, "/herijken"), data=NIEUW | {"reden": " "})
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert 'href="#reden"' in answer.text


def test_a_second_concept_is_refused(client, redacteur, vastgesteld) -> None:
    make_herijking(vastgesteld)
    answer = client.post(_path(vastgesteld, "/herijken"), data=NIEUW | {"reden": "Nog eens."})
    assert answer.status_code == HTTPStatus.CONFLICT
    count = select(func.count()).where(OpgaveVersie.opgave_id == vastgesteld.opgave_id)
    assert db.session.scalar(count) == 2


def test_a_concept_is_thrown_away_after_asking(client, redacteur, concept) -> None:
    path = _path(concept, "/weggooien")
    assert "Dit kunt u niet ongedaan maken" in client.get(path).text
    answer = client.post(path, data={"versie": str(concept.versie)})
    assert answer.status_code == HTTPStatus.SEE_OTHER
    assert db.session.scalar(select(func.count()).select_from(OpgaveVersie)) == 0


@pytest.mark.parametrize(
    "rest",
    [
        "/concept",
        "/concept/doelen/nieuw",
        "/concept/doelen/DOEL",
        "/vaststellen",
        "/weggooien",
        "/herijken",
    ],
)
@pytest.mark.parametrize(
    "make",
    [
        lambda _city: GebruikerFactory(),
        lambda _city: make_gebiedsverbinder(),
        lambda _city: make_beheerder(),
        lambda city: make_redacteur(city.by_name["Schalkwijk"]),
    ],
    ids=["bewoner", "verbinder", "beheerder", "redacteur van elders"],
)
def test_others_do_not_come_in(client, city, concept, rest, make) -> None:
    path = _path(concept, rest.replace("DOEL", str(concept.teksten[0].doel_id)))
    client.sign_in(make(city))
    statuses = [client.get(path).status_code, client.post(path, data=GOED_DOEL).status_code]
    assert statuses == [HTTPStatus.FORBIDDEN, HTTPStatus.FORBIDDEN]


@pytest.mark.parametrize(
    "rest", ["/concept", "/vaststellen", "/weggooien", "/concept/doelen/nieuw"]
)
def test_without_a_concept_there_is_nothing_to_change(
    client, redacteur, vastgesteld, rest
) -> None:
    assert client.get(_path(vastgesteld, rest)).status_code == HTTPStatus.NOT_FOUND


def test_the_overview_shows_only_ones_own_gebieden(client, redacteur, vastgesteld, city) -> None:
    client.post("/opgaven/nieuw", data=NIEUW | {"van_jaar": "2030", "tot_jaar": "2034"})
    page = client.get("/opgaven/beheer").text
    assert ("Noord 2026-2030" in page, "Noord 2030-2034" in page) == (True, True)


def test_the_overview_of_another_redacteur_is_empty(client, vastgesteld, city) -> None:
    client.sign_in(make_redacteur(city.by_name["Schalkwijk"]))
    assert "Er zijn nog geen gebiedsopgaven" in client.get("/opgaven/beheer").text


def test_the_page_beheer_leads_to_the_opgaven(client, redacteur) -> None:
    assert 'href="/opgaven/beheer"' in client.get("/beheer").text
