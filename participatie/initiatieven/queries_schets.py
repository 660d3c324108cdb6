"""A small drawing of where an initiatief is, for pages without a script."""

from participatie.core.geometry import Geometry, bounds_of, widened
from participatie.core.schets import Schets, Teken, draw
from participatie.gebieden.queries import get_boom
from participatie.gebieden.types import GebiedId, Niveau

AROUND_POINT_M = 450
AROUND_GEBIED_M = 150
BACKGROUND = frozenset({Niveau.STAD, Niveau.WIJK})


def draw_plek(geometry: Geometry | None, gebied_id: GebiedId | None) -> Schets | None:
    """Draw the point, or the gebied as a whole, between the wijken; nothing without outlines."""
    boom = get_boom()
    gebied = boom.omtrekken.get(gebied_id) if gebied_id is not None else None
    if geometry is not None:
        frame = widened(bounds_of(geometry), AROUND_POINT_M)
    elif gebied is not None and gebied.geometry is not None:
        frame = widened(bounds_of(gebied.geometry), AROUND_GEBIED_M)
    else:
        return None
    tekens = [
        Teken("buur", omtrek.geometry)
        for omtrek in boom.omtrekken.values()
        if omtrek.niveau in BACKGROUND and omtrek.geometry is not None
    ]
    if gebied is not None and gebied.geometry is not None:
        tekens.append(Teken("gebied", gebied.geometry))
    if geometry is not None:
        tekens.append(Teken("initiatief", geometry))
    return draw(frame, tekens)
