"""Days on which the law lets no term end (Algemene termijnenwet). Pure."""

from datetime import date, timedelta
from functools import cache

SATURDAY, SUNDAY = 5, 6
DAY = timedelta(days=1)
KONINGSDAG_SINDS = 2014


def easter(jaar: int) -> date:
    """Return the Sunday of Easter, by the Gregorian computus of Meeus, Jones and Butcher."""
    cycle = jaar % 19
    century, year = divmod(jaar, 100)
    shift = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * cycle + century - century // 4 - shift + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (year // 4) - epact - year % 4) % 7
    late = (cycle + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(jaar, month, day + 1)


@cache
def feestdagen(jaar: int) -> frozenset[date]:
    """Return the days the law calls a public holiday, Good Friday and 5 May too."""
    pasen = easter(jaar)
    moving = {pasen + timedelta(days=days) for days in (-2, 1, 39, 50)}
    fixed = {date(jaar, 1, 1), date(jaar, 5, 5), date(jaar, 12, 25), date(jaar, 12, 26)}
    return frozenset(moving | fixed | {koningsdag(jaar)})


def koningsdag(jaar: int) -> date:
    """Return the day on which the birthday of the King or Queen is celebrated, never a Sunday."""
    if jaar >= KONINGSDAG_SINDS:
        dag = date(jaar, 4, 27)
        return dag - DAY if dag.weekday() == SUNDAY else dag
    dag = date(jaar, 4, 30)
    return dag - DAY if dag.weekday() == SUNDAY else dag


def is_workday(dag: date) -> bool:
    """Tell whether a term can end on this day."""
    return dag.weekday() not in {SATURDAY, SUNDAY} and dag not in feestdagen(dag.year)


def next_workday(dag: date) -> date:
    """Return the day itself, or the first working day after it."""
    while not is_workday(dag):
        dag += DAY
    return dag
