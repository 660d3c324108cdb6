"""A redacteur judges what touches with the keyboard; the page of the project then shows it."""

import pytest
from playwright.sync_api import expect

from tests.e2e.site import sign_in
from tests.e2e.test_toegankelijk import look_at

pytestmark = pytest.mark.e2e
REDEN = "De straat gaat dan maar een keer open, spreken wij af."


@pytest.fixture
def redacteur(visit, demo_site):
    page = visit()
    sign_in(page, demo_site, "redacteur")
    return page


def test_a_pair_is_judged_by_keyboard_and_shown_at_the_project(redacteur) -> None:
    page = redacteur
    page.goto("/raakvlakken", wait_until="networkidle")
    page.keyboard.press("j")
    expect(page.locator(".raak-rij__link").first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/raakvlakken/*")
    page.wait_for_load_state("networkidle")
    address = page.locator(".raak-kant--1 a").first.get_attribute("href")
    before = page.url
    page.keyboard.press("1")
    expect(page.get_by_label("Waarom?")).to_be_focused()
    page.keyboard.type(REDEN)
    page.get_by_label("Toon dit op de pagina").check()
    page.get_by_role("button", name="Sla op en ga verder").click()
    expect(page.get_by_text("Uw oordeel is opgeslagen.")).to_be_visible()
    assert page.url != before
    page.goto(address)
    expect(page.get_by_text(REDEN)).to_be_visible()


def test_the_pages_of_raakvlakken_are_accessible(redacteur) -> None:
    page = redacteur
    page.goto("/raakvlakken")
    pair = page.locator(".raak-rij__link").first.get_attribute("href")
    page.goto("/raakvlakken/overlast")
    buurt = page.locator(".drukte a").first.get_attribute("href")
    paths = ("/raakvlakken", pair, "/raakvlakken/overlast", buurt, "/raakvlakken/instellingen")
    assert look_at(page, paths) == []
