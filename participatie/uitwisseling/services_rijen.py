"""What someone decides on, row by row: kept when a file is checked, held to when it is done."""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from sqlalchemy import delete, insert, select

from participatie.core.db import db
from participatie.core.errors import StaleError
from participatie.gebieden.queries import get_boom
from participatie.programmas.types import ProjectId
from participatie.uitwisseling.models import ImportRij
from participatie.uitwisseling.queries_bekend import CHUNK
from participatie.uitwisseling.queries_benoemd import list_doel_titels, list_organisatie_namen
from participatie.uitwisseling.rules_verslag import Namen, list_inhoud, list_verschillen
from participatie.uitwisseling.types import ImportId, Keuze, Uitkomst
from participatie.uitwisseling.types_plan import Plan, PlanRij

MAX_LET_OP = 100
Rij = dict[str, Any]
Keuzes = Mapping[ProjectId | None, Keuze | None]
"""Who wins, by the project that is in conflict."""


def find_namen() -> Namen:
    """Return what the ids in a plan are called."""
    return Namen(
        gebieden={id_: omtrek.naam for id_, omtrek in get_boom().omtrekken.items()},
        organisaties=list_organisatie_namen(),
        doelen=list_doel_titels(),
    )


def keep_rijen(import_id: ImportId, plan: Plan, namen: Namen) -> None:
    """Keep what a plan would do, with what was chosen when the file was looked at before."""
    statement = select(ImportRij.project_id, ImportRij.keuze).where(
        ImportRij.import_id == import_id, ImportRij.keuze.is_not(None)
    )
    chosen = {row.project_id: row.keuze for row in db.session.execute(statement)}
    db.session.execute(delete(ImportRij).where(ImportRij.import_id == import_id))
    rows = _rows(plan, namen)
    while part := list(islice(rows, CHUNK)):
        for row in part:
            is_asked = row["uitkomst"] is Uitkomst.CONFLICT
            row["keuze"] = chosen.get(row["project_id"]) if is_asked else None
            row["import_id"] = import_id
        db.session.execute(insert(ImportRij), part)


def list_let_op(plan: Plan) -> dict[str, Any]:
    """Return what someone must look at, of the rows that change something: how many, and some."""
    found = [[one.rij, one.veld, one.melding] for rij in _shown(plan) for one in rij.let_op]
    return {"aantal": len(found), "eerste": found[:MAX_LET_OP]}


def _shown(plan: Plan) -> Iterator[PlanRij]:
    return (rij for rij in plan.rijen if rij.verschillen or rij.bekend is None)


def _rows(plan: Plan, namen: Namen) -> Iterator[Rij]:
    yield from (_row(rij, plan, namen) for rij in _shown(plan))
    for number, one in enumerate(plan.weg):
        yield {
            "uitkomst": Uitkomst.WEG,
            "volgorde": number,
            "sleutel": one.sleutel,
            "titel": one.titel,
            "project_id": one.project_id,
            "project_versie": one.versie,
            "verschillen": {"velden": []},
        }
    for passed in plan.overgeslagen:
        yield {
            "uitkomst": Uitkomst.OVERGESLAGEN,
            "volgorde": passed.nummer,
            "sleutel": passed.sleutel,
            "titel": passed.titel or passed.sleutel,
            "project_id": None,
            "project_versie": None,
            "verschillen": {"velden": [], "waarom": passed.waarom},
        }


def _row(rij: PlanRij, plan: Plan, namen: Namen) -> Rij:
    return {
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
            ],
            "inhoud": list_inhoud(rij, namen),
            "let_op": [[one.veld, one.melding] for one in rij.let_op],
            "bron": rij.bron if rij.bron != plan.bronsysteem else "",
        },
    }


def get_agreed(import_id: ImportId, plan: Plan) -> Keuzes:
    """Return what was chosen, or raise when this is no longer what was agreed to."""
    statement = select(
        ImportRij.sleutel,
        ImportRij.project_id,
        ImportRij.uitkomst,
        ImportRij.project_versie,
        ImportRij.keuze,
    ).where(ImportRij.import_id == import_id, ImportRij.uitkomst != Uitkomst.OVERGESLAGEN)
    shown = db.session.execute(statement).all()
    now = {(rij.sleutel, _id_of(rij), rij.uitkomst, _versie_of(rij)) for rij in _shown(plan)}
    now |= {(one.sleutel, one.project_id, Uitkomst.WEG, one.versie) for one in plan.weg}
    if {(row.sleutel, row.project_id, row.uitkomst, row.project_versie) for row in shown} != now:
        raise StaleError
    return {row.project_id: row.keuze for row in shown if row.uitkomst is Uitkomst.CONFLICT}


def choice_of(rij: PlanRij, keuzes: Keuzes) -> Keuze:
    """Return who wins a row in conflict."""
    return keuzes.get(_id_of(rij)) or Keuze.PLATFORM


def _id_of(rij: PlanRij) -> ProjectId | None:
    return rij.bekend.project_id if rij.bekend else None


def _versie_of(rij: PlanRij) -> int | None:
    return rij.bekend.versie if rij.bekend else None
