"""Reading everything public for the map: once per version, then from memory."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Any

import shapely
from sqlalchemy import func, select

from participatie.core.clock import AMSTERDAM
from participatie.core.db import db
from participatie.core.geometry import Bounds, Geometry
from participatie.gebieden.queries import gebied_at, get_boom
from participatie.gebieden.types import GebiedId, Niveau
from participatie.inzendingen.models import Inzending
from participatie.inzendingen.types import InzendingSoort, Status
from participatie.journal.models import JournalEntry
from participatie.kaart.rules import DECIMALEN, VEREENVOUDIGING, fold, jaren_van, sort_key
from participatie.kaart.types import Bron, KaartItem
from participatie.programmas.models import Project, project_gebieden
from participatie.programmas.rules import THEMA_DOMEIN

FORMAAT = 1
RECENT = 1_000
NIET_OP_DE_KAART = ("gebruiker",)

JsonDict = Mapping[str, Any]


@dataclass(frozen=True)
class Verzameling:
    """The whole public set as it was when the journal had this version."""

    versie: str
    items: tuple[KaartItem, ...]
    jaren: range


_kept: Verzameling | None = None
_lock = Lock()


def get_versie() -> str:
    """Return a text that changes with every change of what is public.

    The journal's number alone would miss a transaction that got its number early and was
    committed late; so the number of recent lines is part of it.
    """
    on_map = JournalEntry.onderwerp_soort.not_in(NIET_OP_DE_KAART)
    latest = select(func.coalesce(func.max(JournalEntry.id), 0)).where(on_map).scalar_subquery()
    recent = (
        select(func.count()).where(on_map, JournalEntry.id > latest - RECENT).scalar_subquery()
    )
    number, lines = db.session.execute(select(latest, recent)).one()
    return f"{FORMAAT}-{number}-{lines}"


def get_verzameling() -> Verzameling:
    """Return everything public, read at most once for each version."""
    global _kept  # noqa: PLW0603  # one set for the whole process
    versie = get_versie()
    kept = _kept
    if kept is not None and kept.versie == versie:
        return kept
    with _lock:  # a second request waits for the first instead of reading it all again
        if _kept is None or _kept.versie != versie:
            items = sorted((*_projecten(), *_initiatieven()), key=sort_key)
            _kept = Verzameling(versie, tuple(items), jaren_van(items))
        return _kept


def forget() -> None:
    """Forget what was read: for tests, where versions start again."""
    global _kept  # noqa: PLW0603
    _kept = None


def _projecten() -> Iterator[KaartItem]:
    gebieden = _gebieden_of_projecten()
    rows = db.session.execute(
        select(
            Project.id,
            Project.titel,
            Project.omschrijving,
            Project.plek_omschrijving,
            Project.soort,
            Project.domein,
            Project.thema,
            Project.fase,
            Project.start,
            Project.eind,
            Project.geometrie,
            Project.west,
            Project.zuid,
            Project.oost,
            Project.noord,
        )
    ).all()
    vormen = simplify([row.geometrie for row in rows])
    for row, vorm in zip(rows, vormen, strict=True):
        yield KaartItem(
            bron=Bron.PROJECTEN,
            id=row.id,
            titel=row.titel,
            soort=row.soort,
            domein=row.domein,
            thema=row.thema,
            fase=row.fase,
            van=row.start.year,
            tot=row.eind.year,
            gebied_ids=_with_smallest(gebieden[row.id], _bounds(row)),
            bounds=_bounds(row),
            vorm=vorm,
            zoektekst=fold(f"{row.titel} {row.omschrijving} {row.plek_omschrijving}"),
        )


def _gebieden_of_projecten() -> Mapping[int, set[GebiedId]]:
    gebieden = defaultdict(set)
    for project_id, gebied_id in db.session.execute(select(project_gebieden)):
        gebieden[project_id].add(gebied_id)
    return gebieden


def _initiatieven() -> Iterator[KaartItem]:
    rows = db.session.execute(
        select(
            Inzending.id,
            Inzending.titel,
            Inzending.toelichting,
            Inzending.plek_omschrijving,
            Inzending.thema,
            Inzending.gebied_id,
            Inzending.gepubliceerd_op,
            Inzending.geometrie,
            Inzending.west,
            Inzending.zuid,
            Inzending.oost,
            Inzending.noord,
        ).where(
            Inzending.soort == InzendingSoort.INITIATIEF,
            Inzending.status == Status.GEPUBLICEERD,
        )
    ).all()
    vormen = simplify([row.geometrie for row in rows])
    for row, vorm in zip(rows, vormen, strict=True):
        yield KaartItem(
            bron=Bron.INITIATIEVEN,
            id=row.id,
            titel=row.titel,
            soort=None,
            domein=THEMA_DOMEIN[row.thema] if row.thema else None,
            thema=row.thema,
            fase=None,
            van=row.gepubliceerd_op.astimezone(AMSTERDAM).year,
            tot=None,
            gebied_ids=_with_smallest({row.gebied_id} - {None}, _bounds(row)),
            bounds=_bounds(row),
            vorm=vorm,
            zoektekst=fold(f"{row.titel} {row.toelichting} {row.plek_omschrijving}"),
        )


def _with_smallest(gebied_ids: set[GebiedId], bounds: Bounds | None) -> frozenset[GebiedId]:
    """Add the buurt of a pin that is known by larger gebieden only, so that it is found there."""
    omtrekken = get_boom().omtrekken
    niveaus = {omtrekken[found].niveau for found in gebied_ids if found in omtrekken}
    if bounds is None or Niveau.BUURT in niveaus:
        return frozenset(gebied_ids)
    smallest = gebied_at(
        (bounds.west + bounds.oost) / 2, (bounds.zuid + bounds.noord) / 2
    ).kleinste
    return frozenset(gebied_ids | ({smallest} if smallest else set()))


def _bounds(row: Any) -> Bounds | None:  # noqa: ANN401  # a row of either table
    if row.west is None:
        return None
    return Bounds(row.west, row.zuid, row.oost, row.noord)


def simplify(geometries: list[JsonDict | None]) -> list[Geometry | None]:
    """Return small versions of many geometries, all lines and polygons in one go."""
    found: list[Geometry | None] = [_point(geometry) for geometry in geometries]
    others = [
        place
        for place, geometry in enumerate(geometries)
        if geometry is not None and found[place] is None
    ]
    if not others:
        return found
    shapes = shapely.from_geojson([json.dumps(geometries[place]) for place in others])
    smaller = shapely.transform(
        shapely.simplify(shapes, VEREENVOUDIGING), lambda points: points.round(DECIMALEN)
    )
    for place, text in zip(others, shapely.to_geojson(smaller), strict=True):
        found[place] = json.loads(text)
    return found


def _point(geometry: JsonDict | None) -> Geometry | None:
    if geometry is None or geometry["type"] != "Point":
        return None
    lon, lat = geometry["coordinates"][:2]
    return {"type": "Point", "coordinates": [round(lon, DECIMALEN), round(lat, DECIMALEN)]}
