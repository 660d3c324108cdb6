"""The page of a project that is over: when and why it ended."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from participatie.core import clock
from participatie.programmas.queries_gegevens import gegevens_of
from participatie.programmas.services import add_project, change_project
from participatie.programmas.types import Fase, Geldbron
from tests.factories.gebieden import make_city
from tests.factories.programmas import ProjectFactory

FEBRUARI = datetime(2026, 2, 10, 9, tzinfo=UTC)
MEI = datetime(2026, 5, 20, 9, tzinfo=UTC)
JUNI = datetime(2026, 6, 20, 9, tzinfo=UTC)


@pytest.fixture
def added(session):
    """What a project says that is not over yet, and the project."""
    make_city()
    known = replace(
        gegevens_of(ProjectFactory()),
        participatie_toelichting="Uw advies gaat mee naar de raad.",
        bedragen={(2027, Geldbron.SUBSIDIE): 123_400},
    )
    with clock.set_to(FEBRUARI):
        return known, add_project(known, bronsysteem="r", bronsleutel="1", actor_id=None)


def end(added, fase, reden="Het geld is op."):
    known, project = added
    over = replace(known, fase=fase)
    with clock.set_to(MEI):
        change_project(project, over, actor_id=None, reden=reden)
    with clock.set_to(JUNI):
        change_project(
            project, replace(over, titel="Met een punt"), actor_id=None, reden="Tikfout."
        )
    return project


def read(client, project, query="") -> str:
    return client.get(f"/projecten/{project.id}{query}").text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("fase", "kop"), [(Fase.GESTOPT, "Gestopt op"), (Fase.AFGEROND, "Afgerond op")]
)
def test_the_page_says_when_and_why_it_ended(client, added, fase, kop) -> None:
    page = read(client, end(added, fase))
    assert (f"{kop} 20 mei 2026" in page, "Het geld is op." in page) == (True, True)


@pytest.mark.parametrize("fase", [Fase.GESTOPT, Fase.AFGEROND])
def test_what_could_be_influenced_is_not_given_as_the_reason(client, added, fase) -> None:
    assert "Uw advies gaat mee" not in read(client, end(added, fase))


def test_before_the_end_it_still_was(client, added) -> None:
    page = read(client, end(added, Fase.GESTOPT), "?stand=2026-03-01")
    assert ("Uw advies gaat mee" in page, "Gestopt op" in page) == (True, False)


def test_a_stop_without_a_reason_says_so(client, added) -> None:
    page = read(client, end(added, Fase.GESTOPT, reden=""))
    assert "Waarom het is gestopt, staat niet in het register." in page


def test_what_came_in_stopped_has_no_day_of_its_stop(client, added) -> None:
    over = replace(added[0], fase=Fase.GESTOPT)
    project = add_project(over, bronsysteem="r", bronsleutel="2", actor_id=None)
    page = read(client, project)
    assert ("Dit project is gestopt" in page, "Gestopt op" in page) == (True, False)


def test_the_money_of_a_stopped_project_was_a_plan(client, added) -> None:
    page = read(client, end(added, Fase.GESTOPT))
    assert ("Was begroot" in page, "Wat kost het?" in page) == (True, False)
