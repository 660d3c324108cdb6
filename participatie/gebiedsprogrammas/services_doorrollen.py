"""The yearly roll-over, and undoing it. No commit here: all of it or nothing."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy.exc import IntegrityError

from participatie.accounts.types import GebruikerId
from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import StaleError
from participatie.core.events import publish
from participatie.core.onderwerpen import Onderwerp
from participatie.gebiedsprogrammas.errors import (
    AlDoorgeroldError,
    AndereItemsError,
    OngedaanKanNietError,
)
from participatie.gebiedsprogrammas.events import Doorgerold, DoorrollenOngedaan
from participatie.gebiedsprogrammas.models import DoorrolItem, Doorrolling
from participatie.gebiedsprogrammas.queries_doorrollen import (
    get_voorstel,
    list_doorroljaren,
    list_gemaakt,
    list_obstakels,
)
from participatie.gebiedsprogrammas.queries_items import newest_stand_of
from participatie.gebiedsprogrammas.rules_doorrollen import check_keuze, last_day
from participatie.gebiedsprogrammas.services import maak_programma
from participatie.gebiedsprogrammas.types import Item
from participatie.gebiedsprogrammas.types_planning import DoorrolKeuze, Keuze
from participatie.programmas.models import ProjectStand
from participatie.programmas.queries import get_project
from participatie.programmas.queries_gegevens import gegevens_of
from participatie.programmas.services import change_project
from participatie.programmas.types import Fase, ProjectId

VERLENGEN = Keuze(DoorrolKeuze.VERLENGEN)
Keuzes = Mapping[ProjectId, Keuze]


def doorrollen(
    *, jaar: int, keuzes: Keuzes, gezien: str, actor_id: GebruikerId | None
) -> Doorrolling:
    """Make a year the concrete one: concepts for it and the added year, and unfinished items.

    An item for which nothing was chosen goes on in the new year. `gezien` is the fingerprint of
    the items that the redacteur looked at.
    """
    if jaar not in list_doorroljaren():
        raise AlDoorgeroldError
    voorstel = get_voorstel(jaar)
    if voorstel.gezien != gezien:
        raise AndereItemsError
    doorrolling = _start(jaar, actor_id)
    for omtrek, found in voorstel.nieuw:
        maak_programma(
            gebied_id=omtrek.id, jaar=found, actor_id=actor_id, doorrolling_id=doorrolling.id
        )
    aantal: Counter[DoorrolKeuze] = Counter()
    for _omtrek, items in voorstel.items:
        for item in items:
            keuze = check_keuze(keuzes.get(item.project_id, VERLENGEN))
            _apply(doorrolling, item, keuze, actor_id)
            aantal[keuze.keuze] += 1
    publish(
        Doorgerold(
            occurred_at=clock.now(),
            actor_id=actor_id,
            onderwerp=Onderwerp("doorrolling", doorrolling.id),
            jaar=jaar,
            verlengd=aantal[DoorrolKeuze.VERLENGEN],
            gelaten=aantal[DoorrolKeuze.LATEN],
            gestopt=aantal[DoorrolKeuze.STOPPEN],
        )
    )
    return doorrolling


def _start(jaar: int, actor_id: GebruikerId | None) -> Doorrolling:
    doorrolling = Doorrolling(jaar=jaar, op=clock.now(), actor_id=actor_id)
    try:
        with db.session.begin_nested():
            db.session.add(doorrolling)
            db.session.flush()  # a colleague may be first; what it makes needs the id
    except IntegrityError as error:
        raise AlDoorgeroldError from error
    return doorrolling


def _apply(
    doorrolling: Doorrolling, item: Item, keuze: Keuze, actor_id: GebruikerId | None
) -> None:
    naar = None
    if keuze.keuze is not DoorrolKeuze.LATEN:
        project = get_project(item.project_id, lock=True)
        known = gegevens_of(project)
        if keuze.keuze is DoorrolKeuze.VERLENGEN:
            wanted = replace(known, eind=last_day(doorrolling.jaar))
        else:
            wanted = replace(known, fase=Fase.GESTOPT)
        reden = f"Doorgerold naar {doorrolling.jaar}. {keuze.reden}".strip()
        change_project(project, wanted, actor_id=actor_id, reden=reden)
        db.session.flush()  # its new stand needs a number
        naar = newest_stand_of([item.project_id])[item.project_id]
    db.session.add(
        DoorrolItem(
            doorrolling_id=doorrolling.id,
            project_id=item.project_id,
            keuze=keuze.keuze,
            reden=keuze.reden,
            van_stand_id=item.stand_id,
            naar_stand_id=naar,
        )
    )


def maak_ongedaan(*, doorrolling: Doorrolling, actor_id: GebruikerId | None, versie: int) -> None:
    """Put back everything that a roll-over did, unless something was changed by hand since."""
    if doorrolling.versie != versie or doorrolling.ongedaan_op is not None:
        raise StaleError
    obstakels = list_obstakels(doorrolling)
    if obstakels:
        raise OngedaanKanNietError(obstakels)
    for item in doorrolling.items:
        if item.naar_stand_id is not None:
            _restore(item, doorrolling.jaar, actor_id)
    for programma in list_gemaakt(doorrolling):
        db.session.delete(programma)
    doorrolling.ongedaan_op, doorrolling.ongedaan_door = clock.now(), actor_id
    publish(
        DoorrollenOngedaan(
            occurred_at=clock.now(),
            actor_id=actor_id,
            onderwerp=Onderwerp("doorrolling", doorrolling.id),
            jaar=doorrolling.jaar,
        )
    )


def _restore(item: DoorrolItem, jaar: int, actor_id: GebruikerId | None) -> None:
    project = get_project(item.project_id, lock=True)
    before = db.session.get_one(ProjectStand, item.van_stand_id)
    wanted = replace(gegevens_of(project), eind=before.eind, fase=before.fase)
    reden = f"Doorrollen naar {jaar} ongedaan gemaakt."
    change_project(project, wanted, actor_id=actor_id, reden=reden)
