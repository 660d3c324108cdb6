from datetime import UTC, datetime

import factory
from factory.alchemy import SQLAlchemyModelFactory

from participatie.core.db import db
from participatie.documenten.models import Document
from participatie.documenten.types import DocumentStatus


class DocumentFactory(SQLAlchemyModelFactory):
    """A document that was asked for and waits."""

    class Meta:
        model = Document
        sqlalchemy_session_factory = lambda: db.session  # noqa: E731
        sqlalchemy_session_persistence = "flush"

    kenmerk = factory.Sequence(lambda number: f"{number:016x}")
    soort = "proef"
    sleutel = factory.Sequence(lambda number: f"nummer={number}")
    versie = "1"
    gegevens = factory.LazyFunction(dict)
    titel = "Gebiedsprogramma Noord 2026"
    bestandsnaam = "noord-2026.pdf"
    terug = "/gebieden/noord"
    status = DocumentStatus.GEVRAAGD
    pogingen = 0
    gevraagd_op = datetime(2026, 5, 1, 9, tzinfo=UTC)
