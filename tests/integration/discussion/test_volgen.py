"""Following and supporting: once per person, and away again."""

import pytest
from sqlalchemy.exc import IntegrityError

from participatie.core import clock
from participatie.core.db import db
from participatie.core.onderwerpen import Onderwerp
from participatie.discussion import services
from participatie.discussion.models import Steun, Volging
from participatie.discussion.queries import count_steun, is_volger, list_volger_ids
from tests.factories.accounts import GebruikerFactory

IDEE = Onderwerp("initiatief", 7)
ANDER = Onderwerp("initiatief", 8)


def test_who_follows_twice_follows_once(session) -> None:
    wie = GebruikerFactory.create()
    services.follow(ANDER, gebruiker_id=wie.id)
    assert [services.follow(IDEE, gebruiker_id=wie.id) for _ in range(2)] == [True, False]
    assert list_volger_ids(IDEE) == [wie.id]


def test_who_stops_following_hears_nothing_more(session) -> None:
    wie = GebruikerFactory.create()
    services.follow(IDEE, gebruiker_id=wie.id)
    assert services.unfollow(IDEE, gebruiker_id=wie.id)
    assert not is_volger(IDEE, wie.id)


def test_who_does_not_follow_cannot_stop(session) -> None:
    assert not services.unfollow(IDEE, gebruiker_id=GebruikerFactory.create().id)


def test_support_counts_once_per_person(session) -> None:
    for wie in GebruikerFactory.create_batch(2):
        services.support(IDEE, gebruiker_id=wie.id)
        services.support(IDEE, gebruiker_id=wie.id)
    assert count_steun(IDEE) == 2


def test_withdrawn_support_does_not_count(session) -> None:
    wie = GebruikerFactory.create()
    services.support(IDEE, gebruiker_id=wie.id)
    services.withdraw_support(IDEE, gebruiker_id=wie.id)
    assert count_steun(IDEE) == 0


@pytest.mark.parametrize("teken", [Volging, Steun])
def test_the_database_refuses_a_second_time(session, teken) -> None:
    wie = GebruikerFactory.create()
    for _ in range(2):
        db.session.add(
            teken(
                onderwerp_soort="initiatief", onderwerp_id=7, gebruiker_id=wie.id, op=clock.now()
            )
        )
    with pytest.raises(IntegrityError):
        db.session.flush()  # the constraint must answer here
