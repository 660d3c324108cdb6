"""From following to a digest in a real mailbox, and stopping it again."""

import email
import email.policy
import json
import re
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect

from participatie.app import create_app
from participatie.core import clock
from participatie.core.events import publish
from participatie.core.mail_sending import send_waiting_mail
from participatie.core.onderwerpen import Onderwerp
from participatie.core.transactions import transaction
from participatie.discussion.services import follow
from participatie.notifications.services_aanleidingen import make_berichten
from participatie.notifications.services_versturen import make_overzichten
from participatie.programmas.events import ProjectGewijzigd
from tests.conftest import SETTINGS
from tests.e2e.conftest import serve
from tests.factories.accounts import WACHTWOORD, GebruikerFactory
from tests.factories.gebieden import make_city
from tests.factories.programmas import ProjectFactory
from tests.smtp import mail_server

pytestmark = pytest.mark.e2e

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
AXE_RUN = """async () => JSON.stringify((await axe.run()).violations.map(
  (found) => [found.id, found.nodes.map((node) => node.html).slice(0, 3)]))"""
BEA = "bea@voorbeeld.example"


def people():
    city = make_city()
    bea = GebruikerFactory(email=BEA, naam="Bea Bewoner")
    project = ProjectFactory(titel="Riool in de Duinbuurt", gebieden=[city.by_name["Duinbuurt"]])
    follow(Onderwerp("project", project.id), gebruiker_id=bea.id)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("berichten")


@pytest.fixture(scope="module")
def live_server(folder):
    with serve(folder, people) as address:
        yield address


@pytest.fixture
def the_next_day(folder, live_server):
    """Let the project change and a day go by; return the mails that a real server received."""
    url = f"sqlite:///{folder / 'live.sqlite'}"
    secret = {"SECRET_KEY": "only-for-tests-" * 3, "SITE_URL": live_server}
    app = create_app(SETTINGS | {"DATA_DIR": folder, "SQLALCHEMY_DATABASE_URI": url} | secret)

    def go() -> list:
        with mail_server() as (server, smtp), app.app_context():
            app.config["SMTP_URL"] = smtp
            with transaction():
                publish(
                    ProjectGewijzigd(
                        occurred_at=clock.now() - timedelta(days=1),
                        actor_id=None,
                        onderwerp=Onderwerp("project", 1),
                        velden=("fase",),
                        gebied_ids=(),
                    )
                )
            make_berichten()
            make_overzichten()
            send_waiting_mail()
        return [
            email.message_from_bytes(content, policy=email.policy.default)
            for _to, content in server.accepted
        ]

    return go


def problems(page) -> list:
    page.evaluate(AXE.read_text())
    return json.loads(page.evaluate(AXE_RUN))


def sign_in(page):
    page.goto("/account/inloggen")
    page.get_by_label("E-mailadres").fill(BEA)
    page.get_by_label("Wachtwoord", exact=True).fill(WACHTWOORD)
    page.locator("main").get_by_role("button", name="Inloggen").click()
    page.wait_for_url(lambda url: "inloggen" not in url)


def test_a_digest_arrives_is_read_on_the_site_and_stopped_from_the_mail(
    open_page, the_next_day
) -> None:
    page = open_page()
    sign_in(page)
    (mail,) = the_next_day()
    assert mail["Subject"] == "Riool in de Duinbuurt"
    page.goto("/berichten")
    assert problems(page) == []
    expect(page.locator("main")).to_contain_text("De fase is nu: voorbereiding.")
    page.get_by_role("button", name="Alles is gelezen").click()
    expect(page.locator("main")).to_contain_text("U heeft alles gelezen.")

    visitor = open_page(re.search(r"<(.+)>", mail["List-Unsubscribe"])[1])
    assert problems(visitor) == []
    visitor.get_by_role("button", name="Stop deze mail").click()
    expect(visitor.locator("main")).to_contain_text("U krijgt deze mail niet meer")
    assert the_next_day() == []


def test_a_resident_keeps_a_neighbourhood_without_a_map_and_chooses_how_often(open_page) -> None:
    page = open_page(java_script_enabled=False)
    sign_in(page)
    page.goto("/berichten/buurten/nieuw")
    page.get_by_label("Hoe noemt u deze buurt?").fill("Thuis")
    page.get_by_label("Midden in een buurt of wijk").check()
    page.get_by_label("Buurt of wijk", exact=True).select_option(label="Duinbuurt")
    page.get_by_role("button", name="Bewaar deze buurt").click()
    expect(page.locator("main")).to_contain_text("Uw buurt “Thuis” is bewaard.")
    page.get_by_label("Hoe vaak? Thuis").select_option(label="Elke week één mail")
    page.get_by_role("button", name="Bewaar mijn keuzes").click()
    expect(page.locator("main")).to_contain_text("1 keuze bewaard.")


@pytest.mark.parametrize("path", ["instellingen", "buurten/nieuw"])
def test_the_pages_of_preferences_are_accessible_on_a_phone(open_page, path) -> None:
    page = open_page(width=375)
    sign_in(page)
    page.goto(f"/berichten/{path}")
    assert problems(page) == []
