"""Meetings as iCalendar: of one meeting, or of a gebied. Who comes stands in neither."""

from collections.abc import Sequence
from datetime import timedelta

from icalendar import Event

from participatie.agenda.models import Bijeenkomst
from participatie.agenda.queries import list_for_ical
from participatie.agenda.rules import SOORT_NAMEN, STATUS_NAMEN
from participatie.agenda.types import BijeenkomstStatus
from participatie.core import clock
from participatie.core.ical import (
    CANCELLED,
    CONFIRMED,
    etag_of,
    host_of,
    make_calendar,
    plain,
    shortened,
)
from participatie.gebieden.queries import keten_ids, onder_ids
from participatie.gebieden.types import GebiedId

LATELY = timedelta(days=92)


def list_of_gebied(gebied_id: GebiedId) -> Sequence[Bijeenkomst]:
    """Return what a calendar of this gebied holds: in it, below it, and for all above it."""
    around = onder_ids(gebied_id) | frozenset(keten_ids(gebied_id))
    return list_for_ical(around, since=clock.now() - LATELY)


def etag_for(naam: str, bijeenkomsten: Sequence[Bijeenkomst], *, site: str) -> str:
    """Return what tells whether the calendar changed."""
    return etag_of((naam, site, *((one.id, one.versie) for one in bijeenkomsten)))


def make_agenda(
    naam: str, bijeenkomsten: Sequence[Bijeenkomst], *, site: str, adres: str
) -> bytes:
    """Return the calendar."""
    events = (_event(one, site) for one in bijeenkomsten)
    return make_calendar(naam, events, site=site, adres=adres, soort="agenda")


def _event(one: Bijeenkomst, site: str) -> Event:
    event = Event()
    off = one.status is BijeenkomstStatus.AFGELAST
    event.add("uid", f"bijeenkomst-{one.id}@{host_of(site)}")
    event.add("dtstamp", one.gewijzigd_op)
    event.add("last-modified", one.gewijzigd_op)
    event.add("sequence", one.versie)
    event.add("dtstart", one.begin)
    event.add("dtend", one.eind)
    event.add("summary", plain(f"{STATUS_NAMEN[one.status]}: {one.titel}" if off else one.titel))
    event.add("description", plain(_description(one), lines=True))
    event.add("location", plain(one.plek_omschrijving))
    event.add("url", f"{site}/agenda/{one.id}")
    event.add("categories", [SOORT_NAMEN[one.soort]])
    event.add("status", CANCELLED if off else CONFIRMED)
    if one.punt is not None:
        event.add("geo", (one.punt[1], one.punt[0]))
    return event


def _description(one: Bijeenkomst) -> str:
    parts = (
        one.afgelast_reden,
        shortened(one.omschrijving),
        f"Online: {one.link}" if one.link else "",
        f"Wie organiseert het: {one.organisator}.",
    )
    return "\n\n".join(part for part in parts if part)
