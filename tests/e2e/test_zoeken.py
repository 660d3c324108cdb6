"""Searching as visitors do it: from the header, by keyboard, on a phone, without JavaScript."""

import pytest
from playwright.sync_api import expect

from tests.e2e.test_toegankelijk import sideways, violations

pytestmark = pytest.mark.e2e
PHONE = {"width": 375, "height": 720}


def test_a_visitor_searches_from_the_header_by_keyboard(visit) -> None:
    page = visit("/privacy")
    page.get_by_label("Zoek op deze site").first.focus()
    page.keyboard.type("boom")
    page.keyboard.press("Enter")

    expect(page.get_by_role("status").filter(has_text="voor “boom”")).to_be_visible()
    expect(page.locator("mark").first).to_be_visible()
    assert violations(page) + sideways(page) == []


def test_a_mistyped_word_leads_to_what_was_meant(visit) -> None:
    page = visit("/zoeken?tekst=zonepanelen", java_script_enabled=False)
    page.locator(".zoek__bedoelde a").click()

    expect(page.locator("mark").first).to_be_visible()


def test_on_a_phone_the_answers_fit(visit) -> None:
    page = visit("/zoeken?tekst=straat", **PHONE)

    assert violations(page) + sideways(page) == []
