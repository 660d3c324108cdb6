"""What the pages of gebiedsopgaven show, in few queries."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from sqlalchemy import func, select
from sqlalchemy.orm import contains_eager, selectinload

from participatie.core import clock
from participatie.core.db import db
from participatie.core.paging import PAGE_SIZE, Page
from participatie.gebieden.models import Gebied, Kengetal
from participatie.gebieden.queries import FROM_LARGE_TO_SMALL, keten_ids, onder_ids
from participatie.gebieden.types import GebiedId
from participatie.opgaven.models import DoelTekst, Gebiedsopgave, OpgaveVersie
from participatie.opgaven.queries import doel_gegevens_of, gold_op, list_doelen, sorted_teksten
from participatie.opgaven.rules_voortgang import measure
from participatie.opgaven.types import (
    DoelGegevens,
    DoelId,
    DoelRij,
    Domein,
    IndicatorGegevens,
    Meting,
    Voortgang,
)


@dataclass(frozen=True)
class DoelOpPagina:
    """A goal on the page of a version, with how far its figures are.

    `alle` are the goals of the whole page, so that a panel can ask about them all at once.
    """

    doel_id: DoelId
    gegevens: DoelGegevens
    voortgang: tuple[tuple[IndicatorGegevens, Voortgang], ...]
    alle: tuple[DoelId, ...]
    peildatum: date | None = None


def list_opgaven(
    peildatum: date, gebied_id: GebiedId | None = None, number: int = 1
) -> Page[OpgaveVersie]:
    """Return a page of the versions that held on a day: of all gebieden, or around one.

    Around a gebied is what lies in it and what it lies in. Periods that are over come last.
    """
    wanted = [gold_op(peildatum)]
    if gebied_id is not None:
        wanted.append(Gebiedsopgave.gebied_id.in_({*keten_ids(gebied_id), *onder_ids(gebied_id)}))
    base = select(OpgaveVersie).join(OpgaveVersie.opgave).join(Gebiedsopgave.gebied).where(*wanted)
    total = db.session.scalar(select(func.count()).select_from(base.subquery())) or 0
    number = min(max(number, 1), Page((), 1, total).count)
    statement = (
        base.options(
            contains_eager(OpgaveVersie.opgave).contains_eager(Gebiedsopgave.gebied),
            selectinload(OpgaveVersie.teksten),
        )
        .order_by(
            OpgaveVersie.tot_jaar < peildatum.year,
            FROM_LARGE_TO_SMALL,
            Gebied.naam,
            OpgaveVersie.van_jaar.desc(),
        )
        .limit(PAGE_SIZE)
        .offset((number - 1) * PAGE_SIZE)
    )
    return Page(db.session.scalars(statement).all(), number, total)


def list_beheer(gebied_ids: Collection[GebiedId], number: int = 1) -> Page[Gebiedsopgave]:
    """Return a page of the opgaven of these gebieden, with all their versions."""
    mine = Gebiedsopgave.gebied_id.in_(gebied_ids)
    total = db.session.scalar(select(func.count()).select_from(Gebiedsopgave).where(mine)) or 0
    number = min(max(number, 1), Page((), 1, total).count)
    statement = (
        select(Gebiedsopgave)
        .join(Gebiedsopgave.gebied)
        .where(mine)
        .options(
            contains_eager(Gebiedsopgave.gebied),
            selectinload(Gebiedsopgave.versies).selectinload(OpgaveVersie.teksten),
        )
        .order_by(FROM_LARGE_TO_SMALL, Gebied.naam, Gebiedsopgave.van_jaar.desc())
        .limit(PAGE_SIZE)
        .offset((number - 1) * PAGE_SIZE)
    )
    return Page(db.session.scalars(statement).all(), number, total)


def list_per_domein(
    versie: OpgaveVersie, peildatum: date | None = None
) -> list[tuple[Domein, list[DoelOpPagina]]]:
    """Return the goals of a version by domein, what matters most first."""
    teksten = sorted_teksten(versie)
    alle = tuple(tekst.doel_id for tekst in teksten)
    metingen = _metingen(versie, teksten, (peildatum or clock.today()).year)
    shown = [replace(_on_page(tekst, alle, metingen), peildatum=peildatum) for tekst in teksten]
    return [
        (domein, list(doelen))
        for domein, doelen in groupby(shown, key=lambda doel: doel.gegevens.domein)
    ]


def list_kengetallen_of(gebied_id: GebiedId) -> Mapping[str, Kengetal]:
    """Return the newest of each figure of a gebied, by key."""
    statement = (
        select(Kengetal)
        .where(Kengetal.gebied_id == gebied_id)
        .order_by(Kengetal.naam, Kengetal.sleutel, Kengetal.jaar)
    )
    return {kengetal.sleutel: kengetal for kengetal in db.session.scalars(statement)}


def list_nearest_doelen(gebied_id: GebiedId) -> Sequence[DoelRij]:
    """Return the goals of this year for a gebied, or for the nearest gebied above with some."""
    found = list_doelen(keten_ids(gebied_id), clock.today().year)
    return [doel for doel in found if doel.opgave_id == found[0].opgave_id]


def doelen_by_id(versie: OpgaveVersie) -> dict[DoelId, DoelGegevens]:
    """Return what the goals of a version say, in the order in which they are shown."""
    return {tekst.doel_id: doel_gegevens_of(tekst) for tekst in sorted_teksten(versie)}


def _on_page(
    tekst: DoelTekst, alle: tuple[DoelId, ...], metingen: Mapping[str, list[Meting]]
) -> DoelOpPagina:
    gegevens = doel_gegevens_of(tekst)
    voortgang = tuple(
        (indicator, measure(indicator, metingen.get(indicator.kengetal or "", ())))
        for indicator in gegevens.indicatoren
    )
    return DoelOpPagina(tekst.doel_id, gegevens, voortgang, alle)


def _metingen(
    versie: OpgaveVersie, teksten: Iterable[DoelTekst], until: int
) -> Mapping[str, list[Meting]]:
    """Return what was measured until a year of the figures that the goals are about."""
    keys = {found.kengetal for tekst in teksten for found in tekst.indicatoren if found.kengetal}
    metingen: dict[str, list[Meting]] = defaultdict(list)
    if not keys:
        return metingen
    statement = select(Kengetal.sleutel, Kengetal.jaar, Kengetal.waarde).where(
        Kengetal.gebied_id == versie.opgave.gebied_id,
        Kengetal.sleutel.in_(keys),
        Kengetal.jaar <= until,
    )
    for sleutel, jaar, waarde in db.session.execute(statement):
        metingen[sleutel].append(Meting(jaar, waarde))
    return metingen
