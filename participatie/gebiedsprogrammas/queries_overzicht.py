"""All programmes in one overview, by gebied and year, in few queries."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import select

from participatie.core import clock
from participatie.core.db import db
from participatie.gebieden.types import GebiedId, Omtrek
from participatie.gebiedsprogrammas.models import ProgrammaItem
from participatie.gebiedsprogrammas.queries import (
    Sleutel,
    Toestand,
    eigen_ids,
    get_eerste_jaar,
    get_toestanden,
    list_programmagebieden,
    mjgp_jaren,
)
from participatie.gebiedsprogrammas.queries_items import held
from participatie.gebiedsprogrammas.rules import vastheid_of
from participatie.gebiedsprogrammas.rules_programma import sum_once
from participatie.gebiedsprogrammas.types import Overzicht, Vak
from participatie.programmas.models import ProjectStand, stand_gebieden
from participatie.programmas.rules import jaren as jaren_van
from participatie.programmas.types import Fase

Adopted = Mapping[int, Sequence[tuple[int, int]]]
"""Of each adoption its projects with their cents."""


def get_overzicht(peildatum: date | None = None) -> Overzicht:
    """Return all programmes from last year to the end of the MJGP."""
    eerste = get_eerste_jaar(peildatum)
    horizon = mjgp_jaren(eerste)
    gebieden = list_programmagebieden()
    years = range(horizon.start - 1, horizon.stop)
    toestanden = get_toestanden([omtrek.id for omtrek in gebieden], years, peildatum)
    adopted = _adopted(toestanden)
    if not any(toestanden[omtrek.id, years.start].gemaakt for omtrek in gebieden):
        years = horizon
    planned = _count_planned(gebieden, years, peildatum)
    rijen = tuple(
        (
            omtrek,
            tuple(
                _vak(
                    jaar,
                    toestanden[omtrek.id, jaar],
                    lopend=(peildatum or clock.today()).year,
                    eerste=eerste,
                    planned=planned[omtrek.id, jaar],
                    adopted=adopted,
                )
                for jaar in years
            ),
        )
        for omtrek in gebieden
    )
    return Overzicht(tuple(years), rijen, _per_jaar(toestanden, adopted))


def _vak(
    jaar: int, toestand: Toestand, *, lopend: int, eerste: int, planned: int, adopted: Adopted
) -> Vak:
    vastheid = vastheid_of(
        toestand.stand, jaar, lopend=lopend, eerste=eerste, gemaakt=toestand.gemaakt
    )
    if toestand.stand.vaststelling_id is None:
        return Vak(jaar, vastheid, planned, None)
    rows = adopted[toestand.stand.vaststelling_id]
    return Vak(jaar, vastheid, len(rows), sum(cents for _, cents in rows))


def _adopted(toestanden: Mapping[Sleutel, Toestand]) -> Adopted:
    wanted = [found.stand.vaststelling_id for found in toestanden.values()]
    statement = select(
        ProgrammaItem.vaststelling_id, ProgrammaItem.project_id, ProgrammaItem.bedrag_cent
    ).where(ProgrammaItem.vaststelling_id.in_([number for number in wanted if number]))
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for vaststelling_id, project_id, cents in db.session.execute(statement):
        found[vaststelling_id].append((project_id, cents))
    return found


def _per_jaar(toestanden: Mapping[Sleutel, Toestand], adopted: Adopted) -> Mapping[int, int]:
    rows: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for (_, jaar), toestand in sorted(toestanden.items()):
        if toestand.stand.vaststelling_id is not None:
            rows[jaar] += adopted[toestand.stand.vaststelling_id]
    return {jaar: sum_once(found) for jaar, found in rows.items()}


def _count_planned(
    gebieden: Sequence[Omtrek], years: range, peildatum: date | None
) -> Mapping[tuple[GebiedId, int], int]:
    """Count the projects of each gebied and year, each once, however many buurten it is in."""
    statement = (
        select(
            stand_gebieden.c.gebied_id,
            ProjectStand.project_id,
            ProjectStand.start,
            ProjectStand.eind,
        )
        .join(ProjectStand, ProjectStand.id == stand_gebieden.c.stand_id)
        .where(
            held(peildatum),
            ProjectStand.fase != Fase.GESTOPT,
            ProjectStand.start <= date(years.stop - 1, 12, 31),
            ProjectStand.eind >= date(years.start, 1, 1),
        )
    )
    part_of: dict[GebiedId, list[GebiedId]] = defaultdict(list)
    for omtrek in gebieden:
        for gebied_id in eigen_ids(omtrek):
            part_of[gebied_id].append(omtrek.id)
    projects: dict[tuple[GebiedId, int], set[int]] = defaultdict(set)
    for gebied_id, project_id, start, eind in db.session.execute(statement):
        for programma_gebied in part_of[gebied_id]:
            for jaar in jaren_van(start, eind):
                projects[programma_gebied, jaar].add(project_id)
    return defaultdict(int, {key: len(found) for key, found in projects.items()})
