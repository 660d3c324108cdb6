"""Projecten as a calendar: iCalendar (RFC 5545, RFC 7986). Pure.

A work has two days in it: when it begins and when it is ready. A bar of months would hide what
people have in their calendar themselves. What the names of people and their addresses are stays
out of it.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from icalendar import Calendar, Event

from participatie.core.tekst import without_control_characters
from participatie.opgaven.rules import DOMEIN_NAMEN
from participatie.programmas.rules import FASE_NAMEN
from participatie.programmas.types import Fase
from participatie.programmas.types_agenda import AgendaItem

GAAT_NIET_DOOR = "Gaat niet door"
FORMAAT = 2
EEN_DAG = timedelta(days=1)
VERNIEUW = timedelta(hours=12)
BESCHRIJVING_MAX = 600
TENTATIVE, CONFIRMED, CANCELLED = "TENTATIVE", "CONFIRMED", "CANCELLED"


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
    calendar = Calendar()
    calendar.add("prodid", f"-//{_host(site)}//wijkprogramma//NL")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", naam)
    calendar.add("x-wr-calname", naam)
    calendar.add("url", adres)
    calendar.add("refresh-interval", VERNIEUW, parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", "PT12H")
    for event in _events(items, site):
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def etag_of(parts: Iterable[object]) -> str:
    """Return a text that changes when what the calendar is made of changes."""
    text = "|".join(str(part) for part in (FORMAAT, *parts))
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _events(items: Sequence[AgendaItem], site: str) -> Iterator[Event]:
    for item in items:
        for dag in dagen_of(item):
            yield _event(item, dag, site)


def _event(item: AgendaItem, dag: Dag, site: str) -> Event:
    event = Event()
    event.add("uid", f"project-{item.id}-{dag.sleutel}@{_host(site)}")
    event.add("dtstamp", item.gewijzigd_op)
    event.add("last-modified", item.gewijzigd_op)
    event.add("sequence", item.versie)
    event.add("dtstart", dag.datum)
    event.add("dtend", dag.datum + EEN_DAG)
    event.add("summary", _plain(dag.titel))
    event.add("description", _description(item))
    event.add("location", _plain(item.plek_omschrijving))
    event.add("url", f"{site}/projecten/{item.id}")
    event.add("categories", [DOMEIN_NAMEN[item.domein]])
    event.add("status", _status(item.fase))
    event.add("transp", "TRANSPARENT")
    return event


def _description(item: AgendaItem) -> str:
    head = f"{FASE_NAMEN[item.fase]}. Wie doet het: {item.wie}."
    tekst = item.omschrijving.strip()
    if len(tekst) > BESCHRIJVING_MAX:
        tekst = f"{tekst[:BESCHRIJVING_MAX].rstrip()}…"
    return _plain(f"{head}\n\n{tekst}".strip(), lines=True)


def _status(fase: Fase) -> str:
    if fase is Fase.GESTOPT:
        return CANCELLED
    return TENTATIVE if fase is Fase.IDEE else CONFIRMED


def _plain(text: str, *, lines: bool = False) -> str:
    """Return a text that cannot end its own line: a break becomes a space, or a plain break."""
    clean = without_control_characters(text.replace("\r\n", "\n").replace("\r", "\n"), lines=True)
    return clean if lines else " ".join(clean.split())


def _host(site: str) -> str:
    return site.partition("://")[2].partition("/")[0].partition(":")[0]
