"""Reading everything public, row by row, so that a download never fills the memory."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sqlalchemy import Row, Select, select

from participatie.core.db import db
from participatie.core.geometry import Geometry, bounds_of
from participatie.gebieden.models import Gebied
from participatie.initiatieven.models import Initiatief
from participatie.inzendingen.types import Status
from participatie.opendata.rules import euros
from participatie.opendata.types import Regel
from participatie.programmas.models import Jaarbedrag, Project, project_gebieden
from participatie.programmas.types import Geldbron, ProjectId

CHUNK = 500
SEPARATOR = "|"
_DECIMALS = 6


def iter_regels(naam: str, site: str) -> Iterator[Regel]:
    """Yield the rows of a dataset, oldest first; `site` begins every address."""
    return _READERS[naam](site)


def _projecten(site: str) -> Iterator[Regel]:
    gebieden = _gebieden_per_project()
    bedragen = _bedragen_per_project()
    statement = select(Project.__table__).order_by(Project.id)
    for row in _stream(statement):
        found = gebieden.get(row.id, [])
        money = bedragen.get(row.id, [])
        yield Regel(
            row.id,
            (
                row.id,
                f"{site}/projecten/{row.id}",
                row.titel,
                row.omschrijving,
                row.soort,
                row.domein,
                row.thema,
                row.fase,
                row.start,
                row.eind,
                row.plek_omschrijving,
                SEPARATOR.join(code for code, _ in found),
                SEPARATOR.join(naam for _, naam in found),
                row.trekker,
                row.participatieniveau,
                row.participatie_toelichting,
                euros(sum(cents for _, _, cents in money)) if money else None,
                SEPARATOR.join(f"{jaar}:{bron}:{euros(cents)}" for jaar, bron, cents in money),
                row.bronsysteem,
                row.bronsleutel,
                row.gewijzigd_op,
                *_middle(row.geometrie),
            ),
            row.geometrie,
        )


def _initiatieven(site: str) -> Iterator[Regel]:
    statement = (
        select(
            *Initiatief.__mapper__.columns,
            Initiatief.geometrie,
            Gebied.code.label("gebied_code"),
            Gebied.naam.label("gebied_naam"),
        )
        .outerjoin(Gebied, Gebied.id == Initiatief.gebied_id)
        .where(Initiatief.status == Status.GEPUBLICEERD)
        .order_by(Initiatief.id)
    )
    for row in _stream(statement):
        yield Regel(
            row.id,
            (
                row.id,
                f"{site}/initiatieven/{row.id}",
                row.titel,
                row.toelichting,
                row.waarom,
                row.thema,
                row.plek_omschrijving,
                row.gebied_code,
                row.gebied_naam,
                SEPARATOR.join(row.vraag),
                SEPARATOR.join(row.aanbod),
                euros(row.kosten_cent),
                euros(row.gevonden_cent),
                row.gepubliceerd_op,
                *_middle(row.geometrie),
            ),
            row.geometrie,
        )


def _gebieden(site: str) -> Iterator[Regel]:
    codes = {row.id: row.code for row in db.session.execute(select(Gebied.id, Gebied.code))}
    statement = select(Gebied.__table__).order_by(Gebied.id)
    for row in _stream(statement):
        yield Regel(
            row.id,
            (
                row.id,
                f"{site}/gebieden/{row.slug}",
                row.code,
                row.naam,
                row.niveau,
                codes.get(row.ouder_id),
                row.inwoners,
                row.woningen,
                row.bron,
                row.schematisch,
                *_middle(row.geometrie),
            ),
            row.geometrie,
        )


_READERS: Mapping[str, Callable[[str], Iterator[Regel]]] = {
    "projecten": _projecten,
    "initiatieven": _initiatieven,
    "gebieden": _gebieden,
}


def _stream(statement: Select[Any]) -> Iterator[Row[Any]]:
    yield from db.session.execute(statement, execution_options={"yield_per": CHUNK})


def _gebieden_per_project() -> Mapping[int, list[tuple[str, str]]]:
    statement = (
        select(project_gebieden.c.project_id, Gebied.code, Gebied.naam)
        .join(Gebied, Gebied.id == project_gebieden.c.gebied_id)
        .order_by(Gebied.code)
    )
    found = defaultdict(list)
    for project_id, code, naam in db.session.execute(statement):
        found[project_id].append((code, naam))
    return found


def _bedragen_per_project() -> Mapping[ProjectId, list[tuple[int, Geldbron, int]]]:
    statement = select(
        Jaarbedrag.project_id, Jaarbedrag.jaar, Jaarbedrag.bron, Jaarbedrag.bedrag_cent
    ).order_by(Jaarbedrag.jaar, Jaarbedrag.bron)
    found = defaultdict(list)
    for project_id, jaar, bron, cents in db.session.execute(statement):
        found[project_id].append((jaar, bron, cents))
    return found


def _middle(geometry: Geometry | None) -> tuple[float | None, float | None]:
    if geometry is None:
        return (None, None)
    box = bounds_of(geometry)
    return (
        round((box.west + box.oost) / 2, _DECIMALS),
        round((box.zuid + box.noord) / 2, _DECIMALS),
    )
