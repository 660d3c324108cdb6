from http import HTTPStatus

import pytest

from participatie.app import create_app
from tests.conftest import SETTINGS


@pytest.fixture
def site_without_database(tmp_path):
    address = f"sqlite:///{tmp_path / 'nergens' / 'weg.sqlite'}"
    return create_app(SETTINGS | {"DATA_DIR": tmp_path, "SQLALCHEMY_DATABASE_URI": address})


def test_a_visitor_is_told(site_without_database) -> None:
    answer = site_without_database.test_client().get("/initiatieven")
    assert answer.status_code == HTTPStatus.SERVICE_UNAVAILABLE


@pytest.mark.parametrize("path", ["/bureau", "/initiatieven", "/account/profiel"])
def test_who_was_signed_in_is_told_as_well(site_without_database, path) -> None:
    client = site_without_database.test_client()
    with client.session_transaction() as session:
        session["_user_id"] = "1:zegel"
    assert client.get(path).status_code == HTTPStatus.SERVICE_UNAVAILABLE


def test_a_form_that_was_sent_is_told_as_well(site_without_database) -> None:
    client = site_without_database.test_client()
    with client.session_transaction() as session:
        session["_user_id"] = "1:zegel"
    assert client.post("/bureau/1/besluit").status_code == HTTPStatus.SERVICE_UNAVAILABLE
