"""From what happened to who is told: noted in the transaction, worked out just after it.

A source is one function that makes meldingen of one event; wiring.py ties it with `tell_about`.
The work is done in a job, so that nobody waits for it who publishes something that many follow.
"""

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import delete, select, update
from sqlalchemy.dialects import postgresql, sqlite

from participatie.accounts.types import GebruikerId
from participatie.core import jobs
from participatie.core.db import db
from participatie.core.events import Event, subscribe
from participatie.core.onderwerpen import Onderwerp
from participatie.core.transactions import after_commit, transaction
from participatie.notifications.models import Aanleiding, Bericht
from participatie.notifications.queries_onderwerpen import find_kort
from participatie.notifications.queries_ontvangers import list_eigen, list_ontvangers
from participatie.notifications.rules_berichten import (
    EIGEN,
    TITEL_MAX_LENGTH,
    ZIN_MAX_LENGTH,
    cut,
)
from participatie.notifications.types import Frequentie, Melding, Ontvanger

E = TypeVar("E", bound=Event)
Maker = Callable[[Any], Iterable[Melding]]
MOST_TRIES = 5
ROWS = 1_000
OWN_FIELDS = frozenset(field.name for field in fields(Event))
logger = logging.getLogger(__name__)
makers: dict[str, tuple[type[Event], Maker]] = {}


def tell_about(event_type: type[E], maker: Callable[[E], Iterable[Melding]]) -> None:
    """Let a function say what events of exactly this type mean, and for whom."""
    makers[event_type.__name__] = (event_type, maker)
    subscribe(event_type, note)


def note(event: Event) -> None:
    """Write down, in the same transaction, that people must be told of this."""
    name = type(event).__name__
    if name not in makers:
        return
    details = {one.name: getattr(event, one.name) for one in fields(event)}
    db.session.add(
        Aanleiding(
            naam=name,
            op=event.occurred_at,
            actor_id=event.actor_id,
            onderwerp_soort=event.onderwerp.soort,
            onderwerp_id=event.onderwerp.id,
            data={key: value for key, value in details.items() if key not in OWN_FIELDS},
        )
    )
    after_commit(wake_teller)


def wake_teller() -> None:
    """Ask for everybody to be told now."""
    jobs.run_soon(make_berichten)


def make_berichten() -> int:
    """Make the berichten of everything that happened, one event per transaction; return how many.

    Many may do this at once. What goes wrong is tried again, and does not keep up the rest.
    """
    done, last = 0, 0
    while True:
        with transaction():
            aanleiding = _claim(last)
            if aanleiding is None:
                return done
            last = aanleiding.id
            done += _work_out(aanleiding)


def tell_waiting() -> None:
    """Make the berichten of all that waits in the transaction there is: for a command."""
    last = 0
    while (aanleiding := _claim(last)) is not None:
        last = aanleiding.id
        _work_out(aanleiding)


def _work_out(aanleiding: Aanleiding) -> bool:
    """Tell everybody of one event, or keep it for later, and return whether it went well."""
    this = Aanleiding.id == aanleiding.id
    try:
        with db.session.begin_nested():
            event, maker = _event_of(aanleiding)
            _tell(event, maker)
    except Exception:
        logger.exception("bericht_mislukt", extra={"gebeurtenis": aanleiding.naam})
        db.session.execute(update(Aanleiding).where(this).values(pogingen=Aanleiding.pogingen + 1))
        return False
    db.session.execute(delete(Aanleiding).where(this))
    return True


def _claim(after: int) -> Aanleiding | None:
    """Take the first event of which nobody was told, unless another took it."""
    statement = (
        select(Aanleiding)
        .where(
            Aanleiding.id > after,
            Aanleiding.naam.in_(sorted(makers)),
            Aanleiding.pogingen < MOST_TRIES,
        )
        .order_by(Aanleiding.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    found = db.session.scalar(statement)
    if found is not None:
        db.session.expunge(found)
    return found


def _event_of(aanleiding: Aanleiding) -> tuple[Event, Maker]:
    event_type, maker = makers[aanleiding.naam]
    facts = {
        key: tuple(value) if isinstance(value, list) else value
        for key, value in aanleiding.data.items()
    }
    event = event_type(
        occurred_at=aanleiding.op,
        actor_id=aanleiding.actor_id,
        onderwerp=Onderwerp(aanleiding.onderwerp_soort, aanleiding.onderwerp_id),
        **facts,
    )
    return event, maker


def _tell(event: Event, maker: Maker) -> None:
    for number, melding in enumerate(maker(event)):
        if not melding.persoonlijk and melding.onderwerp not in find_kort([melding.onderwerp]):
            continue
        _save(event, melding, number)


def _save(event: Event, melding: Melding, number: int) -> None:
    """Write a bericht for everyone who is told, but for who did it himself."""
    told = {one.gebruiker_id: one for one in list_ontvangers(melding)}
    told |= _directly(melding)
    row = _row(event, melding, number)
    rows = [
        row | {"gebruiker_id": one.gebruiker_id, "via": one.via, "frequentie": one.frequentie}
        for one in told.values()
        if one.gebruiker_id != event.actor_id and one.gebruiker_id not in melding.niet_aan
    ]
    for start in range(0, len(rows), ROWS):
        part = rows[start : start + ROWS]
        knows = _add_to_unread(event, melding, [one["gebruiker_id"] for one in part])
        _insert([one for one in part if one["gebruiker_id"] not in knows])


def _add_to_unread(
    event: Event, melding: Melding, gebruiker_ids: Sequence[object]
) -> frozenset[GebruikerId]:
    """Say in what waits to be read or mailed that there is more, and return whose that is."""
    if not melding.zin_samen:
        return frozenset()
    statement = (
        update(Bericht)
        .where(
            Bericht.gebruiker_id.in_(gebruiker_ids),
            Bericht.gelezen_op.is_(None),
            Bericht.verstuurd_op.is_(None),
            Bericht.soort == melding.soort,
            Bericht.pad == melding.pad,
        )
        .values(
            zin=melding.zin_samen,
            onderwerp_soort=event.onderwerp.soort,
            onderwerp_id=event.onderwerp.id,
        )
        .returning(Bericht.gebruiker_id)
    )
    return frozenset(db.session.scalars(statement))


def _directly(melding: Melding) -> dict[GebruikerId, Ontvanger]:
    """Return whom it is about: a personal one on the site only, for its letter was sent."""
    if not melding.aan:
        return {}
    wanted = list_eigen(melding.aan)
    return {
        gebruiker_id: Ontvanger(
            gebruiker_id, EIGEN, Frequentie.SITE if melding.persoonlijk else frequentie
        )
        for gebruiker_id, frequentie in wanted.items()
        if melding.persoonlijk or frequentie is not Frequentie.NOOIT
    }


def _row(event: Event, melding: Melding, number: int) -> dict[str, object]:
    onderwerp = event.onderwerp
    return {
        "gebeurtenis": _key_of(type(event).__name__, onderwerp, event.occurred_at, number),
        "soort": melding.soort,
        "onderwerp_soort": melding.onderwerp.soort,
        "onderwerp_id": melding.onderwerp.id,
        "persoonlijk": melding.persoonlijk,
        "titel": cut(melding.titel, TITEL_MAX_LENGTH),
        "zin": cut(melding.zin, ZIN_MAX_LENGTH),
        "pad": melding.pad,
        "gebied_id": min(melding.gebied_ids, default=None),
        "op": event.occurred_at,
    }


def _key_of(name: str, onderwerp: Onderwerp, moment: datetime, number: int) -> str:
    return f"{name}:{onderwerp.soort}:{onderwerp.id}:{moment.timestamp():.6f}:{number}"


def _insert(rows: Sequence[dict[str, object]]) -> None:
    """Write the rows; who was told of this event already is left alone."""
    if not rows:
        return
    dialect = postgresql if db.engine.dialect.name == "postgresql" else sqlite
    db.session.execute(dialect.insert(Bericht).on_conflict_do_nothing(), list(rows))


def retry_failed() -> None:
    """Let what failed too often be tried once more each night."""
    db.session.execute(
        update(Aanleiding).where(Aanleiding.pogingen >= MOST_TRIES).values(pogingen=MOST_TRIES - 1)
    )
