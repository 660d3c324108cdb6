"""The drawing of where a voorstel lies."""

from participatie.core.geometry import Bounds, Geometry, bounds_of, widened
from participatie.core.schets import Schets, Teken, draw
from participatie.gebieden.queries import get_boom
from participatie.gebieden.types import NIVEAUS
from participatie.programmas.types import ProjectGegevens

RAND_M = 120


def draw_voorstel(said: ProjectGegevens) -> Schets | None:
    """Return its gebieden and its own place, or None when nothing of its place is known."""
    omtrekken = get_boom().omtrekken
    about = [omtrekken[one] for one in said.gebied_ids if one in omtrekken]
    about.sort(key=lambda omtrek: (-NIVEAUS.index(omtrek.niveau), omtrek.code))
    own = [omtrek.geometry for omtrek in about if omtrek.geometry is not None]
    tekens = [Teken("gebied", geometry) for geometry in own]
    shown = own
    if said.geometrie is not None:
        tekens.append(Teken("project", said.geometrie))
        shown = [*own[:1], said.geometrie]
    return draw(widened(_around(shown), RAND_M), tekens) if shown else None


def _around(geometries: list[Geometry]) -> Bounds:
    boxes = [bounds_of(geometry) for geometry in geometries]
    return Bounds(
        min(box.west for box in boxes),
        min(box.zuid for box in boxes),
        max(box.oost for box in boxes),
        max(box.noord for box in boxes),
    )
