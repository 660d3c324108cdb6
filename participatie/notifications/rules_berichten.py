"""Words and times of berichten: when a digest is due, and what a subscription is called. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from participatie.core.onderwerpen import Onderwerp
from participatie.notifications.types import BerichtSoort, Frequentie, Periode

STANDAARD = Frequentie.DAG
DIGEST_UUR = 7
BEWAREN = timedelta(days=180)
TITEL_MAX_LENGTH = 200
ZIN_MAX_LENGTH = 300
EIGEN = "eigen"

FREQUENTIE_NAMEN: Mapping[Frequentie, str] = {
    Frequentie.DIRECT: "Meteen, met een mail",
    Frequentie.DAG: "Elke dag één mail",
    Frequentie.WEEK: "Elke week één mail",
    Frequentie.SITE: "Alleen op de site, zonder mail",
    Frequentie.NOOIT: "Nooit, ook niet op de site",
}

SOORT_NAMEN: Mapping[BerichtSoort, str] = {
    BerichtSoort.EIGEN: "Over wat u zelf deed",
    BerichtSoort.INITIATIEF: "Initiatieven",
    BerichtSoort.PROJECT: "Projecten",
    BerichtSoort.PROGRAMMA: "Programma",
    BerichtSoort.GESPREK: "Gesprekken",
    BerichtSoort.AGENDA: "Agenda",
}

PERIODE_NAMEN: Mapping[Periode, str] = {Periode.DAG: "dag", Periode.WEEK: "week"}

NAMEN = (FREQUENTIE_NAMEN, SOORT_NAMEN, PERIODE_NAMEN)


def via_volging(onderwerp: Onderwerp) -> str:
    """Return the name of the subscription of who follows this."""
    return f"volgt:{onderwerp.soort}:{onderwerp.id}"


def via_zoekopdracht(zoekopdracht_id: int) -> str:
    """Return the name of the subscription of who saved this search."""
    return f"zoekt:{zoekopdracht_id}"


def cut(text: str, length: int) -> str:
    """Return the text on one line, no longer than fits."""
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[: length - 1].rstrip()}…"


def period_start(periode: Periode, moment: datetime, zone: ZoneInfo) -> datetime:
    """Return when the digest that is due now covers up to: today, or this Monday, at seven."""
    local = moment.astimezone(zone)
    day = local.date() if local.hour >= DIGEST_UUR else local.date() - timedelta(days=1)
    if periode is Periode.WEEK:
        day -= timedelta(days=day.weekday())
    return datetime.combine(day, time(DIGEST_UUR), zone)


def period_key(periode: Periode, start: datetime) -> str:
    """Return the name of the period that ends at this start."""
    if periode is Periode.DAG:
        return start.date().isoformat()
    year, week, _day = start.date().isocalendar()
    return f"{year}-W{week:02}"


VIA = re.compile(r"(?:zoekt|volgt:([a-z_-]{1,40})):([0-9]{1,9})")


def read_via(via: str) -> tuple[int | None, Onderwerp | None]:
    """Return the saved search or the followed thing that a subscription is of, if any."""
    if via == EIGEN:
        return None, Onderwerp(EIGEN, 0)
    found = VIA.fullmatch(via)
    if found is None:
        return None, None
    soort, number = found.group(1), int(found.group(2))
    return (None, Onderwerp(soort, number)) if soort else (number, None)


@dataclass(frozen=True, kw_only=True)
class Regel:
    """One bericht in a mail."""

    gebied: str
    soort: BerichtSoort
    titel: str
    zin: str
    link: str
    op: datetime


@dataclass(frozen=True)
class Groep:
    """The berichten about one gebied and one soort, newest first."""

    gebied: str
    soort: BerichtSoort
    regels: Sequence[Regel]


def group(regels: Sequence[Regel]) -> Sequence[Groep]:
    """Return the berichten by gebied and soort; the gebied with the newest comes first."""
    newest = sorted(regels, key=lambda one: one.op, reverse=True)
    gebieden = list(dict.fromkeys(one.gebied for one in newest))
    return [
        Groep(gebied, soort, found)
        for gebied in gebieden
        for soort in BerichtSoort
        if (found := [one for one in newest if (one.gebied, one.soort) == (gebied, soort)])
    ]


def stop_in_words(via: str) -> str:
    """Return in words what the link at the foot of a mail stops."""
    if via in set(Periode):
        return f"de mail van elke {PERIODE_NAMEN[Periode(via)]}"
    if via == EIGEN:
        return "mails over wat u zelf deed"
    return "mails over deze zoekopdracht" if via.startswith("zoekt:") else "mails hierover"
