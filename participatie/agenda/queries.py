"""Reading the agenda."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import joinedload

from participatie.accounts.types import GebruikerId
from participatie.agenda.errors import GeenBijeenkomstError
from participatie.agenda.models import Bijeenkomst, Deelname
from participatie.agenda.types import BijeenkomstId, DeelnameId, DeelnameStatus, Telling
from participatie.core import clock
from participatie.core.db import db
from participatie.core.onderwerpen import Onderwerp
from participatie.core.paging import PAGE_SIZE, Page
from participatie.gebieden.types import GebiedId
from participatie.zoeken.types import Document

MOST_ID = 2**31 - 1
MOST_IN_ICAL = 500


def get_bijeenkomst(bijeenkomst_id: int, *, lock: bool = False) -> Bijeenkomst:
    """Return a meeting, or raise; with `lock` others who register wait until we are done."""
    statement = (
        select(Bijeenkomst)
        .where(Bijeenkomst.id == bijeenkomst_id)
        .options(joinedload(Bijeenkomst.gebied))
    )
    if lock:
        statement = statement.with_for_update(of=Bijeenkomst).execution_options(
            populate_existing=True
        )
    found = db.session.scalar(statement) if bijeenkomst_id <= MOST_ID else None
    if found is None:
        raise GeenBijeenkomstError
    return found


def list_agenda(
    *,
    gebied_ids: Collection[GebiedId] | None,
    periode: tuple[datetime, datetime] | None,
    voorbij: bool,
    number: int,
) -> Page[Bijeenkomst]:
    """Return what comes, the first on top; or what was, the last on top."""
    conditions = [_is_over() if voorbij else ~_is_over()]
    if gebied_ids is not None:
        conditions.append(Bijeenkomst.gebied_id.in_(gebied_ids))
    if periode is not None:
        conditions += [Bijeenkomst.begin < periode[1], Bijeenkomst.eind >= periode[0]]
    total = db.session.scalar(select(func.count(Bijeenkomst.id)).where(*conditions))
    page = max(1, min(number, MOST_ID // PAGE_SIZE))
    order = (
        (Bijeenkomst.begin.desc(), Bijeenkomst.id.desc())
        if voorbij
        else (Bijeenkomst.begin, Bijeenkomst.id)
    )
    statement = (
        select(Bijeenkomst)
        .where(*conditions)
        .options(joinedload(Bijeenkomst.gebied))
        .order_by(*order)
        .limit(PAGE_SIZE)
        .offset((page - 1) * PAGE_SIZE)
    )
    return Page(db.session.scalars(statement).all(), page, total or 0)


def list_komend(gebied_ids: Collection[GebiedId], *, most: int) -> Sequence[Bijeenkomst]:
    """Return the first meetings to come in these gebieden."""
    statement = (
        select(Bijeenkomst)
        .where(~_is_over(), Bijeenkomst.gebied_id.in_(gebied_ids))
        .options(joinedload(Bijeenkomst.gebied))
        .order_by(Bijeenkomst.begin, Bijeenkomst.id)
        .limit(most)
    )
    return db.session.scalars(statement).all()


def list_for_ical(gebied_ids: Collection[GebiedId], *, since: datetime) -> Sequence[Bijeenkomst]:
    """Return what a calendar of these gebieden holds: what comes, and what was lately."""
    statement = (
        select(Bijeenkomst)
        .where(Bijeenkomst.eind >= since, Bijeenkomst.gebied_id.in_(gebied_ids))
        .options(joinedload(Bijeenkomst.gebied))
        .order_by(Bijeenkomst.begin, Bijeenkomst.id)
        .limit(MOST_IN_ICAL)
    )
    return db.session.scalars(statement).all()


def count_deelnames(bijeenkomst_ids: Iterable[BijeenkomstId]) -> Mapping[BijeenkomstId, Telling]:
    """Return of each meeting how many come and how many wait."""
    rows = db.session.execute(
        select(Deelname.bijeenkomst_id, Deelname.status, func.count().label("aantal"))
        .where(Deelname.bijeenkomst_id.in_(list(bijeenkomst_ids)))
        .group_by(Deelname.bijeenkomst_id, Deelname.status)
    ).all()
    counted = {(row.bijeenkomst_id, row.status): row.aantal for row in rows}
    return {
        one: Telling(
            counted.get((one, DeelnameStatus.PLEK), 0),
            counted.get((one, DeelnameStatus.WACHTLIJST), 0),
        )
        for one in {row.bijeenkomst_id for row in rows}
    }


def count_of(bijeenkomst_id: BijeenkomstId) -> Telling:
    """Return how many come to a meeting and how many wait."""
    return count_deelnames([bijeenkomst_id]).get(bijeenkomst_id, Telling())


def find_deelname(bijeenkomst_id: BijeenkomstId, gebruiker_id: GebruikerId) -> Deelname | None:
    """Return someone's own registration."""
    return db.session.scalar(
        select(Deelname).where(
            Deelname.bijeenkomst_id == bijeenkomst_id, Deelname.gebruiker_id == gebruiker_id
        )
    )


def list_wachtenden(bijeenkomst_id: BijeenkomstId, *, most: int) -> Sequence[Deelname]:
    """Return who wait longest."""
    statement = (
        select(Deelname)
        .where(
            Deelname.bijeenkomst_id == bijeenkomst_id,
            Deelname.status == DeelnameStatus.WACHTLIJST,
        )
        .order_by(Deelname.op, Deelname.id)
        .limit(most)
    )
    return db.session.scalars(statement).all()


def find_deelnemer(deelname_id: DeelnameId) -> GebruikerId | None:
    """Return whose registration it is, if it is still there."""
    return db.session.scalar(select(Deelname.gebruiker_id).where(Deelname.id == deelname_id))


def list_deelnemers(bijeenkomst_id: BijeenkomstId) -> frozenset[GebruikerId]:
    """Return who registered, to tell them what changed."""
    statement = select(Deelname.gebruiker_id).where(Deelname.bijeenkomst_id == bijeenkomst_id)
    return frozenset(db.session.scalars(statement))


def own_deelnames(gebruiker_id: int) -> list[dict[str, object]]:
    """Return to which meetings someone goes or went, as values for JSON."""
    statement = (
        select(Deelname)
        .where(Deelname.gebruiker_id == gebruiker_id)
        .options(joinedload(Deelname.bijeenkomst))
        .order_by(Deelname.id)
    )
    return [
        {
            "bijeenkomst": one.bijeenkomst.titel,
            "begin": one.bijeenkomst.begin.isoformat(),
            "status": one.status.value,
            "aangemeldOp": one.op.isoformat(),
        }
        for one in db.session.scalars(statement)
    ]


def list_documents(ids: Collection[int] | None) -> Iterator[Document]:
    """Yield the meetings, to be found by searching."""
    statement = select(Bijeenkomst).order_by(Bijeenkomst.id)
    if ids is not None:
        statement = statement.where(Bijeenkomst.id.in_(ids))
    for one in db.session.scalars(statement):
        jaar = one.begin.astimezone(clock.AMSTERDAM).year
        yield Document(
            onderwerp=Onderwerp("bijeenkomst", one.id),
            titel=one.titel,
            tekst=f"{one.omschrijving}\n{one.plek_omschrijving}\n{one.verslag}",
            pad=f"/agenda/{one.id}",
            op=one.begin,
            gebied_ids=(one.gebied_id,),
            jaren=(jaar, jaar),
        )


def _is_over() -> ColumnElement[bool]:
    return Bijeenkomst.eind < clock.now()
