"""Rows of the signalen room."""

from datetime import date

import factory
from factory.alchemy import SQLAlchemyModelFactory

from participatie.core import clock
from participatie.core.db import db
from participatie.signalen.models import Signaal
from participatie.signalen.types import SignaalSoort, SignaalStatus


class SignaalFactory(SQLAlchemyModelFactory):
    """A new signal: 14 reacties in a week that usually has 3 to 5."""

    class Meta:
        model = Signaal
        sqlalchemy_session = db.session
        sqlalchemy_session_persistence = "flush"

    gebied = factory.SubFactory("tests.factories.gebieden.GebiedFactory")
    thema = "verkeer"
    soort = SignaalSoort.REACTIES
    week = date(2026, 11, 9)
    aantal = 14
    laag = 3
    hoog = 5
    status = SignaalStatus.NIEUW
    notitie = ""
    gevonden_op = factory.LazyFunction(clock.now)
