import pytest
from sqlalchemy.exc import IntegrityError

from participatie.gebieden.types import Niveau
from tests.factories.gebieden import ContactFactory, GebiedFactory, KengetalFactory, square


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


@pytest.mark.parametrize("edge", ["west", "zuid", "oost", "noord"])
def test_an_outline_has_its_whole_box(session, edge) -> None:
    gebied = GebiedFactory(geometrie=square(4.6, 52.3, 4.7, 52.4))
    setattr(gebied, edge, None)
    with pytest.raises(IntegrityError, match="place_has_bounds"):
        session.flush()


def test_a_box_is_in_order(session) -> None:
    gebied = GebiedFactory(geometrie=square(4.6, 52.3, 4.7, 52.4))
    gebied.west = 5
    with pytest.raises(IntegrityError, match="bounds_in_order"):
        session.flush()


def test_an_outline_can_be_taken_away(session) -> None:
    gebied = GebiedFactory(geometrie=square(4.6, 52.3, 4.7, 52.4))
    gebied.place(None)
    session.flush()
    assert gebied.west is None


def test_a_contact_can_be_reached(session) -> None:
    with pytest.raises(IntegrityError, match="can_be_reached"):
        ContactFactory(email=None, telefoon=None)


def test_a_figure_of_a_year_stands_once(session) -> None:
    first = KengetalFactory()
    with pytest.raises(IntegrityError, match=r"(?i)unique"):
        KengetalFactory(gebied=first.gebied)
