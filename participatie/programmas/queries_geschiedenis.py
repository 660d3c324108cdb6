"""Reading the history of a project from its standen."""

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from sqlalchemy import and_, func, select
from sqlalchemy.orm import selectinload, undefer

from participatie.accounts.models import Gebruiker, Rolverlening
from participatie.accounts.types import STAFF_ROLLEN, Rol
from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import NotFoundError
from participatie.core.paging import Page
from participatie.core.peildatum import moment_after
from participatie.gebieden.queries import get_boom
from participatie.organisaties.models import Organisatie, organisatie_leden
from participatie.programmas.models import Project, ProjectStand
from participatie.programmas.queries_gegevens import gegevens_of
from participatie.programmas.queries_namen import get_doel_namen, get_organisatie_namen
from participatie.programmas.rules import FASEN_VOORBIJ
from participatie.programmas.rules_geschiedenis import compare
from participatie.programmas.types import ProjectGegevens
from participatie.programmas.types_geschiedenis import (
    Namen,
    Schrijver,
    Slot,
    Verandering,
    Wijziging,
)

PER_PAGE = 10
ROLLEN = (Rol.PROGRAMMAREDACTEUR, Rol.BEHEERDER, Rol.GEBIEDSVERBINDER, Rol.PARTNER)
"""Which role someone wrote in, when he has more than one."""


def list_geschiedenis(project_id: int, number: int = 1) -> Page[Verandering]:
    """Return a page of what happened to a project, the newest first."""
    mine = ProjectStand.project_id == project_id
    total = db.session.scalar(select(func.count()).select_from(ProjectStand).where(mine)) or 0
    number = min(max(number, 1), Page((), 1, total, PER_PAGE).count)
    statement = (
        select(ProjectStand)
        .where(mine)
        .options(undefer(ProjectStand.geometrie), selectinload(ProjectStand.gebieden))
        .order_by(ProjectStand.versie.desc())
        .limit(PER_PAGE + 1)  # the oldest is told apart from the one before it
        .offset((number - 1) * PER_PAGE)
    )
    standen = db.session.scalars(statement).all()
    return Page(_changes(standen)[:PER_PAGE], number, total, PER_PAGE)


def get_titel(project_id: int) -> str:
    """Return what a project is called now, or raise."""
    titel = db.session.scalar(select(Project.titel).where(Project.id == project_id))
    if titel is None:
        raise NotFoundError("Dit project bestaat niet.")
    return titel


def find_last_change(project_id: int) -> Verandering | None:
    """Return who changed a project last, and why, without what."""
    statement = select(ProjectStand).where(
        ProjectStand.project_id == project_id, ProjectStand.tot.is_(None)
    )
    stand = db.session.scalars(statement).one_or_none()
    if stand is None:
        return None
    return _change(stand, (), list_schrijvers({stand.actor_id}), is_eerste=stand.versie == 1)


def find_slot(project: Project | ProjectStand) -> Slot | None:
    """Return when and why a project that is over was stopped or finished, as of what is given."""
    if project.fase not in FASEN_VOORBIJ:
        return None
    mine = and_(
        ProjectStand.project_id == project.project_id, ProjectStand.versie <= project.versie
    )
    before = (
        select(func.coalesce(func.max(ProjectStand.versie), 0))
        .where(mine, ProjectStand.fase != project.fase)
        .scalar_subquery()
    )
    statement = (
        select(ProjectStand.versie, ProjectStand.reden, ProjectStand.van)
        .where(mine, ProjectStand.versie > before)
        .order_by(ProjectStand.versie)
        .limit(1)
    )
    found = db.session.execute(statement).one_or_none()
    if found is None:
        return None
    is_first = found.versie == 1
    return Slot(found.reden, None if is_first else found.van.astimezone(clock.AMSTERDAM).date())


def list_schrijvers(actor_ids: Collection[int | None]) -> Mapping[int, Schrijver]:
    """Return who these people are: what everybody may know, and their name for staff."""
    wanted = {actor_id for actor_id in actor_ids if actor_id is not None}
    if not wanted:
        return {}
    statement = (
        select(Gebruiker.id, Gebruiker.naam, Rolverlening.rol, Organisatie.naam)
        .outerjoin(Rolverlening, Rolverlening.gebruiker_id == Gebruiker.id)
        .outerjoin(organisatie_leden, organisatie_leden.c.gebruiker_id == Gebruiker.id)
        .outerjoin(Organisatie, Organisatie.id == organisatie_leden.c.organisatie_id)
        .where(Gebruiker.id.in_(wanted))
        .order_by(Gebruiker.id, Organisatie.naam.desc())
    )
    found: dict[int, Schrijver] = {}
    for actor_id, naam, rol, organisatie in db.session.execute(statement):
        known = found.get(actor_id)
        first = _first_rol(rol, known.rol if known else None)
        found[actor_id] = Schrijver(naam, first, organisatie or "")
    return {
        actor_id: Schrijver(one.naam, one.rol) if one.rol in STAFF_ROLLEN else one
        for actor_id, one in found.items()
    }


def _first_rol(*rollen: Rol | None) -> Rol | None:
    return next((rol for rol in ROLLEN if rol in rollen), None)


def make_namen(*said: ProjectGegevens) -> Namen:
    """Return the names of what projects point to."""
    organisaties = any(one.organisatie_id for one in said)
    return Namen(
        gebieden={key: omtrek.naam for key, omtrek in get_boom().omtrekken.items()},
        doelen=get_doel_namen({one.doel_id for one in said if one.doel_id}),
        organisaties=get_organisatie_namen() if organisaties else {},
    )


def _changes(standen: Sequence[ProjectStand]) -> list[Verandering]:
    """Return what each stand changed in the one before it, which comes after it here."""
    schrijvers = list_schrijvers({stand.actor_id for stand in standen})
    gegevens = {stand.id: gegevens_of(stand) for stand in standen}
    namen = make_namen(*gegevens.values())
    found = [
        _change(
            newer,
            compare(gegevens[older.id], gegevens[newer.id], namen),
            schrijvers,
            is_eerste=False,
        )
        for newer, older in pairwise(standen)
    ]
    return [*found, *(_change(stand, (), schrijvers, is_eerste=True) for stand in standen[-1:])]


def _change(
    stand: ProjectStand,
    wijzigingen: tuple[Wijziging, ...],
    schrijvers: Mapping[int, Schrijver],
    *,
    is_eerste: bool,
) -> Verandering:
    dag = stand.van.astimezone(clock.AMSTERDAM).date()
    over = stand.tot is not None and stand.tot < moment_after(dag)
    return Verandering(
        versie=stand.versie,
        moment=stand.van,
        schrijver=schrijvers.get(stand.actor_id) if stand.actor_id is not None else None,
        bron=stand.bron,
        reden=stand.reden,
        wijzigingen=wijzigingen,
        is_eerste=is_eerste,
        dag=None if over or dag >= clock.today() else dag,
    )
