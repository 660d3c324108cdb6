"""Two residents find each other: one seeks hands, the other helps, the first answers."""

from pathlib import Path

import pytest

from tests.e2e.conftest import serve
from tests.factories.accounts import WACHTWOORD, GebruikerFactory
from tests.factories.gebieden import make_city
from tests.factories.initiatieven import InitiatiefFactory
from tests.factories.vraagaanbod import AanbodFactory

pytestmark = pytest.mark.e2e

MAKER, BUUR = "maker@voorbeeld.example", "buur@voorbeeld.example"
AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
VIOLATIONS = (
    "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))"
)


def fill():
    city = make_city()
    buurt = city.by_name["Duinbuurt"]
    maker = GebruikerFactory(email=MAKER, naam="Fatima")
    buur = GebruikerFactory(email=BUUR, naam="Kees")
    InitiatiefFactory(titel="Bijenhotel", gebied=buurt, indiener=maker)
    AanbodFactory(aanbieder=buur, gebied=buurt)


@pytest.fixture(scope="module")
def live_server(tmp_path_factory):
    with serve(tmp_path_factory.mktemp("vraag"), fill) as address:
        yield address


def sign_in(open_page, email, path):
    page = open_page(f"/account/inloggen?volgende={path}")
    page.get_by_label("E-mailadres").fill(email)
    page.get_by_label("Wachtwoord", exact=True).fill(WACHTWOORD)
    page.get_by_label("Wachtwoord", exact=True).press("Enter")
    page.wait_for_url(f"**{path}")
    return page


def check_accessible(page) -> None:
    page.evaluate(AXE.read_text())
    assert page.evaluate(VIOLATIONS) == []


def test_two_residents_find_each_other(open_page) -> None:
    maker = sign_in(open_page, MAKER, "/vraag-en-aanbod/mijn")
    maker.get_by_role("link", name="Bijenhotel").click()
    maker.get_by_label("Wat zoekt u?").select_option("handen")
    maker.get_by_label("In één zin").fill("Iemand met een boor")
    maker.get_by_role("button", name="Plaats de oproep").click()
    maker.get_by_text("1 aanbieding past hierbij").wait_for()
    check_accessible(maker)

    buur = sign_in(open_page, BUUR, "/vraag-en-aanbod")
    check_accessible(buur)
    buur.get_by_role("link", name="Ik help").click()
    check_accessible(buur)
    buur.get_by_label("Uw bericht").fill("Ik heb een boor.")
    buur.get_by_label("Telefoonnummer").fill("06 12345678")
    buur.get_by_role("button", name="Verstuur").click()
    buur.get_by_text("Uw bericht is verstuurd.").wait_for()
    check_accessible(buur)

    maker.reload()
    maker.get_by_role("link", name="Kees").click()
    maker.get_by_text("06 12345678").wait_for()
    check_accessible(maker)
    maker.get_by_label("Graag, ik neem contact op").check()
    maker.get_by_role("button", name="Verstuur het antwoord").click()
    maker.get_by_text("Uw antwoord is verstuurd.").wait_for()

    buur.reload()
    assert buur.get_by_text("Aangenomen").count() == 1


def test_an_offer_is_made_on_a_phone(open_page) -> None:
    page = sign_in(open_page, BUUR, "/vraag-en-aanbod/aanbod/nieuw")
    page.set_viewport_size({"width": 375, "height": 700})
    check_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
