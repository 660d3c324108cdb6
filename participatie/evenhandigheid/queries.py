"""Reading decisions to lay them beside each other: lean rows, never a text or a sender."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, func, select
from sqlalchemy.orm import joinedload

from participatie.accounts.models import Gebruiker
from participatie.core.clock import AMSTERDAM
from participatie.core.db import db
from participatie.evenhandigheid.rules import deviations
from participatie.evenhandigheid.types import Genomen, Keuze, Twijfel, Zaak
from participatie.gebieden.queries import get_boom
from participatie.gebieden.rules import Boom
from participatie.gebieden.types import GebiedId
from participatie.initiatieven.models_klopt import Kloptantwoord, Realisatie
from participatie.initiatieven.types_voortgang import Oordeel
from participatie.inzendingen.models import Inzending, Reactietermijn, Statusstap
from participatie.inzendingen.rules import REACTIETERMIJN, due_date
from participatie.inzendingen.types import InzendingId, InzendingSoort, Status
from participatie.moderation.models import Besluit
from participatie.moderation.models_kader import Afwegingsgrond
from participatie.moderation.models_werk import Verlenging
from participatie.moderation.queries_openbaar import stadsdeel_of
from participatie.moderation.types import BesluitId

FROM_SENDER = (Status.CONCEPT, Status.AANPASSEN)
AnyRow = Row[*tuple[Any, ...]]
Moments = Mapping[InzendingId, list[datetime]]
Extensions = Mapping[InzendingId, Mapping[date, date]]


def list_zaken(keuze: Keuze) -> Sequence[Zaak]:
    """Return the decisions of a period, oldest first, each compared with those before it."""
    boom = get_boom()
    begin, end = _moments(keuze)
    rows = _rows(end)
    genomen = {row.id: _genomen(row, boom) for row in rows}
    anders = deviations(genomen.values())
    asked = [
        row for row in rows if row.op >= begin and _is_asked(genomen[row.id], row.gebied_id, keuze)
    ]
    sent, extended, terms = _sent(begin, end), _extended(begin, end), _terms()
    found = []
    for row in asked:
        moment = _last_before(sent.get(row.inzending_id, []), row.op)
        due = _due(row, moment, terms, extended) if moment else None
        day = _local(row.op)
        found.append(
            Zaak(
                genomen=genomen[row.id],
                gebied_id=row.gebied_id,
                grond=row.grond,
                door_id=row.door_id,
                op=row.op,
                dagen=(day - _local(moment)).days if moment else None,
                op_tijd=day <= due if due else None,
                vergelijkbaar=row.id in anders,
                afwijkend=anders.get(row.id, False),
            )
        )
    return found


def _moments(keuze: Keuze) -> tuple[datetime, datetime]:
    """Return where a period begins, and where the day after it does."""
    begin = datetime.combine(keuze.van, time.min, AMSTERDAM)
    return begin, datetime.combine(keuze.tot + timedelta(days=1), time.min, AMSTERDAM)


def _rows(end: datetime) -> Sequence[AnyRow]:
    statement = (
        select(
            Besluit.id,
            Besluit.inzending_id,
            Besluit.gebied_id,
            Besluit.thema,
            Besluit.uitkomst,
            Besluit.grond,
            Besluit.door_id,
            Besluit.op,
            Besluit.teruggedraaid_op,
            Inzending.soort,
        )
        .join(Inzending, Inzending.id == Besluit.inzending_id)
        .where(Besluit.op < end)
        .order_by(Besluit.op, Besluit.id)
    )
    return db.session.execute(statement).all()


def _genomen(row: AnyRow, boom: Boom) -> Genomen:
    return Genomen(
        id=row.id,
        inzending_id=row.inzending_id,
        stadsdeel=stadsdeel_of(boom, row.gebied_id),
        thema=row.thema,
        uitkomst=row.uitkomst,
        teruggedraaid=row.teruggedraaid_op is not None,
    )


def _is_asked(one: Genomen | Twijfel, gebied_id: GebiedId, keuze: Keuze) -> bool:
    return keuze.gebied_id in (None, one.stadsdeel, gebied_id) and keuze.thema in (
        None,
        one.thema,
    )


def _in_period(begin: datetime, end: datetime) -> ColumnElement[bool]:
    """Tell of an inzending whether something was decided about it in the period."""
    decided = select(Besluit.inzending_id).where(Besluit.op >= begin, Besluit.op < end)
    return Inzending.id.in_(decided)


def _sent(begin: datetime, end: datetime) -> Moments:
    """Return when the sender sent each inzending: the first time, and after each change."""
    found: dict[InzendingId, list[datetime]] = defaultdict(list)
    statement = (
        select(Statusstap.inzending_id, Statusstap.op)
        .join(Inzending, Inzending.id == Statusstap.inzending_id)
        .where(
            Statusstap.naar == Status.INGEDIEND,
            Statusstap.van.is_(None) | Statusstap.van.in_(FROM_SENDER),
            _in_period(begin, end),
        )
        .order_by(Statusstap.id)
    )
    for inzending_id, op in db.session.execute(statement):
        found[inzending_id].append(op)
    return found


def _extended(begin: datetime, end: datetime) -> Extensions:
    statement = (
        select(Verlenging.inzending_id, Verlenging.van, Verlenging.tot)
        .join(Inzending, Inzending.id == Verlenging.inzending_id)
        .where(Verlenging.ingetrokken_op.is_(None), _in_period(begin, end))
    )
    found: dict[InzendingId, dict[date, date]] = defaultdict(dict)
    for inzending_id, van, tot in db.session.execute(statement):
        found[inzending_id][van] = tot
    return found


def _terms() -> Mapping[InzendingSoort, timedelta]:
    statement = select(Reactietermijn.soort, Reactietermijn.dagen)
    return {row.soort: timedelta(days=row.dagen) for row in db.session.execute(statement)}


def _last_before(moments: list[datetime], op: datetime) -> datetime | None:
    place = bisect_right(moments, op)
    return moments[place - 1] if place else None


def _due(
    row: AnyRow,
    sent: datetime,
    terms: Mapping[InzendingSoort, timedelta],
    extended: Extensions,
) -> date:
    """Return until when there was time: what was extended counts."""
    usual = due_date(_local(sent), terms.get(row.soort, REACTIETERMIJN))
    return extended.get(row.inzending_id, {}).get(usual, usual)


def _local(moment: datetime) -> date:
    return moment.astimezone(AMSTERDAM).date()


def list_twijfels(keuze: Keuze) -> Sequence[Twijfel]:
    """Return what became of those who said that an initiatief is not done."""
    begin, end = _moments(keuze)
    boom = get_boom()
    statement = (
        select(
            Inzending.gebied_id,
            Inzending.thema,
            Kloptantwoord.oordeel,
            Kloptantwoord.beoordeeld_door_id,
        )
        .join(Realisatie, Realisatie.id == Kloptantwoord.realisatie_id)
        .join(Inzending, Inzending.id == Realisatie.initiatief_id)
        .where(
            Kloptantwoord.beoordeeld_op >= begin,
            Kloptantwoord.beoordeeld_op < end,
            Kloptantwoord.beoordeeld_door_id.is_not(None),
        )
        .order_by(Kloptantwoord.id)
    )
    found = [
        (
            Twijfel(
                stadsdeel=stadsdeel_of(boom, row.gebied_id),
                thema=row.thema,
                door_id=row.beoordeeld_door_id,
                toegekend=row.oordeel is Oordeel.HEROPEND,
            ),
            row.gebied_id,
        )
        for row in db.session.execute(statement)
    ]
    return [one for one, gebied_id in found if _is_asked(one, gebied_id, keuze)]


def names_of_gronden() -> Mapping[str, str]:
    """Return what each ground is called now, or was called last."""
    newest = select(func.max(Afwegingsgrond.id)).group_by(Afwegingsgrond.sleutel)
    statement = select(Afwegingsgrond.sleutel, Afwegingsgrond.naam).where(
        Afwegingsgrond.id.in_(newest)
    )
    return {row.sleutel: row.naam for row in db.session.execute(statement)}


def names_of_moderators(ids: set[int]) -> Mapping[str, str]:
    """Return who took decisions, by number as text."""
    statement = select(Gebruiker.id, Gebruiker.naam).where(Gebruiker.id.in_(ids))
    return {str(row.id): row.naam for row in db.session.execute(statement)}


def list_besluiten(ids: Sequence[BesluitId]) -> Iterator[Besluit]:
    """Yield decisions in this order, with what they were about and who took them."""
    statement = (
        select(Besluit)
        .where(Besluit.id.in_(ids))
        .options(
            joinedload(Besluit.inzending).joinedload(Inzending.gebied),
            joinedload(Besluit.woorden),
            joinedload(Besluit.door),
        )
    )
    found = {besluit.id: besluit for besluit in db.session.scalars(statement)}
    return (found[one] for one in ids if one in found)
