"""Officials see how decisions compare and what rises; everyone sees how the gemeente decides."""

import pytest
from playwright.sync_api import expect

from tests.e2e.site import sign_in
from tests.e2e.test_toegankelijk import look_at

pytestmark = pytest.mark.e2e


def test_an_official_takes_up_a_signal_and_puts_it_back(visit, demo_site) -> None:
    page = visit()
    sign_in(page, demo_site, "verbinder.schalkwijk")
    page.goto("/signalen")
    page.locator(".signaal__zin").first.click()
    page.get_by_label("Opgepakt").check()
    page.get_by_label("Notitie").fill("Mobiliteit telt het verkeer.")
    page.get_by_role("button", name="Opslaan").click()
    expect(page.get_by_text("Mobiliteit telt het verkeer.").first).to_be_visible()
    page.get_by_role("button", name="Zet terug naar Nieuw").click()

    expect(page.get_by_text("Dit signaal staat weer bij Nieuw.")).to_be_visible()


def test_the_pages_of_officials_are_accessible(visit, demo_site) -> None:
    page = visit()
    sign_in(page, demo_site, "verbinder.schalkwijk")

    assert look_at(page, ["/signalen", "/evenhandigheid", "/evenhandigheid/besluiten"]) == []


def test_how_the_gemeente_decides_is_accessible(visit) -> None:
    page = visit("/hoe-beslist-de-gemeente")

    assert look_at(page, ["/hoe-beslist-de-gemeente"]) == []
