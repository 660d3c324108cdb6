"""What residents read on the page of a project and of a gebied."""

from dataclasses import replace
from datetime import date

import pytest

from participatie.core import clock
from participatie.core.db import db
from participatie.core.transactions import transaction
from participatie.programmas.services import change_project, gegevens_of
from participatie.raakvlakken.queries_kaart import list_for_map, raakvlakken_version
from participatie.raakvlakken.services_oordeel import judge
from participatie.raakvlakken.types import Oordeel
from tests.factories.accounts import GebruikerFactory
from tests.factories.raakvlakken import RaakvlakFactory, make_project, spot

REDEN = "Samen gaat de straat een keer open."
KOP = "In de buurt en in dezelfde tijd"


@pytest.fixture
def raakvlak(buurt):
    one, other = make_project(buurt, titel="Riool"), make_project(buurt, titel="Stoep", metres=40)
    return RaakvlakFactory(project_a=one, project_b=other, afstand_m=40)


def judge_it(raakvlak, door, oordeel=Oordeel.COMBINEREN, *, tonen=False):
    judge(
        raakvlak=raakvlak, oordeel=oordeel, reden=REDEN, door=door, versie=raakvlak.versie,
        tonen=tonen,
    )  # fmt: skip
    db.session.flush()


def page_of(client, raakvlak, side="a"):
    return client.get(f"/projecten/{getattr(raakvlak, f'project_{side}_id')}").text


@pytest.mark.parametrize(("side", "other"), [("a", "Stoep"), ("b", "Riool")])
def test_each_project_names_the_other(client, raakvlak, side, other) -> None:
    page = page_of(client, raakvlak, side).partition(KOP)[2]
    assert (other in page, "Op ongeveer 40 meter" in page) == (True, True)


def test_a_project_that_touches_nothing_says_nothing(client, buurt) -> None:
    alone = make_project(buurt)
    assert KOP not in client.get(f"/projecten/{alone.id}").text


def test_what_has_lapsed_is_not_told(client, raakvlak) -> None:
    raakvlak.vervallen_op = clock.now()
    assert KOP not in page_of(client, raakvlak)


def test_a_judgement_is_not_told_to_residents(client, raakvlak, redacteur) -> None:
    judge_it(raakvlak, redacteur)
    page = page_of(client, raakvlak)
    assert (REDEN in page, "Combineren" in page, "/raakvlakken/" in page) == (False,) * 3


def test_a_combination_is_told_when_the_editor_says_so(client, raakvlak, redacteur) -> None:
    judge_it(raakvlak, redacteur, tonen=True)
    page = page_of(client, raakvlak)
    assert (REDEN in page, "De gemeente wil dit samen doen" in page) == (True, True)


def test_a_combination_is_not_told_any_more_when_something_changed(client, raakvlak, redacteur):
    judge_it(raakvlak, redacteur, tonen=True)
    raakvlak.opnieuw = "plek_a"
    assert REDEN not in page_of(client, raakvlak)


def test_who_said_it_is_never_told_to_residents(client, raakvlak, redacteur) -> None:
    judge_it(raakvlak, redacteur, tonen=True)
    assert redacteur.naam not in page_of(client, raakvlak)


def test_an_editor_sees_the_judgement_and_the_way_to_it(client, raakvlak, redacteur) -> None:
    judge_it(raakvlak, redacteur, Oordeel.HINDER)
    page = page_of(client.sign_in(redacteur), raakvlak)
    assert ("Hinder" in page, f"/raakvlakken/{raakvlak.id}" in page) == (True, True)


def test_the_page_changes_with_the_plan(client, buurt) -> None:
    one, other = make_project(buurt), make_project(buurt, metres=2_000)
    number = one.id
    with transaction():
        change_project(other, replace(gegevens_of(other), geometrie=spot(20)), actor_id=None)
    assert KOP in client.get(f"/projecten/{number}").text


def this_year(month, day):
    return date(clock.today().year, month, day)


@pytest.fixture
def works(buurt):
    for number in range(2):
        make_project(buurt, metres=number, start=this_year(1, 5), eind=this_year(12, 20))


def test_residents_read_in_how_many_places_there_is_work(client, works) -> None:
    page = client.get("/gebieden/duinbuurt").text
    jaar = clock.today().year
    assert f"In {jaar} wordt er op 2 plekken in Duinbuurt gewerkt." in " ".join(page.split())


@pytest.mark.parametrize("slug", ["zeebuurt", "haarlem"])
def test_elsewhere_and_for_the_city_nothing_is_said(client, works, slug) -> None:
    assert "Waar wordt gewerkt?" not in client.get(f"/gebieden/{slug}").text


def test_an_editor_reads_how_busy_it_is(client, works, redacteur) -> None:
    page = client.sign_in(redacteur).get("/gebieden/duinbuurt").text
    assert "Voor de redactie: gewoon" in page


def test_the_map_gets_every_pair_with_what_everyone_may_know(raakvlak, redacteur) -> None:
    judge_it(raakvlak, redacteur, tonen=True)
    internal = RaakvlakFactory()
    judge_it(internal, redacteur, Oordeel.DUBBEL)
    assert [one.oordeel for one in list_for_map()] == [Oordeel.COMBINEREN, None]


def test_the_map_knows_when_a_pair_changes(raakvlak, redacteur) -> None:
    before = raakvlakken_version()
    judge_it(raakvlak, redacteur)
    assert raakvlakken_version() != before


def test_the_way_to_the_work_list_is_for_editors(client, redacteur, city) -> None:
    assert 'href="/raakvlakken"' in client.sign_in(redacteur).get("/beheer").text


def test_a_resident_has_no_way_to_it(client, city) -> None:
    assert 'href="/raakvlakken"' not in client.sign_in(GebruikerFactory()).get("/").text
