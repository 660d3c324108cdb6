"""What every calendar of the site shares (RFC 5545, RFC 7986). Pure."""

import hashlib
from collections.abc import Iterable
from datetime import timedelta

from icalendar import Calendar, Event

from participatie.core.tekst import without_control_characters

FORMAAT = 2
VERNIEUW = timedelta(hours=12)
BESCHRIJVING_MAX = 600
TENTATIVE, CONFIRMED, CANCELLED = "TENTATIVE", "CONFIRMED", "CANCELLED"


def make_calendar(
    naam: str, events: Iterable[Event], *, site: str, adres: str, soort: str
) -> bytes:
    """Return the calendar; `site` is the address of the site, `adres` that of what it is about."""
    calendar = Calendar()
    calendar.add("prodid", f"-//{host_of(site)}//{soort}//NL")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", naam)
    calendar.add("x-wr-calname", naam)
    calendar.add("url", adres)
    calendar.add("refresh-interval", VERNIEUW, parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", "PT12H")
    for event in events:
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def etag_of(parts: Iterable[object]) -> str:
    """Return a text that changes when what the calendar is made of changes."""
    text = "|".join(str(part) for part in (FORMAAT, *parts))
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def shortened(tekst: str) -> str:
    """Return as much of a text as a calendar shows."""
    tekst = tekst.strip()
    if len(tekst) <= BESCHRIJVING_MAX:
        return tekst
    return f"{tekst[:BESCHRIJVING_MAX].rstrip()}…"


def plain(text: str, *, lines: bool = False) -> str:
    """Return a text that cannot end its own line: a break becomes a space, or a plain break."""
    clean = without_control_characters(text.replace("\r\n", "\n").replace("\r", "\n"), lines=True)
    return clean if lines else " ".join(clean.split())


def host_of(site: str) -> str:
    """Return the name of the host in an address."""
    return site.partition("://")[2].partition("/")[0].partition(":")[0]
