"""What must never be stored."""

import pytest
from sqlalchemy.exc import IntegrityError

from participatie.inzendingen.types import Status
from tests.factories.initiatieven import InitiatiefFactory
from tests.factories.inzendingen import KoppelingFactory
from tests.factories.programmas import ProjectFactory

pytestmark = pytest.mark.usefixtures("session")


@pytest.mark.parametrize("missing", ["gebied", "thema", "ingediend_op", "kenmerk"])
def test_what_is_sent_in_is_complete(missing) -> None:
    with pytest.raises(IntegrityError, match=r"ingediend_is_complete|CHECK"):
        InitiatiefFactory(status=Status.INGEDIEND, **{missing: None})


def test_a_concept_may_still_miss_everything() -> None:
    assert InitiatiefFactory(status=Status.CONCEPT, gebied=None, thema=None).id


def test_what_is_published_has_a_moment() -> None:
    with pytest.raises(IntegrityError, match=r"gepubliceerd_has_a_moment|CHECK"):
        InitiatiefFactory(status=Status.GEPUBLICEERD, gepubliceerd_op=None)


@pytest.mark.parametrize("column", ["kenmerk", "formulier_sleutel"])
def test_a_key_is_given_once(column) -> None:
    one = InitiatiefFactory()
    with pytest.raises(IntegrityError):
        InitiatiefFactory(**{column: getattr(one, column)})


@pytest.mark.parametrize("column", ["kosten_cent", "gevonden_cent"])
def test_money_is_never_negative(column) -> None:
    with pytest.raises(IntegrityError):
        InitiatiefFactory(**{column: -1})


def test_an_inzending_is_linked_to_a_project_once() -> None:
    one = KoppelingFactory(project=ProjectFactory())
    with pytest.raises(IntegrityError):
        KoppelingFactory(inzending=one.inzending, project=one.project)
