"""What every page shares, in a real browser: axe, the menu, the errors of a form."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest

from participatie.home.rules import PAGINAS

pytestmark = pytest.mark.e2e
AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
FIND_VIOLATIONS = """async () => (await axe.run()).violations.map(
  (found) => `${found.id}: ${found.nodes.map((node) => node.html).join(" | ")}`
)"""
PHONE = 375
NARROW = 320  # a page of 1280 pixels, zoomed in to 400 %


@pytest.fixture
def addresses(open_page) -> list[str]:
    """The pages of the site map, and of the gebieden only the first of each list."""
    page = open_page("/sitemap")
    lists = [
        [urlsplit(link.get_attribute("href")).path for link in found.locator("a").all()]
        for found in page.locator("main ul").all()
    ]
    return [*lists[0], *(rest[0] for rest in lists[1:])]


def test_the_site_map_has_every_page(addresses) -> None:
    assert len(addresses) > len(PAGINAS)


@pytest.mark.parametrize("width", [1280, PHONE])
def test_axe_finds_nothing_on_any_page_of_the_site_map(open_page, addresses, width) -> None:
    page = open_page("/", width=width)
    found = {}
    for address in addresses:
        page.goto(address)
        page.evaluate(AXE.read_text())
        found[address] = page.evaluate(FIND_VIOLATIONS)
    assert {address: problems for address, problems in found.items() if problems} == {}


def test_no_page_of_the_site_map_scrolls_sideways(open_page, addresses) -> None:
    page = open_page("/", width=NARROW)
    wider = {}
    for address in addresses:
        page.goto(address)
        wider[address] = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert {address: pixels for address, pixels in wider.items() if pixels > 0} == {}


def test_reading_leaves_nothing_behind_in_the_browser(open_page) -> None:
    page = open_page("/")
    page.goto("/privacy")
    kept = page.evaluate("localStorage.length + sessionStorage.length")
    assert (page.context.cookies(), kept) == ([], 0)


def test_the_skip_link_goes_past_the_menu(open_page) -> None:
    page = open_page("/privacy")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "inhoud"


@pytest.mark.parametrize("scripts", [True, False])
def test_the_menu_of_a_phone_opens_with_the_keyboard(open_page, scripts) -> None:
    page = open_page("/privacy", width=PHONE, java_script_enabled=scripts)
    page.locator("summary", has_text="Menu").press("Enter")
    assert page.locator("nav a", has_text="Wijken").first.is_visible()


def test_escape_closes_the_menu_and_gives_the_focus_back(open_page) -> None:
    page = open_page("/privacy", width=PHONE)
    page.locator("summary", has_text="Menu").press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.textContent.trim()") == "Menu"


@pytest.mark.parametrize("scripts", [True, False])
def test_a_wide_screen_always_shows_the_menu(open_page, scripts) -> None:
    page = open_page("/privacy", java_script_enabled=scripts)
    assert page.locator("nav a", has_text="Wijken").first.is_visible()


def test_the_focus_goes_to_the_errors_of_a_form_and_from_there_to_the_field(open_page) -> None:
    page = open_page("/account/registreren")
    page.locator("main form button[type=submit]").click()
    page.locator(".error-summary:focus").wait_for()
    link = page.locator(".error-summary a").first
    link.press("Enter")
    assert page.evaluate("'#' + document.activeElement.id") == link.get_attribute("href")
