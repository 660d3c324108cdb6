import math
from base64 import b64decode
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest

from participatie.core.geometry import Bounds, point
from participatie.core.schets import BREEDTE, HOOGTE, Teken, draw
from participatie.core.schets_svg import APART, MERK, Stijl, as_address, as_svg, sign_svg, spread

FRAME = Bounds(4.60, 52.38, 4.62, 52.39)
STIJLEN = {"gebied": Stijl("#000000", "#ffffff"), "merk": Stijl("#12609e", merk="M0 0h20v20z")}
MIDDLE = (BREEDTE / 2, HOOGTE / 2)


def drawing(*tekens) -> ET.Element:
    return ET.fromstring(as_svg(draw(FRAME, tekens), STIJLEN))  # noqa: S314  # our own


def labels(root) -> list[str]:
    return [found.text or "" for found in root.iter() if found.tag.endswith("text")]


def test_a_place_has_its_number() -> None:
    assert labels(drawing(Teken("merk", point(4.61, 52.385), 12))) == ["12"]


def test_an_outline_has_no_number() -> None:
    ring = [[4.60, 52.38], [4.62, 52.38], [4.62, 52.39], [4.60, 52.38]]
    root = drawing(Teken("gebied", {"type": "Polygon", "coordinates": [ring]}))
    assert (labels(root), len(list(root))) == ([], 2)


def test_signs_on_one_spot_do_not_cover_each_other() -> None:
    places = spread([MIDDLE] * 40)
    spots = [(place.x, place.y) for place in places]
    nearest = min(math.dist(a, b) for n, a in enumerate(spots) for b in spots[:n])
    assert nearest >= 2 * MERK


def test_a_sign_alone_stays_where_it_belongs() -> None:
    assert [(place.x, place.y) for place in spread([MIDDLE])] == [MIDDLE]


def test_a_sign_stays_on_the_drawing() -> None:
    places = spread([(0, 0), (BREEDTE, HOOGTE), (BREEDTE + 50, -50)])
    assert all(0 < place.x < BREEDTE and 0 < place.y < HOOGTE for place in places)


def test_a_sign_that_moved_is_tied_to_its_place() -> None:
    root = drawing(*(Teken("merk", point(4.61, 52.385), number) for number in (1, 2)))
    assert sum(found.tag.endswith("circle") for found in root.iter()) == 1


def test_more_signs_than_fit_are_still_drawn() -> None:
    assert len(spread([MIDDLE] * 700)) == 700


def test_a_drawing_can_stand_in_an_address() -> None:
    kind, _, text = as_address("<svg/>").partition(",")
    assert (kind, b64decode(text)) == ("data:image/svg+xml;base64", b"<svg/>")


@pytest.mark.parametrize(("nummer", "size"), [(9, "12.0"), (10, "10.0"), (100, "7.5")])
def test_a_long_number_is_written_smaller(nummer, size) -> None:
    drawn = drawing(Teken("merk", point(4.61, 52.385), nummer))
    assert [found.get("font-size") for found in drawn.iter() if found.text == str(nummer)] == [
        size
    ]


def test_a_sign_of_the_legend_is_a_drawing() -> None:
    assert ET.fromstring(sign_svg(STIJLEN["merk"])).tag.endswith("svg")  # noqa: S314


def test_signs_of_one_place_stand_clear_of_each_other() -> None:
    places = [(one.x, one.y) for one in spread([MIDDLE] * 12)]
    assert all(math.dist(one, other) >= APART for one, other in combinations(places, 2))
