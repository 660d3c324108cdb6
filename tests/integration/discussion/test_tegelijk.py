"""Many clicks at the same moment, with real commits."""

import secrets

import pytest
from sqlalchemy import func, select

from participatie.accounts.models import Gebruiker
from participatie.core.db import db
from participatie.core.onderwerpen import Onderwerp
from participatie.core.transactions import transaction
from participatie.discussion.models_gesprek import Reactie
from participatie.discussion.queries import count_steun
from participatie.discussion.services_doen import set_steun
from participatie.discussion.services_reacties import place_reactie
from participatie.discussion.types import Bijdrage
from tests.factories.accounts import GebruikerFactory
from tests.factories.gebieden import make_city
from tests.factories.initiatieven import InitiatiefFactory
from tests.parallel import all_at_once

TIMES = 8


@pytest.fixture
def place(live_app):
    with live_app.app_context():
        city = make_city()
        made = InitiatiefFactory(gebied=city.by_name["Duinbuurt"]).id
        wie = GebruikerFactory().id
        db.session.commit()
        db.session.remove()
    return Onderwerp("initiatief", made), wie


def test_support_at_the_same_moment_counts_once(live_app, place) -> None:
    onderwerp, wie = place

    def click() -> bool:
        with live_app.app_context(), transaction():
            return set_steun(onderwerp, aan=True, gebruiker_id=wie)

    new = all_at_once(click, TIMES)
    with live_app.app_context():
        assert (sum(new), count_steun(onderwerp)) == (1, 1)


def test_a_form_that_is_sent_at_the_same_moment_places_one_reactie(live_app, place) -> None:
    onderwerp, wie = place
    bijdrage = Bijdrage(tekst="Ik help!", formulier_sleutel=secrets.token_urlsafe(32))

    def send() -> int:
        with live_app.app_context(), transaction():
            auteur = db.session.get_one(Gebruiker, wie)
            return place_reactie(onderwerp, bijdrage, auteur=auteur).id

    placed = all_at_once(send, TIMES)
    with live_app.app_context():
        count = db.session.scalar(select(func.count(Reactie.id)))
    assert (len(set(placed)), count) == (1, 1)
