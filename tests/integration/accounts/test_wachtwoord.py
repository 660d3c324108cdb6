from http import HTTPStatus

import pytest
import time_machine

from participatie.accounts.models_tokens import Token
from participatie.accounts.services_wachtwoord import matches
from participatie.core.db import db
from participatie.journal.models import JournalEntry
from tests.factories.accounts import WACHTWOORD, GebruikerFactory, make_gebiedsverbinder
from tests.mailbox import link_in, mails_to

NIEUW = "een heel nieuwe zin"
EMAIL = "bewoner@voorbeeld.example"


@pytest.fixture
def bewoner(session):
    return GebruikerFactory(email=EMAIL)


def ask(client, email=EMAIL, **headers):
    return client.post("/account/wachtwoord-vergeten", data={"email": email}, headers=headers)


def reset(client, link=None, wachtwoord=NIEUW):
    return client.post(link or link_in(mails_to(EMAIL)[-1]), data={"wachtwoord": wachtwoord})


def test_the_mailed_link_gives_another_password(client, bewoner) -> None:
    ask(client)
    reset(client)
    assert matches(bewoner.wachtwoord_hash, NIEUW)


def test_opening_the_link_alone_changes_nothing(client, bewoner) -> None:
    ask(client)
    client.get(link_in(mails_to(EMAIL)[0]))
    assert matches(bewoner.wachtwoord_hash, WACHTWOORD)


def test_class_35_the_answer_does_not_tell_who_has_an_account(client, bewoner) -> None:
    known, unknown = ask(client), ask(client, email="niemand@voorbeeld.example")
    assert (known.status_code, known.location, known.text) == (
        unknown.status_code,
        unknown.location,
        unknown.text,
    )


def test_who_has_no_account_is_told_so_by_mail(client, bewoner) -> None:
    ask(client, email="niemand@voorbeeld.example")
    mail = mails_to("niemand@voorbeeld.example")[0]
    assert mail.onderwerp == "Er is geen account met dit e-mailadres"


def test_a_link_works_once(client, bewoner) -> None:
    ask(client)
    link = link_in(mails_to(EMAIL)[0])
    reset(client, link)
    assert reset(client, link).status_code == HTTPStatus.GONE


def test_a_weak_password_does_not_use_the_link_up(client, bewoner) -> None:
    ask(client)
    refused = reset(client, wachtwoord="kort")
    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert reset(client).status_code == HTTPStatus.SEE_OTHER


def test_class_26_a_link_works_no_longer_than_an_hour(client, bewoner) -> None:
    ask(client)
    link = link_in(mails_to(EMAIL)[0])
    with time_machine.travel("2099-01-01", tick=False):
        assert client.get(link).status_code == HTTPStatus.GONE
        assert reset(client, link).status_code == HTTPStatus.GONE


def test_a_new_link_makes_the_one_before_it_useless(client, bewoner) -> None:
    ask(client)
    first = link_in(mails_to(EMAIL)[0])
    ask(client)
    assert reset(client, first).status_code == HTTPStatus.GONE


def test_only_a_digest_of_the_link_is_kept(client, bewoner) -> None:
    ask(client)
    secret = link_in(mails_to(EMAIL)[0]).rsplit("/", 1)[1]
    assert secret not in db.session.scalars(db.select(Token.digest)).all()


@pytest.mark.parametrize("token", ["x", "a" * 43, "%00", "é", "..%2f..", "x" * 5000])
def test_a_made_up_link_is_refused(client, bewoner, token) -> None:
    response = client.get(f"/account/nieuw-wachtwoord/{token}")
    assert response.status_code in {HTTPStatus.GONE, HTTPStatus.NOT_FOUND}


def test_class_26_a_link_for_one_purpose_does_not_serve_another(client, bewoner) -> None:
    ask(client)
    token = link_in(mails_to(EMAIL)[0]).rsplit("/", 1)[1]
    assert client.post(f"/account/nieuw-adres/{token}").status_code == HTTPStatus.GONE


def test_a_new_password_signs_out_every_device(app, client, bewoner) -> None:
    other = app.test_client().sign_in(bewoner)
    ask(client)
    reset(client)
    assert other.get("/account/profiel").status_code == HTTPStatus.SEE_OTHER


def test_the_owner_is_told_by_mail(client, bewoner) -> None:
    ask(client)
    reset(client)
    assert mails_to(EMAIL)[-1].onderwerp == "Uw wachtwoord is gewijzigd"


def test_a_new_password_stands_in_the_journal(client, bewoner) -> None:
    ask(client)
    reset(client)
    assert db.session.scalars(db.select(JournalEntry.name)).all() == ["WachtwoordGewijzigd"]


def test_a_new_password_does_not_skip_the_second_factor(client, session) -> None:
    make_gebiedsverbinder(email=EMAIL)
    ask(client)
    reset(client)
    client.post("/account/inloggen", data={"email": EMAIL, "wachtwoord": NIEUW})
    assert client.get("/account/profiel").location.startswith("/account/tweede-factor")


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"X-Forwarded-Host": "evil.example"},
        {"Forwarded": "host=evil.example"},
    ],
)
def test_class_33_the_mailed_link_has_the_host_of_the_settings(client, bewoner, headers) -> None:
    ask(client, **headers)
    assert "http://localhost/account/" in mails_to(EMAIL)[0].tekst
    assert "evil" not in mails_to(EMAIL)[0].tekst
