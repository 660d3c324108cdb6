"""Mailing berichten: at once, or in one digest a day or a week. Never twice, never lost.

A batch of people is one transaction: that the digest was made, that its berichten were mailed, and
the mails in the outbox. A worker that dies halfway leaves whole batches, and the next goes on.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from participatie.accounts.models import Gebruiker
from participatie.accounts.types import GebruikerId
from participatie.core import clock
from participatie.core.db import db
from participatie.core.mail import page_link, queue_mail, site_link
from participatie.core.mail_refusals import list_stopped
from participatie.core.onderwerpen import Onderwerp
from participatie.core.transactions import transaction
from participatie.gebieden.queries import get_boom
from participatie.notifications.models import Bericht, Overzicht
from participatie.notifications.queries_onderwerpen import find_kort
from participatie.notifications.rules_berichten import (
    Regel,
    group,
    period_key,
    period_start,
    stop_in_words,
)
from participatie.notifications.services_afmelden import make_token
from participatie.notifications.types import Frequentie, Periode

BATCH = 200
MOST_SHOWN = 40
UNSENT = (Bericht.verstuurd_op.is_(None), Bericht.gelezen_op.is_(None))
COLUMNS = (
    Bericht.id,
    Bericht.gebruiker_id,
    Bericht.soort,
    Bericht.onderwerp_soort,
    Bericht.onderwerp_id,
    Bericht.persoonlijk,
    Bericht.titel,
    Bericht.zin,
    Bericht.pad,
    Bericht.gebied_id,
    Bericht.via,
    Bericht.op,
)


def send_direct() -> int:
    """Mail what people want to hear at once, one mail per subscription; return how many."""
    sent = 0
    while True:
        with transaction():
            rows = db.session.execute(
                select(*COLUMNS)
                .where(Bericht.frequentie == Frequentie.DIRECT, *UNSENT)
                .order_by(Bericht.id)
                .limit(BATCH)
                .with_for_update(skip_locked=True, of=Bericht)
            ).all()
            if not rows:
                return sent
            _mark(Bericht.id.in_([row.id for row in rows]))
            shown = list(_visible(rows))
            people = _people({row.gebruiker_id for row in shown})
            for (gebruiker_id, via), found in _per(shown, "gebruiker_id", "via").items():
                sent += mail_to(people.get(gebruiker_id), found, via=via, total=len(found))


def make_overzichten() -> int:
    """Make the digests that are due, and return how many were mailed."""
    return sum(make_overzicht(periode) for periode in Periode)


def make_overzicht(periode: Periode) -> int:
    """Make the digest of the last day or week for everyone who has something unread in it."""
    start = period_start(periode, clock.now(), clock.AMSTERDAM)
    key = period_key(periode, start)
    sent, last = 0, 0
    while True:
        with transaction():
            ids = _list_due(periode, key, start, after=last)
            if not ids:
                return sent
            sent += _send_batch(_begin(ids, periode, key), periode, start)
            last = ids[-1]


def _list_due(periode: Periode, key: str, start: datetime, *, after: int) -> Sequence[GebruikerId]:
    made = select(Overzicht.id).where(
        Overzicht.gebruiker_id == Bericht.gebruiker_id,
        Overzicht.periode == periode,
        Overzicht.sleutel == key,
    )
    return db.session.scalars(
        select(Bericht.gebruiker_id)
        .where(*_of(periode, start), Bericht.gebruiker_id > after, ~made.exists())
        .distinct()
        .order_by(Bericht.gebruiker_id)
        .limit(BATCH)
    ).all()


def _begin(ids: Sequence[GebruikerId], periode: Periode, key: str) -> Sequence[GebruikerId]:
    """Claim the digest of these people; who has it already is not in the answer."""
    dialect = postgresql if db.engine.dialect.name == "postgresql" else sqlite
    statement = dialect.insert(Overzicht).values(
        [
            {"gebruiker_id": one, "periode": periode, "sleutel": key, "op": clock.now()}
            for one in ids
        ]
    )
    return db.session.scalars(
        statement.on_conflict_do_nothing().returning(Overzicht.gebruiker_id)
    ).all()


def _send_batch(ids: Sequence[GebruikerId], periode: Periode, start: datetime) -> int:
    person, newest = Bericht.gebruiker_id, (Bericht.op.desc(), Bericht.id.desc())
    these = (*_of(periode, start), Bericht.gebruiker_id.in_(ids))
    ranked = (
        select(
            *COLUMNS,
            func.row_number().over(partition_by=person, order_by=newest).label("place"),
            func.count().over(partition_by=person).label("total"),
        )
        .where(*these)
        .subquery()
    )
    rows = db.session.execute(
        select(ranked)
        .where(ranked.c.place <= MOST_SHOWN)
        .order_by(ranked.c.gebruiker_id, ranked.c.place)
    ).all()
    _mark(*these)
    people = _people(ids)
    return sum(
        mail_to(people.get(gebruiker_id), found, via=periode.value, total=found[0].total)
        for (gebruiker_id,), found in _per(_visible(rows), "gebruiker_id").items()
    )


def _of(periode: Periode, start: datetime) -> tuple[Any, ...]:
    return (Bericht.frequentie == Frequentie(periode.value), Bericht.op < start, *UNSENT)


def _mark(*conditions: Any) -> None:  # noqa: ANN401  # conditions of SQLAlchemy
    db.session.execute(update(Bericht).where(*conditions).values(verstuurd_op=clock.now()))


def _visible(rows: Iterable[Any]) -> Iterable[Any]:
    """Yield what may be told still: what was public then may be hidden now."""
    rows = list(rows)
    known = find_kort(Onderwerp(row.onderwerp_soort, row.onderwerp_id) for row in rows)
    for row in rows:
        if row.persoonlijk or Onderwerp(row.onderwerp_soort, row.onderwerp_id) in known:
            yield row


def _people(ids: Collection[GebruikerId]) -> dict[GebruikerId, Any]:
    """Return the name and address of these people, as far as mail arrives there."""
    rows = db.session.execute(
        select(Gebruiker.id, Gebruiker.naam, Gebruiker.email).where(
            Gebruiker.id.in_(ids), Gebruiker.bevestigd_op.is_not(None)
        )
    ).all()
    stopped = list_stopped(row.email for row in rows)
    return {row.id: row for row in rows if row.email not in stopped}


def _per(rows: Iterable[Any], *names: str) -> dict[tuple[Any, ...], list[Any]]:
    found: dict[tuple[Any, ...], list[Any]] = {}
    for row in rows:
        found.setdefault(tuple(getattr(row, name) for name in names), []).append(row)
    return found


def mail_to(person: Any, rows: Sequence[Any], *, via: str, total: int) -> bool:  # noqa: ANN401
    """Queue one mail with these berichten, and tell whether there is somebody to mail."""
    if person is None:
        return False
    omtrekken = get_boom().omtrekken
    regels = [
        Regel(
            gebied=omtrekken[row.gebied_id].naam if row.gebied_id in omtrekken else "",
            soort=row.soort,
            titel=row.titel,
            zin=row.zin,
            link=site_link(row.pad),
            op=row.op,
        )
        for row in rows
    ]
    stop = page_link("berichten.afmelden", token=make_token(person.id, via))
    queue_mail(
        to=person.email,
        template="notifications/mail/overzicht.txt",
        html="notifications/mail/overzicht.html",
        afmelden=stop,
        naam=person.naam,
        via=via,
        groepen=group(regels),
        eerste=regels[0],
        aantal=len(regels),
        meer=max(0, total - len(regels)),
        stop=stop,
        stopt=stop_in_words(via),
        alles=page_link("berichten.index"),
        instellingen=page_link("berichten.instellingen"),
    )
    return True
