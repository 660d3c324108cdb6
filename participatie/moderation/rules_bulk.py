"""What can be asked of many at once, and in which words it is told. Pure."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from participatie.inzendingen.types import InzendingId
from participatie.moderation.types import BulkSoort, Keuze

AAN_MIJ_REDEN = "Behandelt dit zelf."
KEUZE = re.compile(r"([0-9]{1,9})-([0-9]{1,9})")
MAX_KEUZES = 100

GEDAAN: Mapping[BulkSoort, tuple[str, str]] = {
    BulkSoort.PUBLICEREN: ("1 inzending is gepubliceerd.", "{} inzendingen zijn gepubliceerd."),
    BulkSoort.DOORZETTEN: ("1 inzending is doorgezet.", "{} inzendingen zijn doorgezet."),
    BulkSoort.VERLENGEN: (
        "Van 1 inzending is de termijn verlengd.",
        "Van {} inzendingen is de termijn verlengd.",
    ),
    BulkSoort.AAN_MIJ: ("1 inzending is nu van u.", "{} inzendingen zijn nu van u."),
}


@dataclass(frozen=True, kw_only=True)
class Opdracht:
    """What must be done to each: the ground when published, to whom when routed."""

    soort: BulkSoort
    reden: str
    grond: str = ""
    naar: str = ""


def read_keuzes(values: Iterable[str]) -> tuple[Keuze, ...]:
    """Return what was ticked, each once, in its order; anything else is nothing."""
    found: dict[int, Keuze] = {}
    for value in values:
        match = KEUZE.fullmatch(value)
        if match:
            number = int(match[1])
            found.setdefault(number, Keuze(InzendingId(number), int(match[2])))
    return tuple(found.values())[:MAX_KEUZES]


def in_words(soort: BulkSoort, number: int) -> str:
    """Say what was done to how many."""
    if not number:
        return "Er is niets gedaan."
    one, more = GEDAAN[soort]
    return one if number == 1 else more.format(number)
