"""What lies around an inzending: projects, other inzendingen, and a drawing of them."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Text, cast, or_, select

from participatie.core import clock
from participatie.core.db import db
from participatie.core.geometry import Bounds, Geometry, bounds_of, distances_m, widened
from participatie.core.schets import Schets, Teken, draw
from participatie.gebieden.queries import get_boom
from participatie.gebieden.types import GebiedId
from participatie.inzendingen.models import Inzending
from participatie.inzendingen.queries_vergelijkbaar import list_gelijkende
from participatie.inzendingen.rules import NABIJ_M, STATUS_NAMEN_STAFF
from participatie.inzendingen.types import InzendingId, Status
from participatie.moderation.rules_woorden import planned_in_words
from participatie.moderation.types import Buur, Gepland, Omgeving
from participatie.programmas.models import Project
from participatie.programmas.queries_raakvlakken import list_raakvlakken_bij
from participatie.programmas.rules import plek_in_woorden

PROJECT_LIMIT = 8
BUREN_LIMIT = 6
CANDIDATES = 60
OPEN = (Status.INGEDIEND, Status.AANPASSEN)
Places = dict[int, Geometry]


def get_omgeving(inzending: Inzending, own: frozenset[GebiedId]) -> Omgeving:
    """Return what is planned and proposed around an inzending."""
    vandaag = clock.today()
    raakvlakken = list_raakvlakken_bij(
        geometry=inzending.geometrie,
        gebied_id=inzending.gebied_id,
        thema=inzending.thema,
        vanaf_jaar=vandaag.year,
        limit=PROJECT_LIMIT,
    )
    buren, places = _list_buren(inzending, own)
    return Omgeving(
        schets=_sketch(
            inzending, _project_places([found.project_id for found in raakvlakken]), places
        ),
        projecten=[
            Gepland(found.project_id, found.titel, planned_in_words(found, vandaag))
            for found in raakvlakken
        ],
        inzendingen=buren,
        gelijkend=_list_gelijkend(inzending, own, {buur.id for buur in buren}),
    )


def _list_gelijkend(
    inzending: Inzending, own: frozenset[GebiedId], shown: set[InzendingId]
) -> Sequence[Buur]:
    """Return public ones that say the same and are not shown as a neighbour already."""
    return [
        Buur(
            id=found.id,
            titel=found.titel,
            status=STATUS_NAMEN_STAFF[Status.GEPUBLICEERD],
            plek=_naam_of(found.gebied_id),
            is_own=found.gebied_id in own,
        )
        for found in list_gelijkende(inzending)
        if found.id not in shown
    ]


def _naam_of(gebied_id: GebiedId | None) -> str:
    omtrek = get_boom().omtrekken.get(gebied_id) if gebied_id is not None else None
    return omtrek.naam if omtrek else ""


def _list_buren(
    inzending: Inzending, own: frozenset[GebiedId]
) -> tuple[Sequence[Buur], Sequence[Geometry | None]]:
    """Return inzendingen close by, nearest first: public ones, and open ones of own gebieden."""
    statement = (
        select(
            Inzending.id,
            Inzending.titel,
            Inzending.status,
            Inzending.gebied_id,
            Inzending.geometrie,
            cast(Inzending.geometrie, Text).label("geojson"),
        )
        .where(
            Inzending.id != inzending.id,
            or_(
                Inzending.status == Status.GEPUBLICEERD,
                Inzending.status.in_(OPEN) & Inzending.gebied_id.in_(sorted(own)),
            ),
            _is_near(inzending),
        )
        .order_by(Inzending.id.desc())
        .limit(CANDIDATES)
    )
    rows = db.session.execute(statement).all()
    distances: list[float | None] = [None] * len(rows)
    if inzending.geometrie is not None:
        distances = [*distances_m(inzending.geometrie, [row.geojson for row in rows])]
    near = [
        (distance, row)
        for distance, row in zip(distances, rows, strict=True)
        if distance is None or distance <= NABIJ_M
    ]
    near.sort(key=lambda pair: (pair[0] or 0, -pair[1].id))
    near = near[:BUREN_LIMIT]
    return (
        [
            Buur(
                id=row.id,
                titel=row.titel,
                status=STATUS_NAMEN_STAFF[row.status],
                plek="" if distance is None else plek_in_woorden(distance, None),
                is_own=row.gebied_id in own,
            )
            for distance, row in near
        ],
        [row.geometrie for _, row in near],
    )


def _is_near(inzending: Inzending) -> ColumnElement[bool]:
    if inzending.geometrie is None:
        return Inzending.gebied_id == inzending.gebied_id
    return Inzending.in_bounds(widened(bounds_of(inzending.geometrie), NABIJ_M))


def _project_places(project_ids: Sequence[int]) -> Sequence[Geometry | None]:
    statement = select(Project.id, Project.geometrie).where(Project.id.in_(project_ids))
    places = {row.id: row.geometrie for row in db.session.execute(statement)}
    return [places[project_id] for project_id in project_ids]


def _sketch(
    inzending: Inzending,
    projecten: Sequence[Geometry | None],
    buren: Sequence[Geometry | None],
) -> Schets | None:
    outline = _outline(inzending.gebied_id)
    frame = _frame(inzending.geometrie, outline)
    if frame is None:
        return None
    tekens = [Teken("gebied", outline)] if outline else []
    kinds = [*["project"] * len(projecten), *["buur"] * len(buren)]
    tekens += [
        Teken(kind, place, number)
        for number, (kind, place) in enumerate(
            zip(kinds, [*projecten, *buren], strict=True), start=1
        )
        if place is not None
    ]
    if inzending.geometrie is not None:
        tekens.append(Teken("inzending", inzending.geometrie))
    return draw(frame, tekens)


def _outline(gebied_id: GebiedId | None) -> Geometry | None:
    omtrek = get_boom().omtrekken.get(gebied_id) if gebied_id is not None else None
    return omtrek.geometry if omtrek else None


def _frame(place: Geometry | None, outline: Geometry | None) -> Bounds | None:
    if place is not None:
        return widened(bounds_of(place), NABIJ_M)
    return bounds_of(outline) if outline else None
