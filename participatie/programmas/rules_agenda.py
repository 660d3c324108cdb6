"""Projecten as a calendar: iCalendar (RFC 5545, RFC 7986). Pure.

A work has two days in it: when it begins and when it is ready. A bar of months would hide what
people have in their calendar themselves. What the names of people and their addresses are stays
out of it.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from icalendar import Event

from participatie.core.ical import (
    CANCELLED,
    CONFIRMED,
    TENTATIVE,
    host_of,
    make_calendar,
    plain,
    shortened,
)
from participatie.opgaven.rules import DOMEIN_NAMEN
from participatie.programmas.rules import FASE_NAMEN
from participatie.programmas.types import Fase
from participatie.programmas.types_agenda import AgendaItem

GAAT_NIET_DOOR = "Gaat niet door"
EEN_DAG = timedelta(days=1)


@dataclass(frozen=True)
class Dag:
    """One day in the calendar."""

    sleutel: str
    datum: date
    titel: str


def dagen_of(item: AgendaItem) -> Iterator[Dag]:
    """Yield the days of an item: its beginning, its end and its milestones.

    The days of a stopped item keep their keys, so that a calendar strikes out what it had.
    """
    if item.fase is Fase.GESTOPT:
        yield from (replace(dag, titel=f"{GAAT_NIET_DOOR}: {item.titel}") for dag in _dagen(item))
    else:
        yield from _dagen(item)


def _dagen(item: AgendaItem) -> Iterator[Dag]:
    if item.start == item.eind:
        yield Dag("start", item.start, item.titel)
    else:
        yield Dag("start", item.start, f"Begin: {item.titel}")
        yield Dag("eind", item.eind, f"Klaar: {item.titel}")
    seen: Counter[str] = Counter()
    for mijlpaal in item.mijlpalen:
        mark = hashlib.sha256(mijlpaal.titel.encode()).hexdigest()[:10]
        seen[mark] += 1
        sleutel = f"mijlpaal-{mark}-{seen[mark]}"
        yield Dag(sleutel, mijlpaal.datum, f"{mijlpaal.titel} ({item.titel})")


def make_agenda(naam: str, items: Sequence[AgendaItem], *, site: str, adres: str) -> bytes:
    """Return the calendar; `site` is the address of the site, `adres` that of its page."""
    return make_calendar(naam, _events(items, site), site=site, adres=adres, soort="wijkprogramma")


def _events(items: Sequence[AgendaItem], site: str) -> Iterator[Event]:
    for item in items:
        for dag in dagen_of(item):
            yield _event(item, dag, site)


def _event(item: AgendaItem, dag: Dag, site: str) -> Event:
    event = Event()
    event.add("uid", f"project-{item.id}-{dag.sleutel}@{host_of(site)}")
    event.add("dtstamp", item.gewijzigd_op)
    event.add("last-modified", item.gewijzigd_op)
    event.add("sequence", item.versie)
    event.add("dtstart", dag.datum)
    event.add("dtend", dag.datum + EEN_DAG)
    event.add("summary", plain(dag.titel))
    event.add("description", _description(item))
    event.add("location", plain(item.plek_omschrijving))
    event.add("url", f"{site}/projecten/{item.id}")
    event.add("categories", [DOMEIN_NAMEN[item.domein]])
    event.add("status", _status(item.fase))
    event.add("transp", "TRANSPARENT")
    return event


def _description(item: AgendaItem) -> str:
    head = f"{FASE_NAMEN[item.fase]}. Wie doet het: {item.wie}."
    return plain(f"{head}\n\n{shortened(item.omschrijving)}".strip(), lines=True)


def _status(fase: Fase) -> str:
    if fase is Fase.GESTOPT:
        return CANCELLED
    return TENTATIVE if fase is Fase.IDEE else CONFIRMED
