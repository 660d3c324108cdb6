"""Drawing plannings over one axis of time. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

BREEDTE = 640
RIJ = 34
BALK = 20
AS = 36
RUIMTE = 6

Periode = tuple[date, date]


@dataclass(frozen=True)
class Balk:
    """A planning as a bar, with its number after it, or before it at the edge."""

    nummer: int
    x: float
    y: float
    breedte: float

    @property
    def x_nummer(self) -> float:
        """Return where the number stands."""
        after = self.x + self.breedte + RUIMTE
        return after if after < BREEDTE - 3 * RUIMTE else max(0, self.x - 2 * RUIMTE)


@dataclass(frozen=True)
class Jaarstreep:
    """Where a year begins."""

    jaar: int
    x: float


@dataclass(frozen=True)
class Tijdbalk:
    """Plannings under each other over one axis, with a part that stands out."""

    jaren: tuple[Jaarstreep, ...]
    balken: tuple[Balk, ...]
    x_samen: float
    breedte_samen: float
    hoogte: int
    breedte: int = BREEDTE
    balk: int = BALK


def draw_tijdbalk(plannings: Sequence[Periode], samen: Periode) -> Tijdbalk:
    """Return the bars of plannings in whole years, and the period `samen` behind them."""
    first = min(start for start, _eind in plannings).year
    last = max(eind for _start, eind in plannings).year
    begin, end = date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal() + 1

    def x(day: date, extra: int = 0) -> float:
        return round((day.toordinal() + extra - begin) * BREEDTE / (end - begin), 1)

    return Tijdbalk(
        jaren=tuple(Jaarstreep(jaar, x(date(jaar, 1, 1))) for jaar in range(first, last + 1)),
        balken=tuple(
            Balk(number, x(start), AS + RIJ * (number - 1) + 7, max(3.0, x(eind, 1) - x(start)))
            for number, (start, eind) in enumerate(plannings, start=1)
        ),
        x_samen=x(samen[0]),
        breedte_samen=max(2.0, round(x(samen[1], 1) - x(samen[0]), 1)),
        hoogte=AS + RIJ * len(plannings),
    )
