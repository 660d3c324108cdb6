"""Rows of the notifications room, and who follows what."""

import factory
from factory.alchemy import SQLAlchemyModelFactory

from participatie.core import clock
from participatie.core.db import db
from participatie.core.onderwerpen import Onderwerp
from participatie.discussion.services import follow
from participatie.notifications.models import Bericht
from participatie.notifications.models_voorkeuren import Zoekopdracht
from participatie.notifications.types import BerichtSoort, Frequentie
from tests.factories.accounts import GebruikerFactory


class BerichtFactory(SQLAlchemyModelFactory):
    """A bericht that was not read and not mailed."""

    class Meta:
        model = Bericht
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "flush"

    gebruiker_id = factory.LazyAttribute(lambda self: self.gebruiker.id)
    gebeurtenis = factory.Sequence(lambda number: f"test:{number}")
    soort = BerichtSoort.PROJECT
    onderwerp_soort = "project"
    onderwerp_id = 1
    titel = "Vernieuwen van het riool"
    zin = "De fase is nu: uitvoering."
    pad = "/projecten/1"
    via = "volgt:project:1"
    frequentie = Frequentie.DAG
    op = factory.LazyFunction(clock.now)

    class Params:
        gebruiker = factory.SubFactory("tests.factories.accounts.GebruikerFactory")


class ZoekopdrachtFactory(SQLAlchemyModelFactory):
    """A saved search that finds everything; give `straal_m` and a middle for a circle."""

    class Meta:
        model = Zoekopdracht
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "flush"

    gebruiker_id = factory.LazyAttribute(lambda self: self.gebruiker.id)
    naam = factory.Sequence(lambda number: f"Zoekopdracht {number}")
    pad = "/kaart"
    aangemaakt_op = factory.LazyFunction(clock.now)
    west, zuid, oost, noord = -180.0, -90.0, 180.0, 90.0

    class Params:
        gebruiker = factory.SubFactory("tests.factories.accounts.GebruikerFactory")


def make_volger(soort, onderwerp_id, **fields):
    """Someone who follows this."""
    gebruiker = GebruikerFactory(**fields)
    follow(Onderwerp(soort, onderwerp_id), gebruiker_id=gebruiker.id)
    return gebruiker
