"""A resident writes an initiative with the keyboard only, and without JavaScript."""

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import serve
from tests.factories.accounts import WACHTWOORD, GebruikerFactory
from tests.factories.gebieden import make_city
from tests.factories.initiatieven import InitiatiefFactory
from tests.factories.programmas import ProjectFactory

pytestmark = pytest.mark.e2e

EMAIL = "fatima@voorbeeld.example"
AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
VIOLATIONS = (
    "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))"
)


def fill():
    """A city with one plan and one idea in the Duinbuurt, and someone who lives there."""
    city = make_city()
    duinbuurt = city.by_name["Duinbuurt"]
    GebruikerFactory(email=EMAIL, naam="Fatima")
    middle = {"type": "Point", "coordinates": [4.6, 52.39]}
    ProjectFactory(
        titel="Nieuw riool", gebieden=[duinbuurt], place=middle, eind=date(2090, 12, 31)
    )
    InitiatiefFactory(titel="Bijenhotel", gebied=duinbuurt, punt=(4.6001, 52.39))


MAP_MOVES_MS = 1500  # to the chosen area, or to another zoom


@pytest.fixture(scope="module")
def live_server(tmp_path_factory):
    with serve(tmp_path_factory.mktemp("indienen"), fill) as address:
        yield address


@pytest.fixture
def resident(open_page):
    """Open a page as the resident, who signs in first."""

    def opener(path, **options):
        page = open_page(f"/account/inloggen?volgende={path}", **options)
        page.get_by_label("E-mailadres").fill(EMAIL)
        page.get_by_label("Wachtwoord", exact=True).fill(WACHTWOORD)
        page.get_by_label("Wachtwoord", exact=True).press("Enter")
        page.wait_for_url(f"**{path}")
        return page

    return opener


def check_accessible(page) -> None:
    page.evaluate(AXE.read_text())
    assert page.evaluate(VIOLATIONS) == []


def write(page, label, text) -> None:
    """Go to a field with Tab, as someone without a mouse does, and type."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.labels?.[0]?.innerText ?? ''").startswith(label):
            page.keyboard.type(text)
            return
    pytest.fail(f"No field {label!r} on the way")


def press(page, text) -> None:
    """Go to a button with Tab, and press it."""
    for _ in range(90):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.innerText ?? ''").strip() == text:
            page.keyboard.press("Enter")
            return
    pytest.fail(f"No button {text!r} on the way")


def go_to_map(page) -> None:
    for _ in range(6):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "plek-kaart":
            return
    pytest.fail("No map on the way")


def write_first_step(page) -> None:
    write(page, "Geef uw idee een naam", "Een buurttuin")
    write(page, "Waar gaat het over?", "Groen")
    write(page, "Wat wilt u doen?", "Wij maken een tuin op het plein.")
    write(page, "Waarom wilt u dit?", "Het plein is kaal en warm.")
    press(page, "Bewaar en ga verder")
    expect(page.get_by_role("heading", level=1)).to_have_text("Waar is het?")


def test_with_the_keyboard_only(resident) -> None:
    page = resident("/initiatieven/nieuw")
    check_accessible(page)
    write_first_step(page)
    page.wait_for_selector(".plek-kruis")
    check_accessible(page)
    write(page, "Straat, adres of plek", "duinb")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option", selected=True)).to_contain_text("Duinbuurt")
    check_accessible(page)
    page.keyboard.press("Enter")
    expect(page.get_by_label("Een hele buurt of wijk")).to_be_checked()
    expect(page.locator("#gebied")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowUp")
    go_to_map(page)
    page.wait_for_timeout(MAP_MOVES_MS)
    page.keyboard.press("+")
    page.wait_for_timeout(MAP_MOVES_MS)
    page.keyboard.press("Enter")
    expect(page.get_by_text("De speld staat.")).to_be_visible()
    press(page, "Bewaar en ga verder")
    expect(page.get_by_role("heading", level=1)).to_have_text("Is dit al bekend of gepland?")
    check_accessible(page)
    press(page, "Bewaar en ga verder")
    expect(page.get_by_role("heading", level=1)).to_have_text("Controleer en verstuur")
    check_accessible(page)
    press(page, "Verstuur mijn idee")
    expect(page.get_by_role("heading", level=1)).to_have_text("Wij hebben uw idee ontvangen")
    expect(page.get_by_text("Duinbuurt").first).to_be_visible()
    check_accessible(page)


def test_without_javascript(resident) -> None:
    page = resident("/initiatieven/nieuw", java_script_enabled=False)
    page.get_by_label("Geef uw idee een naam").fill("Een bankje")
    page.get_by_label("Waar gaat het over?").select_option("ontmoeten")
    page.get_by_label("Wat wilt u doen?").fill("Wij zetten een bankje neer.")
    page.get_by_label("Waarom wilt u dit?").fill("Om elkaar te ontmoeten.")
    page.get_by_label("Geef uw idee een naam").press("Enter")
    page.get_by_label("Lengtegraad").fill("4,6500")
    page.get_by_label("Breedtegraad").fill("52,3705")
    page.get_by_role("button", name="Bewaar en ga verder").last.click()
    page.get_by_role("button", name="Verstuur mijn idee").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Wij hebben uw idee ontvangen")


def test_a_whole_wijk_without_the_map(resident) -> None:
    page = resident("/initiatieven/nieuw", width=375)
    write_first_step(page)
    page.get_by_role("link", name="Sla de kaart over").click()
    expect(page.locator("#plek-kaart")).to_be_hidden()
    page.get_by_label("Buurt of wijk", exact=True).select_option(label="Hele wijk Boerhaave")
    check_accessible(page)
    page.get_by_role("button", name="Bewaar en ga verder").last.click()
    expect(page.get_by_text("Het hele gebied")).to_be_visible()


def test_a_suggested_area_is_the_answer(resident) -> None:
    page = resident("/initiatieven/nieuw")
    write_first_step(page)
    page.wait_for_selector(".plek-kruis")
    page.get_by_label("Straat, adres of plek").press_sequentially("boerh")
    page.get_by_role("option", name="Hele wijk Boerhaave").click()
    page.get_by_role("button", name="Bewaar en ga verder").last.click()
    expect(page.get_by_text("Het hele gebied")).to_be_visible()


def test_a_place_nobody_knows_leaves_no_suggestions(resident) -> None:
    page = resident("/initiatieven/nieuw")
    write_first_step(page)
    place = page.get_by_label("Straat, adres of plek")
    place.press_sequentially("duinb")
    expect(page.get_by_role("option")).to_have_count(1)
    place.press_sequentially("xyz")
    expect(page.get_by_role("status").get_by_text("Niets gevonden.")).to_be_visible()
    expect(page.locator("[role=option]")).to_have_count(0)


def test_who_types_before_the_script_is_there_keeps_typing_and_gets_suggestions(resident) -> None:
    page = resident("/initiatieven/nieuw")
    held = []
    page.route("**/plek-zoeken*", lambda route: held.append(route))  # noqa: PLW0108  # it is marked
    with page.expect_request("**/plek-zoeken*"):
        write_first_step(page)
    place = page.get_by_label("Straat, adres of plek")
    place.press_sequentially("duin")
    held[0].continue_()
    expect(page.get_by_role("option")).to_have_count(1)
    page.keyboard.type("b")
    expect(place).to_have_value("duinb")


def test_a_place_outside_the_city_is_told_at_once_and_kept(resident) -> None:
    utrecht = {"latitude": 52.09, "longitude": 5.12}
    page = resident("/initiatieven/nieuw", geolocation=utrecht, permissions=["geolocation"])
    write_first_step(page)
    page.wait_for_selector(".plek-kruis")
    page.get_by_role("button", name="Gebruik mijn locatie").click()
    expect(page.get_by_text("Deze plek ligt buiten Haarlem.")).to_be_visible()
    page.get_by_role("button", name="Bewaar en ga verder").last.click()
    expect(page.get_by_text("Kies een plek binnen de gemeente.").first).to_be_visible()
    expect(page.locator(".plek-speld")).to_be_attached()
    assert page.locator("#lon").input_value().startswith("5.12")


def test_an_error_about_the_place_leads_to_the_map(resident) -> None:
    page = resident("/initiatieven/nieuw")
    write_first_step(page)
    page.wait_for_selector(".plek-kruis")
    press(page, "Bewaar en ga verder")
    page.wait_for_selector(".plek-kruis")
    check_accessible(page)
    page.get_by_role("link", name="Wijs de plek aan op de kaart").click()
    expect(page.locator("#plek-kaart")).to_be_focused()


@pytest.mark.parametrize("path", ["/initiatieven", "/initiatieven/nieuw", "/initiatieven/1"])
@pytest.mark.parametrize("width", [1280, 375])
def test_what_everyone_sees_is_accessible(open_page, path, width) -> None:
    page = open_page(path, width=width)
    check_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_what_is_ones_own_is_accessible(resident) -> None:
    page = resident("/initiatieven/mijn")
    check_accessible(page)


def test_what_was_typed_survives_a_session_that_ended(resident) -> None:
    page = resident("/initiatieven/nieuw")
    page.get_by_label("Waar gaat het over?").select_option("groen")
    page.get_by_label("Wat wilt u doen?").fill("Wij maken een tuin.")
    page.context.clear_cookies()
    page.get_by_role("button", name="Bewaar en ga verder").last.click()
    expect(page.get_by_text("Wat u schreef, staat er dan nog.")).to_be_visible()
    check_accessible(page)
    page.get_by_role("link", name="Log opnieuw in").click()
    page.get_by_label("E-mailadres").fill(EMAIL)
    page.get_by_label("Wachtwoord", exact=True).fill(WACHTWOORD)
    page.get_by_label("Wachtwoord", exact=True).press("Enter")
    expect(page.get_by_text("Wij hebben teruggezet wat u schreef.")).to_be_visible()
    expect(page.get_by_label("Wat wilt u doen?")).to_have_value("Wij maken een tuin.")
    expect(page.get_by_label("Waar gaat het over?")).to_have_value("groen")
    check_accessible(page)


def test_what_was_saved_is_not_put_back(resident) -> None:
    page = resident("/initiatieven/nieuw")
    write_first_step(page)
    page.wait_for_selector(".plek-kruis")
    page.goto("/initiatieven/nieuw")
    page.wait_for_load_state("networkidle")
    expect(page.get_by_label("Wat wilt u doen?")).to_have_value("")
    assert page.evaluate("Object.keys(sessionStorage)") == []


def test_what_was_typed_is_forgotten_on_signing_out(resident) -> None:
    page = resident("/initiatieven/nieuw")
    page.get_by_label("Wat wilt u doen?").fill("Van mij.")
    assert "Van mij." in page.evaluate("JSON.stringify(sessionStorage)")
    page.get_by_role("button", name="Uitloggen").click()
    page.wait_for_url("**/")
    assert page.evaluate("Object.keys(sessionStorage)") == []
