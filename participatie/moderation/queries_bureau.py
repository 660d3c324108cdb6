"""The queue of the desk. The tree of gebieden comes from memory, the numbers from one query."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, and_, case, false, func, select, true, union_all
from sqlalchemy.orm import InstrumentedAttribute

from participatie.accounts.models import Gebruiker
from participatie.accounts.types import GebruikerId
from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import NotFoundError
from participatie.core.paging import PAGE_SIZE, Page
from participatie.core.permissions import Permission
from participatie.gebieden.queries import get_boom
from participatie.gebieden.rules import Boom
from participatie.gebieden.types import GebiedId
from participatie.inzendingen.models import Inzending
from participatie.inzendingen.rules import STATUS_NAMEN_STAFF
from participatie.moderation import rules
from participatie.moderation.queries_rij import EXTRA, SENT_AGAIN, handled_by
from participatie.moderation.rules_woorden import AL_UW_GEBIEDEN, BAK_SINDS
from participatie.moderation.types import Bak, Bureau, Rij, Telling, Urgentie, Volgende

Aantallen = dict[GebiedId | None, Counter[Bak]]
COLUMNS = (
    Inzending.id,
    Inzending.kenmerk,
    Inzending.titel,
    Inzending.soort,
    Inzending.thema,
    Inzending.status,
    Inzending.gebied_id,
    Inzending.ingediend_op,
    Inzending.gewijzigd_op,
    Inzending.reactie_voor,
    Inzending.versie,
    Inzending.nog_niet_bekeken,
    SENT_AGAIN,
    *EXTRA,
)


def list_own_gebieden(gebruiker: Gebruiker) -> tuple[GebiedId, ...]:
    """Return the gebieden someone moderates, without those that lie in another of them."""
    boom = get_boom()
    moderating = [
        verlening
        for verlening in gebruiker.rollen
        if verlening.gives(Permission.INZENDING_MODEREREN, None)
    ]
    if any(verlening.gebied_id is None for verlening in moderating):
        return tuple(boom.kinderen.get(None, ()))
    given = {verlening.gebied_id for verlening in moderating if verlening.gebied_id is not None}
    return tuple(
        sorted(
            (one for one in given if not given & set(boom.keten(one)[1:])),
            key=lambda one: boom.omtrekken[one].naam,
        )
    )


def own_ids(gebruiker: Gebruiker) -> frozenset[GebiedId]:
    """Return every gebied someone moderates, with all that lies in it."""
    return _below(get_boom(), list_own_gebieden(gebruiker))


def get_bureau(gebruiker: Gebruiker, slug: str, vandaag: date) -> Bureau:
    """Return where someone works, or the part of it with this slug, with its numbers."""
    boom = get_boom()
    own = list_own_gebieden(gebruiker)
    everything = _below(boom, own)
    chosen = own
    if slug:
        chosen = tuple(one for one in everything if boom.omtrekken[one].slug == slug)
        if not chosen:
            raise NotFoundError("Dit gebied is niet van u, of het bestaat niet.")
    counted = _count(everything, vandaag)
    parts = boom.kinderen.get(chosen[0], ()) if len(chosen) == 1 else chosen
    above = [one for one in boom.keten(chosen[0])[1:] if one in everything] if slug else []
    cards = (_tally(boom, counted, (part,)) for part in parts)
    return Bureau(
        gebied_ids=_below(boom, chosen),
        keuze=_tally(boom, counted, chosen, alone=bool(slug)),
        kaarten=sorted(
            (card for card in cards if any(card.aantallen.values())),
            key=lambda card: card.aantallen[Bak.NIEUW] == 0,
        ),
        boven=[_tally(boom, counted, (one,)) for one in reversed(above)],
    )


def _below(boom: Boom, gebieden: Iterable[GebiedId]) -> frozenset[GebiedId]:
    return frozenset().union(*(boom.onder(gebied) for gebied in gebieden))


def _tally(
    boom: Boom, counted: Aantallen, gebieden: tuple[GebiedId, ...], *, alone: bool = True
) -> Telling:
    numbers: Counter[Bak] = Counter()
    for gebied in _below(boom, gebieden):
        numbers.update(counted.get(gebied, {}))
    omtrek = boom.omtrekken[gebieden[0]] if alone and gebieden else None
    return Telling(
        slug=omtrek.slug if omtrek else "",
        naam=omtrek.naam if omtrek else AL_UW_GEBIEDEN,
        aantallen={bak: numbers[bak] for bak in Bak},
    )


def _count(gebied_ids: frozenset[GebiedId], vandaag: date) -> Aantallen:
    """Count every tray of every gebied, in the order of the indexes that are read."""
    counted: Aantallen = {gebied: Counter() for gebied in gebied_ids}
    numbers = (func.count(), _count_of(_is_late(vandaag)), _count_of(_is_almost(vandaag)))
    here = Inzending.gebied_id.in_(sorted(gebied_ids))
    by_status = (
        select(Inzending.gebied_id, Inzending.status, false().label("unseen"), *numbers)
        .where(here, Inzending.status.in_(_VISIBLE))
        .group_by(Inzending.status, Inzending.gebied_id)
    )
    unseen = (
        select(Inzending.gebied_id, Inzending.status, true().label("unseen"), *numbers)
        .where(here, Inzending.nog_niet_bekeken)
        .group_by(Inzending.status, Inzending.gebied_id)
    )
    rows = db.session.execute(union_all(by_status, unseen))
    for gebied_id, status, is_unseen, number, late, almost in rows:
        if is_unseen:
            counted[gebied_id].update({Bak.NIEUW: number, Bak.TE_LAAT: late, Bak.BIJNA: almost})
            counted[gebied_id].subtract({Bak.AFGEHANDELD: number})
            continue
        for bak, statussen in rules.BAK_STATUSSEN.items():
            if status in statussen:
                counted[gebied_id][bak] += {Bak.TE_LAAT: late, Bak.BIJNA: almost}.get(bak, number)
    return counted


def _count_of(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.count(case((condition, 1)))


def _is_late(vandaag: date) -> ColumnElement[bool]:
    return Inzending.reactie_voor < vandaag


def _is_almost(vandaag: date) -> ColumnElement[bool]:
    return Inzending.reactie_voor.between(vandaag, vandaag + timedelta(days=rules.BIJNA_DAGEN))


_VISIBLE = sorted(frozenset().union(*rules.BAK_STATUSSEN.values()))


def list_queue(
    bureau: Bureau, bak: Bak, vandaag: date, number: int = 1, voor: GebruikerId | None = None
) -> Page[Rij]:
    """Return a page of the queue: what must be answered first stands first."""
    here: list[ColumnElement[bool]] = [Inzending.gebied_id.in_(sorted(bureau.gebied_ids))]
    if voor is not None:
        here.append(handled_by(voor))
    parts = [and_(part, *here) for part in _in_bak(bak, vandaag)]
    total = bureau.keuze.aantallen[bak] if voor is None else _count_rows(parts)
    number = min(max(number, 1), max(1, -(-total // PAGE_SIZE)))
    boom = get_boom()
    rows = _rows(parts, bak, number * PAGE_SIZE, (number - 1) * PAGE_SIZE)
    return Page(items=[_rij(row, boom, bak, vandaag) for row in rows], number=number, total=total)


def _count_rows(parts: Sequence[ColumnElement[bool]]) -> int:
    return sum(
        db.session.scalar(select(func.count(Inzending.id)).where(part)) or 0 for part in parts
    )


def _rows(
    parts: Sequence[ColumnElement[bool]], bak: Bak, limit: int, offset: int
) -> Sequence[RowMapping]:
    """Return the rows after `offset` of all parts together, each read along its own index."""
    order, is_desc = _order(bak)
    by = (order.desc(), Inzending.id.desc()) if is_desc else (order.asc(), Inzending.id.asc())
    first = [
        select(select(Inzending.id).where(part).order_by(*by).limit(limit).subquery().c.id)
        for part in parts
    ]
    chosen = union_all(*first) if len(first) > 1 else first[0]
    statement = select(*COLUMNS).where(Inzending.id.in_(chosen)).order_by(*by)
    statement = statement.limit(limit - offset).offset(offset)
    return db.session.execute(statement).mappings().all()


def find_next(gebied_ids: frozenset[GebiedId], vandaag: date) -> Volgende | None:
    """Return the inzending in these gebieden that must be answered first."""
    here = Inzending.gebied_id.in_(sorted(gebied_ids))
    parts = [and_(part, here) for part in _in_bak(Bak.NIEUW, vandaag)]
    rows = _rows(parts, Bak.NIEUW, 1, 0)
    return Volgende(rows[0]["id"], rows[0]["titel"]) if rows else None


def _in_bak(bak: Bak, vandaag: date) -> Sequence[ColumnElement[bool]]:
    """Return what lies in a tray, in parts that each have an index."""
    sent = Inzending.status.in_(sorted(rules.BAK_STATUSSEN[bak]))
    if bak is Bak.WACHT:
        return [sent]
    if bak is Bak.AFGEHANDELD:
        return [and_(sent, ~Inzending.nog_niet_bekeken)]
    parts = [sent, Inzending.nog_niet_bekeken.is_(true())]
    if bak is Bak.NIEUW:
        return parts
    when = _is_late(vandaag) if bak is Bak.TE_LAAT else _is_almost(vandaag)
    return [and_(part, when) for part in parts]


def _order(bak: Bak) -> tuple[InstrumentedAttribute[Any], bool]:
    if bak in {Bak.AFGEHANDELD, Bak.WACHT}:
        return Inzending.gewijzigd_op, bak is Bak.AFGEHANDELD
    return Inzending.reactie_voor, False


def _rij(row: RowMapping, boom: Boom, bak: Bak, vandaag: date) -> Rij:
    since = row["ingediend_op"] if bak in rules.LOOPT else row["gewijzigd_op"]
    runs = bak in rules.LOOPT and row["reactie_voor"] is not None
    return Rij(
        id=row["id"],
        kenmerk=row["kenmerk"],
        titel=row["titel"],
        soort=row["soort"],
        thema=row["thema"],
        status=STATUS_NAMEN_STAFF[row["status"]],
        gebied=boom.omtrekken[row["gebied_id"]].naam,
        leeftijd=f"{BAK_SINDS[bak]} {rules.age_in_words(_day(since), vandaag)}",
        opnieuw=row["opnieuw"],
        versie=row["versie"],
        onbekeken=row["nog_niet_bekeken"],
        behandelaar=row["behandelaar"] or "",
        getoetst=row["getoetst"],
        punten=row["punten"],
        reactie_voor=row["reactie_voor"] if runs else None,
        termijn=rules.term_in_words(row["reactie_voor"], vandaag) if runs else "",
        urgentie=rules.urgency(row["reactie_voor"], vandaag) if runs else Urgentie.OP_TIJD,
    )


def _day(moment: datetime) -> date:
    return moment.astimezone(clock.AMSTERDAM).date()
