"""A day at the desk by keyboard only: walk, choose, do many at once, undo, decide; with axe."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.test_bureau import desk, open_desk, signed_in, tab_to, violations

pytestmark = pytest.mark.e2e

__all__ = ["desk", "open_desk", "signed_in"]


def at_desk(open_desk, path="/bureau"):
    page = open_desk(path)
    page.wait_for_load_state("networkidle")
    return page


def press(page, keys):
    for key in keys:
        page.keyboard.press(key)


def test_many_are_taken_and_given_back_by_keyboard(open_desk) -> None:
    page = at_desk(open_desk)
    press(page, ["j", "x", "j", "x"])
    expect(page.locator("[data-gekozen]")).to_have_text("2 gekozen")
    button = page.get_by_role("button", name="Behandel wat u koos")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Behandel 2 inzendingen")
    tab_to(page, page.locator("#actie-0"))
    press(page, ["ArrowUp"])
    tab_to(page, page.get_by_role("button", name="Voer uit"))
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("2 inzendingen zijn nu van u.")
    found = violations(page)
    tab_to(page, page.locator("#reden"))
    page.keyboard.type("Dit was een vergissing van mij.")
    tab_to(page, page.get_by_role("button", name="Draai alles terug"))
    page.keyboard.press("Enter")
    expect(page.get_by_text("U heeft dit teruggedraaid")).to_be_visible()
    assert found == []


def test_d_goes_from_the_row_to_the_decision(open_desk) -> None:
    page = at_desk(open_desk)
    press(page, ["j", "d"])
    expect(page).to_have_url(re.compile("#besluit$"))
    page.wait_for_load_state("networkidle")
    page.keyboard.press("d")
    expect(page.locator("#uitkomst-0")).to_be_focused()


def test_o_opens_the_row(open_desk) -> None:
    page = at_desk(open_desk)
    title = page.locator(".wachtrij a").first.inner_text()
    press(page, ["j", "o"])
    expect(page.locator("h1")).to_have_text(title)


def test_the_keys_are_told_and_can_be_switched_off(open_desk) -> None:
    page = at_desk(open_desk)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    found = violations(page)
    tab_to(page, page.get_by_role("button", name="Zet de sneltoetsen uit"))
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    focused = page.evaluate("document.activeElement.closest('[data-rij]') !== null")
    assert (focused, found) == (False, [])


def test_without_a_script_everything_is_chosen_by_a_link(open_desk) -> None:
    page = open_desk("/bureau", java_script_enabled=False)
    page.get_by_role("link", name="Kies alles op deze pagina").click()
    page.get_by_role("button", name="Behandel wat u koos").click()
    expect(page.locator("h1")).to_have_text("Behandel 25 inzendingen")


@pytest.mark.parametrize("bak", ["bijna", "gemeld", "betwijfeld"])
def test_axe_finds_nothing_in_the_other_trays(open_desk, bak) -> None:
    assert violations(open_desk(f"/bureau?bak={bak}", width=375)) == []


def test_axe_finds_nothing_where_is_told_how_is_decided(open_desk) -> None:
    assert violations(open_desk("/zo-beslist-de-gemeente")) == []
