import time
from http import HTTPStatus

import pyotp
import pytest
import time_machine

from participatie.accounts.models import Gebruiker
from participatie.accounts.models_tokens import Herstelcode
from participatie.accounts.types import Rol
from participatie.core.db import db
from participatie.journal.models import JournalEntry
from tests.factories.accounts import (
    WACHTWOORD,
    GebruikerFactory,
    RolverleningFactory,
    make_beheerder,
    make_gebiedsverbinder,
)
from tests.mailbox import mails_to

STEP = "/account/tweede-factor"
NOON = "2026-11-20 12:00:00+00:00"


@pytest.fixture
def clock():
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture
def verbinder(session, clock) -> Gebruiker:
    make_gebiedsverbinder()
    return make_gebiedsverbinder()


@pytest.fixture
def new_staff(session, clock) -> Gebruiker:
    gebruiker = GebruikerFactory()
    RolverleningFactory(gebruiker=gebruiker)
    return gebruiker


def give_password(client, gebruiker, query=""):
    data = {"email": gebruiker.email, "wachtwoord": WACHTWOORD}
    return client.post(f"/account/inloggen{query}", data=data)


def code_now(geheim, steps=0) -> str:
    return pyotp.TOTP(geheim).at(int(time.time()) + 30 * steps)


def give_code(client, code, path=STEP, query=""):
    return client.post(path + query, data={"code": code})


def set_up(client):
    """Scan the QR code and type the code of the app."""
    client.get(f"{STEP}/instellen")
    with client.session_transaction() as session:
        geheim = session["totp_geheim"]
    return give_code(client, code_now(geheim), f"{STEP}/instellen")


def codes_in(response) -> list[str]:
    return [part.split("<")[0] for part in response.text.split("<li><code>")[1:]]


def is_in(client) -> bool:
    return client.get("/account/profiel").status_code == HTTPStatus.OK


def test_staff_is_asked_for_a_code_after_the_password(client, verbinder) -> None:
    assert give_password(client, verbinder).location == STEP


def test_a_bewoner_is_not_asked_for_a_code(client, session) -> None:
    give_password(client, GebruikerFactory())
    assert is_in(client)


@pytest.mark.parametrize("path", ["/account/profiel", "/account/profiel/email"])
def test_a_page_of_staff_leads_to_the_step_without_a_code(client, verbinder, path) -> None:
    give_password(client, verbinder)
    assert client.get(path).location == f"{STEP}?volgende={path}"


def test_a_staff_page_leads_to_the_step_without_a_code(client, session, clock) -> None:
    give_password(client, make_beheerder())
    assert client.get("/beheer/gebruikers").location.startswith(STEP)


def test_nothing_can_be_changed_without_a_code(client, verbinder) -> None:
    give_password(client, verbinder)
    response = client.post("/account/profiel/naam", data={"naam": "Overgenomen"})
    assert response.status_code == HTTPStatus.UNAUTHORIZED


def test_the_code_of_the_app_opens_everything(client, verbinder) -> None:
    give_password(client, verbinder)
    give_code(client, code_now(verbinder.totp_geheim))
    assert is_in(client)


def test_after_the_code_the_page_that_was_asked_for_comes_back(client, verbinder) -> None:
    step = give_password(client, verbinder, "?volgende=/account/profiel/naam").location
    response = client.post(step, data={"code": code_now(verbinder.totp_geheim)})
    assert response.location == "/account/profiel/naam"


@pytest.mark.parametrize("steps", [-1, 1])
def test_a_clock_may_be_half_a_minute_off(client, verbinder, steps) -> None:
    give_password(client, verbinder)
    give_code(client, code_now(verbinder.totp_geheim, steps))
    assert is_in(client)


@pytest.mark.parametrize("steps", [-2, 2])
def test_a_code_of_a_minute_ago_or_ahead_is_refused(client, verbinder, steps) -> None:
    give_password(client, verbinder)
    response = give_code(client, code_now(verbinder.totp_geheim, steps))
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


@pytest.mark.parametrize("code", ["", "000000", "abcdef", "é²³４５６", "1" * 39, "x" * 10_000])
def test_a_made_up_code_is_refused_at_its_field(client, verbinder, code) -> None:
    give_password(client, verbinder)
    response = give_code(client, code)
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert 'href="#code"' in response.text


def test_a_code_may_be_typed_with_a_space(client, verbinder) -> None:
    give_password(client, verbinder)
    code = code_now(verbinder.totp_geheim)
    give_code(client, f"{code[:3]} {code[3:]}")
    assert is_in(client)


def test_no_code_is_accepted_twice(app, client, verbinder) -> None:
    code = code_now(verbinder.totp_geheim)
    give_password(client, verbinder)
    give_code(client, code)
    other = app.test_client()
    give_password(other, verbinder)
    assert "al gebruikt" in give_code(other, code).text


def test_an_older_code_than_the_last_one_is_refused(app, client, verbinder) -> None:
    give_password(client, verbinder)
    give_code(client, code_now(verbinder.totp_geheim, 1))
    other = app.test_client()
    give_password(other, verbinder)
    assert give_code(other, code_now(verbinder.totp_geheim)).status_code == 422


def test_class_17_a_code_of_someone_else_is_refused(client, verbinder) -> None:
    other = make_gebiedsverbinder(totp_geheim="KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU")
    give_password(client, verbinder)
    assert give_code(client, code_now(other.totp_geheim)).status_code == 422


def test_new_staff_sets_up_the_app_first(client, new_staff) -> None:
    give_password(client, new_staff)
    assert client.get(STEP).location == f"{STEP}/instellen"


def test_the_page_shows_a_qr_code_and_the_same_secret_as_text(client, new_staff) -> None:
    give_password(client, new_staff)
    page = client.get(f"{STEP}/instellen").text
    with client.session_transaction() as session:
        geheim = session["totp_geheim"]
    assert 'src="data:image/svg+xml' in page
    assert geheim in "".join(page.split("<code>")[1].split("</code>")[0].split())


def test_the_secret_is_only_kept_after_a_right_code(client, new_staff) -> None:
    give_password(client, new_staff)
    client.get(f"{STEP}/instellen")
    give_code(client, "000000", f"{STEP}/instellen")
    assert new_staff.totp_geheim is None


def test_setting_up_gives_ten_recovery_codes(client, new_staff) -> None:
    give_password(client, new_staff)
    assert len(set(codes_in(set_up(client)))) == 10


def test_setting_up_opens_everything(client, new_staff) -> None:
    give_password(client, new_staff)
    set_up(client)
    assert is_in(client)


def test_setting_up_stands_in_the_journal(client, new_staff) -> None:
    give_password(client, new_staff)
    set_up(client)
    entry = db.session.scalars(db.select(JournalEntry)).one()
    assert (entry.name, entry.data) == ("TweedeFactorIngesteld", {})


def test_the_secret_leaves_the_session_after_setting_up(client, new_staff) -> None:
    give_password(client, new_staff)
    set_up(client)
    with client.session_transaction() as session:
        assert "totp_geheim" not in session


def test_the_code_of_setting_up_does_not_sign_in_again(app, client, new_staff) -> None:
    give_password(client, new_staff)
    set_up(client)
    other = app.test_client()
    give_password(other, new_staff)
    assert give_code(other, code_now(new_staff.totp_geheim)).status_code == 422


def test_class_37_an_app_that_was_set_up_cannot_be_replaced(client, verbinder) -> None:
    give_password(client, verbinder)
    before = verbinder.totp_geheim
    with client.session_transaction() as session:
        session["totp_geheim"] = pyotp.random_base32()
        forged = session["totp_geheim"]
    give_code(client, code_now(forged), f"{STEP}/instellen")
    assert (verbinder.totp_geheim, is_in(client)) == (before, False)


def test_class_37_nobody_sets_up_the_app_of_someone_else(client, new_staff) -> None:
    attacker = GebruikerFactory()
    RolverleningFactory(gebruiker=attacker)
    give_password(client, attacker)
    client.get(f"{STEP}/instellen")
    with client.session_transaction() as session:
        code = code_now(session["totp_geheim"])
    data = {"code": code, "gebruiker_id": new_staff.id, "id": new_staff.id}
    client.post(f"{STEP}/instellen?gebruiker_id={new_staff.id}", data=data)
    assert new_staff.totp_geheim is None


def test_class_37_the_step_is_closed_without_a_password(client, verbinder) -> None:
    assert client.get(f"{STEP}/instellen").location.startswith("/account/inloggen")


def test_a_recovery_code_replaces_the_app(app, client, new_staff) -> None:
    give_password(client, new_staff)
    code = codes_in(set_up(client))[0]
    other = app.test_client()
    give_password(other, new_staff)
    give_code(other, code.upper(), f"{STEP}/herstelcode")
    assert is_in(other)


def test_a_recovery_code_works_once(app, client, new_staff) -> None:
    give_password(client, new_staff)
    code = codes_in(set_up(client))[0]
    for _ in range(2):
        other = app.test_client()
        give_password(other, new_staff)
        give_code(other, code, f"{STEP}/herstelcode")
    assert not is_in(other)


def test_a_recovery_code_of_someone_else_is_refused(client, verbinder, new_staff) -> None:
    give_password(client, new_staff)
    code = codes_in(set_up(client))[0]
    client.post("/account/uitloggen")
    give_password(client, verbinder)
    assert give_code(client, code, f"{STEP}/herstelcode").status_code == 422


def test_the_use_of_a_recovery_code_is_mailed(app, client, new_staff) -> None:
    give_password(client, new_staff)
    code = codes_in(set_up(client))[0]
    other = app.test_client()
    give_password(other, new_staff)
    give_code(other, code, f"{STEP}/herstelcode")
    assert "nog 9 herstelcodes" in mails_to(new_staff.email)[-1].tekst


def test_only_digests_of_recovery_codes_are_kept(client, new_staff) -> None:
    give_password(client, new_staff)
    codes = {code.replace("-", "") for code in codes_in(set_up(client))}
    assert codes.isdisjoint(db.session.scalars(db.select(Herstelcode.digest)))


def test_new_recovery_codes_replace_the_old_ones(client, verbinder) -> None:
    client.sign_in(verbinder)
    page = give_code(client, code_now(verbinder.totp_geheim), f"{STEP}/herstelcodes")
    assert len(codes_in(page)) == db.session.scalar(db.select(db.func.count(Herstelcode.id)))


def test_new_recovery_codes_need_a_code_of_the_app(client, verbinder) -> None:
    client.sign_in(verbinder)
    response = give_code(client, "000000", f"{STEP}/herstelcodes")
    assert (response.status_code, codes_in(response)) == (422, [])


def test_a_new_role_asks_a_bewoner_who_is_signed_in_for_a_code(client, session) -> None:
    bewoner = GebruikerFactory()
    client.sign_in(bewoner)
    with client.session_transaction() as cookie:
        del cookie["tweede_factor"]
    RolverleningFactory(gebruiker=bewoner, rol=Rol.PROGRAMMAREDACTEUR)
    assert client.get("/account/profiel").location.startswith(STEP)


def test_a_mark_of_before_a_new_password_is_worth_nothing(client, verbinder) -> None:
    client.sign_in(verbinder)
    with client.session_transaction() as session:
        session["tweede_factor"] = "an older zegel"
    assert not is_in(client)
