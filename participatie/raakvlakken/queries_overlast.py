"""Where too much work is done in one year."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, Text, cast, select

from participatie.core.db import db
from participatie.core.geometry_pairs import inside_which
from participatie.gebieden.queries import get_boom
from participatie.gebieden.types import GebiedId, Niveau
from participatie.opgaven.types import Domein
from participatie.programmas.models import Project
from participatie.programmas.types import Fase, ProjectSoort
from participatie.raakvlakken.rules_overlast import drukte, in_jaar, uitvoering_of
from participatie.raakvlakken.types_overlast import Buurtrij, Vak, Werk, WerkPerBuurt

SOORTEN = (ProjectSoort.WERK, ProjectSoort.ONDERHOUD, ProjectSoort.PROJECT)
NIET_ZEKER = (Fase.IDEE, Fase.GESTOPT)
LIJNEN = ("LineString", "MultiLineString")
COLUMNS = (
    Project.id,
    Project.titel,
    Project.plek_omschrijving,
    Project.trekker,
    Project.start,
    Project.eind,
    Project.fasering,
    cast(Project.geometrie, Text).label("geojson"),
)


def list_werken(jaren: range, gebied_id: GebiedId | None = None) -> Sequence[Werk]:
    """Return the works of these years: fysiek, with a place, and more than an idea.

    With a gebied only what lies in its box: see `works_by_gebied` for what lies in it.
    """
    statement = (
        select(*COLUMNS)
        .where(
            Project.domein == Domein.FYSIEK,
            Project.soort.in_(SOORTEN),
            Project.fase.not_in(NIET_ZEKER),
            Project.west.is_not(None),
            Project.start <= date(jaren[-1], 12, 31),
            Project.eind >= date(jaren[0], 1, 1),
        )
        .order_by(Project.start, Project.titel, Project.id)
    )
    bounds = None if gebied_id is None else get_boom().grenzen.get(gebied_id)
    if bounds is not None:
        statement = statement.where(Project.in_bounds(bounds))
    found = [_werk(row) for row in db.session.execute(statement)]
    return [werk for werk in found if any(in_jaar(werk, jaar) for jaar in jaren)]


def _werk(row: Row[*tuple[Any, ...]]) -> Werk:
    start, eind = uitvoering_of(row.start, row.eind, row.fasering)
    return Werk(
        id=row.id,
        titel=row.titel,
        plek=row.plek_omschrijving,
        trekker=row.trekker,
        start=start,
        eind=eind,
        geojson=row.geojson,
        is_lijn=any(f'"{soort}"' in row.geojson for soort in LIJNEN),
    )


def works_by_gebied(werken: Sequence[Werk], gebied_ids: Iterable[GebiedId]) -> WerkPerBuurt:
    """Return which works lie, wholly or partly, in each of these gebieden."""
    boom = get_boom()
    drawn = [
        (gebied_id, outline)
        for gebied_id in sorted(gebied_ids)
        if (outline := boom.omtrekken[gebied_id].geometry) is not None
    ]
    found: dict[GebiedId, list[Werk]] = defaultdict(list)
    hits = inside_which([werk.geojson for werk in werken], [outline for _id, outline in drawn])
    for number, place in hits:
        found[drawn[place][0]].append(werken[number])
    return {gebied_id: tuple(mine) for gebied_id, mine in found.items()}


def list_buurten(gebied_ids: Iterable[GebiedId]) -> Sequence[GebiedId]:
    """Return the buurten among these gebieden, by name."""
    omtrekken = get_boom().omtrekken
    buurten = [one for one in gebied_ids if omtrekken[one].niveau is Niveau.BUURT]
    return sorted(buurten, key=lambda one: omtrekken[one].naam)


def list_buurtrijen(
    per_buurt: WerkPerBuurt, buurten: Sequence[GebiedId], jaren: range, drempel: int
) -> Sequence[Buurtrij]:
    """Return each buurt in which anything is done, the busiest year of all first."""
    omtrekken = get_boom().omtrekken
    rijen = []
    for gebied_id in buurten:
        aantallen = [
            sum(in_jaar(werk, jaar) for werk in per_buurt.get(gebied_id, ())) for jaar in jaren
        ]
        if any(aantallen):
            vakken = tuple(
                Vak(jaar, aantal, drukte(aantal, drempel))
                for jaar, aantal in zip(jaren, aantallen, strict=True)
            )
            omtrek = omtrekken[gebied_id]
            rijen.append(Buurtrij(gebied_id, omtrek.naam, omtrek.slug, vakken))
    return sorted(rijen, key=lambda rij: (-max(vak.aantal for vak in rij.vakken), rij.naam))
