"""Gebiedsopgaven and their goals as documents that can be found: only what holds today."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from participatie.core import clock
from participatie.core.db import db
from participatie.core.onderwerpen import Onderwerp
from participatie.opgaven.models import Doel, DoelTekst, Gebiedsopgave, OpgaveVersie
from participatie.opgaven.queries import gold_op
from participatie.zoeken.types import Document


def list_documents(ids: Collection[int] | None) -> Iterator[Document]:
    """Yield the gebiedsopgaven that hold, or those of these ids."""
    for versie in _holding(ids):
        titles = (tekst.titel for tekst in versie.teksten)
        yield Document(
            onderwerp=Onderwerp("opgave", versie.opgave_id),
            titel=f"Gebiedsopgave {versie.opgave.gebied.naam}",
            tekst="\n".join((versie.inleiding, *titles)),
            **_shared(versie),
        )


def list_doelen(ids: Collection[int] | None) -> Iterator[Document]:
    """Yield the goals that hold, or those of these ids."""
    opgave_ids = None if ids is None else _opgaven_of(ids)
    for versie in _holding(opgave_ids):
        for tekst in versie.teksten:
            if ids is None or tekst.doel_id in ids:
                yield Document(
                    onderwerp=Onderwerp("doel", tekst.doel_id),
                    titel=tekst.titel,
                    tekst=_tekst_of(tekst),
                    **_shared(versie, f"#doel-{tekst.doel_id}"),
                )


def list_doel_ids(opgave_id: int) -> Sequence[int]:
    """Return every goal that any version of an opgave had."""
    return db.session.scalars(select(Doel.id).where(Doel.opgave_id == opgave_id)).all()


def _shared(versie: OpgaveVersie, anker: str = "") -> dict[str, Any]:
    return {
        "pad": f"/opgaven/{versie.opgave_id}{anker}",
        "op": versie.gewijzigd_op,
        "gebied_ids": (versie.opgave.gebied_id,),
        "jaren": (versie.van_jaar, versie.tot_jaar),
    }


def _tekst_of(tekst: DoelTekst) -> str:
    figures = (indicator.naam for indicator in tekst.indicatoren)
    return "\n".join((tekst.resultaat, *tekst.partners, *figures))


def _holding(opgave_ids: Collection[int] | None) -> Sequence[OpgaveVersie]:
    statement = (
        select(OpgaveVersie)
        .where(gold_op(clock.today()))
        .options(
            joinedload(OpgaveVersie.opgave, innerjoin=True).joinedload(
                Gebiedsopgave.gebied, innerjoin=True
            ),
            selectinload(OpgaveVersie.teksten).selectinload(DoelTekst.indicatoren),
        )
        .order_by(OpgaveVersie.opgave_id)
    )
    if opgave_ids is not None:
        statement = statement.where(OpgaveVersie.opgave_id.in_(opgave_ids))
    return db.session.scalars(statement).all()


def _opgaven_of(doel_ids: Collection[int]) -> Sequence[int]:
    statement = select(Doel.opgave_id).where(Doel.id.in_(doel_ids)).distinct()
    return db.session.scalars(statement).all()
