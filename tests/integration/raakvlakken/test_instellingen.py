from http import HTTPStatus

import pytest

from participatie.core.db import db
from participatie.raakvlakken.models import RaakvlakInstelling
from participatie.raakvlakken.services import recompute
from tests.factories.accounts import make_redacteur

ANSWERS = {
    "afstand_m": "200", "marge_maanden": "3", "drempel_buurt": "4", "drempel_straat": "3",
    "versie": "1",
}  # fmt: skip


@pytest.fixture
def stadsredacteur(city):
    return make_redacteur()


def send(client, who, **fields):
    return client.sign_in(who).post("/raakvlakken/instellingen", data=ANSWERS | fields)


def stored():
    return db.session.get(RaakvlakInstelling, 1, populate_existing=True)


def test_the_settings_are_shown(client, stadsredacteur) -> None:
    page = client.sign_in(stadsredacteur).get("/raakvlakken/instellingen").text
    assert 'value="150"' in page


def test_who_keeps_a_part_of_the_city_does_not_set_it(client, redacteur) -> None:
    response = client.sign_in(redacteur).get("/raakvlakken/instellingen")
    assert response.status_code == HTTPStatus.FORBIDDEN


def test_another_distance_has_everything_worked_out_again(client, stadsredacteur) -> None:
    send(client, stadsredacteur)
    assert (stored().afstand_m, stored().herberekenen) == (200, True)


def test_another_threshold_does_not(client, stadsredacteur) -> None:
    send(client, stadsredacteur, afstand_m="150", drempel_buurt="6")
    assert (stored().drempel_buurt, stored().herberekenen) == (6, False)


def test_nothing_changed_is_nothing_done(client, stadsredacteur) -> None:
    send(client, stadsredacteur, afstand_m="150")
    assert stored().versie == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [("afstand_m", "0"), ("afstand_m", "1001"), ("marge_maanden", "veel"), ("drempel_buurt", "")],
)
def test_what_is_out_of_reach_is_refused(client, stadsredacteur, field, value) -> None:
    response = send(client, stadsredacteur, **{field: value})
    assert (response.status_code, "Vul een heel getal in van" in response.text) == (
        HTTPStatus.UNPROCESSABLE_ENTITY,
        True,
    )


def test_who_looked_at_an_older_version_changes_nothing(client, stadsredacteur) -> None:
    send(client, stadsredacteur)
    response = send(client, stadsredacteur, afstand_m="300")
    assert (response.status_code, stored().afstand_m) == (HTTPStatus.CONFLICT, 200)


def test_working_out_leaves_the_version_of_the_settings(client, stadsredacteur) -> None:
    send(client, stadsredacteur)
    recompute()
    assert (stored().versie, stored().herberekenen) == (2, False)
