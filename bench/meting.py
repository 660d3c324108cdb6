"""What one measurement is, and how time is taken."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Meting:
    """One line of the report: what was measured, against which limit."""

    naam: str
    gemeten: float
    eenheid: str
    grens: str
    gehaald: bool


def seconds_per_call(action: Callable[[], object], *, rounds: int = 7, calls: int = 20) -> float:
    """Return the median over the rounds of the mean time of a call, in seconds."""
    action()  # warm up
    times = []
    for _ in range(rounds):
        begin = time.perf_counter()
        for _ in range(calls):
            action()
        times.append((time.perf_counter() - begin) / calls)
    return median(times)


def at_most(naam: str, gemeten: float, grens: float, eenheid: str) -> Meting:
    """Return a measurement that should not be higher than its limit."""
    return Meting(naam, gemeten, eenheid, f"<= {grens:g}", gemeten <= grens)


def at_least(naam: str, gemeten: float, grens: float, eenheid: str) -> Meting:
    """Return a measurement that should not be lower than its limit."""
    return Meting(naam, gemeten, eenheid, f">= {grens:g}", gemeten >= grens)
