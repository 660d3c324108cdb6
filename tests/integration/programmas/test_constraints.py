from datetime import date

import pytest
from sqlalchemy.exc import IntegrityError

from participatie.core.errors import StaleError
from participatie.programmas.queries_gegevens import gegevens_of
from participatie.programmas.services import add_project
from tests.factories.programmas import JaarbedragFactory, ProjectFactory


def test_a_project_cannot_end_before_it_starts(session) -> None:
    with pytest.raises(IntegrityError, match="eind_not_before_start"):
        ProjectFactory(start=date(2027, 1, 2), eind=date(2027, 1, 1))


def test_money_cannot_be_negative(session) -> None:
    with pytest.raises(IntegrityError, match="bedrag_not_negative"):
        JaarbedragFactory(bedrag_cent=-1)


def test_a_key_stands_once_in_its_source(session) -> None:
    ProjectFactory(bronsysteem="mjgp", bronsleutel="P1")
    with pytest.raises(IntegrityError):
        ProjectFactory(bronsysteem="mjgp", bronsleutel="P1")


def test_a_year_has_one_amount_per_source(session) -> None:
    first = JaarbedragFactory()
    with pytest.raises(IntegrityError):
        JaarbedragFactory(project=first.project)


def test_adding_a_key_that_is_taken_in_the_meantime_is_refused(session) -> None:
    taken = ProjectFactory()
    session.commit()
    with pytest.raises(StaleError):
        add_project(
            gegevens_of(taken),
            bronsysteem=taken.bronsysteem,
            bronsleutel=taken.bronsleutel,
            actor_id=None,
        )
