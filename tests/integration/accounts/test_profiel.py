import re
from datetime import UTC, datetime
from http import HTTPStatus

import pytest

from participatie.accounts.models import Gebruiker
from participatie.accounts.queries import find_by_email
from participatie.accounts.services_wachtwoord import matches
from participatie.core.db import db
from participatie.core.outbox import MailStatus
from participatie.journal.models import JournalEntry
from tests.factories.accounts import WACHTWOORD, GebruikerFactory, make_beheerder
from tests.factories.initiatieven import InitiatiefFactory
from tests.mailbox import link_in, mails_to

OUD = "oud@voorbeeld.example"
NIEUW = "nieuw@voorbeeld.example"
PAGES = ("/", "/account/profiel")


@pytest.fixture
def bewoner(client):
    GebruikerFactory(naam="Iemand anders", email="ander@voorbeeld.example")
    gebruiker = GebruikerFactory(naam="Eerste naam", email=OUD)
    client.sign_in(gebruiker)
    return gebruiker


def journal() -> list[str]:
    return list(db.session.scalars(db.select(JournalEntry.name).order_by(JournalEntry.id)))


def ask_email(client, email=NIEUW, huidig=WACHTWOORD):
    return client.post("/account/profiel/email", data={"email": email, "huidig": huidig})


def delete(client, huidig=WACHTWOORD):
    return client.post("/account/profiel/verwijderen", data={"huidig": huidig})


def test_a_profile_is_only_for_who_is_signed_in(client, session) -> None:
    response = client.get("/account/profiel")
    assert response.location == "/account/inloggen?volgende=/account/profiel"


def test_the_own_inzendingen_are_linked_from_the_menu_and_the_profile(client, bewoner) -> None:
    links = [client.get(path).text.count('href="/initiatieven/mijn"') for path in PAGES]
    assert links == [1, 2]


def test_another_name_is_shown_from_now_on(client, bewoner) -> None:
    client.post("/account/profiel/naam", data={"naam": "Nieuwe  naam "})
    assert bewoner.naam == "Nieuwe naam"


def test_another_name_stands_in_the_journal_without_the_name(client, bewoner) -> None:
    client.post("/account/profiel/naam", data={"naam": "Nieuwe naam"})
    entry = db.session.scalars(db.select(JournalEntry)).one()
    assert (entry.name, entry.data) == ("NaamGewijzigd", {})


def test_an_empty_name_is_refused(client, bewoner) -> None:
    response = client.post("/account/profiel/naam", data={"naam": " "})
    assert (response.status_code, bewoner.naam) == (422, "Eerste naam")


def test_class_30_a_form_changes_no_more_than_its_fields(client, bewoner) -> None:
    data = {"naam": "X y", "email": "z@z.example", "zegel": "z", "id": 1, "rollen": "beheerder"}
    zegel = bewoner.zegel
    client.post("/account/profiel/naam", data=data | {"bevestigd_op": "", "is_staff": "1"})
    assert (bewoner.email, bewoner.zegel, bewoner.is_staff) == (OUD, zegel, False)


def test_another_password_needs_the_one_of_now(client, bewoner) -> None:
    data = {"huidig": "niet het goede", "wachtwoord": "een heel nieuwe zin"}
    response = client.post("/account/profiel/wachtwoord", data=data)
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert 'href="#huidig"' in response.text


def test_another_password_keeps_this_device_and_signs_out_others(app, client, bewoner) -> None:
    other = app.test_client().sign_in(bewoner)
    data = {"huidig": WACHTWOORD, "wachtwoord": "een heel nieuwe zin"}
    client.post("/account/profiel/wachtwoord", data=data)
    here, there = (each.get("/account/profiel").status_code for each in (client, other))
    assert (here, there) == (HTTPStatus.OK, HTTPStatus.SEE_OTHER)


def test_another_address_holds_only_after_its_link_was_opened(client, bewoner) -> None:
    ask_email(client)
    assert bewoner.email == OUD


def test_the_button_behind_the_link_changes_the_address(client, bewoner) -> None:
    ask_email(client)
    link = link_in(mails_to(NIEUW)[0])
    client.get(link)
    client.post(link)
    assert bewoner.email == NIEUW


def test_the_old_address_is_told(client, bewoner) -> None:
    ask_email(client)
    client.post(link_in(mails_to(NIEUW)[0]))
    assert mails_to(OUD)[0].onderwerp == "Uw e-mailadres is gewijzigd"


def test_a_link_for_another_address_works_once(client, bewoner) -> None:
    ask_email(client)
    link = link_in(mails_to(NIEUW)[0])
    client.post(link)
    assert client.post(link).status_code == HTTPStatus.GONE


def test_class_35_an_address_of_someone_else_gets_the_same_answer(client, bewoner) -> None:
    free, taken = ask_email(client), ask_email(client, email="ander@voorbeeld.example")
    assert (free.status_code, free.location) == (taken.status_code, taken.location)


def test_an_address_that_was_taken_meanwhile_is_refused(client, bewoner) -> None:
    ask_email(client)
    GebruikerFactory(email=NIEUW)
    response = client.post(link_in(mails_to(NIEUW)[0]))
    assert (response.status_code, bewoner.email) == (HTTPStatus.CONFLICT, OUD)


def test_own_data_is_handed_over_without_secrets(client, bewoner) -> None:
    response = client.get("/account/profiel/gegevens")
    assert response.json["account"]["email"] == OUD
    assert bewoner.wachtwoord_hash not in response.text
    assert bewoner.zegel not in response.text


def test_class_19_own_data_holds_nobody_elses(client, bewoner) -> None:
    assert "ander@voorbeeld.example" not in client.get("/account/profiel/gegevens").text


def test_a_deleted_account_leaves_no_name_and_no_address(client, bewoner) -> None:
    delete(client)
    assert bewoner.naam == "Verwijderde gebruiker"
    assert find_by_email(OUD) is None
    assert bewoner.email.endswith("@verwijderd.invalid")


def test_a_deleted_account_leaves_no_mail_that_waits_but_a_last_one(client, bewoner) -> None:
    client.post("/account/wachtwoord-vergeten", data={"email": OUD})
    delete(client)
    assert [mail.onderwerp for mail in mails_to(OUD)] == ["Uw account is verwijderd"]


def test_the_page_to_leave_tells_what_happens_to_what_someone_wrote(client, bewoner) -> None:
    page = client.get("/account/profiel/verwijderen").text
    for words in ("nog niet verstuurde", "nog lezen", "u introk", 'href="/initiatieven/mijn"'):
        assert words in page


def test_own_data_tells_which_mails_are_kept_and_how_long(client, bewoner) -> None:
    client.post("/account/wachtwoord-vergeten", data={"email": OUD})
    mail = mails_to(OUD)[0]
    mail.status, mail.tekst = MailStatus.VERZONDEN, ""
    mail.verzonden_op = mail.aangemaakt_op = datetime(2026, 3, 2, 9, tzinfo=UTC)
    kept = client.get("/account/profiel/gegevens").json["mails"]
    assert [(one["onderwerp"], one["gewistOp"]) for one in kept] == [
        ("Kies een nieuw wachtwoord", "2026-04-01T09:00:00+00:00")
    ]


def test_own_data_writes_every_key_in_one_style(client, bewoner) -> None:
    InitiatiefFactory(indiener=bewoner)
    text = client.get("/account/profiel/gegevens").text
    assert re.findall(r'"(\w*_\w*)":', text) == []


def test_a_deleted_account_stands_in_the_journal_by_number_only(client, bewoner) -> None:
    delete(client)
    entry = db.session.scalars(db.select(JournalEntry)).one()
    assert (entry.name, entry.onderwerp_id, entry.data) == ("AccountVerwijderd", bewoner.id, {})


def test_a_deleted_account_is_signed_out_and_cannot_come_back(client, bewoner) -> None:
    delete(client)
    client.post("/account/inloggen", data={"email": OUD, "wachtwoord": WACHTWOORD})
    assert client.get("/account/profiel").status_code == HTTPStatus.SEE_OTHER


def test_deleting_needs_the_password(client, bewoner) -> None:
    response = delete(client, huidig="niet het goede")
    assert (response.status_code, bewoner.naam) == (422, "Eerste naam")


def test_the_last_beheerder_cannot_leave(client, session) -> None:
    beheerder = make_beheerder(naam="Beheerder")
    client.sign_in(beheerder)
    assert (delete(client).status_code, beheerder.naam) == (HTTPStatus.CONFLICT, "Beheerder")


def test_a_row_of_someone_else_is_never_touched(client, bewoner) -> None:
    delete(client)
    assert db.session.scalars(db.select(Gebruiker.naam)).all().count("Iemand anders") == 1


def test_mails_of_others_stay_when_someone_leaves(client, bewoner) -> None:
    ask_email(client)
    delete(client)
    assert len(mails_to(NIEUW)) == 1


def test_a_new_password_is_stored_as_a_digest(client, bewoner) -> None:
    data = {"huidig": WACHTWOORD, "wachtwoord": "een heel nieuwe zin"}
    client.post("/account/profiel/wachtwoord", data=data)
    assert bewoner.wachtwoord_hash.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert matches(bewoner.wachtwoord_hash, "een heel nieuwe zin")


def test_staff_sees_where_mails_are_when_no_mail_server_is_set(app, client, session) -> None:
    client.sign_in(make_beheerder())
    assert str(app.config["DATA_DIR"] / "mails") in client.get("/account/profiel").text


def test_a_bewoner_does_not_see_where_mails_are(app, client, bewoner) -> None:
    assert str(app.config["DATA_DIR"]) not in client.get("/account/profiel").text
