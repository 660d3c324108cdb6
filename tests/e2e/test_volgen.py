"""From pressing "Volg" to a digest with what someone else told, and stopping it from the mail."""

import email
import email.policy
import re
from datetime import timedelta

import pytest
from playwright.sync_api import expect
from sqlalchemy import select

from participatie.app import create_app
from participatie.core.db import db
from participatie.core.mail_sending import send_waiting_mail
from participatie.core.transactions import transaction
from participatie.notifications.models import Bericht
from participatie.notifications.services_aanleidingen import make_berichten
from participatie.notifications.services_versturen import make_overzichten
from tests.conftest import SETTINGS
from tests.e2e.conftest import serve
from tests.e2e.test_berichten import problems
from tests.factories.accounts import WACHTWOORD, GebruikerFactory
from tests.factories.gebieden import make_city
from tests.factories.initiatieven import InitiatiefFactory
from tests.smtp import mail_server

pytestmark = pytest.mark.e2e

VOLGER, MAKER = "volger@voorbeeld.example", "maker@voorbeeld.example"
TITEL = "Een moestuin achter het buurthuis"
NIEUWS = "De initiatiefnemers vertellen hoe het gaat."


def people():
    gebied = make_city().by_name["Duinbuurt"]
    GebruikerFactory(email=VOLGER, naam="Vera Volger")
    maker = GebruikerFactory(email=MAKER, naam="Milan Maker")
    InitiatiefFactory(titel=TITEL, gebied=gebied, indiener=maker)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("volgen")


@pytest.fixture(scope="module")
def live_server(folder):
    with serve(folder, people) as address:
        yield address


@pytest.fixture
def the_next_day(folder, live_server):
    """Let a day go by; return the mails that a real server received."""
    url = f"sqlite:///{folder / 'live.sqlite'}"
    secret = {"SECRET_KEY": "only-for-tests-" * 3, "SITE_URL": live_server}
    app = create_app(SETTINGS | {"DATA_DIR": folder, "SQLALCHEMY_DATABASE_URI": url} | secret)

    def go() -> list:
        with mail_server() as (server, smtp), app.app_context():
            app.config["SMTP_URL"] = smtp
            make_berichten()
            with transaction():
                for bericht in db.session.scalars(select(Bericht)):
                    bericht.op -= timedelta(days=1)
            make_overzichten()
            send_waiting_mail()
        return [
            email.message_from_bytes(content, policy=email.policy.default)
            for _to, content in server.accepted
        ]

    return go


def open_as(open_page, who, **options):
    page = open_page("/account/inloggen", **options)
    page.get_by_label("E-mailadres").fill(who)
    page.get_by_label("Wachtwoord", exact=True).fill(WACHTWOORD)
    page.locator("main").get_by_role("button", name="Inloggen").click()
    page.wait_for_url(lambda url: "inloggen" not in url)
    page.goto("/initiatieven")
    page.get_by_role("link", name=TITEL).first.click()
    return page


def tell(page, text) -> None:
    page.get_by_role("link", name="Vertel hoe het gaat").click()
    page.get_by_label("Wat is er gebeurd?").fill(text)
    page.get_by_role("button", name="Plaats dit nieuws").click()
    expect(page.get_by_text(text)).to_be_visible()


def test_who_presses_volg_gets_a_digest_of_an_update_and_stops_it_from_the_mail(
    open_page, the_next_day
) -> None:
    volger = open_as(open_page, VOLGER, width=375)
    volger.locator("#doen").get_by_role("button", name="Volg").click()
    expect(volger.locator("#doen").get_by_role("button", name="Volg niet meer")).to_be_visible()
    maker = open_as(open_page, MAKER)
    tell(maker, "De eerste bakken staan en er is al gezaaid.")

    (mail,) = the_next_day()
    assert (mail["To"], mail["Subject"]) == (VOLGER, TITEL)
    assert NIEUWS in mail.get_body(("plain",)).get_content()
    volger.goto("/berichten")
    expect(volger.locator("main")).to_contain_text(NIEUWS)
    assert problems(volger) == []

    visitor = open_page(re.search(r"<(.+)>", mail["List-Unsubscribe"])[1])
    visitor.get_by_role("button", name="Stop deze mail").click()
    expect(visitor.locator("main")).to_contain_text("U krijgt deze mail niet meer")
    tell(maker, "De eerste radijsjes zijn geoogst.")
    assert the_next_day() == []
