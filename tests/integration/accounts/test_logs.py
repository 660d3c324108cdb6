"""Nothing that is secret or about a person stands in a log, whatever goes wrong."""

import logging

import pytest

from tests.factories.accounts import WACHTWOORD, GebruikerFactory, make_gebiedsverbinder
from tests.mailbox import link_in, mails_to

EMAIL = "kanarie@voorbeeld.example"
NAAM = "Kanarie Vogel"


@pytest.fixture
def log(client, caplog):
    caplog.set_level(logging.DEBUG)
    gebruiker = GebruikerFactory(email=EMAIL, naam=NAAM)
    client.post("/account/inloggen", data={"email": EMAIL, "wachtwoord": "kanarie-wachtwoord"})
    client.post("/account/wachtwoord-vergeten", data={"email": EMAIL})
    link = link_in(mails_to(EMAIL)[0])
    client.get(link)
    client.post(link, data={"wachtwoord": "kort-kanarie-en-lang-genoeg"})
    client.sign_in(make_gebiedsverbinder())
    client.post("/account/tweede-factor/herstelcodes", data={"code": "123456"})
    client.get("/bestaat-niet")
    return caplog.text, link.rsplit("/", 1)[1], gebruiker.zegel


def test_no_name_address_or_password_stands_in_the_log(log) -> None:
    text = log[0].lower()
    canaries = (EMAIL, NAAM.lower(), "kanarie-wachtwoord", "kort-kanarie", WACHTWOORD, "123456")
    assert [word for word in canaries if word in text] == []


def test_no_link_and_no_zegel_stands_in_the_log(log) -> None:
    text, token, zegel = log
    assert token not in text
    assert zegel not in text
