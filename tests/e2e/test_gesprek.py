"""Support, follow and talk in a real browser: by keyboard, with axe, and without JavaScript."""

from playwright.sync_api import expect

from tests.e2e.site import sign_in
from tests.e2e.test_toegankelijk import look_at


def _open_first(page) -> None:
    page.goto("/initiatieven")
    page.goto(page.locator(".card__link").first.get_attribute("href"))


def test_a_resident_supports_and_talks_by_keyboard(visit, demo_site) -> None:
    page = visit()
    sign_in(page, demo_site, "bewoner11")
    _open_first(page)
    page.locator("#doen").get_by_role("button", name="Volg").press("Enter")
    expect(page.locator("#doen").get_by_role("button", name="Volg niet meer")).to_be_visible()
    page.get_by_role("link", name="Lees alles en reageer").press("Enter")
    page.get_by_label("Uw reactie").press_sequentially("Ik breng een hark mee.", delay=120)
    page.get_by_role("button", name="Plaats reactie").press("Enter")
    expect(page.get_by_text("Wacht op controle")).to_be_visible()
    here = page.url.partition("#")[0]
    assert look_at(page, ["/gesprek/volgend", here]) == []


def test_support_works_without_javascript(visit, demo_site) -> None:
    sign_in(visit(), demo_site, "bewoner12")
    page = visit(java_script_enabled=False)
    sign_in(page, demo_site, "bewoner12")
    _open_first(page)
    page.locator("#doen").get_by_role("button", name="Ik steun dit").click()
    expect(page.locator("#doen").get_by_role("button", name="Steun niet meer")).to_be_visible()
