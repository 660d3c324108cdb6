"""The queue of the desk. The tree of gebieden comes from memory, the numbers from one query."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, and_, case, exists, func, select

from participatie.accounts.models import Gebruiker
from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import NotFoundError
from participatie.core.paging import PAGE_SIZE, Page
from participatie.core.permissions import Permission
from participatie.gebieden.queries import get_boom
from participatie.gebieden.rules import Boom
from participatie.gebieden.types import GebiedId
from participatie.inzendingen.models import Inzending, Statusstap
from participatie.inzendingen.rules import STATUS_NAMEN_STAFF
from participatie.inzendingen.types import Status
from participatie.moderation import rules
from participatie.moderation.rules_woorden import AL_UW_GEBIEDEN, BAK_SINDS
from participatie.moderation.types import Bak, Bureau, Rij, Telling, Urgentie, Volgende

SENT_AGAIN = (
    exists()
    .where(
        Inzending.status == Status.INGEDIEND,
        Statusstap.inzending_id == Inzending.id,
        Statusstap.van == Status.AANPASSEN,
        Statusstap.naar == Status.INGEDIEND,
        Statusstap.door_id == Inzending.indiener_id,
    )
    .correlate(Inzending)
    .label("opnieuw")
)
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
    SENT_AGAIN,
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
    """Count every tray of every gebied in one query, in the order of the index it reads."""
    late = func.count(case((Inzending.reactie_voor < vandaag, 1)))
    statement = (
        select(Inzending.gebied_id, Inzending.status, func.count(), late)
        .where(Inzending.gebied_id.in_(sorted(gebied_ids)), Inzending.status.in_(_VISIBLE))
        .group_by(Inzending.status, Inzending.gebied_id)
    )
    counted: Aantallen = {gebied: Counter() for gebied in gebied_ids}
    for gebied_id, status, number, number_late in db.session.execute(statement):
        for bak, statussen in rules.BAK_STATUSSEN.items():
            if status in statussen:
                counted[gebied_id][bak] += number_late if bak is Bak.TE_LAAT else number
    return counted


_VISIBLE = sorted(frozenset().union(*rules.BAK_STATUSSEN.values()))


def list_queue(bureau: Bureau, bak: Bak, vandaag: date, number: int = 1) -> Page[Rij]:
    """Return a page of the queue: what must be answered first stands first."""
    statement = (
        select(*COLUMNS)
        .where(Inzending.gebied_id.in_(sorted(bureau.gebied_ids)), _in_bak(bak, vandaag))
        .order_by(*_order(bak))
    )
    total = bureau.keuze.aantallen[bak]
    number = min(max(number, 1), max(1, -(-total // PAGE_SIZE)))
    found = db.session.execute(statement.limit(PAGE_SIZE).offset((number - 1) * PAGE_SIZE))
    boom = get_boom()
    items = [_rij(row, boom, bak, vandaag) for row in found.mappings()]
    return Page(items=items, number=number, total=total)


def find_next(gebied_ids: frozenset[GebiedId], vandaag: date) -> Volgende | None:
    """Return the inzending in these gebieden that must be answered first."""
    statement = (
        select(Inzending.id, Inzending.titel)
        .where(Inzending.gebied_id.in_(sorted(gebied_ids)), _in_bak(Bak.NIEUW, vandaag))
        .order_by(*_order(Bak.NIEUW))
        .limit(1)
    )
    row = db.session.execute(statement).one_or_none()
    return Volgende(row.id, row.titel) if row else None


def _in_bak(bak: Bak, vandaag: date) -> ColumnElement[bool]:
    condition = Inzending.status.in_(sorted(rules.BAK_STATUSSEN[bak]))
    if bak is Bak.TE_LAAT:
        return and_(condition, Inzending.reactie_voor < vandaag)
    return condition


def _order(bak: Bak) -> tuple[ColumnElement[Any], ...]:
    if bak is Bak.AFGEHANDELD:
        return Inzending.gewijzigd_op.desc(), Inzending.id.desc()
    if bak is Bak.WACHT:
        return Inzending.gewijzigd_op.asc(), Inzending.id.asc()
    return Inzending.reactie_voor.asc(), Inzending.id.asc()


def _rij(row: RowMapping, boom: Boom, bak: Bak, vandaag: date) -> Rij:
    since = row["ingediend_op"] if bak in {Bak.NIEUW, Bak.TE_LAAT} else row["gewijzigd_op"]
    runs = bak in {Bak.NIEUW, Bak.TE_LAAT} and row["reactie_voor"] is not None
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
        reactie_voor=row["reactie_voor"] if runs else None,
        termijn=rules.term_in_words(row["reactie_voor"], vandaag) if runs else "",
        urgentie=rules.urgency(row["reactie_voor"], vandaag) if runs else Urgentie.OP_TIJD,
    )


def _day(moment: datetime) -> date:
    return moment.astimezone(clock.AMSTERDAM).date()
