"""The work on imports outside a request: checking a file, and doing what was agreed.

Reading holds no lock that keeps others waiting; writing is one short transaction. Whoever works
holds a lock that the system lets go of when the process is killed: the next run sees that, and
says that nothing was changed.
"""

import logging
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from sqlalchemy import delete, insert, select

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
from participatie.uitwisseling.models import ImportRij, ProgrammaImport
from participatie.uitwisseling.queries import (
    get_actor,
    get_import,
    is_bezig_elders,
    list_lopend,
)
from participatie.uitwisseling.queries_benoemd import list_doel_titels, list_organisatie_namen
from participatie.uitwisseling.rules import BEWAARDAGEN, IN_HANDEN, MAX_FOUTEN
from participatie.uitwisseling.rules_mapping import ImportMapping
from participatie.uitwisseling.rules_verslag import Namen, list_verschillen
from participatie.uitwisseling.services_import import apply_plan
from participatie.uitwisseling.services_plan import Mag, plan_import
from participatie.uitwisseling.services_stap import forget, read_content, step
from participatie.uitwisseling.types import (
    ImportId,
    ImportStatus,
    Keuze,
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
Rij = dict[str, Any]


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
        rows = _rows(import_id, plan)
    with between_reads():
        found = get_import(import_id, lock=True)
        kept = _kept_choices(import_id)
        for row in rows:
            row["keuze"] = kept.get(row["sleutel"]) if row["uitkomst"] is _CONFLICT else None
        db.session.execute(delete(ImportRij).where(ImportRij.import_id == import_id))
        if rows:
            db.session.execute(insert(ImportRij), rows)
        found.tellingen = {uitkomst.value: plan.aantal(uitkomst) for uitkomst in Uitkomst}
        found.gelezen = len(plan.rijen)
        found.fouten = None
        step(found, ImportStatus.KEUZE, found.melding)


_CONFLICT = Uitkomst.CONFLICT


def _kept_choices(import_id: ImportId) -> dict[str, Keuze | None]:
    """Return what was chosen before, when the file is only looked at once more."""
    statement = select(ImportRij.sleutel, ImportRij.keuze).where(ImportRij.import_id == import_id)
    return {row.sleutel: row.keuze for row in db.session.execute(statement)}


def _rows(import_id: ImportId, plan: Plan) -> list[Rij]:
    namen = Namen(
        gebieden={id_: omtrek.naam for id_, omtrek in get_boom().omtrekken.items()},
        organisaties=list_organisatie_namen(),
        doelen=list_doel_titels(),
    )
    rows = [
        {
            "import_id": import_id,
            "uitkomst": rij.uitkomst,
            "volgorde": rij.nummer,
            "sleutel": rij.sleutel,
            "titel": rij.titel,
            "project_id": rij.bekend.project_id if rij.bekend else None,
            "project_versie": rij.bekend.versie if rij.bekend else None,
            "verschillen": {
                "velden": [
                    [one.veld, one.soort.value, one.staat, one.bestand]
                    for one in list_verschillen(rij, namen)
                ]
            },
        }
        for rij in plan.rijen
        if rij.verschillen or rij.bekend is None
    ]
    rows += [
        {
            "import_id": import_id,
            "uitkomst": Uitkomst.WEG,
            "volgorde": number,
            "sleutel": one.sleutel,
            "titel": one.titel,
            "project_id": one.project_id,
            "project_versie": one.versie,
            "verschillen": {"velden": []},
        }
        for number, one in enumerate(plan.weg)
    ]
    return rows


def _do(import_id: ImportId) -> None:
    with short_read():
        plan = _plan(import_id)
    with between_reads():
        found = get_import(import_id, lock=True)
        keuzes = _agreed(import_id, plan)
        is_stopping = found.weg_keuze is WegKeuze.GESTOPT
        apply_plan(
            plan,
            kies=lambda rij: keuzes.get(rij.sleutel) or Keuze.PLATFORM,
            weg_reden=found.weg_reden if is_stopping else None,
            actor_id=None if found.actor_id is None else GebruikerId(found.actor_id),
        )
        step(found, ImportStatus.KLAAR)


def _agreed(import_id: ImportId, plan: Plan) -> Mapping[str, Keuze | None]:
    """Return what was chosen, or raise when this is no longer what was agreed to."""
    statement = select(
        ImportRij.sleutel, ImportRij.uitkomst, ImportRij.project_versie, ImportRij.keuze
    ).where(ImportRij.import_id == import_id)
    shown = db.session.execute(statement).all()
    now = {
        (rij.sleutel, rij.uitkomst, rij.bekend.versie if rij.bekend else None)
        for rij in plan.rijen
        if rij.verschillen or rij.bekend is None
    }
    now |= {(one.sleutel, Uitkomst.WEG, one.versie) for one in plan.weg}
    if {(row.sleutel, row.uitkomst, row.project_versie) for row in shown} != now:
        raise StaleError
    return {row.sleutel: row.keuze for row in shown if row.uitkomst is Uitkomst.CONFLICT}


def forget_old_imports() -> None:
    """Remove the files and the rows of imports that are a month old."""
    limit = clock.now() - timedelta(days=BEWAARDAGEN)
    statement = select(ProgrammaImport).where(
        ProgrammaImport.aangemaakt_op < limit, ProgrammaImport.bestand.is_not(None)
    )
    for found in db.session.scalars(statement.order_by(ProgrammaImport.id)):
        if found.status not in IN_HANDEN:
            forget(found)
