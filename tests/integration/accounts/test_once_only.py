"""Of twenty people who do the same at the same moment, exactly one succeeds."""

import time
from datetime import timedelta
from http import HTTPStatus

import pyotp
import pytest

from participatie.accounts.models import Gebruiker
from participatie.accounts.models_tokens import Aanmelding, Herstelcode
from participatie.accounts.services_tokens import digest_of, issue_token
from participatie.accounts.types import Rol, TokenDoel
from participatie.core import clock
from participatie.core.db import db
from participatie.core.outbox import UitgaandeMail
from participatie.core.transactions import transaction
from tests.factories.accounts import (
    TOTP_GEHEIM,
    WACHTWOORD,
    WACHTWOORD_HASH,
    GebruikerFactory,
    make_beheerder,
    make_gebiedsverbinder,
)
from tests.parallel import TIMES, all_at_once


@pytest.fixture(autouse=True)
def context(live_app):
    with live_app.app_context():
        yield


def post_at_once(live_app, path, cookie=None, **data) -> list[int]:
    """Post the same form twenty times at once and return the statuses."""

    def post() -> int:
        client = live_app.test_client()
        if cookie:
            with client.session_transaction() as session:
                session.update(cookie)
        return client.post(path, data=data).status_code

    return all_at_once(post)


def assert_one(statuses: list[int]) -> None:
    assert statuses.count(HTTPStatus.SEE_OTHER) == 1, statuses
    assert all(status < 500 for status in statuses), statuses


def session_of(gebruiker: Gebruiker, *, with_code: bool) -> dict[str, str]:
    cookie = {"_user_id": gebruiker.get_id()}
    return cookie | {"tweede_factor": gebruiker.zegel} if with_code else cookie


def test_one_link_makes_one_account(live_app) -> None:
    moment = clock.now()
    with transaction():
        db.session.add(
            Aanmelding(
                email="a@voorbeeld.example",
                naam="A",
                wachtwoord_hash=WACHTWOORD_HASH,
                digest=digest_of("link"),
                aangemaakt_op=moment,
                verloopt_op=moment + timedelta(hours=1),
            )
        )
    assert_one(post_at_once(live_app, "/account/bevestigen/link", wachtwoord=WACHTWOORD))
    assert db.session.scalar(db.select(db.func.count(Gebruiker.id))) == 1


def test_one_link_gives_one_new_password(live_app) -> None:
    with transaction():
        gebruiker = GebruikerFactory()
        token = issue_token(TokenDoel.HERSTELLEN, gebruiker_id=gebruiker.id)
    path = f"/account/nieuw-wachtwoord/{token}"
    assert_one(post_at_once(live_app, path, wachtwoord="een heel nieuwe zin"))
    assert db.session.scalar(db.select(db.func.count(UitgaandeMail.id))) == 1


def test_one_link_changes_one_address(live_app) -> None:
    with transaction():
        gebruiker = GebruikerFactory()
        token = issue_token(
            TokenDoel.EMAIL_WIJZIGEN, gebruiker_id=gebruiker.id, email="n@voorbeeld.example"
        )
    assert_one(post_at_once(live_app, f"/account/nieuw-adres/{token}"))


def test_one_code_of_the_app_signs_in_once(live_app) -> None:
    with transaction():
        cookie = session_of(make_gebiedsverbinder(), with_code=False)
    code = pyotp.TOTP(TOTP_GEHEIM).at(int(time.time()))
    assert_one(post_at_once(live_app, "/account/tweede-factor", cookie, code=code))


def test_one_recovery_code_signs_in_once(live_app) -> None:
    with transaction():
        gebruiker = make_gebiedsverbinder()
        db.session.add(Herstelcode(gebruiker_id=gebruiker.id, digest=digest_of("abcd")))
        cookie = session_of(gebruiker, with_code=False)
    path = "/account/tweede-factor/herstelcode"
    assert_one(post_at_once(live_app, path, cookie, code="abcd"))


def test_one_role_is_given_once(live_app) -> None:
    with transaction():
        bewoner = GebruikerFactory()
        cookie = session_of(make_beheerder(), with_code=True)
        path = f"/beheer/gebruikers/{bewoner.id}"
    statuses = post_at_once(live_app, path, cookie, rol=Rol.PARTNER.value, gebied="stad")
    assert_one(statuses)


def test_of_all_beheerders_who_stop_at_once_one_stays(live_app) -> None:
    with transaction():
        paths = [
            f"/beheer/gebruikers/{one.id}/rollen/{one.rollen[0].id}/intrekken"
            for one in (make_beheerder() for _ in range(TIMES))
        ]
        actor = make_beheerder()
        paths.append(f"/beheer/gebruikers/{actor.id}/rollen/{actor.rollen[0].id}/intrekken")
        cookie = session_of(actor, with_code=True)

    def take() -> int:
        client = live_app.test_client()
        with client.session_transaction() as session:
            session.update(cookie)
        return client.post(paths.pop()).status_code

    statuses = all_at_once(take, len(paths))
    left = db.session.scalars(db.select(Gebruiker)).all()
    assert sum(one.is_staff for one in left) >= 1
    assert all(status < 500 for status in statuses), statuses


def test_twenty_people_sign_in_at_once(live_app) -> None:
    with transaction():
        GebruikerFactory(email="bea@voorbeeld.example")
    data = {"email": "bea@voorbeeld.example", "wachtwoord": WACHTWOORD}
    statuses = post_at_once(live_app, "/account/inloggen", **data)
    assert set(statuses) == {HTTPStatus.SEE_OTHER}
