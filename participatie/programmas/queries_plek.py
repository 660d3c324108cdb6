"""The drawing of where a project lies: its gebieden, their neighbours and its own place."""

from collections.abc import Iterable

from participatie.core.geometry import Bounds, Geometry, bounds_of, widened
from participatie.core.schets import Schets, Teken, draw
from participatie.gebieden.queries import get_boom
from participatie.gebieden.types import NIVEAUS, GebiedId
from participatie.programmas.models import Project, ProjectStand

RAND_M = 120


def draw_plek(project: Project | ProjectStand) -> Schets | None:
    """Return the drawing, or None when nothing of its place is known."""
    boom = get_boom()
    omtrekken = [
        boom.omtrekken[gebied.id] for gebied in project.gebieden if gebied.id in boom.omtrekken
    ]
    omtrekken.sort(key=lambda omtrek: -NIVEAUS.index(omtrek.niveau))
    own = [omtrek.geometry for omtrek in omtrekken if omtrek.geometry is not None]
    shown = own[:1] if project.geometrie is not None else own
    if project.geometrie is not None:
        shown = [*shown, project.geometrie]
    if not shown:
        return None
    neighbours = _neighbours({omtrek.id for omtrek in omtrekken})
    tekens = [
        *(Teken("buur", geometry) for geometry in neighbours),
        *(Teken("gebied", geometry) for geometry in own),
    ]
    if project.geometrie is not None:
        tekens.append(Teken("project", project.geometrie))
    return draw(_frame(shown), tekens)


def _neighbours(gebied_ids: set[GebiedId]) -> list[Geometry]:
    """Return the outlines of what lies under the same gebied."""
    boom = get_boom()
    ouders = {boom.omtrekken[gebied_id].ouder_id for gebied_id in gebied_ids}
    beside = {sister for ouder in ouders for sister in boom.kinderen.get(ouder, ())} - gebied_ids
    found = (boom.omtrekken[sister].geometry for sister in sorted(beside))
    return [geometry for geometry in found if geometry is not None]


def _frame(geometries: Iterable[Geometry]) -> Bounds:
    boxes = [bounds_of(geometry) for geometry in geometries]
    together = Bounds(
        min(box.west for box in boxes),
        min(box.zuid for box in boxes),
        max(box.oost for box in boxes),
        max(box.noord for box in boxes),
    )
    return widened(together, RAND_M)
