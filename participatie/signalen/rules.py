"""When a week is a signal, and how it is said. Pure.

A week is a signal when there were at least `MINSTENS`, and clearly more than in the eight weeks
before it: more than the mean and twice the spread (standard deviation), and at least `VERSCHIL`
more than the mean. What is usual is the mean with the spread around it.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from statistics import fmean, pstdev

from participatie.core.errors import InvalidInputError
from participatie.gebieden.rules import Boom
from participatie.gebieden.types import GebiedId, Niveau
from participatie.programmas.rules import THEMA_NAMEN
from participatie.programmas.types import Thema
from participatie.signalen.types import (
    Bereik,
    Geluid,
    SignaalSoort,
    SignaalStatus,
    Sleutel,
    Stijging,
    Tellingen,
)

SOORT_NAMEN: Mapping[SignaalSoort, str] = {
    SignaalSoort.REACTIES: "Reacties",
    SignaalSoort.STEUN: "Steun",
    SignaalSoort.INZENDINGEN: "Inzendingen",
    SignaalSoort.ZOEKEN: "Zoeken zonder resultaat",
}
STATUS_NAMEN: Mapping[SignaalStatus, str] = {
    SignaalStatus.NIEUW: "Nieuw",
    SignaalStatus.GEZIEN: "Gezien",
    SignaalStatus.OPGEPAKT: "Opgepakt",
}
NAMEN = (SOORT_NAMEN, STATUS_NAMEN)
WOORDEN: Mapping[SignaalSoort, tuple[str, str]] = {
    SignaalSoort.REACTIES: ("reactie", "reacties"),
    SignaalSoort.STEUN: ("keer steun", "keer steun"),
    SignaalSoort.INZENDINGEN: ("inzending", "inzendingen"),
    SignaalSoort.ZOEKEN: ("keer vergeefs gezocht", "keer vergeefs gezocht"),
}
TRANSITIONS: Mapping[SignaalStatus, frozenset[SignaalStatus]] = {
    SignaalStatus.NIEUW: frozenset({SignaalStatus.GEZIEN, SignaalStatus.OPGEPAKT}),
    SignaalStatus.GEZIEN: frozenset({SignaalStatus.OPGEPAKT, SignaalStatus.NIEUW}),
    SignaalStatus.OPGEPAKT: frozenset({SignaalStatus.NIEUW}),
}

WEKEN = 8
MINSTENS = 5
VERSCHIL = 2
ZOEK_MINSTENS = 5
SPREIDING = 2.0
NOTITIE_MAX_LENGTH = 1_000
WEEK = timedelta(days=7)
NIVEAUS = frozenset({Niveau.WIJK, Niveau.STADSDEEL})
MAANDEN = (3, 6, 12)
DAGEN_PER_MAAND = 30.44


def monday(dag: date) -> date:
    """Return the first day of the week a day is in."""
    return dag - timedelta(days=dag.weekday())


def last_week(vandaag: date) -> date:
    """Return the Monday of the last week that is over."""
    return monday(vandaag) - WEEK


def usual(eerder: Sequence[int]) -> Bereik:
    """Return how many there usually are: the mean with the spread around it."""
    middle, spread = fmean(eerder), pstdev(eerder)
    return Bereik(max(0, math.floor(middle - spread)), math.ceil(middle + spread))


def find_rise(aantal: int, eerder: Sequence[int]) -> Stijging | None:
    """Return the rise when a week stands out from the weeks before it."""
    middle, spread = fmean(eerder), pstdev(eerder)
    normaal = usual(eerder)
    limit = max(middle + SPREIDING * spread, middle + VERSCHIL, normaal.hoog)
    return Stijging(aantal, normaal) if aantal >= MINSTENS and aantal > limit else None


def count_by_week(geluiden: Iterable[Geluid], boom: Boom) -> Tellingen:
    """Count per week in the wijk and the stadsdeel something is about; else in the stad."""
    found: dict[Sleutel, dict[date, int]] = defaultdict(lambda: defaultdict(int))
    for geluid in geluiden:
        keten = boom.keten(geluid.gebied_id)
        where = [one for one in keten if boom.omtrekken[one].niveau in NIVEAUS] or keten[-1:]
        for gebied_id in where:
            key = Sleutel(gebied_id, geluid.thema, geluid.soort)
            found[key][monday(geluid.dag)] += geluid.aantal
    return found


def find_rises(tellingen: Tellingen, week: date, boom: Boom) -> dict[Sleutel, Stijging]:
    """Return what rose in a week. What rose in a wijk is not told again of its stadsdeel."""
    before = [week - number * WEEK for number in range(1, WEKEN + 1)]
    found: dict[Sleutel, Stijging] = {}
    for key, counts in tellingen.items():
        rise = find_rise(counts.get(week, 0), [counts.get(day, 0) for day in before])
        if rise is not None:
            found[key] = rise
    told = {
        Sleutel(above, key.thema, key.soort)
        for key in found
        for above in boom.keten(key.gebied_id)[1:]
    }
    return {key: rise for key, rise in found.items() if key not in told}


def in_words(*, soort: SignaalSoort, aantal: int, thema: str, gebied: str, normaal: Bereik) -> str:
    """Say what was counted, of what and where, and what is usual."""
    one, more = WOORDEN[soort]
    about = f" over {THEMA_NAMEN[Thema(thema)].lower()}" if thema else ""
    return (
        f"{aantal} {one if aantal == 1 else more}{about} in {gebied}, "
        f"normaal {range_in_words(normaal)} per week"
    )


def range_in_words(normaal: Bereik) -> str:
    """Return how many are usual, in words."""
    if normaal.hoog == 0:
        return "geen"
    if normaal.laag == normaal.hoog:
        return str(normaal.laag)
    return f"{normaal.laag} tot {normaal.hoog}"


def check_transition(van: SignaalStatus, naar: SignaalStatus) -> None:
    """Raise when a signal may not go from one status to another."""
    if naar not in TRANSITIONS[van]:
        raise InvalidInputError("Kies wat u met dit signaal heeft gedaan.", field="status")


def check_notitie(status: SignaalStatus, notitie: str) -> str:
    """Return the note, or raise: what was taken up says what is done."""
    found = notitie.strip()
    if status is SignaalStatus.OPGEPAKT and not found:
        raise InvalidInputError("Schrijf op wat er gebeurt.", field="notitie")
    if len(found) > NOTITIE_MAX_LENGTH:
        raise InvalidInputError(
            f"Maak de notitie korter: ten hoogste {NOTITIE_MAX_LENGTH} tekens.", field="notitie"
        )
    return found


def silent_since(vandaag: date, maanden: int) -> date:
    """Return the day from which something must have been heard."""
    return vandaag - timedelta(days=round(maanden * DAGEN_PER_MAAND))


def silent_wijken(boom: Boom, heard: Iterable[GebiedId]) -> list[GebiedId]:
    """Return the wijken in which nothing was heard, by code."""
    loud = {above for gebied_id in set(heard) for above in boom.keten(gebied_id)}
    return sorted(
        (
            found.id
            for found in boom.omtrekken.values()
            if found.niveau is Niveau.WIJK and found.id not in loud
        ),
        key=lambda gebied_id: boom.omtrekken[gebied_id].code,
    )
