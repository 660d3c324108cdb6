from http import HTTPStatus

import pytest
import time_machine

from participatie.accounts.models_tokens import Aanmelding
from participatie.accounts.queries import find_by_email
from participatie.core.db import db
from participatie.journal.models import JournalEntry
from tests.factories.accounts import WACHTWOORD, GebruikerFactory
from tests.fields import fields_of
from tests.mailbox import link_in, mails_to

NOON = "2026-11-20 12:00:00+00:00"
EMAIL = "nieuw@voorbeeld.example"
TOO_FAST = "Dat ging erg snel"


@pytest.fixture
def clock():
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def ask(client, clock, query=None, **given):
    """Fill in the form as a person does: open it, type for a while, send it."""
    form = fields_of(client.get("/account/registreren"))
    clock.shift(10)
    form |= {"naam": "Nieuwe bewoner", "email": EMAIL, "wachtwoord": WACHTWOORD} | given
    return client.post("/account/registreren", query_string=query, data=form)


def ask_fast(client, begonnen=None, **given):
    """Fill in the form as a password manager does: at once."""
    form = fields_of(client.get("/account/registreren")) if begonnen is None else {}
    form |= {"naam": "Snel", "email": EMAIL, "wachtwoord": WACHTWOORD} | given
    return client.post("/account/registreren", data={"begonnen": begonnen} | form)


def confirm(client, wachtwoord=WACHTWOORD):
    link = link_in(mails_to(EMAIL)[-1])
    return client.post(link, data={"wachtwoord": wachtwoord})


def test_who_asks_for_an_account_is_told_to_read_the_mail(client, clock) -> None:
    response = ask(client, clock)
    assert (response.status_code, response.location) == (
        HTTPStatus.SEE_OTHER,
        "/account/registreren/kijk-in-uw-mail",
    )


def test_nobody_has_an_account_before_the_link_was_opened(client, clock) -> None:
    ask(client, clock)
    assert find_by_email(EMAIL) is None


def test_opening_the_link_alone_makes_no_account(client, clock) -> None:
    ask(client, clock)
    client.get(link_in(mails_to(EMAIL)[0]))
    assert find_by_email(EMAIL) is None


def test_the_button_behind_the_link_makes_the_account_and_signs_in(client, clock) -> None:
    ask(client, clock)
    confirm(client)
    assert client.get("/account/profiel").status_code == HTTPStatus.OK


def test_the_registration_stands_in_the_journal(client, clock) -> None:
    ask(client, clock)
    confirm(client)
    names = db.session.scalars(db.select(JournalEntry.name)).all()
    assert names == ["GebruikerGeregistreerd"]


def test_the_link_needs_the_password_that_was_chosen(client, clock) -> None:
    ask(client, clock)
    response = confirm(client, wachtwoord="een ander wachtwoord")
    assert (response.status_code, find_by_email(EMAIL)) == (HTTPStatus.UNPROCESSABLE_ENTITY, None)


def test_a_link_works_once(client, clock) -> None:
    ask(client, clock)
    confirm(client)
    client.post("/account/uitloggen")
    response = confirm(client)
    assert (response.status_code, "Dan kunt u inloggen" in response.text) == (
        HTTPStatus.GONE,
        True,
    )


def test_who_opens_a_used_link_while_signed_in_goes_on(client, clock) -> None:
    ask(client, clock)
    confirm(client)
    response = client.get(link_in(mails_to(EMAIL)[0]), follow_redirects=True)
    assert (response.request.path, response.status_code) == ("/", HTTPStatus.OK)
    assert "Deze link is al gebruikt of te oud. U bent al ingelogd." in response.text


def test_where_someone_was_going_is_kept_until_the_account_is_confirmed(client, clock) -> None:
    ask(client, clock, query={"volgende": "/initiatieven/nieuw"})
    assert confirm(client).location == "/initiatieven/nieuw"


def test_who_has_an_account_already_is_led_on_after_signing_in_too(client, clock) -> None:
    GebruikerFactory(email=EMAIL)
    ask(client, clock, query={"volgende": "/initiatieven/nieuw"})
    assert link_in(mails_to(EMAIL)[0]) == "/account/inloggen?volgende=/initiatieven/nieuw"


@pytest.mark.parametrize("target", ["//evil.example", "https://evil.example", "/\\evil.example"])
def test_class_39_a_new_account_never_leads_to_another_site(client, clock, target) -> None:
    ask(client, clock, query={"volgende": target})
    link = link_in(mails_to(EMAIL)[0])
    response = client.post(
        link, query_string={"volgende": target}, data={"wachtwoord": WACHTWOORD}
    )
    assert ("volgende" in link, response.location) == (False, "/")


def test_the_page_to_sign_in_passes_on_where_someone_was_going(client) -> None:
    page = client.get("/account/inloggen?volgende=/initiatieven/nieuw").text
    assert 'href="/account/registreren?volgende=/initiatieven/nieuw"' in page


def test_class_26_a_link_works_no_longer_than_a_day(client, clock) -> None:
    ask(client, clock)
    clock.shift(24 * 3600 + 1)
    assert confirm(client).status_code == HTTPStatus.GONE


def test_only_a_digest_of_the_link_is_kept(client, clock) -> None:
    ask(client, clock)
    secret = link_in(mails_to(EMAIL)[0]).rsplit("/", 1)[1]
    kept = db.session.scalars(db.select(Aanmelding)).one()
    assert secret not in {kept.digest, kept.wachtwoord_hash}


def test_class_35_the_answer_does_not_tell_that_an_address_has_an_account(client, clock) -> None:
    GebruikerFactory(email="bestaat@voorbeeld.example")
    known = ask(client, clock, email="Bestaat@voorbeeld.example")
    unknown = ask(client, clock)
    assert (known.status_code, known.location, known.text) == (
        unknown.status_code,
        unknown.location,
        unknown.text,
    )


def test_who_has_an_account_already_is_told_so_by_mail(client, clock) -> None:
    GebruikerFactory(email="bestaat@voorbeeld.example")
    ask(client, clock, email="bestaat@voorbeeld.example")
    assert mails_to("bestaat@voorbeeld.example")[0].onderwerp == "U heeft al een account"


def test_a_second_request_does_not_change_the_password_of_the_first(client, clock) -> None:
    ask(client, clock)
    first = link_in(mails_to(EMAIL)[0])
    ask(client, clock, wachtwoord="dat koos iemand anders")
    response = client.post(first, data={"wachtwoord": WACHTWOORD})
    assert response.status_code == HTTPStatus.SEE_OTHER


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("naam", "", "Vul de naam in"),
        ("naam", "   ", "Vul een naam in"),
        ("naam", "x" * 61, "Maak de naam korter"),
        ("naam", "Win geld op https://evil.example", "Gebruik alleen een naam"),
        ("naam", "\u202emoc", "Gebruik alleen een naam"),
        ("email", "geen adres", "Vul een e-mailadres in"),
        ("email", "a@b", "Vul een e-mailadres in"),
        ("email", "a@voorbeeld.example\r\nBcc: z@z.example", "Vul een e-mailadres in"),
        ("email", "a@voorbeeld.example, z@z.example", "Vul een e-mailadres in"),
        ("email", "x" * 1_000_000 + "@voorbeeld.example", "Vul een e-mailadres in"),
        ("wachtwoord", "kort", "Gebruik minstens 10 tekens"),
        ("wachtwoord", "Wachtwoord123!", "makkelijk te raden"),
        ("wachtwoord", EMAIL, "makkelijk te raden"),
        ("wachtwoord", "ab" * 10, "makkelijk te raden"),
        ("wachtwoord", "lang " * 50, "niet meer dan 200 tekens"),
        ("wachtwoord", "x" * 1_000_000, "te lang"),
    ],
)
def test_bad_input_is_refused_at_its_field(client, clock, field, value, message) -> None:
    response = ask(client, clock, **{field: value})
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert f'href="#{field}"' in response.text
    assert message in response.text


def test_refused_input_leaves_nothing_behind(client, clock) -> None:
    ask(client, clock, wachtwoord="kort")
    assert db.session.scalars(db.select(Aanmelding)).all() == []
    assert mails_to(EMAIL) == []


def test_a_character_that_cannot_be_stored_is_left_out_of_a_name(client, clock) -> None:
    ask(client, clock, naam="Zo\x00\x08ë")
    confirm(client)
    assert find_by_email(EMAIL).naam == "Zoë"


def test_a_name_is_stored_unchanged_with_emoji_and_html(client, clock) -> None:
    ask(client, clock, naam="Zoë <b>de</b> Vries 🌳")
    confirm(client)
    assert find_by_email(EMAIL).naam == "Zoë <b>de</b> Vries 🌳"


def test_a_program_that_fills_in_the_hidden_field_gets_no_account(client, clock) -> None:
    ask(client, clock, website="https://spam.example")
    assert mails_to(EMAIL) == []


def test_a_form_that_is_sent_within_two_seconds_is_refused(client, clock) -> None:
    response = ask_fast(client)
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert TOO_FAST in response.text


def test_other_errors_are_told_before_that_it_went_fast(client, clock) -> None:
    assert TOO_FAST not in ask_fast(client, wachtwoord="kort").text


def test_the_clock_runs_from_the_first_showing(client, clock) -> None:
    refused = ask_fast(client, wachtwoord="kort")
    clock.shift(3)
    response = ask_fast(client, begonnen=fields_of(refused)["begonnen"])
    assert response.status_code == HTTPStatus.SEE_OTHER


def test_who_went_too_fast_can_send_it_again(client, clock) -> None:
    refused = ask_fast(client)
    clock.shift(2)
    response = ask_fast(client, begonnen=fields_of(refused)["begonnen"])
    assert response.status_code == HTTPStatus.SEE_OTHER


def test_every_error_is_told_in_one_round(client, clock) -> None:
    page = ask(client, clock, naam="https://evil.example", email="geen adres", wachtwoord="kort")
    links = [f'href="#{field}"' in page.text for field in ("naam", "email", "wachtwoord")]
    assert links == [True, True, True]


def test_the_title_of_a_refused_form_begins_with_fout(client, clock) -> None:
    assert "<title>Fout: Maak een account" in ask(client, clock, wachtwoord="kort").text


def test_a_forged_starting_moment_is_refused(client, clock) -> None:
    assert ask(client, clock, begonnen="0").status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def test_a_request_that_nobody_confirmed_is_forgotten_in_the_night(app, client, clock) -> None:
    ask(client, clock)
    clock.shift(25 * 3600)
    app.extensions["jobs"]["participatie.accounts.services_tokens.delete_expired"].call_local()
    assert db.session.scalars(db.select(Aanmelding)).all() == []
