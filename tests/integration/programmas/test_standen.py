"""What a project said on an earlier day stays readable."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import func, select

from participatie.core import clock
from participatie.gebieden.types import GebiedId
from participatie.programmas.models import ProjectStand
from participatie.programmas.queries import count_projecten, list_projecten
from participatie.programmas.queries_gegevens import gegevens_of
from participatie.programmas.rules_geld import bedragen_from_json
from participatie.programmas.services import add_project, change_project
from participatie.programmas.types import Fase, Geldbron, ProjectFilter
from tests.factories.gebieden import GebiedFactory
from tests.factories.programmas import ProjectFactory

FEBRUARI = datetime(2026, 2, 10, 9, tzinfo=UTC)
MEI = datetime(2026, 5, 20, 9, tzinfo=UTC)


@pytest.fixture
def gegevens(session):
    """What a project says that nobody has added yet."""
    known = gegevens_of(ProjectFactory(titel="Oude titel", gebieden=[GebiedFactory()]))
    return replace(known, bedragen={(2027, Geldbron.SUBSIDIE): 100})


@pytest.fixture
def project(gegevens):
    """A project that was added in February and got another title and phase in May."""
    with clock.set_to(FEBRUARI):
        project = add_project(gegevens, bronsysteem="r", bronsleutel="1", actor_id=None)
    changed = replace(gegevens, titel="Nieuwe titel", fase=Fase.UITVOERING)
    with clock.set_to(MEI):
        change_project(project, changed, actor_id=None, reden="Het werk is begonnen.")
    return project


def _titles(peildatum: date) -> list[str]:
    return [rij.titel for rij in list_projecten(ProjectFilter(peildatum=peildatum)).items]


def test_before_it_was_added_a_project_was_not_there(project) -> None:
    assert _titles(date(2026, 2, 9)) == []


def test_an_earlier_day_shows_what_the_project_said_then(project) -> None:
    assert _titles(date(2026, 5, 19)) == ["Oude titel"]


def test_the_day_of_a_change_shows_what_it_said_in_the_evening(project) -> None:
    assert _titles(date(2026, 5, 20)) == ["Nieuwe titel"]


def test_a_filter_asks_what_was_so_then(project) -> None:
    wanted = ProjectFilter(peildatum=date(2026, 3, 1), fasen=frozenset({Fase.UITVOERING}))

    assert count_projecten(wanted) == 0


def test_a_gebied_of_then_is_found(project) -> None:
    gebied_id = GebiedId(project.gebieden[0].id)
    wanted = ProjectFilter(peildatum=date(2026, 3, 1), gebied_ids=frozenset({gebied_id}))

    assert list_projecten(wanted).items[0].gebieden == (project.gebieden[0].naam,)


def test_a_stand_holds_the_money(project, session) -> None:
    first = session.scalars(select(ProjectStand).order_by(ProjectStand.versie)).first()

    assert bedragen_from_json(first.bedragen) == {(2027, Geldbron.SUBSIDIE): 100}


def test_a_stand_says_why(project, session) -> None:
    newest = session.scalars(select(ProjectStand).where(ProjectStand.tot.is_(None))).one()

    assert newest.reden == "Het werk is begonnen."


def test_a_change_of_nothing_keeps_no_stand(project, session) -> None:
    change_project(project, gegevens_of(project), actor_id=None)

    assert session.scalar(select(func.count()).select_from(ProjectStand)) == 2


def test_money_alone_makes_a_new_stand(project, session) -> None:
    changed = replace(gegevens_of(project), bedragen={(2028, Geldbron.DERDEN): 1})

    change_project(project, changed, actor_id=None)

    newest = session.scalars(select(ProjectStand).where(ProjectStand.tot.is_(None))).one()
    assert newest.bedragen == {"2028": {"derden": 1}}
