from datetime import date

from participatie.raakvlakken.rules_tijdbalk import BREEDTE, draw_tijdbalk

HALF = (date(2027, 1, 1), date(2028, 12, 31))
EERST = (date(2027, 1, 1), date(2027, 12, 31))


def test_the_axis_shows_whole_years() -> None:
    drawn = draw_tijdbalk([HALF, EERST], EERST)
    assert [(one.jaar, round(one.x)) for one in drawn.jaren] == [(2027, 0), (2028, 320)]


def test_a_bar_is_as_long_as_its_planning() -> None:
    drawn = draw_tijdbalk([HALF, EERST], EERST)
    assert [round(bar.breedte) for bar in drawn.balken] == [BREEDTE, 320]


def test_bars_stand_under_each_other() -> None:
    one, other = draw_tijdbalk([HALF, EERST], EERST).balken
    assert other.y > one.y + 20


def test_what_they_share_stands_behind_them() -> None:
    drawn = draw_tijdbalk([HALF, EERST], EERST)
    assert (drawn.x_samen, round(drawn.breedte_samen)) == (0, 320)


def test_a_day_can_be_seen() -> None:
    day = (date(2027, 5, 1), date(2027, 5, 1))
    assert draw_tijdbalk([HALF, day], day).balken[1].breedte >= 3


def test_a_number_stands_after_its_bar_or_before_it_at_the_edge() -> None:
    long, short = draw_tijdbalk([(date(2028, 1, 1), HALF[1]), EERST], EERST).balken
    assert (long.x_nummer < long.x, short.x_nummer > short.x + short.breedte) == (True, True)
