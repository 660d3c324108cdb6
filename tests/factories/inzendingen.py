"""Rows of the inzendingen room, complete and with the history their status asks for."""

import secrets
from datetime import UTC, datetime, timedelta

import factory
from factory.alchemy import SQLAlchemyModelFactory

from participatie.core.db import db
from participatie.core.geometry import bounds_of, point
from participatie.inzendingen.models import BekendAntwoord, Foto, Koppeling, Statusstap
from participatie.inzendingen.rules import due_date
from participatie.inzendingen.types import BekendKeuze, KoppelingSoort, Status
from participatie.programmas.types import Thema

MOMENT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

PATHS: dict[Status, tuple[Status, ...]] = {
    Status.CONCEPT: (),
    Status.INGEDIEND: (Status.INGEDIEND,),
    Status.AANPASSEN: (Status.INGEDIEND, Status.AANPASSEN),
    Status.GEPUBLICEERD: (Status.INGEDIEND, Status.GEPUBLICEERD),
    Status.AFGEWEZEN: (Status.INGEDIEND, Status.AFGEWEZEN),
    Status.INGETROKKEN: (Status.INGEDIEND, Status.INGETROKKEN),
}


def history(status: Status, *, indiener, begin: datetime) -> list[Statusstap]:
    """Return the steps that lead to this status, a day apart, all by the indiener."""
    steps = []
    van = Status.CONCEPT
    for number, naar in enumerate(PATHS[status]):
        steps.append(
            Statusstap(van=van, naar=naar, op=begin + timedelta(days=number), door=indiener)
        )
        van = naar
    return steps


class InzendingFactory(SQLAlchemyModelFactory):
    """What the factories of all kinds share. `punt=(lon, lat)` gives it a place."""

    class Meta:
        abstract = True
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "flush"

    class Params:
        is_sent = factory.LazyAttribute(lambda self: self.status is not Status.CONCEPT)

    status = Status.GEPUBLICEERD
    punt = None
    indiener = factory.SubFactory("tests.factories.accounts.GebruikerFactory")
    gebied = factory.SubFactory("tests.factories.gebieden.GebiedFactory")
    formulier_sleutel = factory.LazyFunction(lambda: secrets.token_urlsafe(32))
    titel = factory.Sequence(lambda n: f"Geveltuintjes in straat {n}")
    toelichting = "Met de buren leggen wij tuintjes aan langs de gevel."
    thema = Thema.GROEN
    aangemaakt_op = MOMENT
    gewijzigd_op = factory.SelfAttribute("aangemaakt_op")
    kenmerk = factory.Maybe("is_sent", factory.Sequence(lambda n: f"2026-{n:05d}"), None)
    ingediend_op = factory.Maybe("is_sent", factory.SelfAttribute("aangemaakt_op"), None)
    gepubliceerd_op = factory.LazyAttribute(
        lambda self: (
            self.aangemaakt_op + timedelta(days=1) if self.status is Status.GEPUBLICEERD else None
        )
    )
    reactie_voor = factory.LazyAttribute(
        lambda self: due_date(self.ingediend_op.date()) if self.ingediend_op else None
    )

    @classmethod
    def _adjust_kwargs(cls, **kwargs):
        punt = kwargs.pop("punt")
        if punt is not None:
            geometry = point(*punt)
            bounds = bounds_of(geometry)
            kwargs |= {"geometrie": geometry, **vars(bounds)}
        kwargs.setdefault(
            "stappen",
            history(kwargs["status"], indiener=kwargs["indiener"], begin=kwargs["aangemaakt_op"]),
        )
        return kwargs


class FotoFactory(SQLAlchemyModelFactory):
    """A photo without its files."""

    class Meta:
        model = Foto
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "flush"

    inzending = factory.SubFactory("tests.factories.initiatieven.InitiatiefFactory")
    bestand = factory.LazyFunction(lambda: f"{secrets.token_hex(16)}.webp")
    beschrijving = "Een smalle straat met bloemen langs de gevel"
    breedte = 1600
    hoogte = 1200


class KoppelingFactory(SQLAlchemyModelFactory):
    """A link of an inzending to a project."""

    class Meta:
        model = Koppeling
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "flush"

    inzending = factory.SubFactory("tests.factories.initiatieven.InitiatiefFactory")
    project = factory.SubFactory("tests.factories.programmas.ProjectFactory")
    soort = KoppelingSoort.AANVULLING_OP
    reden = "De straat gaat toch open voor het riool."
    door_id = factory.LazyAttribute(lambda self: self.inzending.indiener_id)
    op = MOMENT


class BekendAntwoordFactory(SQLAlchemyModelFactory):
    """An answer about a project; give `andere` and project=None for another inzending."""

    class Meta:
        model = BekendAntwoord
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "flush"

    inzending = factory.SubFactory("tests.factories.initiatieven.InitiatiefFactory")
    project = factory.SubFactory("tests.factories.programmas.ProjectFactory")
    keuze = BekendKeuze.KOPPELEN
    op = MOMENT
