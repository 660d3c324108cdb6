"""The work on imports outside a request: checking a file, and doing what was agreed.

Reading holds no lock that keeps others waiting; writing is one short transaction. Whoever works
holds a lock that the system lets go of when the process is killed: the next run sees that, and
says that nothing was changed.
"""

import logging
from datetime import timedelta

from sqlalchemy import select

from participatie.accounts.types import GebruikerId
from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import InvalidInputError, StaleError
from participatie.core.locks import held_alone
from participatie.core.permissions import Permission
from participatie.core.transactions import between_reads, short_read
from participatie.gebieden.queries import get_boom
from participatie.gebieden.types import GebiedId
from participatie.uitwisseling.errors import ImportRefusedError
from participatie.uitwisseling.models import ProgrammaImport
from participatie.uitwisseling.queries import (
    get_actor,
    get_import,
    is_bezig_elders,
    list_lopend,
)
from participatie.uitwisseling.rules import BEWAARDAGEN, IN_HANDEN, MAX_FOUTEN
from participatie.uitwisseling.rules_mapping import ImportMapping
from participatie.uitwisseling.services_import import apply_plan
from participatie.uitwisseling.services_plan import Mag, plan_import
from participatie.uitwisseling.services_rijen import (
    choice_of,
    find_namen,
    get_agreed,
    keep_rijen,
    list_let_op,
)
from participatie.uitwisseling.services_stap import forget, read_content, step
from participatie.uitwisseling.types import (
    ImportId,
    ImportStatus,
    RijFout,
    Uitkomst,
    WegKeuze,
)
from participatie.uitwisseling.types_plan import Plan

logger = logging.getLogger(__name__)
AFGEBROKEN = "Het werk is onderbroken. Er is niets gewijzigd."
INTUSSEN = "Het programma is intussen gewijzigd. Bekijk opnieuw wat er verandert."
STUK = "Er ging iets mis bij ons. Er is niets gewijzigd. Probeer het opnieuw."
"""What someone reads when their import did not end as it should."""
MAX_TRIES = 3


def run_due_imports() -> None:
    """Do what must be done with every import that waits, and find those that were cut off."""
    with short_read():
        waiting = list_lopend()
    for import_id in waiting:
        with held_alone(lock_name(import_id)) as is_mine:
            tries = MAX_TRIES if is_mine else 0
            while tries and _run(import_id):
                tries -= 1


def lock_name(import_id: ImportId) -> str:
    """Return the lock of whoever works on an import."""
    return f"import-{import_id}"


def _run(import_id: ImportId) -> bool:
    """Do the next step of an import; tell whether it must be tried once more."""
    status = _take(import_id)
    try:
        if status is ImportStatus.LEZEN:
            _check(import_id)
        elif status is ImportStatus.BEZIG:
            _do(import_id)
    except ImportRefusedError as error:
        _end(import_id, ImportStatus.GEWEIGERD, str(error), error.fouten)
    except InvalidInputError as error:
        _end(import_id, ImportStatus.GEWEIGERD, str(error))
    except StaleError:
        _end(import_id, ImportStatus.ONTVANGEN, INTUSSEN)
        return True
    except Exception:
        logger.exception("import_failed", extra={"import_id": import_id})
        _end(import_id, ImportStatus.AFGEBROKEN, STUK)
    return False


def _take(import_id: ImportId) -> ImportStatus | None:
    """Begin the next step, or end an import whose process was killed; tell what to do."""
    with between_reads():
        found = get_import(import_id, lock=True)
        if found.status in IN_HANDEN:
            step(found, ImportStatus.AFGEBROKEN, AFGEBROKEN)
            return None
        if found.status is ImportStatus.ONTVANGEN:
            found.gelezen = 0
            step(found, ImportStatus.LEZEN, found.melding)
        elif found.status is ImportStatus.AKKOORD and not is_bezig_elders(found):
            step(found, ImportStatus.BEZIG)
        else:
            return None
        return found.status


def _end(
    import_id: ImportId, status: ImportStatus, melding: str, fouten: tuple[RijFout, ...] = ()
) -> None:
    with between_reads():
        found = get_import(import_id, lock=True)
        step(found, status, melding)
        shown = [[fout.rij, fout.veld, fout.melding] for fout in fouten[:MAX_FOUTEN]]
        found.fouten = {"aantal": len(fouten), "fouten": shown} if fouten else None


def _plan(import_id: ImportId) -> Plan:
    found = get_import(import_id)
    mapping = ImportMapping.model_validate(found.mapping or {})
    content, bron, mag = read_content(found), found.bronsysteem, _mag(found)
    return plan_import(
        content,
        mapping=mapping if mapping.velden else None,
        bronsysteem=bron,
        mag=mag,
        voortgang=lambda gelezen: _tell(import_id, gelezen),
    )


def _mag(found: ProgrammaImport) -> Mag:
    """Return in which gebieden whoever brought the file may change projects, as of now."""
    actor = get_actor(found)
    rollen = list(actor.rollen) if actor is not None else []

    def mag(gebied_id: GebiedId) -> bool:
        return any(rol.gives(Permission.PROJECT_BEHEREN, gebied_id) for rol in rollen)

    return _remembered(mag)


def _remembered(mag: Mag) -> Mag:
    known = {gebied_id: mag(gebied_id) for gebied_id in get_boom().omtrekken}
    return lambda gebied_id: known.get(gebied_id, False)


def _tell(import_id: ImportId, gelezen: int) -> None:
    with between_reads():
        get_import(import_id, lock=True).gelezen = gelezen


def _check(import_id: ImportId) -> None:
    with short_read():
        plan = _plan(import_id)
        namen = find_namen()
    with between_reads():
        found = get_import(import_id, lock=True)
        keep_rijen(import_id, plan, namen)
        found.tellingen = {uitkomst.value: plan.aantal(uitkomst) for uitkomst in Uitkomst}
        found.tellingen |= {"let_op": list_let_op(plan)}
        found.gelezen = len(plan.rijen)
        found.fouten = None
        step(found, ImportStatus.KEUZE, found.melding)


def _do(import_id: ImportId) -> None:
    with short_read():
        plan = _plan(import_id)
    with between_reads():
        found = get_import(import_id, lock=True)
        keuzes = get_agreed(import_id, plan)
        is_stopping = found.weg_keuze is WegKeuze.GESTOPT
        apply_plan(
            plan,
            kies=lambda rij: choice_of(rij, keuzes),
            weg_reden=found.weg_reden if is_stopping else None,
            actor_id=None if found.actor_id is None else GebruikerId(found.actor_id),
        )
        step(found, ImportStatus.KLAAR)


def forget_old_imports() -> None:
    """Remove the files and the rows of imports that are a month old."""
    limit = clock.now() - timedelta(days=BEWAARDAGEN)
    statement = select(ProgrammaImport).where(
        ProgrammaImport.aangemaakt_op < limit, ProgrammaImport.bestand.is_not(None)
    )
    for found in db.session.scalars(statement.order_by(ProgrammaImport.id)):
        if found.status not in IN_HANDEN:
            forget(found)
