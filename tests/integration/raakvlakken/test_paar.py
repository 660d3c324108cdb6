from http import HTTPStatus

import pytest

from participatie.core.db import db
from participatie.raakvlakken.models import Oordeelstap, Raakvlak
from participatie.raakvlakken.services_oordeel import judge
from participatie.raakvlakken.types import Oordeel
from tests.factories.accounts import make_redacteur
from tests.factories.programmas import JaarbedragFactory
from tests.factories.raakvlakken import RaakvlakFactory, make_project, make_raakvlak_in

REDEN = "Samen gaat de straat een keer open."


@pytest.fixture
def raakvlak(buurt):
    one = make_project(buurt, titel="Nieuw riool", trekker="Afdeling Beheer")
    other = make_project(buurt, titel="Nieuwe stoep", trekker="Netbeheerder", metres=30)
    JaarbedragFactory(project=one, bedrag_cent=12_500_00)
    return RaakvlakFactory(project_a=one, project_b=other, afstand_m=30)


def form(versie=1, **fields):
    return {"oordeel": "combineren", "reden": REDEN, "versie": versie} | fields


def get_raakvlak(raakvlak_id):
    return db.session.get(Raakvlak, raakvlak_id, populate_existing=True)


def post(client, who, raakvlak, what="oordeel", **fields):
    return client.sign_in(who).post(f"/raakvlakken/{raakvlak.id}/{what}", data=form(**fields))


@pytest.mark.parametrize(
    "text",
    ["Nieuw riool", "Nieuwe stoep", "Netbeheerder", "12.500", "op ongeveer 30 meter", "<svg"],
)
def test_both_projects_are_side_by_side(client, redacteur, raakvlak, text) -> None:
    assert (
        text.lower() in client.sign_in(redacteur).get(f"/raakvlakken/{raakvlak.id}").text.lower()
    )


def test_a_pair_of_whole_gebieden_is_shown(client, redacteur, city, buurt) -> None:
    whole = RaakvlakFactory(
        project_a=make_project(buurt, place=None),
        project_b=make_project(buurt, place=None),
        afstand_m=None,
        lon=None,
        lat=None,
        gebied=buurt,
    )
    page = client.sign_in(redacteur).get(f"/raakvlakken/{whole.id}").text
    assert "Allebei in Duinbuurt, over hetzelfde thema" in page


def test_a_pair_of_someone_else_is_refused(client, city, raakvlak) -> None:
    other = make_redacteur(city.by_name["Schalkwijk"])
    response = client.sign_in(other).get(f"/raakvlakken/{raakvlak.id}")
    assert response.status_code == HTTPStatus.FORBIDDEN


def test_a_pair_that_never_was_is_not_found(client, redacteur) -> None:
    response = client.sign_in(redacteur).get("/raakvlakken/2147483647")
    assert response.status_code == HTTPStatus.NOT_FOUND


def test_a_judgement_is_kept(client, redacteur, raakvlak) -> None:
    number = raakvlak.id
    post(client, redacteur, raakvlak, tonen="y")
    found = get_raakvlak(number)
    assert (found.oordeel, found.reden, found.tonen) == (Oordeel.COMBINEREN, REDEN, True)


def test_after_a_judgement_the_next_pair_of_the_list_opens(client, redacteur, buurt, raakvlak):
    following = make_raakvlak_in(buurt).id
    client.sign_in(redacteur)
    response = client.post(f"/raakvlakken/{raakvlak.id}/oordeel?gebied=duinbuurt", data=form())
    assert response.location == f"/raakvlakken/{following}?gebied=duinbuurt"


def test_after_the_last_one_the_list_opens(client, redacteur, raakvlak) -> None:
    assert post(client, redacteur, raakvlak).location == "/raakvlakken"


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"oordeel": ""}, "Kies wat u ervan vindt."),
        ({"oordeel": "open"}, "Kies wat u ervan vindt."),
        ({"reden": ""}, "Schrijf op waarom u dit vindt."),
        ({"reden": "kort"}, "met 10 tot 1000 tekens"),
        ({"oordeel": "hinder", "tonen": "y"}, "Alleen een afspraak om te combineren"),
    ],
)
def test_what_is_wrong_is_told_at_its_field(client, redacteur, raakvlak, fields, message) -> None:
    number = raakvlak.id
    response = post(client, redacteur, raakvlak, **fields)
    assert (response.status_code, message in response.text, get_raakvlak(number).oordeel) == (
        HTTPStatus.UNPROCESSABLE_ENTITY,
        True,
        Oordeel.OPEN,
    )


def test_of_two_editors_the_second_is_told_what_the_first_said(client, redacteur, raakvlak):
    post(client, redacteur, raakvlak, reden="De eerste was sneller.")
    response = post(client, redacteur, raakvlak, oordeel="hinder", reden="De tweede was later.")
    texts = ("De eerste was sneller.", "De tweede was later.")
    assert (response.status_code, all(text in response.text for text in texts)) == (
        HTTPStatus.CONFLICT,
        True,
    )


@pytest.mark.parametrize("versie", ["", "onzin", "9" * 20])
def test_a_strange_version_changes_nothing(client, redacteur, raakvlak, versie) -> None:
    response = post(client, redacteur, raakvlak, versie=versie)
    assert response.status_code == HTTPStatus.CONFLICT


def test_a_refused_form_keeps_the_version_that_was_seen(client, redacteur, raakvlak) -> None:
    post(client, redacteur, raakvlak)
    response = post(client, redacteur, raakvlak, reden="")
    assert 'name="versie" type="hidden" value="1"' in response.text


@pytest.fixture
def judged(raakvlak, redacteur):
    judge(raakvlak=raakvlak, oordeel=Oordeel.COMBINEREN, reden=REDEN, door=redacteur, versie=1)
    db.session.flush()
    return raakvlak


def test_a_judgement_is_taken_back(client, redacteur, judged) -> None:
    number = judged.id
    client.sign_in(redacteur).post(
        f"/raakvlakken/{number}/terugnemen",
        data={"terug-reden": "Dit was een vergissing.", "terug-versie": judged.versie},
    )
    assert (get_raakvlak(number).oordeel, db.session.query(Oordeelstap).count()) == (
        Oordeel.OPEN,
        2,
    )


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"terug-reden": ""}, HTTPStatus.UNPROCESSABLE_ENTITY),
        ({"terug-reden": "kort"}, HTTPStatus.UNPROCESSABLE_ENTITY),
        ({"terug-versie": "1"}, HTTPStatus.CONFLICT),
    ],
)
def test_taking_back_is_refused(client, redacteur, judged, fields, status) -> None:
    right = {"terug-reden": "Dit was een vergissing.", "terug-versie": judged.versie}
    address = f"/raakvlakken/{judged.id}/terugnemen"
    response = client.sign_in(redacteur).post(address, data=right | fields)
    assert response.status_code == status


def test_what_has_changed_since_is_told(client, redacteur, judged) -> None:
    judged.opnieuw = "planning_a,plek_b"
    page = client.sign_in(redacteur).get(f"/raakvlakken/{judged.id}").text
    assert ("de planning van project 1" in page, "de plek van project 2" in page) == (True, True)


def test_a_lapsed_pair_is_not_judged(client, redacteur, judged) -> None:
    judged.vervallen_op = RaakvlakFactory.gevonden_op
    db.session.flush()
    response = post(client, redacteur, judged, versie=judged.versie)
    assert (response.status_code, "raken elkaar niet meer" in response.text) == (
        HTTPStatus.CONFLICT,
        True,
    )


def test_the_page_takes_few_queries(client, redacteur, judged, count_queries) -> None:
    client.sign_in(redacteur)
    with count_queries() as queries:
        client.get(f"/raakvlakken/{judged.id}")
    assert len(queries) <= 15, queries
