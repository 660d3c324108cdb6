"""Reading everything public, row by row, so that a download never fills the memory."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, select

from participatie.core.db import db
from participatie.discussion.queries import count_all_reacties, count_all_steun
from participatie.gebieden.models import Gebied
from participatie.initiatieven.models import Initiatief
from participatie.inzendingen.types import Status
from participatie.opendata.queries_besluiten import iter_besluiten
from participatie.opendata.queries_opgaven import iter_doelen, iter_indicatoren, iter_opgaven
from participatie.opendata.queries_programma import (
    iter_gebiedsprogrammas,
    iter_programmaonderdelen,
)
from participatie.opendata.queries_projecten import iter_geld, iter_projecten
from participatie.opendata.queries_vraagaanbod import iter_aanbod, iter_oproepen
from participatie.opendata.rules import SEPARATOR, euros, middle_of_box
from participatie.opendata.types import Regel

CHUNK = 500


def iter_regels(naam: str, site: str, peildatum: date | None = None) -> Iterator[Regel]:
    """Yield the rows of a dataset, oldest first; `site` begins every address.

    Only what is in `MET_PEILDATUM` is known as it was on an earlier day.
    """
    if naam in _OF_ANY_DAY:
        return _OF_ANY_DAY[naam](site, peildatum)
    return _READERS[naam](site)


def _initiatieven(site: str) -> Iterator[Regel]:
    steun, reacties = count_all_steun("initiatief"), count_all_reacties("initiatief")
    statement = (
        select(
            *Initiatief.__mapper__.columns,
            Initiatief.geometrie,
            Gebied.code.label("gebied_code"),
            Gebied.naam.label("gebied_naam"),
        )
        .outerjoin(Gebied, Gebied.id == Initiatief.gebied_id)
        .where(Initiatief.status == Status.GEPUBLICEERD)
        .order_by(Initiatief.id)
    )
    for row in _stream(statement):
        yield Regel(
            row.id,
            (
                row.id,
                f"{site}/initiatieven/{row.id}",
                row.titel,
                row.toelichting,
                row.waarom,
                row.thema,
                row.plek_omschrijving,
                row.gebied_code,
                row.gebied_naam,
                SEPARATOR.join(row.vraag),
                SEPARATOR.join(row.aanbod),
                euros(row.kosten_cent),
                euros(row.gevonden_cent),
                row.fase,
                row.fase_sinds,
                row.opgegaan_in_id,
                row.gepubliceerd_op,
                steun.get(row.id, 0),
                reacties.get(row.id, 0),
                *middle_of_box(row.geometrie),
            ),
            row.geometrie,
        )


def _gebieden(site: str) -> Iterator[Regel]:
    codes = {row.id: row.code for row in db.session.execute(select(Gebied.id, Gebied.code))}
    statement = select(Gebied.__table__).order_by(Gebied.id)
    for row in _stream(statement):
        yield Regel(
            row.id,
            (
                row.id,
                f"{site}/gebieden/{row.slug}",
                row.code,
                row.naam,
                row.niveau,
                codes.get(row.ouder_id),
                row.inwoners,
                row.woningen,
                row.bron,
                row.schematisch,
                *middle_of_box(row.geometrie),
            ),
            row.geometrie,
        )


_OF_ANY_DAY: Mapping[str, Callable[[str, date | None], Iterator[Regel]]] = {
    "projecten": iter_projecten,
    "geld": iter_geld,
}
_READERS: Mapping[str, Callable[[str], Iterator[Regel]]] = {
    "initiatieven": _initiatieven,
    "oproepen": iter_oproepen,
    "aanbod": iter_aanbod,
    "gebieden": _gebieden,
    "gebiedsprogrammas": iter_gebiedsprogrammas,
    "programmaonderdelen": iter_programmaonderdelen,
    "opgaven": iter_opgaven,
    "doelen": iter_doelen,
    "indicatoren": iter_indicatoren,
    "besluiten": iter_besluiten,
}


def _stream(statement: Select[Any]) -> Iterator[Row[Any]]:
    yield from db.session.execute(statement, execution_options={"yield_per": CHUNK})
