"""Rows of the moderation room."""

from datetime import timedelta

import factory
from factory.alchemy import SQLAlchemyModelFactory
from sqlalchemy import select

from participatie.core import clock
from participatie.core.db import db
from participatie.moderation.models import Besluit, Notitie
from participatie.moderation.models_kader import Afwegingsgrond
from participatie.moderation.models_werk import (
    Afdeling,
    Bulkactie,
    Bulkdeel,
    Verdeelregel,
    Verlenging,
)
from participatie.moderation.types import BulkSoort, Uitkomst


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


def make_bureau(inzending, door) -> dict[str, int]:
    """Make a department, a rule, a ground of the past, more time, and something done in bulk."""
    moment = clock.now()
    afdeling = Afdeling(naam="Groenbeheer", email="groen@voorbeeld.example")
    db.session.add(afdeling)
    db.session.flush()
    regel = Verdeelregel(thema=inzending.thema, afdeling_id=afdeling.id)
    actie = Bulkactie(
        sleutel="bulk", soort=BulkSoort.AAN_MIJ, reden="", door_id=door.id, op=moment
    )
    actie.delen.append(Bulkdeel(inzending=inzending, waarom="Dat kon niet."))
    verlenging = Verlenging(
        inzending_id=inzending.id,
        van=inzending.reactie_voor - timedelta(days=14),
        tot=inzending.reactie_voor,
        reden="Wij overleggen nog met de buurt.",
        door_id=door.id,
        op=moment,
    )
    reclame = db.session.scalar(select(Afwegingsgrond).where(Afwegingsgrond.sleutel == "reclame"))
    reclame.geldig_tot = moment
    db.session.add_all([regel, actie, verlenging])
    db.session.flush()
    return {"afdeling_id": afdeling.id, "regel_id": regel.id, "actie_id": actie.id}
