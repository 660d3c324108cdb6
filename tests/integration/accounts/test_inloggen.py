from http import HTTPStatus

import pytest

from config import Settings
from participatie.accounts.models import Gebruiker
from participatie.accounts.queries import find_by_email
from participatie.core.db import db
from tests.factories.accounts import WACHTWOORD, GebruikerFactory, make_beheerder

INLOGGEN = "/account/inloggen"


@pytest.fixture
def bewoner(session) -> Gebruiker:
    GebruikerFactory()
    return GebruikerFactory(email="bewoner@voorbeeld.example")


def sign_in(client, email="bewoner@voorbeeld.example", wachtwoord=WACHTWOORD, query=""):
    return client.post(INLOGGEN + query, data={"email": email, "wachtwoord": wachtwoord})


def is_signed_in(client) -> bool:
    return client.get("/account/profiel").status_code == HTTPStatus.OK


def test_who_knows_the_password_is_signed_in(client, bewoner) -> None:
    sign_in(client)
    assert is_signed_in(client)


def test_an_address_may_be_written_with_capitals_and_spaces(client, bewoner) -> None:
    sign_in(client, email="  Bewoner@Voorbeeld.example ")
    assert is_signed_in(client)


def test_a_wrong_password_is_refused_at_the_form(client, bewoner) -> None:
    response = sign_in(client, wachtwoord="niet het goede")
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert 'href="#email"' in response.text


def test_a_password_of_a_megabyte_is_refused(client, bewoner) -> None:
    response = sign_in(client, wachtwoord="x" * 1_000_000)
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def test_who_did_not_confirm_an_address_cannot_sign_in(client, session) -> None:
    GebruikerFactory(email="nog@voorbeeld.example", bevestigd_op=None)
    assert sign_in(client, email="nog@voorbeeld.example").status_code == 422


def test_class_35_an_unknown_address_gets_the_same_answer_as_a_wrong_password(
    client, bewoner
) -> None:
    wrong = sign_in(client, wachtwoord="niet het goede")
    unknown = sign_in(client, email="niemand@voorbeeld.example", wachtwoord="niet het goede")
    assert (wrong.status_code, wrong.text.replace("bewoner@", "niemand@")) == (
        unknown.status_code,
        unknown.text,
    )


def test_a_weaker_digest_is_replaced_at_sign_in(client, bewoner) -> None:
    before = bewoner.wachtwoord_hash
    sign_in(client)
    assert find_by_email("bewoner@voorbeeld.example").wachtwoord_hash != before


def test_a_page_that_needs_a_gebruiker_comes_back_after_signing_in(client, bewoner) -> None:
    asked = client.get("/account/profiel/naam")
    response = client.post(asked.location, data={"email": bewoner.email, "wachtwoord": WACHTWOORD})
    assert response.location == "/account/profiel/naam"


def test_who_is_signed_in_already_is_sent_on(client, bewoner) -> None:
    client.sign_in(bewoner)
    assert client.get(INLOGGEN).status_code == HTTPStatus.SEE_OTHER


def test_signing_out_ends_the_session(client, bewoner) -> None:
    client.sign_in(bewoner)
    client.post("/account/uitloggen")
    assert not is_signed_in(client)


def test_signing_out_everywhere_ends_the_session_on_another_device(app, client, bewoner) -> None:
    other = app.test_client().sign_in(bewoner)
    client.sign_in(bewoner)
    client.post("/account/profiel/overal-uitloggen")
    assert not is_signed_in(other)


def test_class_25_a_link_does_not_sign_anyone_out(client, bewoner) -> None:
    client.sign_in(bewoner)
    assert client.get("/account/uitloggen").status_code == HTTPStatus.METHOD_NOT_ALLOWED


@pytest.fixture
def with_csrf(app):
    app.config["WTF_CSRF_ENABLED"] = True
    yield
    app.config["WTF_CSRF_ENABLED"] = False


def test_class_25_another_site_cannot_sign_anyone_out(client, bewoner, with_csrf) -> None:
    client.sign_in(bewoner)
    client.post("/account/uitloggen")
    assert is_signed_in(client)


def test_class_24_a_form_needs_its_token_also_after_anonymous_requests(client, with_csrf) -> None:
    client.get("/")
    client.get("/account/inloggen")
    assert sign_in(client).status_code == HTTPStatus.BAD_REQUEST


def test_class_28_a_session_from_before_signing_in_is_not_kept(client, bewoner) -> None:
    with client.session_transaction() as session:
        session["planted"] = "by an attacker"
        session["csrf_token"] = "an attacker knows this"  # noqa: S105
    sign_in(client)
    with client.session_transaction() as session:
        assert {"planted", "csrf_token"}.isdisjoint(session)


def test_class_28_nothing_of_a_session_is_left_after_signing_out(client, bewoner) -> None:
    sign_in(client)
    client.post("/account/uitloggen")
    with client.session_transaction() as session:
        assert set(session) <= {"_flashes"}


def test_class_29_a_posted_id_does_not_sign_in_as_someone_else(client, bewoner) -> None:
    staff = make_beheerder()
    data = {"email": bewoner.email, "wachtwoord": WACHTWOORD, "id": staff.id}
    client.post(INLOGGEN, data=data | {"_user_id": staff.get_id(), "zegel": staff.zegel})
    assert bewoner.naam in client.get("/account/profiel").text


def test_a_session_cookie_cannot_be_read_by_scripts_or_sent_by_other_sites(
    client, bewoner
) -> None:
    cookie = sign_in(client).headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


def test_a_session_cookie_is_only_sent_over_https_where_the_site_has_it(
    app, client, bewoner, monkeypatch, tmp_path
) -> None:
    settings = Settings(site_url="https://haarlem.example", data_dir=tmp_path).to_flask()
    monkeypatch.setitem(app.config, "SESSION_COOKIE_SECURE", settings["SESSION_COOKIE_SECURE"])
    assert "Secure" in sign_in(client).headers["Set-Cookie"]


@pytest.mark.parametrize("path", ["/account/profiel", "/beheer/gebruikers"])
def test_class_40_a_page_of_one_person_is_kept_by_no_cache(client, session, path) -> None:
    response = client.sign_in(make_beheerder()).get(path)
    assert response.headers["Cache-Control"] == "private, no-store"


def test_class_40_a_public_page_for_someone_signed_in_is_not_shared(client, bewoner) -> None:
    response = client.sign_in(bewoner).get("/account/inloggen")
    assert response.headers["Cache-Control"] == "private, no-cache"
    assert "Cookie" in response.headers["Vary"]


def test_class_40_an_answer_with_a_cookie_is_kept_by_no_cache(client, bewoner) -> None:
    response = sign_in(client)
    assert "Set-Cookie" in response.headers
    assert "no-store" in response.headers["Cache-Control"]


def test_nobody_is_written_by_a_refused_sign_in(client, bewoner) -> None:
    before = db.session.scalars(db.select(Gebruiker.wachtwoord_hash)).all()
    sign_in(client, wachtwoord="niet het goede")
    assert db.session.scalars(db.select(Gebruiker.wachtwoord_hash)).all() == before
