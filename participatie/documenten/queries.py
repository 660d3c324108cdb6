"""Reading documents."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from sqlalchemy import select

from participatie.core.db import db
from participatie.core.uploads import folder_of
from participatie.documenten.models import Document
from participatie.documenten.rules import sleutel_of
from participatie.documenten.types import DocumentStatus

MAP = "documenten"


def find_by_kenmerk(kenmerk: str) -> Document | None:
    """Return the document with this mark; None when it is not there any more.

    The mark comes from an address and may be anything; only one that can exist is looked up.
    """
    if not kenmerk.isascii() or not kenmerk.isalnum():
        return None
    return db.session.scalar(select(Document).where(Document.kenmerk == kenmerk))


def find_gevraagd(soort: str, gegevens: Mapping[str, str], versie: str) -> Document | None:
    """Return the document that says this, if it was asked for."""
    statement = select(Document).where(
        Document.soort == soort,
        Document.sleutel == sleutel_of(gegevens),
        Document.versie == versie,
    )
    return db.session.scalar(statement)


def find_bestand(document: Document) -> Path | None:
    """Return where the file of a finished document is."""
    if document.status is not DocumentStatus.KLAAR or document.bestand is None:
        return None
    path = folder_of(MAP) / document.bestand
    return path if path.exists() else None


def list_bestanden() -> Sequence[str]:
    """Return the names of all files that belong to a document."""
    statement = select(Document.bestand).where(Document.bestand.is_not(None))
    return [bestand for bestand in db.session.scalars(statement) if bestand]
