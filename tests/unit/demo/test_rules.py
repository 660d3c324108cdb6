from shapely import Point

from participatie.demo.rules import STADSRAND, Schets, draw_outlines

SCHETSEN = [
    Schets("BU1", "West", "WK1", (4.62, 52.38)),
    Schets("BU2", "Oost", "WK1", (4.66, 52.38)),
    Schets("BU3", "Zuid", "WK2", (4.65, 52.35)),
    Schets("WK1", "Boven", "Noord", None),
    Schets("WK2", "Onder", "Zuid", None),
]


def test_a_buurt_is_what_lies_nearest_to_its_point() -> None:
    outlines = draw_outlines(SCHETSEN)

    assert outlines["BU1"].contains(Point(4.62, 52.38))
    assert not outlines["BU1"].contains(Point(4.66, 52.38))


def test_a_wijk_is_the_sum_of_its_buurten() -> None:
    outlines = draw_outlines(SCHETSEN)

    assert outlines["WK1"].symmetric_difference(outlines["BU1"].union(outlines["BU2"])).area < 1e-9


def test_the_stadsdelen_fill_the_city() -> None:
    outlines = draw_outlines(SCHETSEN)

    filled = outlines["Noord"].union(outlines["Zuid"])
    assert filled.symmetric_difference(STADSRAND).area < 1e-9
