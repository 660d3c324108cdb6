"""Reading what goes into a file: the projects of a filter, as they are or were on a day."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sqlalchemy import select
from sqlalchemy.orm import aliased

from participatie.core.db import db
from participatie.gebieden.models import Gebied
from participatie.programmas.models import (
    Jaarbedrag,
    Project,
    ProjectStand,
    project_gebieden,
    stand_gebieden,
)
from participatie.programmas.queries import matches, tabel_op
from participatie.programmas.rules_geld import bedragen_from_json
from participatie.programmas.types import Bedragen, Geldbron, ProjectFilter
from participatie.uitwisseling.queries_benoemd import list_doel_titels, list_organisatie_namen
from participatie.uitwisseling.rules_export import PLAT, Uitvoer

CHUNK = 500


def list_uitvoer(wanted: ProjectFilter, *, limit: int | None = None) -> list[Uitvoer]:
    """Return the projects of a filter with everything a file says of them, by their number."""
    tabel = tabel_op(wanted.peildatum)
    bron = aliased(Project) if tabel is ProjectStand else Project
    statement = (
        select(
            tabel.project_id.label("project_id"),
            tabel.id.label("row_id"),
            tabel.geometrie.label("geometrie"),
            bron.bronsysteem.label("bronsysteem"),
            bron.bronsleutel.label("bronsleutel"),
            *(getattr(tabel, veld).label(veld) for veld in PLAT),
            *([ProjectStand.bedragen.label("bedragen")] if tabel is ProjectStand else []),
        )
        .where(matches(wanted))
        .order_by(tabel.project_id)
    )
    if tabel is ProjectStand:
        statement = statement.join(bron, bron.id == ProjectStand.project_id)
    rows = db.session.execute(statement.limit(limit)).mappings().all()
    ids = [row["row_id"] for row in rows]
    gebieden = _gebieden(ids, is_stand=tabel is ProjectStand)
    bedragen = (
        {row["row_id"]: bedragen_from_json(row["bedragen"]) for row in rows}
        if tabel is ProjectStand
        else _bedragen(ids)
    )
    doelen, organisaties = list_doel_titels(), list_organisatie_namen()
    titels = list(doelen.values())
    return [
        Uitvoer(
            dict(row),
            tuple(gebieden[row["row_id"]]),
            bedragen.get(row["row_id"], {}),
            organisatie=organisaties.get(row["organisatie_id"], ""),
            doel=_doel(row["doel_id"], doelen, titels),
        )
        for row in rows
    ]


def _doel(doel_id: int | None, doelen: dict[int, str], titels: Sequence[str]) -> str:
    """Return what a goal is called, or its number when another is called so too."""
    titel = doelen.get(doel_id or 0, "")
    return str(doel_id) if titel and titels.count(titel) > 1 else titel


def _parts(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    for begin in range(0, len(ids), CHUNK):
        yield ids[begin : begin + CHUNK]


def _gebieden(ids: Sequence[int], *, is_stand: bool) -> dict[int, list[tuple[str, str]]]:
    links = stand_gebieden if is_stand else project_gebieden
    column = links.c.stand_id if is_stand else links.c.project_id
    found: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for part in _parts(ids):
        statement = (
            select(column.label("row_id"), Gebied.code, Gebied.naam)
            .join(Gebied, Gebied.id == links.c.gebied_id)
            .where(column.in_(part))
            .order_by(Gebied.code)
        )
        for row in db.session.execute(statement):
            found[row.row_id].append((row.code, row.naam))
    return found


def _bedragen(ids: Sequence[int]) -> dict[int, Bedragen]:
    found: dict[int, dict[tuple[int, Geldbron], int]] = defaultdict(dict)
    for part in _parts(ids):
        statement = select(
            Jaarbedrag.project_id, Jaarbedrag.jaar, Jaarbedrag.bron, Jaarbedrag.bedrag_cent
        ).where(Jaarbedrag.project_id.in_(part))
        for row in db.session.execute(statement):
            found[row.project_id][row.jaar, row.bron] = row.bedrag_cent
    return dict(found)
