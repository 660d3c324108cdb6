"""How decisions are laid beside each other, and when a difference is one. Pure.

A difference is named only when the numbers allow: at least `MINSTENS` decisions, and an interval
of Wilson (95 %) that does not touch that of the whole city.
"""

import math
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from statistics import median

from participatie.evenhandigheid.types import (
    Deel,
    Genomen,
    Getoond,
    Per,
    Rij,
    Staaf,
    Twijfel,
    Wat,
    Zaak,
)
from participatie.gebieden.types import GebiedId
from participatie.moderation.rules import VERGELIJKBAAR_AANTAL, deviation, majority
from participatie.moderation.rules_openbaar import KLEINSTE_AANTAL, safe_count, safe_telling
from participatie.moderation.types import BesluitId, Uitkomst
from participatie.programmas.types import Thema

PER_NAMEN: Mapping[Per, str] = {
    Per.GEBIED: "Gebied",
    Per.THEMA: "Thema",
    Per.MODERATOR: "Gebiedsverbinder",
}
WAT_NAMEN: Mapping[Wat, str] = {
    Wat.ALLES: "Alle besluiten",
    Wat.PUBLICEREN: "Gepubliceerd",
    Wat.AANPASSEN: "Aanpassing gevraagd",
    Wat.AFWIJZEN: "Afgewezen",
    Wat.TE_LAAT: "Na de termijn",
    Wat.TERUGGEDRAAID: "Teruggedraaid",
    Wat.AFWIJKEND: "Anders dan vergelijkbare",
}
NAMEN = (PER_NAMEN, WAT_NAMEN)

Z = 1.96
MINSTENS = 10
YEAR = timedelta(days=365)
FIRST_YEAR, LAST_YEAR = 2000, 2100
VERBORGEN = f"minder dan {KLEINSTE_AANTAL}"
GEEN = "geen"
Seen = dict[tuple[GebiedId, Thema], deque[Genomen]]

VERSCHILLEN: Mapping[str, tuple[str, str]] = {
    "afgewezen": (
        "Hier wordt vaker afgewezen dan in de hele stad.",
        "Hier wordt minder vaak afgewezen dan in de hele stad.",
    ),
    "op_tijd": (
        "Het antwoord komt vaker op tijd dan in de hele stad.",
        "Het antwoord komt minder vaak op tijd dan in de hele stad.",
    ),
    "teruggedraaid": (
        "Besluiten worden vaker teruggedraaid dan in de hele stad.",
        "Besluiten worden minder vaak teruggedraaid dan in de hele stad.",
    ),
    "afwijkend": (
        "Besluiten gaan vaker anders dan vergelijkbare besluiten.",
        "Besluiten gaan minder vaak anders dan vergelijkbare besluiten.",
    ),
}


def wilson(deel: Deel) -> tuple[float, float]:
    """Return between which shares the true share lies, with 95 % certainty."""
    if deel.van == 0:
        return (0.0, 1.0)
    share = deel.aantal / deel.van
    square = Z * Z / deel.van
    middle = (share + square / 2) / (1 + square)
    reach = Z * math.sqrt(share * (1 - share) / deel.van + square / (4 * deel.van)) / (1 + square)
    return (max(0.0, middle - reach), min(1.0, middle + reach))


def difference(deel: Deel, stad: Deel) -> int:
    """Return 1 when a share is higher than that of the city, -1 when lower, 0 when nobody can say.

    Nobody can with fewer than `MINSTENS`, or when the intervals touch.
    """
    if deel.van < MINSTENS:
        return 0
    low, high = wilson(deel)
    city_low, city_high = wilson(stad)
    return int(low > city_high) - int(high < city_low)


def differences(rij: Rij, stad: Rij) -> tuple[str, ...]:
    """Return in words where a row differs from the whole city."""
    found = []
    for name, (more, less) in VERSCHILLEN.items():
        which = difference(getattr(rij, name), getattr(stad, name))
        if which:
            found.append(more if which > 0 else less)
    return tuple(found)


def deviations(genomen: Iterable[Genomen]) -> dict[BesluitId, bool]:
    """Return of decisions in the order they were taken whether they went against comparable ones.

    Comparable are the five before it about the same thema that still stand, those of the same
    stadsdeel first, as at the desk. A decision without enough of them is left out.
    """
    near: Seen = defaultdict(_recent)
    anywhere: dict[Thema, deque[Genomen]] = defaultdict(_recent)
    found: dict[BesluitId, bool] = {}
    for one in genomen:
        if one.uitkomst is Uitkomst.AANPASSEN or one.teruggedraaid:
            continue
        earlier = _comparable(one, near[one.stadsdeel, one.thema], anywhere[one.thema])
        if majority(earlier) is not None:
            found[one.id] = deviation(one.uitkomst, earlier) is not None
        near[one.stadsdeel, one.thema].append(one)
        anywhere[one.thema].append(one)
    return found


def _recent() -> deque[Genomen]:
    return deque(maxlen=3 * VERGELIJKBAAR_AANTAL)


def _comparable(
    one: Genomen, near: Sequence[Genomen], anywhere: Sequence[Genomen]
) -> list[Uitkomst]:
    first = [other for other in reversed(near) if other.inzending_id != one.inzending_id]
    then = [
        other
        for other in reversed(anywhere)
        if other.stadsdeel != one.stadsdeel and other.inzending_id != one.inzending_id
    ]
    return [other.uitkomst for other in [*first, *then][:VERGELIJKBAAR_AANTAL]]


def make_rij(sleutel: str, zaken: Sequence[Zaak], twijfels: Sequence[Twijfel] = ()) -> Rij:
    """Add up decisions. What was undone counts as undone, not as an outcome."""
    standing = [zaak.genomen for zaak in zaken if not zaak.genomen.teruggedraaid]
    uitkomsten = Counter(one.uitkomst for one in standing)
    final = uitkomsten[Uitkomst.PUBLICEREN] + uitkomsten[Uitkomst.AFWIJZEN]
    timed = [zaak for zaak in zaken if zaak.op_tijd is not None]
    compared = [zaak for zaak in zaken if zaak.vergelijkbaar]
    return Rij(
        sleutel=sleutel,
        aantal=len(zaken),
        uitkomsten={uitkomst: uitkomsten[uitkomst] for uitkomst in Uitkomst},
        mediaan=median([zaak.dagen for zaak in zaken if zaak.dagen is not None] or [0])
        if timed
        else None,
        op_tijd=Deel(sum(bool(zaak.op_tijd) for zaak in timed), len(timed)),
        teruggedraaid=Deel(len(zaken) - len(standing), len(zaken)),
        afwijkend=Deel(sum(zaak.afwijkend for zaak in compared), len(compared)),
        twijfels=Deel(sum(one.toegekend for one in twijfels), len(twijfels)),
        afgewezen=Deel(uitkomsten[Uitkomst.AFWIJZEN], final),
    )


def sleutel_of(per: Per, zaak: Genomen | Twijfel, door_id: int) -> str:
    """Return in which row something counts."""
    if per is Per.GEBIED:
        return str(zaak.stadsdeel)
    return zaak.thema.value if per is Per.THEMA else str(door_id)


def is_wat(wat: Wat) -> Callable[[Zaak], bool]:
    """Return what tells whether a decision belongs to a number."""
    special: Mapping[Wat, Callable[[Zaak], bool]] = {
        Wat.ALLES: lambda _zaak: True,
        Wat.TE_LAAT: lambda zaak: zaak.op_tijd is False,
        Wat.TERUGGEDRAAID: lambda zaak: zaak.genomen.teruggedraaid,
        Wat.AFWIJKEND: lambda zaak: zaak.afwijkend,
    }
    return special.get(
        wat,
        lambda zaak: zaak.genomen.uitkomst.value == wat and not zaak.genomen.teruggedraaid,
    )


def cells(rij: Rij, *, alles: bool) -> tuple[Getoond, ...]:
    """Return the numbers of a row as they are shown; without `alles` small ones are hidden."""
    if not alles and safe_count(rij.aantal) is None:
        return (Getoond(VERBORGEN), *[Getoond(GEEN)] * 8)
    counts = dict(rij.uitkomsten) if alles else dict(safe_telling(rij.uitkomsten).uitkomsten)
    return (
        Getoond(str(rij.aantal), Wat.ALLES),
        *(_number(counts[one], Wat(one.value)) for one in Uitkomst),
        Getoond(days_in_words(rij.mediaan)),
        _share(Deel(rij.op_tijd.van - rij.op_tijd.aantal, rij.op_tijd.van), Wat.TE_LAAT, alles),
        _share(rij.teruggedraaid, Wat.TERUGGEDRAAID, alles),
        _share(rij.afwijkend, Wat.AFWIJKEND, alles),
        _share(rij.twijfels, None, alles),
    )


def _number(aantal: int | None, wat: Wat) -> Getoond:
    if aantal is None:
        return Getoond(VERBORGEN)
    return Getoond(str(aantal), wat if aantal else None)


def _share(deel: Deel, wat: Wat | None, alles: bool) -> Getoond:  # noqa: FBT001  # as in cells
    if deel.van == 0:
        return Getoond(GEEN)
    small = safe_count(deel.van) is None or safe_count(deel.aantal) is None
    if small and not alles:
        return Getoond(VERBORGEN)
    return Getoond(f"{deel.aantal} van {deel.van}", wat if deel.aantal else None)


def days_in_words(dagen: float | None) -> str:
    """Return a number of days, half ones too."""
    if dagen is None:
        return GEEN
    shown = f"{dagen:g}".replace(".", ",")
    return f"{shown} dag" if shown == "1" else f"{shown} dagen"


def percent(deel: Deel) -> str:
    """Return a share in whole percents; nothing when there is nothing to share."""
    return f"{round(100 * deel.aantal / deel.van)}%" if deel.van else GEEN


def bars(uitkomsten: Mapping[Uitkomst, int | None]) -> tuple[Staaf, ...]:
    """Return a bar as wide as the parts that can be shown; nothing when one is hidden."""
    counts = {one: number for one, number in uitkomsten.items() if number is not None}
    total = sum(counts.values())
    if len(counts) < len(uitkomsten) or not total:
        return ()
    found, x = [], 0.0
    for one, number in counts.items():
        width = 100 * number / total
        found.append(Staaf(one, round(x, 2), round(width, 2)))
        x += width
    return tuple(found)


def read_period(van: str, tot: str, *, vandaag: date) -> tuple[date, date]:
    """Return the days that were asked for; what is no day is the last year, up to today."""
    last = _day(tot) or vandaag
    first = _day(van) or last - YEAR
    return (min(first, last), max(first, last))


def _day(text: str) -> date | None:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if FIRST_YEAR <= found.year <= LAST_YEAR else None
