"""Reading what the register already says about the rows of a file, many at a time."""

from collections import defaultdict
from collections.abc import Container, Sequence
from typing import Any

from sqlalchemy import ColumnElement, and_, select

from participatie.core.db import db
from participatie.gebieden.types import GebiedId
from participatie.programmas.models import Jaarbedrag, Project, project_gebieden
from participatie.programmas.rules import FASEN_VOORBIJ
from participatie.programmas.types import Geldbron, ProjectGegevens, ProjectId
from participatie.uitwisseling.models import Bronstand
from participatie.uitwisseling.rules_verschil import VELDEN
from participatie.uitwisseling.types_plan import Bekend, Verdwenen

CHUNK = 500
_PLAIN = tuple(veld for veld in VELDEN if veld not in {"gebied_ids", "bedragen"})


def find_bekend(bronsysteem: str, sleutels: Sequence[str]) -> dict[str, Bekend]:
    """Return what is stored of a source, by key; without the objects of the session."""
    found: dict[str, Bekend] = {}
    for begin in range(0, len(sleutels), CHUNK):
        part = sleutels[begin : begin + CHUNK]
        found |= _read(and_(Project.bronsysteem == bronsysteem, Project.bronsleutel.in_(part)))
    return found


def _read(condition: ColumnElement[bool]) -> dict[str, Bekend]:
    statement = select(
        Project.id,
        Project.bronsleutel,
        Project.versie,
        *(getattr(Project, veld) for veld in _PLAIN),
    ).where(condition)
    rows = db.session.execute(statement).mappings().all()
    ids = [row["id"] for row in rows]
    gebieden, bedragen, gezegd = _gebieden_of(ids), _bedragen_of(ids), _gezegd_of(ids)
    return {
        row["bronsleutel"]: Bekend(
            project_id=row["id"],
            versie=row["versie"],
            gegevens=ProjectGegevens(
                **{veld: row[veld] for veld in _PLAIN},
                gebied_ids=frozenset(gebieden[row["id"]]),
                bedragen=bedragen[row["id"]],
            ),
            gezegd=gezegd.get(row["id"], {}),
        )
        for row in rows
    }


def list_verdwenen(bronsysteem: str, sleutels: Container[str]) -> list[Verdwenen]:
    """Return the projects of a source that go on and whose key is not among these."""
    statement = (
        select(Project.id, Project.bronsleutel, Project.titel, Project.versie)
        .where(Project.bronsysteem == bronsysteem, Project.fase.not_in(FASEN_VOORBIJ))
        .order_by(Project.bronsleutel)
    )
    return [Verdwenen(*row) for row in db.session.execute(statement) if row[1] not in sleutels]


def get_gegevens(project_ids: Sequence[ProjectId]) -> dict[ProjectId, Bekend]:
    """Return what is stored of these projects, by id."""
    found: dict[ProjectId, Bekend] = {}
    for begin in range(0, len(project_ids), CHUNK):
        part = project_ids[begin : begin + CHUNK]
        found |= {one.project_id: one for one in _read(Project.id.in_(part)).values()}
    return found


def _gezegd_of(ids: Sequence[ProjectId]) -> dict[ProjectId, dict[str, Any]]:
    statement = select(Bronstand.project_id, Bronstand.gezegd).where(Bronstand.project_id.in_(ids))
    return {row.project_id: row.gezegd for row in db.session.execute(statement)}


def _gebieden_of(ids: Sequence[ProjectId]) -> dict[ProjectId, list[GebiedId]]:
    found: dict[ProjectId, list[GebiedId]] = defaultdict(list)
    link = project_gebieden.c
    for project_id, gebied_id in db.session.execute(
        select(link.project_id, link.gebied_id).where(link.project_id.in_(ids))
    ):
        found[project_id].append(gebied_id)
    return found


def _bedragen_of(ids: Sequence[ProjectId]) -> dict[ProjectId, dict[tuple[int, Geldbron], int]]:
    found: dict[ProjectId, dict[tuple[int, Geldbron], int]] = defaultdict(dict)
    statement = select(
        Jaarbedrag.project_id, Jaarbedrag.jaar, Jaarbedrag.bron, Jaarbedrag.bedrag_cent
    ).where(Jaarbedrag.project_id.in_(ids))
    for project_id, jaar, bron, cents in db.session.execute(statement):
        found[project_id][jaar, bron] = cents
    return found
