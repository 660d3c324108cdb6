"""An overview drawing of a gebied with numbered projects, for booklets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import shapely
from sqlalchemy import select

from participatie.core.db import db
from participatie.core.geometry import Geometry, as_mapping, bounds_of, shape_of, widened
from participatie.core.schets import Teken, draw
from participatie.core.schets_svg import as_svg
from participatie.gebieden.queries import get_boom
from participatie.gebieden.types import GebiedId
from participatie.opgaven.types import Domein
from participatie.programmas.models import Project, ProjectStand
from participatie.programmas.rules_tekens import STIJLEN, soort_teken
from participatie.programmas.types import Fase, ProjectId

RAND_M = 150
VEREENVOUDIGING = 0.00004  # degrees: less than is seen on paper


@dataclass(frozen=True)
class Genummerd:
    """A project with the number it has in a booklet."""

    nummer: int
    sleutel: int
    domein: Domein
    fase: Fase


def draw_kaartblad(
    gebied_id: GebiedId, projecten: Sequence[Genummerd], plekken: Mapping[int, Geometry]
) -> str | None:
    """Return the drawing as SVG; None while the outline of the gebied is not known."""
    boom = get_boom()
    own = boom.omtrekken[gebied_id]
    if own.geometry is None:
        return None
    beside = boom.kinderen.get(own.ouder_id, ()) if own.ouder_id is not None else ()
    inside = boom.kinderen.get(gebied_id, ())
    tekens = [
        *_outlines("buur", [found for found in beside if found != gebied_id]),
        Teken("gebied", _simple(own.geometry)),
        *_outlines("grens", inside),
        *(
            Teken(soort_teken(one.domein, one.fase), plekken[one.sleutel], one.nummer)
            for one in projecten
            if one.sleutel in plekken
        ),
    ]
    return as_svg(draw(widened(bounds_of(own.geometry), RAND_M), tekens), STIJLEN)


def get_plekken(project_ids: Sequence[ProjectId]) -> Mapping[int, Geometry]:
    """Return where projects lie now, those without a place left out."""
    statement = select(Project.id, Project.geometrie).where(
        Project.id.in_(project_ids), Project.west.is_not(None)
    )
    return {found: geometrie for found, geometrie in db.session.execute(statement) if geometrie}


def get_plekken_van_standen(stand_ids: Sequence[int]) -> Mapping[int, Geometry]:
    """Return where projects lay in these standen, those without a place left out."""
    statement = select(ProjectStand.id, ProjectStand.geometrie).where(
        ProjectStand.id.in_(stand_ids), ProjectStand.west.is_not(None)
    )
    return {found: geometrie for found, geometrie in db.session.execute(statement) if geometrie}


def _outlines(soort: str, gebied_ids: Sequence[GebiedId]) -> list[Teken]:
    omtrekken = (get_boom().omtrekken[found].geometry for found in gebied_ids)
    return [Teken(soort, _simple(geometry)) for geometry in omtrekken if geometry is not None]


def _simple(geometry: Geometry) -> Geometry:
    return as_mapping(shapely.simplify(shape_of(geometry), VEREENVOUDIGING))
