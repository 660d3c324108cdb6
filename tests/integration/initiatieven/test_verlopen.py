"""A form that is sent after the session was over says how to come back to it."""

from http import HTTPStatus

import pytest

NIEUW = "/initiatieven/nieuw?gebied=noordwijk"
INLOGGEN = "/account/inloggen?volgende=/initiatieven/nieuw?gebied%3Dnoordwijk"


@pytest.fixture
def with_csrf(app, monkeypatch):
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", "yes")


def test_who_was_signed_out_is_led_back_after_signing_in(client, wat) -> None:
    answer = client.post(NIEUW, data=wat)
    assert answer.status_code == HTTPStatus.UNAUTHORIZED
    assert f'href="{INLOGGEN}"' in answer.text


def test_the_same_holds_when_the_token_is_what_is_missed_first(client, wat, with_csrf) -> None:
    answer = client.post(NIEUW, data=wat)
    assert answer.status_code == HTTPStatus.BAD_REQUEST
    assert "U bent niet meer ingelogd." in answer.text
    assert f'href="{INLOGGEN}"' in answer.text


def test_who_is_still_signed_in_is_led_back_at_once(signed_in, wat, with_csrf) -> None:
    answer = signed_in.post(NIEUW, data=wat)
    assert answer.status_code == HTTPStatus.BAD_REQUEST
    assert f'href="{NIEUW}"' in answer.text


def test_what_is_no_page_is_not_led_back_to(signed_in, with_csrf) -> None:
    answer = signed_in.post("/account/uitloggen")
    assert 'href="/account/uitloggen"' not in answer.text


def test_nobody_is_told_to_sign_in_while_signing_in(client, with_csrf) -> None:
    answer = client.post("/account/inloggen")
    assert "U bent niet meer ingelogd." not in answer.text


@pytest.mark.parametrize("stap", ["wat", "waar"])
def test_the_steps_keep_what_is_typed(signed_in, wat, stap) -> None:
    where = signed_in.post("/initiatieven/nieuw", data=wat).location
    page = signed_in.get(where.replace("/waar", f"/{stap}")).text
    assert "tekst-bewaren confirm-leave" in page
