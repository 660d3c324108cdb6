import pytest
from hypothesis import given
from hypothesis import strategies as st

from participatie.gebieden.rules import NIVEAU_NAMEN, Boom, GebiedIndex
from participatie.gebieden.types import NIVEAUS, Gebiedsketen, Niveau, Omtrek
from tests.factories.gebieden import square

STAD, LINKS, RECHTS, BUURT = 1, 2, 3, 4


def omtrek(number, niveau, *, geometry, ouder_id=None, code=None):
    return Omtrek(
        id=number,
        slug=f"gebied-{number}",
        code=code or f"C{number}",
        naam=f"Gebied {number}",
        niveau=niveau,
        ouder_id=ouder_id,
        geometry=geometry,
    )


@pytest.fixture
def boom() -> Boom:
    """A stad of two wijken with 14 m between them; the left one has a buurt."""
    omtrekken = [
        omtrek(STAD, Niveau.STAD, geometry=square(4.6, 52.3, 4.8, 52.4)),
        omtrek(LINKS, Niveau.WIJK, geometry=square(4.6, 52.3, 4.7, 52.4), ouder_id=STAD),
        omtrek(RECHTS, Niveau.WIJK, geometry=square(4.7002, 52.3, 4.8, 52.4), ouder_id=STAD),
    ]
    return Boom({found.id: found for found in omtrekken})


def test_every_niveau_has_a_name() -> None:
    assert set(NIVEAU_NAMEN) == set(NIVEAUS)


def test_a_point_lies_in_one_chain(boom) -> None:
    assert GebiedIndex(boom).at(4.65, 52.35) == Gebiedsketen(stad=STAD, wijk=LINKS)


def test_a_point_outside_lies_nowhere(boom) -> None:
    assert GebiedIndex(boom).at(4.5, 52.35) == Gebiedsketen()


@pytest.mark.parametrize("lon", [float("nan"), float("inf")])
def test_a_place_that_is_no_number_lies_nowhere(boom, lon) -> None:
    assert GebiedIndex(boom).at(lon, 52.35) == Gebiedsketen()


def test_a_sliver_between_outlines_belongs_to_the_nearest(boom) -> None:
    assert GebiedIndex(boom).at(4.70018, 52.35).wijk == RECHTS


def test_just_outside_the_stad_is_outside(boom) -> None:
    assert GebiedIndex(boom).at(4.80005, 52.35) == Gebiedsketen()


def test_a_wide_gap_lies_in_the_stad_only() -> None:
    stad = omtrek(STAD, Niveau.STAD, geometry=square(4.6, 52.3, 4.8, 52.4))
    wijk = omtrek(LINKS, Niveau.WIJK, geometry=square(4.6, 52.3, 4.7, 52.4), ouder_id=STAD)
    index = GebiedIndex(Boom({STAD: stad, LINKS: wijk}))
    assert index.at(4.75, 52.35) == Gebiedsketen(stad=STAD)


def line(*points):
    return {"type": "LineString", "coordinates": points}


@pytest.mark.parametrize(
    ("shape", "found"),
    [
        (line([4.65, 52.35], [4.75, 52.35]), {LINKS, RECHTS}),
        (line([4.65, 52.35], [4.70022, 52.35]), {LINKS}),  # 1 m over the border
        (line([4.65, 52.35], [4.65002, 52.35]), {LINKS}),  # shorter than what counts
        (square(4.65, 52.34, 4.75, 52.36), {LINKS, RECHTS}),
        (square(4.65, 52.34, 4.7005, 52.36), {LINKS}),  # less than a hundredth
        ({"type": "MultiPoint", "coordinates": [[4.65, 52.35], [4.75, 52.35]]}, {LINKS, RECHTS}),
        ({"type": "Point", "coordinates": [4.5, 52.35]}, set()),
    ],
)
def test_a_shape_lies_in_each_gebied_that_it_really_crosses(boom, shape, found) -> None:
    assert GebiedIndex(boom).crossed(shape) == found


def test_a_gebied_without_outline_is_passed_over() -> None:
    stad = omtrek(STAD, Niveau.STAD, geometry=None)
    assert GebiedIndex(Boom({STAD: stad})).at(4.65, 52.35) == Gebiedsketen()


def test_no_gebieden_is_no_answer() -> None:
    assert GebiedIndex(Boom({})).at(4.65, 52.35) == Gebiedsketen()


@given(column=st.integers(0, 10), row=st.integers(0, 10))
def test_a_point_of_a_grid_belongs_to_exactly_one_gebied(column, row) -> None:
    stad = omtrek(99, Niveau.STAD, geometry=square(4.6, 52.3, 4.7, 52.4))
    cells = {
        number: omtrek(
            number,
            Niveau.BUURT,
            geometry=square(
                4.6 + number % 10 / 100,
                52.3 + number // 10 / 100,
                4.6 + (number % 10 + 1) / 100,
                52.3 + (number // 10 + 1) / 100,
            ),
            ouder_id=99,
            code=f"B{number:03}",
        )
        for number in range(99)
    }
    index = GebiedIndex(Boom(cells | {99: stad}))
    spot = (4.6 + column / 100, 52.3 + row / 100)
    assert index.at(*spot).stad == 99
    assert index.at(*spot) == index.at(*spot)


def test_the_lowest_code_wins_on_a_border() -> None:
    stad = omtrek(9, Niveau.STAD, geometry=square(4.6, 52.3, 4.8, 52.4))
    second = omtrek(
        1, Niveau.BUURT, geometry=square(4.6, 52.3, 4.7, 52.4), ouder_id=9, code="BU02"
    )
    first = omtrek(2, Niveau.BUURT, geometry=square(4.7, 52.3, 4.8, 52.4), ouder_id=9, code="BU01")
    index = GebiedIndex(Boom({9: stad, 1: second, 2: first}))
    assert index.at(4.7, 52.35).buurt == 2


def test_the_chain_runs_from_small_to_large(boom) -> None:
    assert boom.keten(LINKS) == (LINKS, STAD)


def test_below_the_stad_lies_everything(boom) -> None:
    assert boom.onder(STAD) == {STAD, LINKS, RECHTS}


def test_an_unknown_gebied_has_no_chain(boom) -> None:
    assert (boom.keten(77), boom.onder(77)) == ((), frozenset())


def test_a_chain_that_runs_in_a_circle_ends() -> None:
    one = omtrek(1, Niveau.WIJK, geometry=None, ouder_id=2)
    two = omtrek(2, Niveau.WIJK, geometry=None, ouder_id=1)
    boom = Boom({1: one, 2: two})
    assert (boom.keten(1), boom.onder(1)) == ((1, 2), {1, 2})


def test_a_list_by_stadsdeel_has_each_wijk_before_its_buurten() -> None:
    city = Boom(
        {
            number: omtrek(number, niveau, geometry=None, ouder_id=ouder)
            for number, niveau, ouder in (
                (1, Niveau.STAD, None),
                (2, Niveau.STADSDEEL, 1),
                (3, Niveau.WIJK, 2),
                (4, Niveau.WIJK, 2),
                (5, Niveau.BUURT, 3),
            )
        }
    )
    found = [(deel.id, [one.id for one in gebieden]) for deel, gebieden in city.per_stadsdeel()]
    assert found == [(2, [2, 3, 5, 4])]
