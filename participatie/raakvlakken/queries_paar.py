"""One pair, and the pairs of one project."""

from collections.abc import Sequence

from sqlalchemy import func, or_, select
from sqlalchemy.orm import aliased, joinedload, selectinload

from participatie.core.db import db
from participatie.core.errors import NotFoundError
from participatie.core.geometry import Bounds, Geometry, bounds_of, point, widened
from participatie.core.schets import Schets, Teken, draw
from participatie.gebieden.queries import get_boom
from participatie.programmas.models import Project
from participatie.programmas.types import ProjectId
from participatie.raakvlakken.models import Oordeelstap, Raakvlak
from participatie.raakvlakken.queries_werklijst import gebied_naam
from participatie.raakvlakken.rules_woorden import near_from_here, together_in_words
from participatie.raakvlakken.types import RaakvlakId
from participatie.raakvlakken.types_werklijst import Nabij

RAND_M = 80


def get_raakvlak(raakvlak_id: int) -> Raakvlak:
    """Return a pair with both projects, their places, gebieden and money, or raise."""
    statement = select(Raakvlak).where(Raakvlak.id == raakvlak_id)
    for side in (Raakvlak.project_a, Raakvlak.project_b):
        statement = statement.options(
            joinedload(side).undefer(Project.geometrie),
            joinedload(side).selectinload(Project.gebieden),
            joinedload(side).selectinload(Project.jaarbedragen),
        )
    statement = statement.options(joinedload(Raakvlak.door))
    newest = statement.execution_options(populate_existing=True)
    found = db.session.scalars(newest).one_or_none()
    if found is None:
        raise NotFoundError("Dit raakvlak bestaat niet.")
    return found


def find_paar(one: ProjectId, other: ProjectId) -> Raakvlak | None:
    """Return the pair of these two projects, if they touch or once touched."""
    statement = select(Raakvlak).where(
        Raakvlak.project_a_id == min(one, other), Raakvlak.project_b_id == max(one, other)
    )
    return db.session.scalars(statement).one_or_none()


def list_for_judging(raakvlak_ids: Sequence[int]) -> Sequence[Raakvlak]:
    """Return these pairs with the gebieden of their projects, as far as they exist."""
    statement = (
        select(Raakvlak)
        .where(Raakvlak.id.in_(raakvlak_ids))
        .options(
            joinedload(Raakvlak.project_a).selectinload(Project.gebieden),
            joinedload(Raakvlak.project_b).selectinload(Project.gebieden),
        )
        .order_by(Raakvlak.id)
    )
    return db.session.scalars(statement).all()


def list_stappen(raakvlak_id: RaakvlakId) -> Sequence[Oordeelstap]:
    """Return what was said of a pair, newest first."""
    statement = (
        select(Oordeelstap)
        .where(Oordeelstap.raakvlak_id == raakvlak_id)
        .options(selectinload(Oordeelstap.door))
        .order_by(Oordeelstap.id.desc())
    )
    return db.session.scalars(statement).all()


def list_nabij(project_id: ProjectId) -> Sequence[Nabij]:
    """Return what touches a project: the soonest first, then the nearest."""
    other = aliased(Project)
    statement = (
        select(Raakvlak, other.id, other.titel, other.fase, other.start, other.eind)
        .join(
            other,
            or_(
                (Raakvlak.project_a_id == project_id) & (other.id == Raakvlak.project_b_id),
                (Raakvlak.project_b_id == project_id) & (other.id == Raakvlak.project_a_id),
            ),
        )
        .where(Raakvlak.vervallen_op.is_(None))
        .order_by(Raakvlak.van, func.coalesce(Raakvlak.afstand_m, RAND_M), Raakvlak.id)
    )
    return [
        Nabij(
            raakvlak_id=found.id,
            project_id=other_id,
            titel=titel,
            fase=fase,
            start=start,
            eind=eind,
            hoe_dichtbij=near_from_here(found.afstand_m, gebied_naam(found.gebied_id)),
            wanneer=together_in_words(found.van, found.tot, found.gat_dagen),
            oordeel=found.oordeel,
            opnieuw=bool(found.opnieuw),
            reden=found.reden,
            is_getoond=found.tonen and not found.opnieuw,
        )
        for found, other_id, titel, fase, start, eind in db.session.execute(statement)
    ]


def draw_paar(raakvlak: Raakvlak) -> Schets | None:
    """Return the drawing of both projects in their gebieden, numbered 1 and 2."""
    boom = get_boom()
    places = [project.geometrie for project in raakvlak.projecten]
    own = {gebied.id for project in raakvlak.projecten for gebied in project.gebieden}
    outlines = [boom.omtrekken[gebied_id].geometry for gebied_id in sorted(own)]
    drawn = [outline for outline in outlines if outline is not None]
    shown = [place for place in places if place is not None] or drawn
    if not shown:
        return None
    tekens = [Teken("gebied", outline) for outline in drawn]
    for nummer, place in enumerate(places, start=1):
        if place is not None:
            tekens += _numbered(place, nummer)
    return draw(_frame(shown), tekens)


def _numbered(place: Geometry, nummer: int) -> Sequence[Teken]:
    """Return the signs of a project; lines along each other are numbered at other ends."""
    soort = f"project{nummer}"
    if place["type"] != "LineString":
        return [Teken(soort, place, nummer)]
    end = place["coordinates"][0 if nummer == 1 else -1]
    return [Teken(soort, place), Teken(soort, point(*end), nummer)]


def _frame(geometries: Sequence[Geometry]) -> Bounds:
    boxes = [bounds_of(geometry) for geometry in geometries]
    together = Bounds(
        min(box.west for box in boxes),
        min(box.zuid for box in boxes),
        max(box.oost for box in boxes),
        max(box.noord for box in boxes),
    )
    return widened(together, RAND_M)
