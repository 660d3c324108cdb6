"""Reading initiatieven."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload, undefer

from participatie.accounts.types import GebruikerId
from participatie.core.db import db
from participatie.core.errors import NotFoundError
from participatie.gebieden.types import GebiedId
from participatie.initiatieven.models import Initiatief
from participatie.initiatieven.rules import open_step
from participatie.initiatieven.types import Stap
from participatie.inzendingen.models import Koppeling
from participatie.inzendingen.queries import may_see
from participatie.inzendingen.types import InzendingId, Kijker, Status
from participatie.programmas.types import ProjectId

PANEL_SIZE = 4


def find_by_sleutel(formulier_sleutel: str) -> Initiatief | None:
    """Return the initiatief that came from this form, if it was sent before."""
    return db.session.scalar(
        select(Initiatief).where(Initiatief.formulier_sleutel == formulier_sleutel)
    )


def get_eigen(
    initiatief_id: InzendingId, gebruiker_id: GebruikerId, *, lock: bool = False
) -> Initiatief:
    """Return someone's own initiatief, or raise; with `lock` others wait until we are done."""
    statement = (
        select(Initiatief)
        .where(Initiatief.id == initiatief_id, Initiatief.indiener_id == gebruiker_id)
        .options(
            undefer(Initiatief.geometrie),
            selectinload(Initiatief.fotos),
            selectinload(Initiatief.gebied),
        )
    )
    if lock:
        statement = statement.with_for_update(of=Initiatief).execution_options(
            populate_existing=True
        )
    found = db.session.scalar(statement)
    if found is None:
        raise NotFoundError
    return found


def list_eigen(gebruiker_id: GebruikerId) -> Sequence[Initiatief]:
    """Return everything someone wrote, last changed first."""
    statement = (
        select(Initiatief)
        .where(Initiatief.indiener_id == gebruiker_id)
        .order_by(Initiatief.gewijzigd_op.desc(), Initiatief.id.desc())
        .options(joinedload(Initiatief.gebied))
    )
    return db.session.scalars(statement).all()


def get_zichtbaar_initiatief(initiatief_id: InzendingId, kijker: Kijker | None) -> Initiatief:
    """Return the initiatief with all that its page shows, when this person may see it."""
    statement = (
        select(Initiatief)
        .where(Initiatief.id == initiatief_id)
        .options(
            undefer(Initiatief.geometrie),
            joinedload(Initiatief.gebied),
            joinedload(Initiatief.indiener),
            joinedload(Initiatief.opgegaan_in),
            selectinload(Initiatief.fotos),
            selectinload(Initiatief.stappen),
            selectinload(Initiatief.koppelingen).joinedload(Koppeling.project),
        )
    )
    found = db.session.scalar(statement)
    if found is None or not may_see(found, kijker):
        raise NotFoundError
    return found


def missing_step(initiatief: Initiatief) -> Stap | None:
    """Return the first step that must still be filled in before it can be sent."""
    return open_step(
        titel=initiatief.titel,
        has_thema=initiatief.thema is not None,
        toelichting=initiatief.toelichting,
        waarom=initiatief.waarom,
        has_gebied=initiatief.gebied_id is not None,
    )


def list_bij_project(project_id: ProjectId) -> Sequence[Koppeling]:
    """Return the links of published initiatieven to a project, newest first."""
    statement = (
        select(Koppeling)
        .join(Initiatief, Initiatief.id == Koppeling.inzending_id)
        .where(Koppeling.project_id == project_id, Initiatief.status == Status.GEPUBLICEERD)
        .order_by(Koppeling.id.desc())
        .limit(PANEL_SIZE)
        .options(joinedload(Koppeling.inzending))
    )
    return db.session.scalars(statement).all()


def list_nieuwste(gebied_ids: frozenset[GebiedId]) -> Sequence[Initiatief]:
    """Return the newest published initiatieven of these gebieden."""
    statement = (
        select(Initiatief)
        .where(
            Initiatief.status == Status.GEPUBLICEERD,
            Initiatief.opgegaan_in_id.is_(None),
            Initiatief.gebied_id.in_(sorted(gebied_ids)),
        )
        .order_by(Initiatief.gepubliceerd_op.desc(), Initiatief.id.desc())
        .limit(PANEL_SIZE)
        .options(joinedload(Initiatief.gebied), selectinload(Initiatief.fotos))
    )
    return db.session.scalars(statement).all()
