"""What touches, for the map: public facts and nothing of what editors think."""

from http import HTTPStatus

import pytest

from participatie.core.geometry import point
from participatie.programmas.services import add_project, gegevens_of
from participatie.raakvlakken.services import recompute
from tests.factories.programmas import ProjectFactory


@pytest.fixture
def pair(city):
    """Two projects a street apart, in the same year."""
    made = [
        ProjectFactory(gebieden=[city.by_name["Duinbuurt"]], place=point(lon, 52.39))
        for lon in (4.600, 4.6005)
    ]
    recompute()
    return made


def touching(client) -> list:
    answer = client.get("/kaart/raakvlakken/nu.json", follow_redirects=True)
    assert answer.status_code == HTTPStatus.OK
    return answer.json["raakvlakken"]


def test_a_pair_travels_as_its_middle_and_two_keys(client, pair) -> None:
    [[lon, lat, *keys]] = touching(client)

    assert (round(lon, 3), round(lat, 2), sorted(keys)) == (
        4.600,
        52.39,
        sorted(f"p{one.id}" for one in pair),
    )


def test_without_pairs_there_is_nothing(client, city) -> None:
    assert touching(client) == []


def test_a_new_pair_has_a_new_address(client, pair) -> None:
    before = client.get("/kaart/raakvlakken/nu.json").location
    add_project(gegevens_of(pair[0]), bronsysteem="r", bronsleutel="9", actor_id=None)
    recompute()

    assert client.get("/kaart/raakvlakken/nu.json").location != before
