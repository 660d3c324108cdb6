"""A council member follows the money from the city down to one project."""

from playwright.sync_api import expect

from tests.e2e.test_toegankelijk import look_at


def test_an_amount_of_the_city_leads_to_a_project(visit) -> None:
    page = visit("/geld")
    page.get_by_role("link", name="Noord", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Het grote geld in Noord")
    page.get_by_role("row", name="Samen").get_by_role("link").last.click()
    page.locator("tbody a").first.click()

    expect(page.get_by_role("heading", name="Wat kost het?")).to_be_visible()


def test_the_pages_of_the_money_are_accessible(visit) -> None:
    page = visit("/geld")

    assert look_at(page, ["/geld/noord?per=organisatie", "/geld/noord/projecten"]) == []
