"""Reading voorstellen."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import joinedload, selectinload, undefer

from participatie.accounts.types import GebruikerId
from participatie.core.db import db
from participatie.core.errors import NotFoundError
from participatie.core.paging import PAGE_SIZE, Page
from participatie.gebieden.models import Gebied
from participatie.organisaties.models import Organisatie
from participatie.organisaties.types import OrganisatieId
from participatie.programmas.models import Project, ProjectStand
from participatie.programmas.queries_gegevens import gegevens_of
from participatie.programmas.types import ProjectGegevens, ProjectId
from participatie.voorstellen.models import Voorstel, voorstel_gebieden
from participatie.voorstellen.rules import OPEN
from participatie.voorstellen.rules_gegevens import from_json
from participatie.voorstellen.types import VoorstelId, VoorstelRij, VoorstelStatus


def get_voorstel(voorstel_id: int) -> Voorstel:
    """Return the voorstel with its gebieden and organisatie, or raise."""
    statement = (
        select(Voorstel)
        .where(Voorstel.id == voorstel_id)
        .options(
            joinedload(Voorstel.organisatie),
            selectinload(Voorstel.gebieden),
            joinedload(Voorstel.project).options(
                undefer(Project.geometrie),
                selectinload(Project.gebieden),
                selectinload(Project.jaarbedragen),
            ),
        )
    )
    voorstel = db.session.scalars(statement).one_or_none()
    if voorstel is None:
        raise NotFoundError("Dit voorstel bestaat niet.")
    return voorstel


def find_open_of_project(project_id: ProjectId) -> Voorstel | None:
    """Return the voorstel about a project that is not finished yet, if there is one."""
    statement = select(Voorstel).where(
        Voorstel.project_id == project_id, Voorstel.status.in_(sorted(OPEN))
    )
    return db.session.scalars(statement).one_or_none()


def find_by_bronsleutel(organisatie_id: OrganisatieId, bronsleutel: str) -> Voorstel | None:
    """Return the newest voorstel of an organisatie with this key, if there is one."""
    statement = (
        select(Voorstel)
        .where(Voorstel.organisatie_id == organisatie_id, Voorstel.bronsleutel == bronsleutel)
        .order_by(Voorstel.id.desc())
        .limit(1)
    )
    return db.session.scalars(statement).one_or_none()


def get_basis(voorstel: Voorstel) -> ProjectGegevens | None:
    """Return what the project said when the partner looked at it; nothing for a new item."""
    project = voorstel.project
    if voorstel.op_versie is None or project is None:
        return None
    if project.versie == voorstel.op_versie:
        return gegevens_of(project)
    statement = (
        select(ProjectStand)
        .where(ProjectStand.project_id == project.id, ProjectStand.versie == voorstel.op_versie)
        .options(undefer(ProjectStand.geometrie), selectinload(ProjectStand.gebieden))
    )
    return gegevens_of(db.session.scalars(statement).one())


def count_by_status(organisatie_id: OrganisatieId) -> Mapping[VoorstelStatus, int]:
    """Return how many voorstellen an organisatie has in each state."""
    return _count(Voorstel.organisatie_id == organisatie_id)


def count_of_inlezing(inlezing: str) -> Mapping[VoorstelStatus, int]:
    """Return how many voorstellen from one file there are in each state."""
    return _count(Voorstel.inlezing == inlezing)


def _count(condition: ColumnElement[bool]) -> Mapping[VoorstelStatus, int]:
    statement = select(Voorstel.status, func.count()).where(condition).group_by(Voorstel.status)
    counted = dict(db.session.execute(statement).all())
    return {status: counted.get(status, 0) for status in VoorstelStatus}


def list_of_organisatie(
    organisatie_id: OrganisatieId, status: VoorstelStatus | None, number: int = 1
) -> Page[VoorstelRij]:
    """Return a page of the voorstellen of an organisatie, what changed last first."""
    conditions = [Voorstel.organisatie_id == organisatie_id]
    if status is not None:
        conditions.append(Voorstel.status == status)
    total = db.session.scalar(select(func.count(Voorstel.id)).where(*conditions)) or 0
    number = min(max(number, 1), Page((), 1, total).count)
    order = (Voorstel.gewijzigd_op.desc(), Voorstel.id.desc())
    return Page(list_rijen(conditions, order, number=number), number, total)


def list_rijen(
    conditions: Sequence[ColumnElement[bool]],
    order: Sequence[Any],
    *,
    number: int = 1,
    size: int = PAGE_SIZE,
) -> Sequence[VoorstelRij]:
    """Return a page of rows for a list, with the names of their gebieden."""
    statement = (
        select(
            Voorstel.id,
            Voorstel.titel,
            Voorstel.status,
            Voorstel.project_id,
            Organisatie.naam.label("organisatie"),
            func.coalesce(Voorstel.aangeboden_op, Voorstel.gewijzigd_op).label("sinds"),
            Voorstel.inlezing,
            Voorstel.versie,
        )
        .join(Organisatie, Organisatie.id == Voorstel.organisatie_id)
        .where(*conditions)
        .order_by(*order)
        .limit(size)
        .offset((number - 1) * size)
    )
    rows = db.session.execute(statement).mappings().all()
    namen = _gebied_namen([row["id"] for row in rows])
    return [VoorstelRij(**row, gebieden=tuple(namen[row["id"]])) for row in rows]


def _gebied_namen(voorstel_ids: Sequence[int]) -> Mapping[int, list[str]]:
    namen: dict[int, list[str]] = defaultdict(list)
    if not voorstel_ids:
        return namen
    statement = (
        select(voorstel_gebieden.c.voorstel_id, Gebied.naam)
        .join(Gebied, Gebied.id == voorstel_gebieden.c.gebied_id)
        .where(voorstel_gebieden.c.voorstel_id.in_(voorstel_ids))
        .order_by(Gebied.naam)
    )
    for voorstel_id, naam in db.session.execute(statement):
        namen[voorstel_id].append(naam)
    return namen


def list_open_of_projecten(project_ids: Sequence[ProjectId]) -> Mapping[ProjectId, VoorstelId]:
    """Return for each of these projects the voorstel about it that is not finished yet."""
    statement = select(Voorstel.project_id, Voorstel.id).where(
        Voorstel.project_id.in_(project_ids), Voorstel.status.in_(sorted(OPEN))
    )
    found = db.session.execute(statement)
    return {project_id: voorstel_id for project_id, voorstel_id in found if project_id}


def own_voorstellen(gebruiker_id: int) -> list[dict[str, object]]:
    """Return everything someone proposed, as values that can be written as JSON."""
    statement = (
        select(Voorstel)
        .where(Voorstel.indiener_id == GebruikerId(gebruiker_id))
        .options(joinedload(Voorstel.organisatie))
        .order_by(Voorstel.id)
    )
    return [
        {
            "id": voorstel.id,
            "organisatie": voorstel.organisatie.naam,
            "titel": voorstel.titel,
            "omschrijving": from_json(voorstel.gegevens).omschrijving,
            "status": voorstel.status.value,
            "aangemaaktOp": voorstel.aangemaakt_op.isoformat(),
            "gewijzigdOp": voorstel.gewijzigd_op.isoformat(),
        }
        for voorstel in db.session.scalars(statement)
    ]
