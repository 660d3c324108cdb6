"""The redacteur keeps a project, someone else saves first, and everybody reads its history."""

import re
from datetime import date

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import visiting
from tests.e2e.site import sign_in
from tests.e2e.test_toegankelijk import look_at

PROJECT = "/projecten/3"
SAVE = ".form-actions button"


@pytest.fixture(scope="module")
def session(browser, demo_site):
    """The session of the redacteur: a code of the second factor works once."""
    with visiting(browser, demo_site.url) as opener:
        page = opener()
        sign_in(page, demo_site, "redacteur")
        yield page.context.storage_state()


def test_a_milestone_is_added_without_a_script_and_told_in_the_history(visit, session) -> None:
    page = visit(f"{PROJECT}/bewerken", java_script_enabled=False, storage_state=session)
    rows = page.get_by_label("Wat is er dan klaar?")
    before = rows.count()
    page.get_by_role("button", name="Nog een mijlpaal").click()
    expect(rows).to_have_count(before + 1)
    expect(rows.last).to_be_focused()
    rows.last.fill("Feestelijke opening")
    page.get_by_label("Wanneer?").last.fill("2030-05-01")
    page.locator(SAVE).click()
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Project wijzigen")
    page.get_by_role("link", name="Bekijk alles wat er veranderde").click()
    expect(page.get_by_text("Feestelijke opening, 1 mei 2030")).to_be_visible()


def test_of_two_windows_the_second_chooses_what_stays(visit, session) -> None:
    first = visit(storage_state=session)
    second = first.context.new_page()
    for page in (first, second):
        page.goto("/projecten/5/bewerken")
    first.get_by_label("Titel", exact=True).fill("Titel van de eerste")
    first.locator(SAVE).click()
    expect(first.get_by_role("heading", level=1)).to_have_text("Titel van de eerste")
    second.get_by_label("Titel", exact=True).fill("Titel van de tweede")
    second.locator(SAVE).click()
    expect(second.get_by_role("heading", name="Dit veranderde u allebei")).to_be_visible()
    expect(second.get_by_label("Titel", exact=True)).to_have_value("Titel van de tweede")
    second.get_by_role("button", name=re.compile("Neem over wat er nu staat")).click()
    expect(second.get_by_label("Titel", exact=True)).to_have_value("Titel van de eerste")


def test_the_list_and_a_project_can_be_read_as_they_were(visit) -> None:
    year = date.today().year  # noqa: DTZ011, TID251  # the clock of the browser
    page = visit(f"/projecten?stand={year - 1}-12-31")
    expect(page.get_by_text(f"U ziet de stand van 31 december {year - 1}")).to_be_visible()
    page.locator(".card__link").first.click()
    expect(page.get_by_text(f"U ziet de stand van 31 december {year - 1}")).to_be_visible()
    page.get_by_role("link", name="Naar nu").click()
    expect(page.get_by_text("U ziet de stand van")).to_have_count(0)


def test_history_and_documents_are_for_everyone(visit, session) -> None:
    page = visit(storage_state=session)
    paths = (f"{PROJECT}/geschiedenis", f"{PROJECT}/documenten", f"{PROJECT}?stand=2026-06-01")
    assert look_at(page, paths) == []
