"""Rows of the moderation room."""

import factory
from factory.alchemy import SQLAlchemyModelFactory

from participatie.core import clock
from participatie.core.db import db
from participatie.moderation.models import Besluit, Notitie
from participatie.moderation.types import Uitkomst


class BesluitFactory(SQLAlchemyModelFactory):
    """A decision that stands; its gebied and thema are those of the inzending."""

    class Meta:
        model = Besluit
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "flush"

    inzending = factory.SubFactory("tests.factories.initiatieven.InitiatiefFactory")
    inzending_versie = factory.Sequence(lambda number: number + 1)
    gebied_id = factory.LazyAttribute(lambda self: self.inzending.gebied_id)
    thema = factory.LazyAttribute(lambda self: self.inzending.thema)
    uitkomst = Uitkomst.PUBLICEREN
    grond = "past-in-gebied"
    reden = "Het past goed in deze straat, met de bomen die er staan."
    door = factory.SubFactory("tests.factories.accounts.GebruikerFactory")
    op = factory.LazyFunction(clock.now)


class NotitieFactory(SQLAlchemyModelFactory):
    """An internal note."""

    class Meta:
        model = Notitie
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "flush"

    inzending_id = factory.LazyAttribute(lambda self: self.inzending.id)
    tekst = "Even overleggen met groenbeheer."
    door = factory.SubFactory("tests.factories.accounts.GebruikerFactory")
    op = factory.LazyFunction(clock.now)

    class Params:
        inzending = factory.SubFactory("tests.factories.initiatieven.InitiatiefFactory")
