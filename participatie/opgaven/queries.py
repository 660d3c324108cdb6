"""Reading gebiedsopgaven: which version holds, and which goals."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import ColumnElement, Select, exists, select
from sqlalchemy.orm import aliased, contains_eager, joinedload, selectinload

from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import NotFoundError
from participatie.gebieden.models import Gebied
from participatie.gebieden.queries import FROM_LARGE_TO_SMALL, keten_ids
from participatie.gebieden.types import GebiedId
from participatie.opgaven.models import DoelTekst, Gebiedsopgave, OpgaveVersie
from participatie.opgaven.rules import place_of
from participatie.opgaven.types import (
    DoelGegevens,
    DoelId,
    DoelRij,
    IndicatorGegevens,
    OpgaveStatus,
    VersieGegevens,
)

WITH_DOELEN = selectinload(OpgaveVersie.teksten).selectinload(DoelTekst.indicatoren)


def gold_op(peildatum: date) -> ColumnElement[bool]:
    """Return the condition that a version was the last one vastgesteld on a day."""
    later = aliased(OpgaveVersie)
    replaced = exists().where(
        later.opgave_id == OpgaveVersie.opgave_id,
        later.nummer > OpgaveVersie.nummer,
        later.vastgesteld_op <= peildatum,
    )
    return (OpgaveVersie.vastgesteld_op <= peildatum) & ~replaced


def get_opgave(opgave_id: int, *, lock: bool = False) -> Gebiedsopgave:
    """Return the opgave with its gebied and its versions, or raise; `lock` to herijken."""
    statement = (
        select(Gebiedsopgave)
        .where(Gebiedsopgave.id == opgave_id)
        .options(
            joinedload(Gebiedsopgave.gebied, innerjoin=True), selectinload(Gebiedsopgave.versies)
        )
    )
    if lock:
        statement = statement.with_for_update(of=Gebiedsopgave)
    opgave = db.session.scalars(statement).one_or_none()
    if opgave is None:
        raise NotFoundError("Deze gebiedsopgave bestaat niet.")
    return opgave


def get_versie(opgave_id: int, nummer: int) -> OpgaveVersie:
    """Return a version with its goals, its opgave and all versions of that, or raise."""
    found = _one(
        _with_everything().where(
            OpgaveVersie.opgave_id == opgave_id, OpgaveVersie.nummer == nummer
        )
    )
    if found is None:
        raise NotFoundError("Deze versie van de gebiedsopgave bestaat niet.")
    return found


def find_geldende(opgave_id: int, peildatum: date | None = None) -> OpgaveVersie | None:
    """Return the version that held on a day, today unless said otherwise, or None."""
    holds = gold_op(peildatum or clock.today())
    return _one(_with_everything().where(OpgaveVersie.opgave_id == opgave_id, holds))


def find_concept(opgave_id: int, *, lock: bool = False) -> OpgaveVersie | None:
    """Return the version that is in the making, or None; `lock` to change it."""
    statement = _with_everything().where(
        OpgaveVersie.opgave_id == opgave_id, OpgaveVersie.status == OpgaveStatus.CONCEPT
    )
    if lock:
        statement = statement.with_for_update(of=OpgaveVersie)
    return _one(statement)


def get_concept(opgave_id: int, *, lock: bool = False) -> OpgaveVersie:
    """Return the version that is in the making, or raise; `lock` to change it."""
    found = find_concept(opgave_id, lock=lock)
    if found is None:
        raise NotFoundError("Er is geen concept van deze gebiedsopgave.")
    return found


def versie_gegevens_of(versie: OpgaveVersie) -> VersieGegevens:
    """Return what a version says apart from its goals."""
    return VersieGegevens(
        van_jaar=versie.van_jaar,
        tot_jaar=versie.tot_jaar,
        inleiding=versie.inleiding,
        reden=versie.reden,
    )


def doel_gegevens_of(tekst: DoelTekst) -> DoelGegevens:
    """Return what a goal says in a version."""
    return DoelGegevens(
        titel=tekst.titel,
        resultaat=tekst.resultaat,
        prioriteit=tekst.prioriteit,
        domein=tekst.domein,
        partners=tuple(tekst.partners),
        indicatoren=tuple(
            IndicatorGegevens(
                **{name: getattr(found, name) for name in IndicatorGegevens.__dataclass_fields__}
            )
            for found in tekst.indicatoren
        ),
    )


def sorted_teksten(versie: OpgaveVersie) -> list[DoelTekst]:
    """Return the goals of a version in the order in which they are shown."""
    return sorted(
        versie.teksten,
        key=lambda tekst: (
            place_of(tekst.domein, tekst.prioriteit, tekst.volgorde),
            tekst.doel_id,
        ),
    )


def find_doel_naam(doel_id: DoelId) -> str | None:
    """Return the title of a goal, as its last vastgestelde version says it, or None."""
    doel = find_doel(doel_id)
    return doel.titel if doel is not None else None


def find_doel(doel_id: DoelId) -> DoelRij | None:
    """Return a goal as its last vastgestelde version says it, or None."""
    statement = (
        _with_gebied(select(DoelTekst))
        .where(DoelTekst.doel_id == doel_id, OpgaveVersie.status == OpgaveStatus.VASTGESTELD)
        .order_by(OpgaveVersie.nummer.desc())
        .limit(1)
    )
    found = db.session.scalars(statement).one_or_none()
    return _rij(found) if found is not None else None


def list_doelen(gebied_ids: Collection[GebiedId], jaar: int | None = None) -> Sequence[DoelRij]:
    """Return the goals that hold today for these very gebieden, in any year or in one."""
    return _list_rijen(_doelen(clock.today()).where(Gebiedsopgave.gebied_id.in_(gebied_ids)), jaar)


def list_doel_choices(gebied_ids: Collection[GebiedId]) -> list[tuple[DoelId, str]]:
    """Return what a project in these gebieden can work at: goals of them and of what lies above.

    Goals of a period that is over are left out.
    """
    reach = {found for gebied_id in gebied_ids for found in keten_ids(gebied_id)}
    statement = _doelen(clock.today()).where(
        Gebiedsopgave.gebied_id.in_(reach), OpgaveVersie.tot_jaar >= clock.today().year
    )
    return [
        (doel.doel_id, f"{doel.titel} ({doel.gebied_naam} {doel.van_jaar}-{doel.tot_jaar})")
        for doel in _list_rijen(statement)
    ]


def _with_everything() -> Select[OpgaveVersie]:
    opgave = joinedload(OpgaveVersie.opgave, innerjoin=True)
    return select(OpgaveVersie).options(
        WITH_DOELEN,
        opgave.joinedload(Gebiedsopgave.gebied, innerjoin=True),
        opgave.selectinload(Gebiedsopgave.versies),
    )


def _one(statement: Select[OpgaveVersie]) -> OpgaveVersie | None:
    return db.session.scalars(statement).one_or_none()


def _doelen(peildatum: date) -> Select[DoelTekst]:
    return (
        _with_gebied(select(DoelTekst))
        .where(gold_op(peildatum))
        .order_by(FROM_LARGE_TO_SMALL.desc(), Gebied.naam, OpgaveVersie.van_jaar.desc())
    )


def _with_gebied(statement: Select[DoelTekst]) -> Select[DoelTekst]:
    return (
        statement.join(DoelTekst.opgave_versie)
        .join(OpgaveVersie.opgave)
        .join(Gebiedsopgave.gebied)
        .options(
            contains_eager(DoelTekst.opgave_versie)
            .contains_eager(OpgaveVersie.opgave)
            .contains_eager(Gebiedsopgave.gebied)
        )
    )


def _list_rijen(statement: Select[DoelTekst], jaar: int | None = None) -> Sequence[DoelRij]:
    """Return small gebieden first, each with the goals in the order in which they are shown."""
    if jaar is not None:
        statement = statement.where(OpgaveVersie.van_jaar <= jaar, OpgaveVersie.tot_jaar >= jaar)
    teksten = db.session.scalars(statement).all()
    order = {tekst.opgave_versie_id: 0 for tekst in teksten}
    order = {versie_id: place for place, versie_id in enumerate(order)}
    ordered = sorted(
        teksten,
        key=lambda tekst: (
            order[tekst.opgave_versie_id],
            place_of(tekst.domein, tekst.prioriteit, tekst.volgorde),
            tekst.doel_id,
        ),
    )
    return [_rij(tekst) for tekst in ordered]


def _rij(tekst: DoelTekst) -> DoelRij:
    versie = tekst.opgave_versie
    return DoelRij(
        doel_id=tekst.doel_id,
        opgave_id=versie.opgave_id,
        gebied_id=versie.opgave.gebied_id,
        gebied_naam=versie.opgave.gebied.naam,
        van_jaar=versie.van_jaar,
        tot_jaar=versie.tot_jaar,
        titel=tekst.titel,
        domein=tekst.domein,
        prioriteit=tekst.prioriteit,
    )
