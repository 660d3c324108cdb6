"""The rules of the map, on values only."""

import re
from datetime import date
from pathlib import Path

import pytest

from participatie.core.geometry import Bounds
from participatie.gebieden.rules import Boom
from participatie.gebieden.types import Niveau, Omtrek
from participatie.initiatieven.types_voortgang import InitiatiefFase
from participatie.kaart.rules import (
    INITIATIEF_FASEN,
    WOORDEN,
    adres,
    binnen,
    count_per_jaar,
    find,
    fold,
    jaren_van,
    overlaps,
    planning,
    plek,
    sort_key,
    to_query,
    to_row,
)
from participatie.kaart.types import Bron, KaartFilter, KaartItem
from participatie.opgaven.types import Domein
from participatie.programmas.types import Fase, ProjectSoort, Thema

HERE = Bounds(4.60, 52.38, 4.60, 52.38)
STAD, WIJK, BUURT = 1, 2, 3


def square(west, zuid, size):
    oost, noord = west + size, zuid + size
    ring = [[west, zuid], [oost, zuid], [oost, noord], [west, noord], [west, zuid]]
    return {"type": "Polygon", "coordinates": [ring]}


def omtrek(gebied_id, naam, niveau, ouder_id, geometry):
    return Omtrek(
        id=gebied_id,
        slug=naam.lower(),
        code=str(gebied_id),
        naam=naam,
        niveau=niveau,
        ouder_id=ouder_id,
        geometry=geometry,
    )


BOOM = Boom(
    {
        STAD: omtrek(STAD, "Haarlem", Niveau.STAD, None, square(4.5, 52.3, 0.2)),
        WIJK: omtrek(WIJK, "Leidsewijk", Niveau.WIJK, STAD, square(4.59, 52.37, 0.02)),
        BUURT: omtrek(BUURT, "Poort", Niveau.BUURT, WIJK, None),
    }
)


def item(**changes) -> KaartItem:
    values = {
        "bron": Bron.PROJECTEN,
        "id": 1,
        "titel": "Riool",
        "soort": ProjectSoort.WERK,
        "domein": Domein.FYSIEK,
        "thema": Thema.WATER,
        "fase": Fase.UITVOERING,
        "van": 2026,
        "tot": 2027,
        "gebied_ids": frozenset({BUURT}),
        "bounds": HERE,
        "vorm": {"type": "Point", "coordinates": [4.6, 52.38]},
        "zoektekst": "riool in de straat",
    }
    return KaartItem(**values | changes)


def found(one, wanted=None, gebied=None) -> str:
    """Return under which heading an item stands: hier, wijk, breed, or nowhere."""
    result = find([one], wanted or KaartFilter(), BOOM, gebied)
    return next((name for name in ("hier", "wijk", "breed") if getattr(result, name)), "")


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (KaartFilter(), "hier"),
        (KaartFilter(bronnen=frozenset({Bron.INITIATIEVEN})), ""),
        (KaartFilter(soorten=frozenset({ProjectSoort.WERK})), "hier"),
        (KaartFilter(domeinen=frozenset({Domein.SOCIAAL})), ""),
        (KaartFilter(themas=frozenset({Thema.WATER})), "hier"),
        (KaartFilter(fasen=frozenset({Fase.IDEE})), ""),
        (KaartFilter(van=2027, tot=2027), "hier"),
        (KaartFilter(van=2028), ""),
        (KaartFilter(tot=2025), ""),
        (KaartFilter(tekst="straat RIOOL"), "hier"),
        (KaartFilter(tekst="riool plein"), ""),
        (KaartFilter(organisatie="politie"), ""),
        (KaartFilter(bounds=Bounds(4.5, 52.3, 4.7, 52.4)), "hier"),
        (KaartFilter(bounds=Bounds(4.7, 52.3, 4.8, 52.4)), ""),
    ],
)
def test_a_filter_keeps_what_was_asked(wanted, expected) -> None:
    assert found(item(), wanted) == expected


def test_what_has_no_end_goes_on_in_every_later_year() -> None:
    assert found(item(tot=None), KaartFilter(van=2050)) == "hier"


def test_what_is_about_the_whole_stad_has_its_own_heading() -> None:
    assert found(item(bounds=None, gebied_ids=frozenset({STAD}))) == "breed"


def test_the_whole_stad_is_also_about_each_buurt() -> None:
    whole = item(bounds=None, gebied_ids=frozenset({STAD}))
    assert found(whole, gebied=binnen(BOOM, BUURT)) == "breed"


def test_a_whole_wijk_elsewhere_is_not_about_this_gebied() -> None:
    elsewhere = item(bounds=None, gebied_ids=frozenset({99}))
    assert found(elsewhere, gebied=binnen(BOOM, BUURT)) == ""


def test_a_whole_wijk_is_about_its_buurt() -> None:
    whole = item(bounds=None, gebied_ids=frozenset({WIJK}))
    assert found(whole, gebied=binnen(BOOM, BUURT)) == "wijk"


def test_a_whole_wijk_is_here_while_the_map_shows_a_piece_of_it() -> None:
    whole = item(bounds=None, gebied_ids=frozenset({WIJK}))
    assert found(whole, KaartFilter(bounds=Bounds(4.6, 52.38, 4.7, 52.5))) == "wijk"
    assert found(whole, KaartFilter(bounds=Bounds(4.65, 52.38, 4.7, 52.5))) == ""


def test_a_pin_in_a_buurt_is_in_the_wijk_but_not_the_reverse() -> None:
    assert found(item(), gebied=binnen(BOOM, WIJK)) == "hier"
    assert found(item(gebied_ids=frozenset({WIJK})), gebied=binnen(BOOM, BUURT)) == ""


@pytest.mark.parametrize(
    ("one", "other"), [("Café", "CAFE"), ("Coördinatie", "coordinatie"), ("straße", "STRASSE")]
)
def test_accents_and_capitals_make_no_difference(one, other) -> None:
    assert fold(one) == fold(other)


def test_what_goes_on_comes_before_what_is_over() -> None:
    over, idea, now = (item(fase=fase) for fase in (Fase.AFGEROND, Fase.IDEE, Fase.UITVOERING))
    assert sorted((over, idea, now), key=sort_key) == [now, idea, over]


def test_boxes_overlap_where_they_touch() -> None:
    assert overlaps(Bounds(0, 0, 1, 1), Bounds(1, 1, 2, 2))


def test_each_year_counts_what_is_planned_in_it() -> None:
    items = [item(van=2026, tot=2027), item(van=2027, tot=2027), item(van=2025, tot=None)]

    tellingen = count_per_jaar(items, range(2025, 2029), KaartFilter())

    assert [telling.aantal for telling in tellingen] == [1, 2, 3, 1]


def test_a_year_leads_to_that_year_alone() -> None:
    [telling] = count_per_jaar([], range(2027, 2028), KaartFilter(gebied="noord", van=2025))

    assert telling.query == (("gebied", "noord"), ("van", "2027"), ("tot", "2027"))


def test_the_year_that_is_shown_is_marked() -> None:
    tellingen = count_per_jaar([], range(2026, 2028), KaartFilter(van=2027, tot=2027))

    assert [telling.gekozen for telling in tellingen] == [False, True]


def test_the_day_stands_in_the_address() -> None:
    assert to_query(KaartFilter(peildatum=date(2026, 5, 1))) == (("stand", "2026-05-01"),)


def test_the_years_of_nothing_are_no_years() -> None:
    assert list(jaren_van([])) == []


def test_the_years_have_no_gaps() -> None:
    assert list(jaren_van([item(van=2025, tot=2025), item(van=2028, tot=None)])) == [
        2025,
        2026,
        2027,
        2028,
    ]


def test_the_place_is_named_after_its_smallest_gebieden() -> None:
    assert plek(item(gebied_ids=frozenset({STAD, WIJK, BUURT, 99})), BOOM) == ("Poort",)


@pytest.mark.parametrize(
    ("van", "tot", "words"),
    [(2026, 2026, "2026"), (2026, None, "2026"), (2026, 2028, "2026 tot en met 2028")],
)
def test_the_planning_is_short(van, tot, words) -> None:
    assert planning(item(van=van, tot=tot)) == words


def test_the_key_tells_project_and_initiatief_apart() -> None:
    assert item().sleutel == "p1"
    assert item(bron=Bron.INITIATIEVEN).sleutel == "i1"


def test_the_address_is_that_of_the_page() -> None:
    assert adres(item(bron=Bron.INITIATIEVEN, id=7)) == "/initiatieven/7"


def test_a_point_travels_as_two_numbers() -> None:
    assert to_row(item())[-2] == [4.6, 52.38]


def test_a_line_travels_as_it_is() -> None:
    line = {"type": "LineString", "coordinates": [[4.6, 52.38], [4.61, 52.39]]}
    assert to_row(item(vorm=line))[-2] == line


def test_the_query_of_a_filter_always_has_the_same_order() -> None:
    wanted = KaartFilter(
        fasen=frozenset({Fase.UITVOERING, Fase.IDEE}),
        bronnen=frozenset({Bron.INITIATIEVEN}),
        tekst="riool",
        van=2026,
        bounds=Bounds(4.6, 52.3, 4.7, 52.4),
    )
    assert to_query(wanted) == (
        ("tekst", "riool"),
        ("van", "2026"),
        ("soort", "initiatieven"),
        ("fase", "idee"),
        ("fase", "uitvoering"),
        ("bbox", "4.60000,52.30000,4.70000,52.40000"),
    )


def test_asking_nothing_is_an_empty_query() -> None:
    assert to_query(KaartFilter()) == ()


def test_the_words_of_the_scripts_are_known_here_so_that_they_can_be_translated() -> None:
    scripts = Path(__file__).resolve().parents[3] / "static" / "js" / "kaart"
    text = " ".join(path.read_text() for path in scripts.glob("*.js"))
    assert {*re.findall(r'say\(\s*"([^"]+)"', text)} == {*WOORDEN}


def test_every_phase_of_an_initiatief_is_one_of_the_map() -> None:
    assert set(INITIATIEF_FASEN) == set(InitiatiefFase)


def test_what_is_about_the_whole_stad_is_not_about_a_gebied_outside_it() -> None:
    whole = item(bounds=None, gebied_ids=frozenset({STAD}))
    assert found(whole, gebied=binnen(BOOM, 99)) == ""
