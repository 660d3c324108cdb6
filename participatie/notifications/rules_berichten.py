"""Words and times of berichten: when a digest is due, and what a subscription is called. Pure."""

from collections.abc import Mapping
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
    BerichtSoort.EIGEN: "Over wat u instuurde",
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
