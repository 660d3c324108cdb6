from datetime import date
from http import HTTPStatus

import pytest

from participatie.core import clock
from participatie.core.db import db
from participatie.opgaven.types import Domein
from participatie.raakvlakken.models import Raakvlak
from participatie.raakvlakken.services_oordeel import judge
from participatie.raakvlakken.types import Oordeel
from tests.factories.accounts import GebruikerFactory, make_gebiedsverbinder, make_redacteur
from tests.factories.raakvlakken import RaakvlakFactory, make_project, make_raakvlak_in

REDEN = "De ploegen werken toch al na elkaar."


def make_pair(gebied, titel, **fields):
    return RaakvlakFactory(
        project_a=make_project(gebied, titel=titel), project_b=make_project(gebied), **fields
    )


def judged(gebied, titel, door, oordeel=Oordeel.HINDER, **fields):
    raakvlak = make_pair(gebied, titel)
    judge(raakvlak=raakvlak, oordeel=oordeel, reden=REDEN, door=door, versie=1)
    for name, value in fields.items():
        setattr(raakvlak, name, value)
    db.session.flush()
    return raakvlak


def page_of(client, who, query=""):
    return client.sign_in(who).get(f"/raakvlakken{query}").text


def get_raakvlak(raakvlak_id):
    return db.session.get(Raakvlak, raakvlak_id, populate_existing=True)


@pytest.mark.parametrize("make", [GebruikerFactory, make_gebiedsverbinder])
def test_who_keeps_no_programme_has_no_work_list(client, city, make) -> None:
    assert client.sign_in(make()).get("/raakvlakken").status_code == HTTPStatus.FORBIDDEN


def test_an_empty_list_says_that_all_is_done(client, redacteur) -> None:
    assert "U bent helemaal bij" in page_of(client, redacteur)


def test_a_pair_in_own_gebieden_is_listed(client, redacteur, buurt) -> None:
    make_pair(buurt, "Bomen planten")
    assert "Bomen planten" in page_of(client, redacteur)


def test_a_pair_elsewhere_is_not(client, redacteur, city) -> None:
    make_pair(city.by_name["Dambuurt"], "Bomen planten")
    assert "Bomen planten" not in page_of(client, redacteur)


def test_a_pair_on_the_border_is_for_both(client, city, buurt) -> None:
    RaakvlakFactory(
        project_a=make_project(buurt, titel="Bomen planten"),
        project_b=make_project(city.by_name["Dambuurt"]),
    )
    other = make_redacteur(city.by_name["Schalkwijk"])
    assert "Bomen planten" in page_of(client, other)


def test_the_soonest_stands_first(client, redacteur, buurt) -> None:
    make_pair(buurt, "Het tweede", van=date(2028, 1, 1))
    make_pair(buurt, "Het eerste", van=date(2027, 1, 1))
    page = page_of(client, redacteur)
    assert page.index("Het eerste") < page.index("Het tweede")


def test_what_is_over_is_not_asked(client, redacteur, buurt) -> None:
    make_pair(buurt, "Lang geleden", van=date(2020, 1, 1), tot=date(2020, 2, 1))
    assert "Lang geleden" not in page_of(client, redacteur)


@pytest.mark.parametrize(
    ("bak", "fields"),
    [
        ("hinder", {}),
        ("opnieuw", {"opnieuw": "plek_a"}),
        ("vervallen", {"vervallen_op": RaakvlakFactory.gevonden_op}),
    ],
)
def test_each_tray_holds_its_own(client, redacteur, buurt, bak, fields) -> None:
    judged(buurt, "Bomen planten", redacteur, **fields)
    assert "Bomen planten" in page_of(client, redacteur, f"?bak={bak}")


@pytest.mark.parametrize("bak", ["te-beoordelen", "combineren", "dubbel", "geen-probleem"])
def test_no_tray_holds_another_one_s(client, redacteur, buurt, bak) -> None:
    judged(buurt, "Bomen planten", redacteur)
    assert "Bomen planten" not in page_of(client, redacteur, f"?bak={bak}")


@pytest.mark.parametrize(
    ("query", "is_found"),
    [
        ("domeinen=fysiek%2Bfysiek", True),
        ("domeinen=fysiek%2Bsociaal", False),
        ("jaar=2028", True),
        ("jaar=2035", True),  # no year of the list: everything
        ("afstand=50", True),
        ("afstand=25", False),
        ("afstand=onzin", True),
        ("gebied=duinbuurt", True),
        ("gebied=zeebuurt", False),
    ],
)
def test_the_list_can_be_narrowed(client, redacteur, buurt, query, is_found) -> None:
    make_pair(buurt, "Bomen planten", afstand_m=40)
    assert ("Bomen planten" in page_of(client, redacteur, f"?{query}")) is is_found


def test_a_pair_of_two_domeinen_is_found_in_either_order(client, redacteur, buurt) -> None:
    RaakvlakFactory(
        project_a=make_project(buurt, domein=Domein.SOCIAAL, titel="Huiskamer"),
        project_b=make_project(buurt),
    )
    assert "Huiskamer" in page_of(client, redacteur, "?domeinen=fysiek%2Bsociaal")


def test_a_gebied_of_someone_else_is_not_found(client, redacteur) -> None:
    response = client.sign_in(redacteur).get("/raakvlakken?gebied=schalkwijk")
    assert response.status_code == HTTPStatus.NOT_FOUND


def test_a_card_counts_a_pair_once(client, redacteur, city, buurt) -> None:
    RaakvlakFactory(
        project_a=make_project(buurt), project_b=make_project(city.by_name["Zeebuurt"])
    )
    page = " ".join(page_of(client, redacteur).split())
    assert 'Noordwijk</a> <span class="gebiedskaart__aantal">1 te beoordelen' in page


@pytest.mark.parametrize("rows", [3, 60])
def test_the_list_takes_few_queries(client, redacteur, buurt, count_queries, rows) -> None:
    for number in range(rows):
        make_pair(buurt, f"Werk {number}")
    client.sign_in(redacteur)
    with count_queries() as queries:
        client.get("/raakvlakken")
    assert len(queries) <= 9, queries


def test_a_long_list_comes_in_pages(client, redacteur, buurt) -> None:
    for number in range(51):
        make_pair(buurt, f"Werk {number:02}")
    assert "Werk 50" in page_of(client, redacteur, "?pagina=2")


def send(client, who, *raakvlakken, reden=REDEN, versie=None):
    chosen = [f"{one.id}:{versie or one.versie}" for one in raakvlakken]
    return client.sign_in(who).post(
        "/raakvlakken/geen-probleem", data={"kies": chosen, "reden": reden}
    )


def test_several_are_no_problem_at_once(client, redacteur, buurt) -> None:
    found = [make_pair(buurt, f"Werk {number}") for number in range(3)]
    ids = [one.id for one in found]
    response = send(client, redacteur, *found)
    judgements = {get_raakvlak(one).oordeel for one in ids}
    assert (response.status_code, judgements) == (HTTPStatus.SEE_OTHER, {Oordeel.GEEN_PROBLEEM})


def test_without_a_reason_nothing_is_judged_and_the_choice_stays(client, redacteur, buurt) -> None:
    one = make_pair(buurt, "Werk")
    response = send(client, redacteur, one, reden="")
    assert (response.status_code, "checked" in response.text) == (
        HTTPStatus.UNPROCESSABLE_ENTITY,
        True,
    )


def test_a_short_reason_is_told_at_its_field(client, redacteur, buurt) -> None:
    response = send(client, redacteur, make_pair(buurt, "Werk"), reden="kort")
    assert "met 10 tot 1000 tekens" in response.text


def test_choosing_nothing_is_told(client, redacteur, buurt) -> None:
    make_pair(buurt, "Werk")
    response = send(client, redacteur)
    assert "Kies eerst een of meer raakvlakken" in response.text


def test_when_one_was_changed_none_is_judged(client, redacteur, buurt) -> None:
    one, other = make_pair(buurt, "Werk"), judged(buurt, "Ander werk", redacteur)
    one_id = one.id
    response = send(client, redacteur, one, other, versie=1)
    assert (response.status_code, get_raakvlak(one_id).oordeel) == (
        HTTPStatus.CONFLICT,
        Oordeel.OPEN,
    )


def test_a_pair_that_is_gone_refuses_all(client, redacteur, buurt) -> None:
    one = make_pair(buurt, "Werk")
    chosen = [f"{one.id}:1", "2147483647:1", "onzin", "99999999999:1"]
    response = client.sign_in(redacteur).post(
        "/raakvlakken/geen-probleem", data={"kies": chosen, "reden": REDEN}
    )
    assert response.status_code == HTTPStatus.CONFLICT


def test_a_pair_of_someone_else_refuses_all(client, redacteur, city, buurt) -> None:
    found = make_pair(buurt, "Werk"), make_raakvlak_in(city.by_name["Dambuurt"])
    assert send(client, redacteur, *found).status_code == HTTPStatus.FORBIDDEN


def test_two_hundred_are_judged_in_few_queries(client, redacteur, buurt, count_queries) -> None:
    found = [make_pair(buurt, f"Werk {number}") for number in range(200)]
    with count_queries() as queries:
        response = send(client, redacteur, *found)
    reads = [query for query in queries if query.startswith("SELECT")]
    assert (response.status_code, len(reads) < 240) == (HTTPStatus.SEE_OTHER, True)


def test_today_counts(client, redacteur, buurt) -> None:
    make_pair(buurt, "Laatste dag", van=date(2020, 1, 1), tot=clock.today())
    assert "Laatste dag" in page_of(client, redacteur)
