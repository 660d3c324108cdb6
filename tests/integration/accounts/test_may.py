import pytest

from participatie.accounts.queries import find_by_session_id
from participatie.core import clock
from participatie.core.db import db
from participatie.core.permissions import Permission
from participatie.gebieden.models import Gebied
from participatie.gebieden.types import Niveau
from tests.factories.accounts import GebruikerFactory, make_gebiedsverbinder

MODEREREN = Permission.INZENDING_MODEREREN


def make_gebied(niveau, ouder=None):
    number = len(db.session.scalars(db.select(Gebied)).all())
    gebied = Gebied(
        code=f"T{number}",
        naam=f"Gebied {number}",
        slug=f"g-{number}",
        niveau=niveau,
        ouder=ouder,
        bron="test",
        schematisch=True,
        gewijzigd_op=clock.now(),
    )
    db.session.add(gebied)
    db.session.flush()
    return gebied


@pytest.fixture
def keten(session):
    stad = make_gebied(Niveau.STAD)
    stadsdeel = make_gebied(Niveau.STADSDEEL, stad)
    wijk = make_gebied(Niveau.WIJK, stadsdeel)
    ander = make_gebied(Niveau.STADSDEEL, stad)
    return stad, stadsdeel, wijk, ander


def with_code(gebruiker):
    gebruiker.second_factor_given = True
    return gebruiker


def test_a_role_holds_in_the_gebied_itself(keten) -> None:
    assert with_code(make_gebiedsverbinder(keten[1])).may(MODEREREN, keten[1].id)


def test_a_role_holds_for_everything_below_the_gebied(keten) -> None:
    assert with_code(make_gebiedsverbinder(keten[1])).may(MODEREREN, keten[2].id)


def test_a_role_does_not_hold_above_the_gebied(keten) -> None:
    assert not with_code(make_gebiedsverbinder(keten[1])).may(MODEREREN, keten[0].id)


def test_a_role_does_not_hold_beside_the_gebied(keten) -> None:
    assert not with_code(make_gebiedsverbinder(keten[1])).may(MODEREREN, keten[3].id)


def test_a_role_in_one_gebied_opens_the_pages_of_that_role(keten) -> None:
    assert with_code(make_gebiedsverbinder(keten[1])).may(MODEREREN)


def test_a_role_without_gebied_holds_everywhere(keten) -> None:
    assert with_code(make_gebiedsverbinder()).may(MODEREREN, keten[2].id)


def test_a_staff_role_gives_nothing_without_the_second_factor(keten) -> None:
    assert not make_gebiedsverbinder().may(MODEREREN)


def test_a_session_finds_its_gebruiker(session) -> None:
    gebruiker = GebruikerFactory()
    assert find_by_session_id(gebruiker.get_id()) is gebruiker


def test_a_new_zegel_ends_every_session(session) -> None:
    gebruiker = GebruikerFactory()
    before = gebruiker.get_id()
    gebruiker.zegel = "another"
    assert find_by_session_id(before) is None


@pytest.mark.parametrize("forged", ["", ":", "1", "1:", "-1:x", "²:x", "9" * 400 + ":x", "1;--:x"])
def test_a_forged_session_id_is_nobody(session, forged) -> None:
    assert find_by_session_id(forged) is None
