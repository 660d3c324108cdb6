"""Getting in as people do: with the keyboard, a mail, and an app that shows codes."""

import json
import re
import time
from pathlib import Path

import pyotp
import pytest
from playwright.sync_api import expect

from participatie.app import create_app
from participatie.core.mail_sending import send_waiting_mail
from tests.conftest import SETTINGS
from tests.e2e.conftest import serve
from tests.factories.accounts import (
    TOTP_GEHEIM,
    WACHTWOORD,
    GebruikerFactory,
    RolverleningFactory,
    make_beheerder,
)

pytestmark = pytest.mark.e2e

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
AXE_RUN = """async () => JSON.stringify((await axe.run()).violations.map(
  (found) => [found.id, found.nodes.map((node) => node.html).slice(0, 3)]))"""
PUBLIC = ("inloggen", "registreren", "registreren/kijk-in-uw-mail", "wachtwoord-vergeten")
OWN = ("profiel", "profiel/naam", "profiel/wachtwoord", "profiel/email", "profiel/verwijderen")
STAFF = ("/account/tweede-factor/herstelcodes", "/beheer", "/beheer/gebruikers", "/beheer/mails")


def people():
    make_beheerder(email="beheer@voorbeeld.example", naam="De beheerder")
    GebruikerFactory(email="bea@voorbeeld.example", naam="Bea Bewoner")
    RolverleningFactory(gebruiker=GebruikerFactory(email="nieuw@voorbeeld.example"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("accounts")


@pytest.fixture(scope="module")
def live_server(folder):
    with serve(folder, people) as address:
        yield address


@pytest.fixture
def mail_text(folder):
    """Send what waits, and return the newest mail."""
    url = f"sqlite:///{folder / 'live.sqlite'}"
    app = create_app(SETTINGS | {"DATA_DIR": folder, "SQLALCHEMY_DATABASE_URI": url})

    def newest() -> str:
        with app.app_context():
            send_waiting_mail()
        files = (folder / "mails").glob("*.txt")
        return max(files, key=lambda path: path.stat().st_mtime_ns).read_text()

    return newest


def sign_in(page, email):
    page.goto("/account/inloggen")
    page.get_by_label("E-mailadres").fill(email)
    page.get_by_label("Wachtwoord", exact=True).fill(WACHTWOORD)
    page.locator("main").get_by_role("button", name="Inloggen").click()
    page.wait_for_load_state()


def give_code(page, geheim):
    code = pyotp.TOTP(geheim).at(int(time.time()))
    page.get_by_label("Code van 6 cijfers").fill(code)
    page.locator("main .form").get_by_role("button").click()
    page.wait_for_load_state()


def problems(page) -> list:
    page.evaluate(AXE.read_text())
    return json.loads(page.evaluate(AXE_RUN))


def test_a_resident_gets_an_account_with_the_keyboard_and_a_mail(open_page, mail_text) -> None:
    page = open_page("/account/registreren")
    page.get_by_label("Naam die anderen zien").focus()
    page.wait_for_timeout(2100)
    for word in ("Zoë", "zoe@voorbeeld.example", WACHTWOORD):
        page.keyboard.type(word)
        page.keyboard.press("Tab")
    page.get_by_role("button", name="Maak een account").press("Enter")
    expect(page.locator("h1")).to_have_text("Kijk in uw mail")
    page.goto(re.search(r"(/account/bevestigen/\S+)", mail_text())[1])
    page.get_by_label("Het wachtwoord dat u koos").fill(WACHTWOORD)
    page.get_by_role("button", name="Bevestig en log in").click()
    expect(page.locator("main")).to_contain_text("Uw account is klaar")


def test_a_password_can_be_shown_and_is_hidden_again_when_sent(open_page) -> None:
    page = open_page("/account/inloggen")
    field = page.get_by_label("Wachtwoord", exact=True)
    page.get_by_role("button", name="Toon wachtwoord").click()
    assert field.get_attribute("type") == "text"
    page.get_by_role("button", name="Verberg wachtwoord").click()
    assert field.get_attribute("type") == "password"


def test_new_staff_scans_a_code_and_keeps_recovery_codes(open_page) -> None:
    page = open_page()
    sign_in(page, "nieuw@voorbeeld.example")
    geheim = "".join(page.locator("main code").inner_text().split())
    give_code(page, geheim)
    expect(page.locator("main li code")).to_have_count(10)
    assert problems(page) == []


def test_every_page_to_get_in_is_accessible(open_page) -> None:
    page = open_page(width=375)
    for path in PUBLIC:
        page.goto(f"/account/{path}")
        assert (path, problems(page)) == (path, [])


def test_a_refused_form_is_accessible_and_has_the_focus(open_page) -> None:
    page = open_page("/account/inloggen")
    page.locator("main").get_by_role("button", name="Inloggen").click()
    expect(page.get_by_role("alert")).to_be_focused()
    assert problems(page) == []


def test_every_page_of_an_account_is_accessible(open_page) -> None:
    page = open_page(width=375)
    sign_in(page, "bea@voorbeeld.example")
    for path in OWN:
        page.goto(f"/account/{path}")
        assert (path, problems(page)) == (path, [])


def test_every_page_of_a_beheerder_is_accessible_and_fits_a_phone(open_page) -> None:
    page = open_page(width=375)
    sign_in(page, "beheer@voorbeeld.example")
    assert problems(page) == []
    give_code(page, TOTP_GEHEIM)
    for path in (*STAFF, "/beheer/gebruikers/1"):
        page.goto(path)
        assert (path, problems(page)) == (path, [])
        assert page.evaluate("document.documentElement.scrollWidth") <= 375


def test_the_demo_shows_the_codes_of_this_moment(visit) -> None:
    page = visit("/demo")
    page.clock.install()
    page.reload()
    code = page.locator("[data-code]").first
    code.evaluate("cell => (cell.textContent = 'van net')")
    page.clock.fast_forward(31_000)
    expect(code).to_have_text(re.compile(r"\d{6}"))
