import pytest

from participatie.core.geometry import Bounds, point
from participatie.core.schets import BREEDTE, HOOGTE, Teken, draw

FRAME = Bounds(4.60, 52.38, 4.62, 52.39)
MIDDLE = point(4.61, 52.385)
FAR_AWAY = point(5.5, 52.0)


def square(west, zuid, oost, noord):
    ring = [[west, zuid], [oost, zuid], [oost, noord], [west, noord], [west, zuid]]
    return {"type": "Polygon", "coordinates": [ring]}


def only_form(geometry):
    return draw(FRAME, [Teken("inzending", geometry, 1)]).vormen[0]


def test_the_middle_of_the_frame_is_the_middle_of_the_drawing() -> None:
    form = only_form(MIDDLE)
    assert (form.x, form.y) == (BREEDTE / 2, HOOGTE / 2)


def test_a_point_is_a_mark_without_a_path() -> None:
    form = only_form(MIDDLE)
    assert (form.is_punt, form.pad) == (True, "")


def test_north_is_up() -> None:
    assert only_form(point(4.61, 52.389)).y < only_form(point(4.61, 52.381)).y


def test_east_is_right() -> None:
    assert only_form(point(4.619, 52.385)).x > only_form(point(4.601, 52.385)).x


def test_what_lies_outside_is_not_drawn() -> None:
    assert draw(FRAME, [Teken("project", FAR_AWAY)]).vormen == ()


def test_an_outline_is_a_closed_path() -> None:
    form = only_form(square(4.605, 52.383, 4.615, 52.387))
    assert (form.pad[0], form.pad[-1], form.is_punt) == ("M", "Z", False)


def test_a_line_stays_open() -> None:
    line = {"type": "LineString", "coordinates": [[4.605, 52.383], [4.615, 52.387]]}
    assert "Z" not in only_form(line).pad


def test_an_outline_of_the_whole_city_is_cut_to_the_frame() -> None:
    form = only_form(square(4.0, 52.0, 5.0, 53.0))
    numbers = [float(part) for part in form.pad.strip("MZ").replace("L", " ").split()]
    assert max(numbers) < BREEDTE * 1.5


@pytest.mark.parametrize("frame", [Bounds(4.61, 52.385, 4.61, 52.385), FRAME])
def test_also_a_frame_of_one_point_is_drawn(frame) -> None:
    assert draw(frame, [Teken("inzending", MIDDLE)]).vormen[0].x == BREEDTE / 2


def test_the_first_is_drawn_at_the_bottom() -> None:
    sketch = draw(FRAME, [Teken("gebied", square(4.6, 52.38, 4.62, 52.39)), Teken("ik", MIDDLE)])
    assert [form.soort for form in sketch.vormen] == ["gebied", "ik"]
