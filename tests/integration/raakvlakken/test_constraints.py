"""What must never be stored."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy.exc import IntegrityError

from participatie.core.db import db
from participatie.raakvlakken.models import Oordeelstap, RaakvlakInstelling
from participatie.raakvlakken.types import Oordeel
from tests.factories.accounts import GebruikerFactory
from tests.factories.raakvlakken import RaakvlakFactory, make_project

NU = datetime(2026, 2, 1, 9, tzinfo=UTC)


@pytest.fixture
def judged(session):
    return {
        "oordeel": Oordeel.COMBINEREN,
        "reden": "Samen gaat de straat een keer open.",
        "door_id": GebruikerFactory().id,
        "beoordeeld_op": NU,
        "gezien": {"planning_a": "x"},
    }


def refused(match, **fields):
    with pytest.raises(IntegrityError, match=match):
        RaakvlakFactory(**fields)


def test_a_judged_pair_can_be_stored(judged) -> None:
    assert RaakvlakFactory(**judged, tonen=True).id


def test_the_lower_project_stands_first(session) -> None:
    one, other = make_project(), make_project()
    refused("lower_project_first", project_a=other, project_b=one)


def test_a_project_does_not_touch_itself(session) -> None:
    one = make_project()
    refused("lower_project_first", project_a=one, project_b=one)


def test_a_pair_is_stored_once(session) -> None:
    raakvlak = RaakvlakFactory()
    a, b = raakvlak.projecten
    refused("project_a_id", project_a=a, project_b=b)


@pytest.mark.parametrize("missing", ["reden", "door_id", "beoordeeld_op", "gezien"])
def test_a_judgement_has_a_reason_and_someone_who_gave_it(judged, missing) -> None:
    refused("judged_with_reden_and_who", **judged | {missing: None})


def test_a_pair_that_is_not_judged_has_no_reason(session) -> None:
    refused("judged_with_reden_and_who", reden="Zomaar.")


def test_an_empty_reason_is_none(judged) -> None:
    refused("reden_given", **judged | {"reden": ""})


def test_only_a_combination_is_shown(judged) -> None:
    refused("only_combineren", **judged | {"oordeel": Oordeel.HINDER}, tonen=True)


def test_only_what_was_judged_is_to_be_seen_again(session) -> None:
    refused("only_judged", opnieuw="plek_a")


@pytest.mark.parametrize(
    ("match", "fields"),
    [
        ("near_or_in_gebied", {"afstand_m": None, "lon": None, "lat": None}),
        ("near_has_spot", {"lon": None, "lat": None}),
        ("near_has_spot", {"lat": None}),
        ("measures_not_negative", {"afstand_m": -1}),
        ("measures_not_negative", {"gat_dagen": -1}),
        ("van_before_tot", {"van": date(2028, 7, 1)}),
    ],
)
def test_how_they_touch_is_whole(session, match, fields) -> None:
    refused(match, **fields)


def test_a_step_has_a_reason(session) -> None:
    raakvlak, door = RaakvlakFactory(), GebruikerFactory()
    db.session.add(
        Oordeelstap(
            raakvlak_id=raakvlak.id, oordeel=Oordeel.OPEN, reden="", tonen=False, door=door, op=NU
        )
    )
    with pytest.raises(IntegrityError, match="reden_given"):
        db.session.flush()


@pytest.mark.parametrize(
    ("match", "fields"),
    [
        ("one_row", {"id": 2}),
        ("afstand_in_reach", {"afstand_m": 0}),
        ("afstand_in_reach", {"afstand_m": 1001}),
        ("marge_in_reach", {"marge_maanden": 25}),
        ("drempels_are_many", {"drempel_buurt": 1}),
        ("drempels_are_many", {"drempel_straat": 1}),
    ],
)
def test_what_is_set_is_within_reach(session, match, fields) -> None:
    right = {"afstand_m": 150, "marge_maanden": 3, "drempel_buurt": 4, "drempel_straat": 3}
    db.session.add(RaakvlakInstelling(**right | fields))
    with pytest.raises(IntegrityError, match=match):
        db.session.flush()
