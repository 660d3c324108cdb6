import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participatie.core.geometry import (
    MAX_POINTS,
    Bounds,
    GeometryError,
    distance_m,
    from_rd,
    parse_bounds,
    parse_geometry,
    point,
    shape_of,
    to_rd,
)

HAARLEM = {"type": "Point", "coordinates": [4.6384, 52.3812]}
lons = st.floats(4.5, 4.8, allow_nan=False)
lats = st.floats(52.2, 52.5, allow_nan=False)


def polygon(*ring):
    return {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}


@given(lon=lons, lat=lats)
def test_reading_twice_gives_the_same(lon, lat) -> None:
    ring = [(lon, lat), (lon + 0.011, lat + 0.0001), (lon + 0.0123, lat + 0.0131)]
    once = parse_geometry(polygon(*ring))
    assert parse_geometry(once) == once


@given(lon=lons, lat=lats)
def test_a_point_comes_back_from_rd(lon, lat) -> None:
    back = from_rd(to_rd(shape_of(point(lon, lat))))
    assert (back.x, back.y) == pytest.approx((lon, lat), abs=1e-5)


@given(st.recursive(st.none() | st.integers() | st.text(), st.lists))
def test_any_coordinates_are_read_or_refused(coordinates) -> None:
    try:
        found = parse_geometry({"type": "Point", "coordinates": coordinates})
    except GeometryError:
        return
    assert found["type"] == "Point"


def test_the_tower_of_amersfoort_is_where_rd_begins() -> None:
    spot = to_rd(shape_of(point(5.387206, 52.155174)))
    assert (spot.x, spot.y) == pytest.approx((155_000, 463_000), abs=0.5)


def test_a_distance_is_in_metres() -> None:
    assert distance_m(point(4.63, 52.38), point(4.64, 52.38)) == pytest.approx(681, abs=2)


def test_text_and_bytes_and_values_are_read() -> None:
    text = json.dumps(HAARLEM)
    assert parse_geometry(text) == parse_geometry(text.encode()) == parse_geometry(HAARLEM)


def test_a_feature_is_read_as_its_geometry() -> None:
    assert parse_geometry({"type": "Feature", "geometry": HAARLEM}) == HAARLEM


def test_height_is_left_out() -> None:
    assert parse_geometry({"type": "Point", "coordinates": [4.6, 52.3, 12]}) == {
        "type": "Point",
        "coordinates": [4.6, 52.3],
    }


def test_six_decimals_are_kept() -> None:
    found = parse_geometry({"type": "Point", "coordinates": [4.60000049, 52.3]})
    assert found["coordinates"] == [4.6, 52.3]


BAD = {
    "geen GeoJSON": [
        None, 7, "", "hallo", [], {}, "[" * 100_000, b"\xff\xfe", "\ud800",
        {"type": "Point", "coordinates": [4.6]},
        {"type": "Point", "coordinates": [float("nan"), 52.3]},
        '{"type": "Point", "coordinates": [1e999, 52.3]}',
        {"type": "Point", "coordinates": ["4.6", "52.3"]},
        {"type": "Polygon", "coordinates": [[[4.6, 52.3], [4.7, 52.3], [4.7, 52.4]]]},
        {"type": "LineString", "coordinates": [[4.6, 52.3]]},
        {"type": "Feature", "geometry": None},
    ],
    "kan niet": [
        {"type": "GeometryCollection", "geometries": []},
        {"type": "FeatureCollection", "features": []},
        {"type": "<script>", "coordinates": []},
    ],
    "is leeg": [{"type": "Point", "coordinates": []}],
    "buiten Nederland": [
        {"type": "Point", "coordinates": [52.38, 4.63]},
        {"type": "Point", "coordinates": [103_906, 488_614]},
        {"type": "Point", "coordinates": [0, 0]},
    ],
    "kruist zichzelf": [polygon([4.6, 52.3], [4.7, 52.4], [4.7, 52.3], [4.6, 52.4])],
    "te klein": [polygon([4.6, 52.3], [4.6000001, 52.3], [4.6, 52.3000001])],
    "te veel punten": [
        {"type": "MultiPoint", "coordinates": [[4.6, 52.3]] * (MAX_POINTS + 1)},
        {"type": "MultiPoint", "coordinates": [[4.6, 52.3]] * 300_000},
    ],
    "te groot": ['{"type": "Point", "coordinates": [4.6, 52.3]}' + " " * 10_000_000],
}  # fmt: skip
CASES = [(said, value) for said, values in BAD.items() for value in values]


@pytest.mark.parametrize(("said", "value"), CASES, ids=range(len(CASES)))
def test_bad_geometry_is_refused_with_its_reason(said, value) -> None:
    with pytest.raises(GeometryError, match=said):
        parse_geometry(value)


def test_collections_inside_collections_do_not_bring_the_process_down() -> None:
    deep = '{"type": "GeometryCollection", "geometries": [' * 30_000 + "]}" * 30_000
    with pytest.raises(GeometryError):
        parse_geometry(deep)


def test_a_box_of_an_address_is_read() -> None:
    assert parse_bounds("4.6,52.3,4.7,52.4") == Bounds(4.6, 52.3, 4.7, 52.4)


@pytest.mark.parametrize("text", ["", "a,b,c,d", "1,2,3", "4.7,52.3,4.6,52.4", "nan,1,2,3"])
def test_a_box_that_is_none_is_refused(text) -> None:
    with pytest.raises(GeometryError):
        parse_bounds(text)
