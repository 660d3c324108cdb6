import pytest
from sqlalchemy.exc import IntegrityError

from participatie.gebieden.types import Niveau
from tests.factories.gebieden import ContactFactory, GebiedFactory, KengetalFactory


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"inwoners": -1}, "inwoners_not_negative"),
        ({"woningen": -1}, "woningen_not_negative"),
        ({"niveau": Niveau.WIJK}, "only_stad_has_no_ouder"),
    ],
)
def test_the_database_refuses_a_gebied_that_cannot_be(session, fields, constraint) -> None:
    with pytest.raises(IntegrityError, match=constraint):
        GebiedFactory(**fields)


def test_a_stad_lies_in_nothing(session) -> None:
    stad = GebiedFactory()
    with pytest.raises(IntegrityError, match="only_stad_has_no_ouder"):
        GebiedFactory(ouder=stad)


@pytest.mark.parametrize("field", ["code", "slug"])
def test_a_code_and_an_address_are_given_once(session, field) -> None:
    GebiedFactory(**{field: "twee"})
    with pytest.raises(IntegrityError, match=r"(?i)unique"):
        GebiedFactory(**{field: "twee"})


def test_a_contact_can_be_reached(session) -> None:
    with pytest.raises(IntegrityError, match="can_be_reached"):
        ContactFactory(email=None, telefoon=None)


def test_a_figure_of_a_year_stands_once(session) -> None:
    first = KengetalFactory()
    with pytest.raises(IntegrityError, match=r"(?i)unique"):
        KengetalFactory(gebied=first.gebied)
