"""Reading imports and saved mappings."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select, true

from participatie.accounts.models import Gebruiker
from participatie.core.db import db
from participatie.core.errors import NotFoundError
from participatie.core.paging import PAGE_SIZE, Page
from participatie.uitwisseling.models import Bronmapping, ImportRij, ProgrammaImport
from participatie.uitwisseling.rules import LOPEND
from participatie.uitwisseling.types import ImportId, ImportStatus, Uitkomst


def get_import(import_id: int, *, lock: bool = False) -> ProgrammaImport:
    """Return the import, or raise; `lock` to change it."""
    statement = select(ProgrammaImport).where(ProgrammaImport.id == import_id)
    if lock:
        statement = statement.with_for_update()
    found = db.session.scalars(statement).one_or_none()
    if found is None:
        raise NotFoundError("Deze import bestaat niet.")
    return found


def get_actor(found: ProgrammaImport) -> Gebruiker | None:
    """Return who brought the file, if known."""
    return db.session.get(Gebruiker, found.actor_id) if found.actor_id is not None else None


def list_imports(
    number: int = 1, *, actor_id: int | None = None, size: int = PAGE_SIZE
) -> Page[ProgrammaImport]:
    """Return a page of imports, all or of one person, the newest first."""
    wanted = true() if actor_id is None else ProgrammaImport.actor_id == actor_id
    total = db.session.scalar(select(func.count(ProgrammaImport.id)).where(wanted)) or 0
    number = min(max(number, 1), Page((), 1, total, size).count)
    statement = (
        select(ProgrammaImport)
        .where(wanted)
        .order_by(ProgrammaImport.id.desc())
        .limit(size)
        .offset((number - 1) * size)
    )
    return Page(db.session.scalars(statement).all(), number, total, size)


def list_lopend() -> Sequence[ImportId]:
    """Return the imports with which something must be done, the oldest first."""
    statement = (
        select(ProgrammaImport.id)
        .where(ProgrammaImport.status.in_(LOPEND))
        .order_by(ProgrammaImport.id)
    )
    return db.session.scalars(statement).all()


def is_bezig_elders(found: ProgrammaImport) -> bool:
    """Tell whether another import of the same source is being written just now."""
    statement = select(ProgrammaImport.id).where(
        ProgrammaImport.bronsysteem == found.bronsysteem,
        ProgrammaImport.status == ImportStatus.BEZIG,
        ProgrammaImport.id != found.id,
    )
    return db.session.scalar(statement.limit(1)) is not None


def list_rijen(
    import_id: ImportId, uitkomst: Uitkomst, number: int = 1, *, size: int = PAGE_SIZE
) -> Page[ImportRij]:
    """Return a page of the rows with one outcome, in the order of the file."""
    where = (ImportRij.import_id == import_id, ImportRij.uitkomst == uitkomst)
    total = db.session.scalar(select(func.count()).select_from(ImportRij).where(*where)) or 0
    number = min(max(number, 1), Page((), 1, total, size).count)
    statement = (
        select(ImportRij)
        .where(*where)
        .order_by(ImportRij.volgorde)
        .limit(size)
        .offset((number - 1) * size)
    )
    return Page(db.session.scalars(statement).all(), number, total, size)


def count_open_conflicten(import_id: ImportId) -> int:
    """Return how many rows in conflict nobody has chosen for."""
    statement = (
        select(func.count())
        .select_from(ImportRij)
        .where(
            ImportRij.import_id == import_id,
            ImportRij.uitkomst == Uitkomst.CONFLICT,
            ImportRij.keuze.is_(None),
        )
    )
    return db.session.scalar(statement) or 0


def find_mapping(bronsysteem: str) -> dict[str, Any] | None:
    """Return how files of this source were read the last time, if one was."""
    statement = select(Bronmapping.mapping).where(Bronmapping.bronsysteem == bronsysteem)
    return db.session.scalar(statement)


def list_bronnen() -> Sequence[Bronmapping]:
    """Return the sources with a saved mapping, by name."""
    return db.session.scalars(select(Bronmapping).order_by(Bronmapping.bronsysteem)).all()
