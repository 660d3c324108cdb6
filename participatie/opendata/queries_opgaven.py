"""Reading the adopted gebiedsopgaven row by row, with their goals and figures."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Row, Select, select

from participatie.core.db import db
from participatie.gebieden.models import Gebied
from participatie.opendata.types import Regel
from participatie.opgaven.models import DoelTekst, Gebiedsopgave, Indicator, OpgaveVersie
from participatie.opgaven.types import OpgaveStatus

CHUNK = 500
SEPARATOR = "|"
_GEBIED = (Gebied.code.label("gebied_code"), Gebied.naam.label("gebied_naam"))


def iter_opgaven(site: str) -> Iterator[Regel]:
    """Yield every adopted version."""
    statement = _adopted(select(*OpgaveVersie.__mapper__.columns, *_GEBIED))
    for row in _stream(statement.order_by(OpgaveVersie.id)):
        yield Regel(
            row.id,
            (
                row.id,
                _address(site, row.opgave_id, row.nummer),
                row.opgave_id,
                row.nummer,
                row.gebied_code,
                row.gebied_naam,
                row.van_jaar,
                row.tot_jaar,
                row.inleiding,
                row.reden,
                row.besluitnummer,
                row.vastgesteld_op,
            ),
            None,
        )


def iter_doelen(site: str) -> Iterator[Regel]:
    """Yield what every goal says in every adopted version."""
    statement = select(
        *DoelTekst.__mapper__.columns, OpgaveVersie.opgave_id, OpgaveVersie.nummer, *_GEBIED
    ).join(DoelTekst.opgave_versie)
    for row in _stream(_adopted(statement).order_by(DoelTekst.id)):
        yield Regel(
            row.id,
            (
                row.id,
                _address(site, row.opgave_id, row.nummer),
                row.doel_id,
                row.opgave_versie_id,
                row.gebied_code,
                row.gebied_naam,
                row.titel,
                row.resultaat,
                row.prioriteit,
                row.domein,
                SEPARATOR.join(row.partners),
                row.volgorde,
            ),
            None,
        )


def iter_indicatoren(site: str) -> Iterator[Regel]:
    """Yield every figure of every goal in every adopted version."""
    del site
    statement = (
        select(*Indicator.__mapper__.columns, *_GEBIED)
        .join(Indicator.doel_tekst)
        .join(DoelTekst.opgave_versie)
    )
    for row in _stream(_adopted(statement).order_by(Indicator.id)):
        yield Regel(
            row.id,
            (
                row.id,
                row.doel_tekst_id,
                row.gebied_code,
                row.gebied_naam,
                row.kengetal,
                row.naam,
                row.eenheid,
                row.bron,
                row.nulmeting,
                row.nulmeting_jaar,
                row.streefwaarde,
                row.streefjaar,
            ),
            None,
        )


def _adopted(statement: Select[Any]) -> Select[Any]:
    return (
        statement.join(OpgaveVersie.opgave)
        .join(Gebied, Gebied.id == Gebiedsopgave.gebied_id)
        .where(OpgaveVersie.status == OpgaveStatus.VASTGESTELD)
    )


def _address(site: str, opgave_id: int, nummer: int) -> str:
    return f"{site}/opgaven/{opgave_id}/versies/{nummer}"


def _stream(statement: Select[Any]) -> Iterator[Row[Any]]:
    yield from db.session.execute(statement, execution_options={"yield_per": CHUNK})
