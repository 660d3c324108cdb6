import factory
from factory.alchemy import SQLAlchemyModelFactory

from participatie.core import clock
from participatie.core.db import db
from participatie.uitwisseling.models import ProgrammaImport
from participatie.uitwisseling.types import ImportStatus


class ImportFactory(SQLAlchemyModelFactory):
    """An import of which the columns must still be chosen; its file is not there."""

    class Meta:
        model = ProgrammaImport
        sqlalchemy_session_factory = lambda: db.session  # noqa: E731
        sqlalchemy_session_persistence = "flush"

    bronsysteem = "mjgp"
    bestandsnaam = "projecten.csv"
    bestand = None
    bytes = 100
    status = ImportStatus.KOPPELEN
    mapping = None
    fouten = None
    kolommen = None
    keuze = None
    actor_id = None
    aangemaakt_op = factory.LazyFunction(clock.now)
    gewijzigd_op = factory.LazyFunction(clock.now)
