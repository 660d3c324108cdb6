from datetime import date

import pytest

from participatie.core.errors import NotFoundError
from participatie.core.geometry import Bounds
from participatie.opgaven.types import Domein
from participatie.programmas.queries import count_projecten, get_project, list_projecten
from participatie.programmas.types import Fase, ProjectFilter, ProjectSoort, Thema
from tests.factories.programmas import JaarbedragFactory, ProjectFactory

GROTE_MARKT = {"type": "Point", "coordinates": [4.6366, 52.3812]}
SCHALKWIJK = {"type": "Point", "coordinates": [4.6600, 52.3550]}


def titels(**wanted) -> list[str]:
    return [rij.titel for rij in list_projecten(ProjectFilter(**wanted)).items]


def test_a_project_comes_with_its_place_and_money(session) -> None:
    project = ProjectFactory(place=GROTE_MARKT)
    JaarbedragFactory(project=project, jaar=2027, bedrag_cent=100)
    found = get_project(project.id)
    assert (found.geometrie, found.jaarbedragen[0].bedrag_cent) == (GROTE_MARKT, 100)


def test_an_unknown_project_is_not_found(session) -> None:
    with pytest.raises(NotFoundError):
        get_project(999_999)


@pytest.mark.parametrize(
    ("wanted", "own"),
    [
        ({"domeinen": frozenset({Domein.SOCIAAL})}, {"domein": Domein.SOCIAAL}),
        ({"fasen": frozenset({Fase.IDEE})}, {"fase": Fase.IDEE}),
        ({"soorten": frozenset({ProjectSoort.PROCES})}, {"soort": ProjectSoort.PROCES}),
        ({"themas": frozenset({Thema.GROEN})}, {"thema": Thema.GROEN}),
        ({"jaren": frozenset({2031})}, {"eind": date(2031, 1, 1)}),
        ({"tekst": "SPEELTUIN bomen"}, {"omschrijving": "Bomen bij de speeltuin"}),
        ({"tekst": "100%"}, {"omschrijving": "Voor 100% groen"}),
        ({"bounds": Bounds(4.63, 52.38, 4.64, 52.39)}, {"place": GROTE_MARKT}),
    ],
)
def test_a_filter_keeps_what_matches_and_nothing_else(session, wanted, own) -> None:
    ProjectFactory(titel="Noise", place=SCHALKWIJK)
    ProjectFactory(titel="Found", **own)
    assert titels(**wanted) == ["Found"]


def test_no_filter_shows_all(session) -> None:
    ProjectFactory.create_batch(3)
    assert count_projecten() == 3


def test_what_is_over_comes_last(session) -> None:
    ProjectFactory(titel="Over", fase=Fase.AFGEROND, start=date(2024, 1, 1), eind=date(2025, 1, 1))
    ProjectFactory(titel="Later", start=date(2099, 1, 1), eind=date(2099, 2, 1))
    ProjectFactory(titel="Soon", start=date(2098, 1, 1), eind=date(2098, 2, 1))
    assert titels() == ["Soon", "Later", "Over"]


def test_a_page_holds_its_part_of_the_whole(session) -> None:
    ProjectFactory.create_batch(5)
    page = list_projecten(number=2, size=3)
    assert (len(page.items), page.total, page.count) == (2, 5, 2)


def test_a_list_takes_three_queries_whatever_its_length(session, count_queries) -> None:
    ProjectFactory.create_batch(30)
    with count_queries() as statements:
        list_projecten()
    assert len(statements) == 3
