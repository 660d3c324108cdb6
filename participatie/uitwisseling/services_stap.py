"""The steps of an import, and its file."""

from sqlalchemy import delete

from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import InvalidInputError, StaleError
from participatie.core.uploads import discard_file, folder_of
from participatie.uitwisseling.models import ImportRij, ProgrammaImport
from participatie.uitwisseling.rules import may_become
from participatie.uitwisseling.types import ImportStatus

FOLDER = "imports"


def step(found: ProgrammaImport, status: ImportStatus, melding: str = "") -> None:
    """Go to the next step, when it may follow."""
    if not may_become(found.status, status):
        raise StaleError
    found.status = status
    found.melding = melding
    found.gewijzigd_op = clock.now()


def read_content(found: ProgrammaImport) -> bytes:
    """Return the file of an import."""
    if found.bestand is None:
        raise InvalidInputError("Het bestand is niet meer bewaard. Lees het opnieuw in.")
    return (folder_of(FOLDER) / found.bestand).read_bytes()


def forget(found: ProgrammaImport) -> None:
    """Remove the file of an import, and what it said; that it was there stays known."""
    if found.bestand is not None:
        discard_file(found.bestand, folder=FOLDER)
    found.bestand = None
    found.fouten = None
    db.session.execute(delete(ImportRij).where(ImportRij.import_id == found.id))
