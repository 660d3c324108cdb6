"""Reading programme years: which there are, and what their steps make of them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime

from sqlalchemy import func, select

from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import NotFoundError
from participatie.core.peildatum import moment_after
from participatie.gebieden.queries import get_boom
from participatie.gebieden.types import GebiedId, Niveau, Omtrek
from participatie.gebiedsprogrammas.models import Doorrolling, Gebiedsprogramma, ProgrammaStap
from participatie.gebiedsprogrammas.rules import (
    AANTAL_JAREN,
    CONCEPT,
    EERSTE_JAAR,
    LAATSTE_JAAR,
    has_programma,
    stand_after,
)
from participatie.gebiedsprogrammas.types import Besluitstand, GezetteStap, ProgrammaId

Sleutel = tuple[GebiedId, int]
STAP_VELDEN = tuple(field.name for field in fields(GezetteStap))


@dataclass(frozen=True)
class Toestand:
    """What is known of the programme of one gebied and year at some moment."""

    stand: Besluitstand = CONCEPT
    programma_id: ProgrammaId | None = None
    toelichting: str = ""
    versie: int = 0

    @property
    def gemaakt(self) -> bool:
        """Tell whether somebody made a programme of this year."""
        return self.programma_id is not None


NOG_NIETS = Toestand()


def list_programmagebieden() -> list[Omtrek]:
    """Return the gebieden that have a programme: the stadsdelen by name, then the whole city."""
    found = [omtrek for omtrek in get_boom().omtrekken.values() if has_programma(omtrek)]
    return sorted(found, key=lambda omtrek: (omtrek.niveau is Niveau.STAD, omtrek.naam))


def get_programmagebied(slug: str) -> Omtrek:
    """Return the gebied with this slug when it has a programme, or raise."""
    boom = get_boom()
    gebied_id = boom.by_slug.get(slug)
    if gebied_id is None or not has_programma(boom.omtrekken[gebied_id]):
        raise NotFoundError("Dit gebied heeft geen eigen gebiedsprogramma.")
    return boom.omtrekken[gebied_id]


def check_jaar_bestaat(jaar: int) -> int:
    """Return the year, or raise when there can be no page of it."""
    if not EERSTE_JAAR <= jaar <= LAATSTE_JAAR:
        raise NotFoundError("Van dit jaar is er geen gebiedsprogramma.")
    return jaar


def eigen_ids(omtrek: Omtrek) -> frozenset[GebiedId]:
    """Return the gebieden whose projects belong to a programme.

    To that of the whole city belongs only what is for the city as a whole: the rest stands in
    the programmes of the stadsdelen.
    """
    if omtrek.niveau is Niveau.STAD:
        return frozenset({omtrek.id})
    return get_boom().onder(omtrek.id)


def find_programma(
    gebied_id: GebiedId, jaar: int, *, lock: bool = False
) -> Gebiedsprogramma | None:
    """Return the programme of a gebied and year, if somebody made it; `lock` to change it."""
    statement = select(Gebiedsprogramma).where(
        Gebiedsprogramma.gebied_id == gebied_id, Gebiedsprogramma.jaar == jaar
    )
    if lock:
        statement = statement.with_for_update()
    return db.session.scalars(statement).one_or_none()


def get_programma(gebied_id: GebiedId, jaar: int, *, lock: bool = False) -> Gebiedsprogramma:
    """Return the programme of a gebied and year, or raise; `lock` to change it."""
    programma = find_programma(gebied_id, jaar, lock=lock)
    if programma is None:
        raise NotFoundError(f"Er is nog geen gebiedsprogramma voor {jaar}.")
    return programma


def list_stappen(programma_id: ProgrammaId) -> Sequence[ProgrammaStap]:
    """Return the steps taken with a programme, oldest first."""
    statement = (
        select(ProgrammaStap)
        .where(ProgrammaStap.programma_id == programma_id)
        .order_by(ProgrammaStap.id)
    )
    return db.session.scalars(statement).all()


def moment_of(peildatum: date | None) -> datetime:
    """Return the moment before which things count: the end of a day, or of today."""
    return moment_after(peildatum or clock.today())


def get_toestanden(
    gebied_ids: Sequence[GebiedId], jaren: Sequence[int], peildatum: date | None = None
) -> Mapping[Sleutel, Toestand]:
    """Return what was known of the programmes of these gebieden and years at the end of a day."""
    moment = moment_of(peildatum)
    programmas = db.session.scalars(
        select(Gebiedsprogramma).where(
            Gebiedsprogramma.gebied_id.in_(gebied_ids),
            Gebiedsprogramma.jaar.in_(jaren),
            Gebiedsprogramma.aangemaakt_op < moment,
        )
    ).all()
    stappen = _stappen_before(moment, [programma.id for programma in programmas])
    found: dict[Sleutel, Toestand] = defaultdict(lambda: NOG_NIETS)
    for programma in programmas:
        found[programma.gebied_id, programma.jaar] = Toestand(
            stand_after(stappen[programma.id]),
            programma.id,
            programma.toelichting,
            programma.versie,
        )
    return found


def _stappen_before(
    moment: datetime, programma_ids: Sequence[ProgrammaId]
) -> Mapping[ProgrammaId, list[GezetteStap]]:
    if not programma_ids:
        return defaultdict(list)
    statement = (
        select(ProgrammaStap.programma_id, *(getattr(ProgrammaStap, name) for name in STAP_VELDEN))
        .where(ProgrammaStap.programma_id.in_(programma_ids), ProgrammaStap.op < moment)
        .order_by(ProgrammaStap.id)
    )
    found: dict[ProgrammaId, list[GezetteStap]] = defaultdict(list)
    for row in db.session.execute(statement).mappings():
        values = {name: row[name] for name in STAP_VELDEN}
        found[row["programma_id"]].append(GezetteStap(**values))
    return found


def get_eerste_jaar(peildatum: date | None = None) -> int:
    """Return the concrete year of the MJGP: this year, or the one a roll-over made concrete."""
    moment = moment_of(peildatum)
    rolled: int | None = db.session.scalar(
        select(func.max(Doorrolling.jaar)).where(
            Doorrolling.op < moment,
            Doorrolling.ongedaan_op.is_(None) | (Doorrolling.ongedaan_op >= moment),
        )
    )
    return max(rolled or 0, (peildatum or clock.today()).year)


def mjgp_jaren(eerste: int) -> range:
    """Return the years of the MJGP that begins with this one."""
    return range(eerste, eerste + AANTAL_JAREN)
