"""A place as lines of text: what can be drawn can be typed, and comes back the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participatie.core.geometry import parse_geometry
from participatie.programmas.errors import WaardeError
from participatie.programmas.rules_punten import MAX_REGELS, Tekening, read_punten, write_punten

HERE = [4.6366, 52.3812]
STRAAT = "52,3812 4,6366\n52,3822 4,6376"
degrees = st.tuples(st.floats(4.5, 4.7), st.floats(52.3, 52.45))


@pytest.mark.parametrize(
    "line",
    ["52,3812 4,6366", "52.3812, 4.6366", "52.3812,4.6366", "4,6366; 52,3812", "(52.3812 4.6366)"],
)
def test_a_point_is_two_numbers_as_people_write_them(line) -> None:
    assert read_punten(line, Tekening.PUNT) == {"type": "Point", "coordinates": HERE}


def test_a_point_may_be_in_rd() -> None:
    found = read_punten("103850 488300", Tekening.PUNT)

    assert found["coordinates"] == pytest.approx([4.634, 52.380], abs=0.01)


def test_lines_are_the_points_of_a_line() -> None:
    assert read_punten(STRAAT, Tekening.LIJN)["coordinates"] == [HERE, [4.6376, 52.3822]]


def test_an_empty_line_begins_another_part() -> None:
    text = f"{STRAAT}\n\n52,39 4,64\n52,40 4,65\n"

    assert read_punten(text, Tekening.LIJN)["type"] == "MultiLineString"


def test_more_points_are_more_places() -> None:
    assert read_punten(STRAAT, Tekening.PUNT)["type"] == "MultiPoint"


def test_an_area_is_closed_by_itself() -> None:
    found = read_punten(f"{STRAAT}\n52,3832 4,6366", Tekening.VLAK)

    assert found["coordinates"][0][0] == found["coordinates"][0][-1]


@pytest.mark.parametrize(
    ("text", "tekening", "why"),
    [
        ("", Tekening.PUNT, "Vul een punt in"),
        ("52,3812 4,6366", Tekening.LIJN, "minstens twee punten"),
        (STRAAT, Tekening.VLAK, "minstens drie punten"),
        ("hier", Tekening.PUNT, "Regel 1: “hier” is geen punt"),
        ("52,3812 4,6366\nnaast de kerk", Tekening.LIJN, "Regel 2"),
        ("52,3812", Tekening.PUNT, "geen punt"),
        ("48,85 2,35", Tekening.PUNT, "buiten Nederland"),
        ("1e5 4", Tekening.PUNT, "geen punt"),
        ("52,38 4,63\n52,39 4,64\n52,38 4,64\n52,39 4,63", Tekening.VLAK, "kruist zichzelf"),
        ("52,38 4,63\n" * (MAX_REGELS + 1), Tekening.LIJN, "te veel regels"),
    ],
)
def test_what_is_no_drawing_says_why(text, tekening, why) -> None:
    with pytest.raises(WaardeError, match=why):
        read_punten(text, tekening)


@given(st.lists(degrees, min_size=1, max_size=9), st.sampled_from(["MultiPoint", "LineString"]))
def test_what_was_written_reads_the_same(points, kind) -> None:
    stored = {"type": kind, "coordinates": [list(point) for point in points]}
    if kind == "LineString" and len({tuple(point) for point in points}) < 2:
        return
    geometry = parse_geometry(stored)
    tekening, text = write_punten(geometry)

    assert parse_geometry(read_punten(text, tekening)) == _single(geometry)


def _single(geometry):
    """Return a list of one point as that point: a drawing does not tell them apart."""
    if geometry["type"] == "MultiPoint" and len(geometry["coordinates"]) == 1:
        return {"type": "Point", "coordinates": geometry["coordinates"][0]}
    return geometry


def test_an_area_reads_the_same() -> None:
    geometry = read_punten(f"{STRAAT}\n52,3832 4,6366", Tekening.VLAK)

    assert read_punten(write_punten(geometry)[1], Tekening.VLAK) == geometry


def test_lines_in_parts_read_the_same() -> None:
    geometry = read_punten(f"{STRAAT}\n\n52,39 4,64\n52,40 4,65", Tekening.LIJN)

    assert read_punten(write_punten(geometry)[1], Tekening.LIJN) == geometry


def test_an_area_with_a_hole_has_no_lines() -> None:
    ring = [[4.60, 52.36], [4.64, 52.36], [4.64, 52.40], [4.60, 52.36]]
    hole = [[4.625, 52.37], [4.63, 52.37], [4.63, 52.375], [4.625, 52.37]]

    assert write_punten({"type": "Polygon", "coordinates": [ring, hole]}) is None
