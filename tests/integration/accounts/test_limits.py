from http import HTTPStatus

import pytest

from participatie.app import create_app
from participatie.core.db import Base, db
from participatie.core.limits import limiter
from participatie.core.transactions import transaction
from tests.client import CheckingClient
from tests.conftest import SETTINGS
from tests.factories.accounts import WACHTWOORD, GebruikerFactory, make_gebiedsverbinder

INLOGGEN = "/account/inloggen"
EMAIL = "bewoner@voorbeeld.example"


@pytest.fixture(scope="module")
def counting_app(tmp_path_factory):
    folder = tmp_path_factory.mktemp("limits")
    settings = {"RATELIMIT_ENABLED": True, "TRUSTED_PROXIES": 1, "DATA_DIR": folder}
    url = f"sqlite:///{folder / 'limits.sqlite'}"
    app = create_app(SETTINGS | settings | {"SQLALCHEMY_DATABASE_URI": url})
    app.test_client_class = CheckingClient
    with app.app_context():
        Base.metadata.create_all(db.engine)
        with transaction():
            GebruikerFactory(email=EMAIL)
            make_gebiedsverbinder(email="staf@voorbeeld.example")
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def client(counting_app):
    limiter.enabled = True
    with counting_app.app_context():
        yield counting_app.test_client()
    limiter.reset()
    limiter.enabled = False


def attempt(client, email=EMAIL, wachtwoord="niet het goede", address="192.0.2.1", **headers):
    return client.post(
        INLOGGEN,
        data={"email": email, "wachtwoord": wachtwoord},
        headers={"X-Forwarded-For": address, **headers},
    )


def test_one_account_can_be_tried_twenty_times(client) -> None:
    statuses = [attempt(client, address=f"192.0.2.{n}").status_code for n in range(21)]
    assert statuses == [422] * 20 + [HTTPStatus.TOO_MANY_REQUESTS]


def test_class_35_an_unknown_address_is_limited_just_the_same(client) -> None:
    statuses = [attempt(client, email="niemand@x.example").status_code for _ in range(21)]
    assert statuses == [422] * 20 + [HTTPStatus.TOO_MANY_REQUESTS]


def test_one_address_can_try_many_accounts_only_so_often(client) -> None:
    statuses = [attempt(client, email="geen adres").status_code for _ in range(20)]
    statuses += [attempt(client, email=f"{n} geen adres").status_code for n in range(81)]
    assert statuses == [422] * 100 + [HTTPStatus.TOO_MANY_REQUESTS]


def test_too_often_says_in_words_and_in_the_header_how_long_to_wait(client) -> None:
    for _ in range(20):
        attempt(client)
    response = attempt(client)
    assert "minuten en probeer het dan opnieuw" in response.text
    assert 0 < int(response.headers["Retry-After"]) <= 900


def test_another_account_is_not_affected(client) -> None:
    for _ in range(21):
        attempt(client, email="niemand@x.example")
    assert attempt(client, wachtwoord=WACHTWOORD).status_code == HTTPStatus.SEE_OTHER


def test_class_34_a_forged_address_does_not_start_the_count_again(client) -> None:
    """The proxy adds the real address at the end; what stands before it was made up."""
    for number in range(100):
        attempt(client, email=f"{number} geen adres", address=f"10.0.0.{number}, 192.0.2.9")
    response = attempt(client, email="nog een", address="10.9.9.9, 192.0.2.9")
    assert response.status_code == HTTPStatus.TOO_MANY_REQUESTS


def test_class_34_without_a_proxy_nothing_is_believed(counting_app, client, monkeypatch) -> None:
    monkeypatch.setattr(counting_app, "wsgi_app", counting_app.wsgi_app.app)
    for number in range(100):
        attempt(client, email=f"{number} geen adres", address=f"10.0.0.{number}")
    response = attempt(client, email="nog een", address="10.9.9.9")
    assert response.status_code == HTTPStatus.TOO_MANY_REQUESTS


def test_all_addresses_of_one_ipv6_home_count_together(client) -> None:
    for number in range(100):
        attempt(client, email=f"{number} geen adres", address=f"2001:db8::{number:x}")
    response = attempt(client, email="nog een", address="2001:db8::ffff:1")
    assert response.status_code == HTTPStatus.TOO_MANY_REQUESTS


def test_ten_codes_can_be_tried(client) -> None:
    attempt(client, email="staf@voorbeeld.example", wachtwoord=WACHTWOORD)
    paths = ["/account/tweede-factor", "/account/tweede-factor/herstelcode"] * 6
    statuses = [client.post(path, data={"code": "000000"}).status_code for path in paths]
    assert statuses == [422] * 10 + [HTTPStatus.TOO_MANY_REQUESTS] * 2


def test_one_address_gets_five_mails_an_hour(client) -> None:
    path = "/account/wachtwoord-vergeten"
    statuses = [client.post(path, data={"email": EMAIL}).status_code for _ in range(6)]
    assert statuses == [HTTPStatus.SEE_OTHER] * 5 + [HTTPStatus.TOO_MANY_REQUESTS]


def test_a_page_can_be_read_after_too_many_attempts(client) -> None:
    for _ in range(21):
        attempt(client)
    assert client.get(INLOGGEN).status_code == HTTPStatus.OK


def test_lists_can_be_downloaded_sixty_times_a_minute_from_one_address(client) -> None:
    statuses = [client.get("/projecten/download/onbekend").status_code for _ in range(61)]
    assert statuses == [HTTPStatus.NOT_FOUND] * 60 + [HTTPStatus.TOO_MANY_REQUESTS]
