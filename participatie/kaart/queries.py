"""Reading everything public for the map: once per version, then from memory."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from threading import Lock
from typing import Any

import shapely
from sqlalchemy import select, true

from participatie.core.clock import AMSTERDAM
from participatie.core.db import db
from participatie.core.geometry import Bounds, Geometry
from participatie.core.onderwerpen import Onderwerp
from participatie.core.peildatum import moment_after
from participatie.gebieden.queries import gebied_at, get_boom
from participatie.gebieden.types import GebiedId, Niveau
from participatie.initiatieven.models import Initiatief
from participatie.initiatieven.models_voortgang import Fasestap
from participatie.initiatieven.types_voortgang import InitiatiefFase
from participatie.inzendingen.types import Status
from participatie.journal.queries import find_changed, get_version
from participatie.kaart.rules import (
    DECIMALEN,
    INITIATIEF_FASEN,
    VEREENVOUDIGING,
    fold,
    jaren_van,
    sort_key,
)
from participatie.kaart.types import Bron, KaartItem
from participatie.organisaties.queries import list_organisaties
from participatie.programmas.models import Project, project_gebieden, stand_gebieden
from participatie.programmas.queries import Tabel, matches, tabel_op
from participatie.programmas.rules import THEMA_DOMEIN
from participatie.programmas.types import ProjectFilter

FORMAAT = 2
NIET_OP_DE_KAART = ("gebruiker",)
BRON_VAN = {"project": Bron.PROJECTEN, "initiatief": Bron.INITIATIEVEN}
"""Whose change is a change of one item; after any other everything is read again."""
FEW = 200

JsonDict = Mapping[str, Any]


@dataclass(frozen=True)
class Verzameling:
    """The whole public set as it was when the journal had this version."""

    versie: str
    items: tuple[KaartItem, ...]
    jaren: range

    def some(self, sleutels: Collection[str]) -> list[KaartItem]:
        """Return the items with these keys; those that are not public are not among them."""
        return [item for item in self.items if item.sleutel in sleutels]


_kept: Verzameling | None = None
_toen: dict[str, Verzameling] = {}
_lock = Lock()
MOST_TOEN = 4


def get_versie() -> str:
    """Return a text that changes with every change of what is public."""
    return f"{FORMAAT}-{get_version(zonder=NIET_OP_DE_KAART)}"


def get_verzameling(peildatum: date | None = None) -> Verzameling:
    """Return everything public, now or at the end of a day; after a change only that is read."""
    global _kept  # noqa: PLW0603  # one set for the whole process
    versie = get_versie()
    if peildatum is not None:
        return _get_toen(f"{versie}-{peildatum.isoformat()}", peildatum)
    kept = _kept
    if kept is not None and kept.versie == versie:
        return kept
    with _lock:  # a second request waits for the first instead of reading it all again
        if _kept is None or _kept.versie != versie:
            _kept = _renew(versie, _kept) or _read(versie, None)
        return _kept


def _renew(versie: str, kept: Verzameling | None) -> Verzameling | None:
    """Return the set with what changed as it is now; None when that cannot be told."""
    if kept is None:
        return None
    since = kept.versie.removeprefix(f"{FORMAAT}-")
    changed = find_changed(since, zonder=NIET_OP_DE_KAART, most=FEW)
    if changed is None or any(one.soort not in BRON_VAN for one in changed):
        return None
    ids = {bron: _ids(changed, bron) for bron in Bron}
    items = [item for item in kept.items if item.id not in ids[item.bron]]
    items += _projecten(None, ids[Bron.PROJECTEN])
    items += _initiatieven(None, ids[Bron.INITIATIEVEN])
    return _sorted(versie, items)


def _ids(changed: Iterable[Onderwerp], bron: Bron) -> set[int]:
    return {one.id for one in changed if BRON_VAN[one.soort] is bron}


def _get_toen(versie: str, peildatum: date) -> Verzameling:
    """Return the set of an earlier day; a few are kept, for who looks at one looks twice."""
    with _lock:
        if versie not in _toen:
            while len(_toen) >= MOST_TOEN:
                del _toen[next(iter(_toen))]
            _toen[versie] = _read(versie, peildatum)
        return _toen[versie]


def _read(versie: str, peildatum: date | None) -> Verzameling:
    return _sorted(versie, (*_projecten(peildatum), *_initiatieven(peildatum)))


def _sorted(versie: str, items: Iterable[KaartItem]) -> Verzameling:
    in_order = tuple(sorted(items, key=sort_key))
    return Verzameling(versie, in_order, jaren_van(in_order))


def forget() -> None:
    """Forget what was read: for tests, where versions start again."""
    global _kept  # noqa: PLW0603
    _kept = None
    _toen.clear()


def _projecten(peildatum: date | None, ids: Collection[int] | None = None) -> Iterator[KaartItem]:
    tabel = tabel_op(peildatum)
    gebieden = _gebieden_of(tabel, ids)
    partners = {partner.id: (partner.slug, partner.naam) for partner in list_organisaties()}
    rows = db.session.execute(
        select(
            tabel.id.label("row_id"),
            tabel.project_id.label("id"),
            tabel.titel,
            tabel.omschrijving,
            tabel.plek_omschrijving,
            tabel.soort,
            tabel.organisatie_id,
            tabel.domein,
            tabel.thema,
            tabel.fase,
            tabel.start,
            tabel.eind,
            tabel.geometrie,
            tabel.west,
            tabel.zuid,
            tabel.oost,
            tabel.noord,
        ).where(
            matches(ProjectFilter(peildatum=peildatum)),
            true() if ids is None else tabel.project_id.in_(ids),
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
            gebied_ids=_with_smallest(gebieden[row.row_id], _bounds(row)),
            bounds=_bounds(row),
            vorm=vorm,
            zoektekst=fold(f"{row.titel} {row.omschrijving} {row.plek_omschrijving}"),
            organisatie=partners.get(row.organisatie_id),
        )


def _gebieden_of(tabel: Tabel, ids: Collection[int] | None) -> Mapping[int, set[GebiedId]]:
    """Return the gebieden of each row; `ids` are those of projecten as they are now."""
    gebieden = defaultdict(set)
    links = project_gebieden if tabel is Project else stand_gebieden
    wanted = true() if ids is None else project_gebieden.c.project_id.in_(ids)
    for row_id, gebied_id in db.session.execute(select(links).where(wanted)):
        gebieden[row_id].add(gebied_id)
    return gebieden


def _initiatieven(
    peildatum: date | None, ids: Collection[int] | None = None
) -> Iterator[KaartItem]:
    """Yield what is on the site, of an earlier day as far as it was there and still is."""
    there = true() if peildatum is None else Initiatief.gepubliceerd_op < moment_after(peildatum)
    rows = db.session.execute(
        select(
            Initiatief.id,
            Initiatief.titel,
            Initiatief.toelichting,
            Initiatief.plek_omschrijving,
            Initiatief.thema,
            Initiatief.gebied_id,
            Initiatief.gepubliceerd_op,
            Initiatief.geometrie,
            Initiatief.west,
            Initiatief.zuid,
            Initiatief.oost,
            Initiatief.noord,
            Initiatief.fase,
        ).where(
            Initiatief.status == Status.GEPUBLICEERD,
            there,
            Initiatief.opgegaan_in_id.is_(None) if peildatum is None else true(),
            true() if ids is None else Initiatief.id.in_(ids),
        )
    ).all()
    fasen = {} if peildatum is None else _fasen_op(peildatum, [row.id for row in rows])
    vormen = simplify([row.geometrie for row in rows])
    for row, vorm in zip(rows, vormen, strict=True):
        yield KaartItem(
            bron=Bron.INITIATIEVEN,
            id=row.id,
            titel=row.titel,
            soort=None,
            domein=THEMA_DOMEIN[row.thema] if row.thema else None,
            thema=row.thema,
            fase=INITIATIEF_FASEN[fasen.get(row.id, row.fase)],
            van=row.gepubliceerd_op.astimezone(AMSTERDAM).year,
            tot=None,
            gebied_ids=_with_smallest({row.gebied_id} - {None}, _bounds(row)),
            bounds=_bounds(row),
            vorm=vorm,
            zoektekst=fold(f"{row.titel} {row.toelichting} {row.plek_omschrijving}"),
        )


def _fasen_op(peildatum: date, ids: Collection[int]) -> Mapping[int, InitiatiefFase]:
    """Return in which fase these initiatieven were at the end of a day."""
    steps = db.session.execute(
        select(Fasestap.initiatief_id, Fasestap.naar)
        .where(Fasestap.op < moment_after(peildatum))
        .order_by(Fasestap.id)
    )
    return dict.fromkeys(ids, InitiatiefFase.GEZOCHT) | {row[0]: row[1] for row in steps}


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
