from datetime import date, timedelta

import pytest

from participatie.core.errors import InvalidInputError
from participatie.inzendingen import rules
from participatie.inzendingen.rules_werkdagen import (
    easter,
    feestdagen,
    is_workday,
    koningsdag,
    next_workday,
)


@pytest.mark.parametrize(
    "dag", [date(2024, 3, 31), date(2025, 4, 20), date(2026, 4, 5), date(2027, 3, 28)]
)
def test_easter_is_the_sunday_of_the_almanac(dag) -> None:
    assert easter(dag.year) == dag


def test_the_holidays_of_a_year_are_those_of_the_law() -> None:
    assert sorted(feestdagen(2026)) == [
        date(2026, 1, 1),
        date(2026, 4, 3),
        date(2026, 4, 6),
        date(2026, 4, 27),
        date(2026, 5, 5),
        date(2026, 5, 14),
        date(2026, 5, 25),
        date(2026, 12, 25),
        date(2026, 12, 26),
    ]


@pytest.mark.parametrize(
    ("jaar", "dag"),
    [(2026, date(2026, 4, 27)), (2025, date(2025, 4, 26)), (2013, date(2013, 4, 30))],
)
def test_the_birthday_of_the_king_is_never_celebrated_on_a_sunday(jaar, dag) -> None:
    assert koningsdag(jaar) == dag


@pytest.mark.parametrize(
    ("laatste", "wordt"),
    [
        (date(2026, 11, 20), date(2026, 11, 20)),
        (date(2026, 11, 21), date(2026, 11, 23)),
        (date(2026, 4, 3), date(2026, 4, 7)),
        (date(2026, 12, 25), date(2026, 12, 28)),
        (date(2027, 1, 1), date(2027, 1, 4)),
    ],
)
def test_a_term_never_ends_on_a_day_off(laatste, wordt) -> None:
    assert next_workday(laatste) == wordt


def test_the_day_of_an_answer_is_a_working_day_however_long_the_term() -> None:
    assert all(
        is_workday(rules.due_date(date(2026, 1, 1), timedelta(days=days))) for days in range(400)
    )


@pytest.mark.parametrize("dagen", [None, -1, 0, 6, 91])
def test_a_term_of_less_than_a_week_or_more_than_three_months_is_refused(dagen) -> None:
    with pytest.raises(InvalidInputError):
        rules.check_termijn(dagen)
