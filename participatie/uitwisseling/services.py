"""An import of someone: brought in, decided on, withdrawn. The work itself is in services_werk."""

import secrets
from collections.abc import Mapping
from typing import Any

from sqlalchemy import select, update

from participatie.accounts.types import GebruikerId
from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import InvalidInputError, StaleError
from participatie.core.jobs import run_soon
from participatie.core.transactions import after_commit
from participatie.core.uploads import store_file
from participatie.uitwisseling.models import Bronmapping, ImportRij, ProgrammaImport
from participatie.uitwisseling.queries import count_open_conflicten
from participatie.uitwisseling.rules import BESTANDSNAAM_MAX_LENGTH
from participatie.uitwisseling.rules_bron import is_van_hier
from participatie.uitwisseling.rules_mapping import ImportMapping
from participatie.uitwisseling.rules_voorstel import Kolommen
from participatie.uitwisseling.services_plan import check_bron
from participatie.uitwisseling.services_stap import FOLDER, forget, step
from participatie.uitwisseling.services_werk import run_due_imports
from participatie.uitwisseling.types import ImportStatus, Keuze, Uitkomst, WegKeuze


def receive(
    content: bytes,
    *,
    bestandsnaam: str,
    bronsysteem: str,
    kolommen: dict[str, Any],
    actor_id: GebruikerId,
) -> ProgrammaImport:
    """Keep a file that someone brought; the columns are chosen next."""
    bestand = secrets.token_hex(16)
    store_file(bestand, content, folder=FOLDER)
    now = clock.now()
    found = ProgrammaImport(
        bronsysteem=check_bron(bronsysteem),
        bestandsnaam=bestandsnaam[-BESTANDSNAAM_MAX_LENGTH:],
        bestand=bestand,
        bytes=len(content),
        status=ImportStatus.KOPPELEN,
        actor_id=actor_id,
        aangemaakt_op=now,
        gewijzigd_op=now,
        keuze=None,
        fouten=None,
        kolommen=kolommen,
        mapping=None,
    )
    db.session.add(found)
    db.session.flush()  # the page needs the id
    return found


def choose_columns(found: ProgrammaImport, mapping: ImportMapping) -> None:
    """Keep how the file is read, for this import and the next of its source, and check it."""
    kept = mapping.model_dump(mode="json", exclude_defaults=True)
    found.mapping = kept
    if not _is_van_hier(found):
        save_mapping(found.bronsysteem, kept)
    step(found, ImportStatus.ONTVANGEN)
    after_commit(_ask_for_work)


def _is_van_hier(found: ProgrammaImport) -> bool:
    if not found.kolommen:
        return False
    return is_van_hier(Kolommen.from_dict(found.kolommen).voorbeelden)


def save_mapping(bronsysteem: str, mapping: Mapping[str, Any]) -> None:
    """Keep how files of a source are read."""
    statement = select(Bronmapping).where(Bronmapping.bronsysteem == bronsysteem)
    known = db.session.scalars(statement).one_or_none()
    if known is None:
        known = Bronmapping(bronsysteem=bronsysteem)
        db.session.add(known)
    known.mapping = dict(mapping)
    known.gewijzigd_op = clock.now()


def choose_rijen(found: ProgrammaImport, keuzes: Mapping[int, Keuze]) -> None:
    """Keep who wins in these rows."""
    _check(found, ImportStatus.KEUZE)
    for keuze in Keuze:
        ids = [rij_id for rij_id, chosen in keuzes.items() if chosen is keuze]
        _choose(found, keuze, ImportRij.id.in_(ids))


def choose_rest(found: ProgrammaImport, keuze: Keuze) -> None:
    """Keep who wins in every row in conflict for which nobody chose yet."""
    _check(found, ImportStatus.KEUZE)
    _choose(found, keuze, ImportRij.keuze.is_(None))


def _choose(found: ProgrammaImport, keuze: Keuze, *conditions: Any) -> None:  # noqa: ANN401  # SQL
    db.session.execute(
        update(ImportRij)
        .where(
            ImportRij.import_id == found.id,
            ImportRij.uitkomst == Uitkomst.CONFLICT,
            *conditions,
        )
        .values(keuze=keuze)
    )
    found.gewijzigd_op = clock.now()


def approve(found: ProgrammaImport, *, weg: WegKeuze, weg_reden: str = "") -> None:
    """Let the import be done as it was shown."""
    if count_open_conflicten(found.id):
        raise InvalidInputError("Kies eerst bij elk conflict wat er moet staan.")
    if weg is WegKeuze.GESTOPT and not weg_reden.strip():
        raise InvalidInputError("Vul in waarom deze projecten stoppen.", field="weg_reden")
    found.weg_keuze = weg
    found.weg_reden = weg_reden.strip()
    step(found, ImportStatus.AKKOORD)
    after_commit(_ask_for_work)


def again(found: ProgrammaImport) -> None:
    """Check the file once more, as after a process was killed."""
    step(found, ImportStatus.ONTVANGEN if found.mapping is not None else ImportStatus.KOPPELEN)
    after_commit(_ask_for_work)


def change_columns(found: ProgrammaImport) -> None:
    """Go back to choosing columns."""
    step(found, ImportStatus.KOPPELEN)


def withdraw(found: ProgrammaImport) -> None:
    """Do not do this import: nothing was changed and nothing will be."""
    step(found, ImportStatus.INGETROKKEN)
    forget(found)


def _check(found: ProgrammaImport, status: ImportStatus) -> None:
    if found.status is not status:
        raise StaleError


def _ask_for_work() -> None:
    run_soon(run_due_imports)
