"""Programme years as open data: what was adopted, and no draft of a result."""

import csv
import io
from datetime import UTC, datetime

import pytest

from participatie.core import clock
from participatie.gebiedsprogrammas.services import afsluiten, intrekken
from participatie.gebiedsprogrammas.services_resultaten import bewaar_resultaten
from participatie.gebiedsprogrammas.types import Resultaat, Uitslag
from tests.factories.gebieden import make_city
from tests.factories.gebiedsprogrammas import adopt, make_item, make_programma


@pytest.fixture
def noord(session):
    return make_city().by_name["Noord"]


@pytest.fixture
def programma(noord):
    """An adopted programme with a draft of the result of its one item."""
    project = make_item(noord, titel="Nieuw riool", cent=125_050)
    programma = make_programma(noord)
    adopt(programma, nummer="2026/7")
    results = {project.id: Uitslag(Resultaat.GEREALISEERD)}
    bewaar_resultaten(programma=programma, uitslagen=results, versie=programma.versie)
    return programma


def _rows(client, naam) -> list[dict]:
    text = client.get(f"/open-data/{naam}.csv").text
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_a_programme_is_there_with_its_decision(client, programma) -> None:
    [row] = _rows(client, "gebiedsprogrammas")
    assert (row["gebied_naam"], row["status"], row["besluitnummer"]) == (
        "Noord",
        "vastgesteld",
        "2026/7",
    )


def test_an_item_has_its_money_and_no_draft_of_a_result(client, programma) -> None:
    [row] = _rows(client, "programmaonderdelen")
    assert (row["titel"], row["bedrag_euro"], row["resultaat"]) == ("Nieuw riool", "1250.5", "")


def test_a_closed_year_has_its_results(client, programma) -> None:
    with clock.set_to(datetime(2027, 12, 1, 9, tzinfo=UTC)):
        afsluiten(programma=programma, actor_id=None, versie=programma.versie)
        [row] = _rows(client, "programmaonderdelen")

    assert row["resultaat"] == "gerealiseerd"


def test_what_was_withdrawn_is_not_there(client, programma) -> None:
    intrekken(
        programma=programma,
        reden="Het bedrag klopte niet.",
        actor_id=None,
        versie=programma.versie,
    )

    assert _rows(client, "programmaonderdelen") == []
