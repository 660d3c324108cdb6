from datetime import UTC, date, datetime
from http import HTTPStatus

import pytest

from participatie.core.peildatum import (
    PeildatumError,
    Stand,
    moment_after,
    parse_peildatum,
    read_stand,
)

VANDAAG = date(2026, 6, 1)
MEI = date(2026, 5, 1)


@pytest.mark.parametrize(
    "text", ["2026-05-01", "01-05-2026", "1-5-2026", "1/5/2026", " 1-5-2026 "]
)
def test_a_day_is_read_as_people_and_browsers_write_it(text) -> None:
    assert parse_peildatum(text, vandaag=VANDAAG) == MEI


@pytest.mark.parametrize("text", ["", "  ", "2026-06-01"])
def test_nothing_and_today_are_now(text) -> None:
    assert parse_peildatum(text, vandaag=VANDAAG) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("gisteren", "geen datum"),
        ("2026-02-30", "geen datum"),
        ("2026-05-01T00:00", "geen datum"),
        ("1" * 10_000, "geen datum"),
        ("2026-06-02", "moet nog komen"),
        ("9999-12-31", "moet nog komen"),
        ("1989-12-31", "vanaf 1 januari 1990"),
        ("0001-01-01", "vanaf 1 januari 1990"),
    ],
)
def test_any_other_day_is_refused_with_what_to_do(text, told) -> None:
    with pytest.raises(PeildatumError, match=told):
        parse_peildatum(text, vandaag=VANDAAG)


def test_a_page_keeps_its_day_in_every_link() -> None:
    stand = read_stand("1-5-2026", vandaag=VANDAAG)

    assert (stand.params, stand.status) == ({"stand": "2026-05-01"}, HTTPStatus.OK)


def test_a_page_of_a_wrong_day_is_of_now_and_says_so() -> None:
    stand = read_stand("ooit", vandaag=VANDAAG)

    assert (stand.dag, stand.params, stand.status) == (None, {}, HTTPStatus.UNPROCESSABLE_ENTITY)
    assert "geen datum" in stand.fout


def test_now_asks_for_nothing() -> None:
    assert (Stand().params, Stand().status) == ({}, HTTPStatus.OK)


@pytest.mark.parametrize(
    ("day", "moment"),
    [
        (date(2026, 1, 31), datetime(2026, 1, 31, 23, tzinfo=UTC)),
        (date(2026, 7, 1), datetime(2026, 7, 1, 22, tzinfo=UTC)),
        (date(2026, 3, 29), datetime(2026, 3, 29, 22, tzinfo=UTC)),
        (date(2026, 10, 25), datetime(2026, 10, 25, 23, tzinfo=UTC)),
    ],
)
def test_a_day_is_over_at_midnight_in_haarlem_summer_and_winter(day, moment) -> None:
    assert moment_after(day) == moment
