"""Rows of the vraagaanbod room."""

from datetime import timedelta

import factory
from factory.alchemy import SQLAlchemyModelFactory

from participatie.core import clock
from participatie.core.db import db
from participatie.initiatieven.types import Behoefte
from participatie.vraagaanbod.models import Aanbod, Hulpaanmelding, Oproep
from participatie.vraagaanbod.types import AanbodStatus, AanmeldingStatus, OproepStatus


class _Factory(SQLAlchemyModelFactory):
    class Meta:
        abstract = True
        sqlalchemy_session_factory = lambda: db.session  # noqa: E731
        sqlalchemy_session_persistence = "flush"


class OproepFactory(_Factory):
    """Something that `initiatief=` seeks."""

    class Meta:
        model = Oproep

    sleutel = factory.Sequence(lambda number: f"sleutel-van-een-oproep-{number}")
    soort = Behoefte.HANDEN
    wat = "Zes mensen die stenen lichten"
    hoeveel = "6 mensen"
    wanneer = "zaterdag"
    status = OproepStatus.OPEN
    door_id = factory.LazyAttribute(lambda oproep: oproep.initiatief.indiener_id)
    aangemaakt_op = factory.LazyFunction(clock.now)


class AanbodFactory(_Factory):
    """Something that `aanbieder=` offers to `gebied=`."""

    class Meta:
        model = Aanbod

    sleutel = factory.Sequence(lambda number: f"sleutel-van-een-aanbod-{number}")
    soort = Behoefte.HANDEN
    wat = "Een middag sjouwen"
    toelichting = "Met een kruiwagen."
    tot = factory.LazyFunction(lambda: clock.today() + timedelta(days=30))
    status = AanbodStatus.ZICHTBAAR
    aangemaakt_op = factory.LazyFunction(clock.now)


class HulpaanmeldingFactory(_Factory):
    """What `van=` writes about `oproep=`."""

    class Meta:
        model = Hulpaanmelding

    bericht = "Ik kom graag helpen met de kruiwagen."
    telefoon = "06 87654321"
    status = AanmeldingStatus.GESTUURD
    op = factory.LazyFunction(clock.now)
