"""The third step: is this already known or planned?"""

from http import HTTPStatus

import pytest
import time_machine

from participatie.inzendingen.types import BekendKeuze, Status
from participatie.programmas.types import Fase, Thema
from tests.factories.initiatieven import InitiatiefFactory
from tests.factories.programmas import ProjectFactory

PLEK = (4.600, 52.390)
pytestmark = pytest.mark.usefixtures("today")


def at(lon, lat):
    return {"type": "Point", "coordinates": [lon, lat]}


@pytest.fixture
def today():
    with time_machine.travel("2026-06-01 10:00:00+02:00", tick=False):
        yield


@pytest.fixture
def concept(city, bewoner):
    return InitiatiefFactory(
        status=Status.CONCEPT, indiener=bewoner, gebied=city.buurten[0], punt=PLEK
    )


@pytest.fixture
def project(city):
    return ProjectFactory(
        titel="Nieuw riool", place=at(4.6002, 52.3901), gebieden=[city.buurten[0]]
    )


@pytest.fixture
def address(concept):
    return f"/initiatieven/concept/{concept.id}/bekend"


def test_without_anything_planned_the_step_is_skipped(signed_in, concept, address) -> None:
    assert signed_in.get(address).location.endswith(f"/concept/{concept.id}/controle")


def test_a_project_near_by_is_told_in_a_sentence(signed_in, project, address) -> None:
    page = signed_in.get(address).text
    assert "Nieuw riool" in page
    assert "u kunt nog adviseren" in page


@pytest.mark.parametrize("change", [{"fase": Fase.AFGEROND}, {"place": at(4.65, 52.37)}])
def test_what_is_over_or_far_away_is_not_shown(signed_in, city, address, change) -> None:
    ProjectFactory(**{"place": at(*PLEK), "gebieden": [city.buurten[0]]} | change)
    assert signed_in.get(address).status_code == HTTPStatus.SEE_OTHER


def test_what_someone_else_proposed_near_by_is_shown(signed_in, city, address) -> None:
    InitiatiefFactory(titel="Bijenhotel", gebied=city.buurten[0], punt=(4.6005, 52.3903))
    page = signed_in.get(address).text
    assert "Een andere bewoner stelde op 50 meter van uw plek dit voor: “Bijenhotel”." in page


@pytest.mark.parametrize("status", [one for one in Status if one is not Status.GEPUBLICEERD])
def test_what_is_not_published_is_never_shown(signed_in, city, address, status) -> None:
    InitiatiefFactory(status=status, gebied=city.buurten[0], punt=PLEK)
    assert signed_in.get(address).status_code == HTTPStatus.SEE_OTHER


def test_ones_own_is_never_shown(signed_in, city, bewoner, address) -> None:
    InitiatiefFactory(gebied=city.buurten[0], punt=PLEK, indiener=bewoner)
    assert signed_in.get(address).status_code == HTTPStatus.SEE_OTHER


def test_far_away_or_another_theme_for_a_whole_gebied_is_not_shown(
    signed_in, city, address
) -> None:
    InitiatiefFactory(gebied=city.buurten[0], punt=(4.612, 52.385))
    InitiatiefFactory(gebied=city.buurten[0], thema=Thema.WERK)
    assert signed_in.get(address).status_code == HTTPStatus.SEE_OTHER


def test_the_same_theme_for_the_whole_wijk_is_shown(signed_in, city, address) -> None:
    InitiatiefFactory(titel="Groene wijk", gebied=city.wijken[0], thema=Thema.GROEN)
    page = signed_in.get(address).text
    assert "Een andere bewoner stelde in Noordwijk dit voor: “Groene wijk”." in page


def test_the_same_theme_comes_first_then_the_nearest(signed_in, city, address) -> None:
    for titel, lon, thema in (
        ("Ver groen", 4.603, Thema.GROEN),
        ("Dichtbij werk", 4.6001, Thema.WERK),
        ("Dichtbij groen", 4.601, Thema.GROEN),
    ):
        InitiatiefFactory(titel=titel, gebied=city.buurten[0], punt=(lon, 52.39), thema=thema)
    page = signed_in.get(address).text
    order = sorted(("Ver groen", "Dichtbij werk", "Dichtbij groen"), key=page.index)
    assert order == ["Dichtbij groen", "Ver groen", "Dichtbij werk"]


@pytest.mark.parametrize("keuze", list(BekendKeuze))
def test_a_choice_is_kept(signed_in, concept, project, address, keuze) -> None:
    data = {"versie": concept.versie, f"project_{project.id}": keuze}
    response = signed_in.post(address, data=data)
    assert response.location.endswith(f"/concept/{concept.id}/controle")
    assert [(one.project, one.keuze) for one in concept.bekend_antwoorden] == [(project, keuze)]


def test_a_choice_about_another_inzending_is_kept(signed_in, concept, city, address) -> None:
    other = InitiatiefFactory(gebied=city.buurten[0], punt=PLEK)
    data = {"versie": concept.versie, f"inzending_{other.id}": "koppelen"}
    signed_in.post(address, data=data)
    assert [one.andere for one in concept.bekend_antwoorden] == [other]


def test_a_changed_mind_replaces_the_first_choice(signed_in, concept, project, address) -> None:
    for keuze in ("koppelen", "apart"):
        data = {"versie": concept.versie, f"project_{project.id}": keuze}
        signed_in.post(address, data=data)
    assert [one.keuze for one in concept.bekend_antwoorden] == [BekendKeuze.APART]


def test_a_choice_is_shown_again(signed_in, concept, project, address) -> None:
    signed_in.post(address, data={"versie": concept.versie, f"project_{project.id}": "volgen"})
    assert 'checked class="utrecht-radio' in signed_in.get(address).text


def test_the_step_can_be_skipped(signed_in, concept, project, address) -> None:
    response = signed_in.post(address, data={"versie": concept.versie})
    assert response.location.endswith("/controle")
    assert concept.bekend_antwoorden == []


def test_only_following_offers_to_stop(signed_in, concept, project, address) -> None:
    data = {"versie": concept.versie, f"project_{project.id}": "volgen"}
    page = signed_in.post(address, data=data, follow_redirects=True).text
    assert "Stop zonder te versturen" in page
    assert "Verstuur mijn idee" in page


def test_linking_does_not_offer_to_stop(signed_in, concept, project, address) -> None:
    data = {"versie": concept.versie, f"project_{project.id}": "koppelen"}
    page = signed_in.post(address, data=data, follow_redirects=True).text
    assert "Stop zonder te versturen" not in page


@pytest.mark.parametrize("name", ["project_999", "inzending_1", "project_x", "project_"])
def test_a_forged_item_is_refused(signed_in, concept, project, address, name) -> None:
    response = signed_in.post(address, data={"versie": concept.versie, name: "koppelen"})
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "De lijst is veranderd" in response.text
    assert concept.bekend_antwoorden == []


def test_a_forged_choice_is_refused(signed_in, concept, project, address) -> None:
    data = {"versie": concept.versie, f"project_{project.id}": "kopen"}
    response = signed_in.post(address, data=data)
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Kies een van de drie." in response.text


def test_a_stale_answer_is_told(signed_in, concept, project, address) -> None:
    data = {"versie": concept.versie - 1, f"project_{project.id}": "koppelen"}
    assert signed_in.post(address, data=data).status_code == HTTPStatus.CONFLICT


def test_the_number_of_queries_does_not_grow(signed_in, city, address, count_queries) -> None:
    for number in range(15):
        lon = 4.6 + number / 10_000
        InitiatiefFactory(gebied=city.buurten[0], punt=(lon, 52.39))
        ProjectFactory(place=at(lon, 52.39), gebieden=[city.buurten[0]])
    with count_queries() as queries:
        assert signed_in.get(address).status_code == HTTPStatus.OK
    assert len(queries) <= 15
