"""Make the pictures of the README from the demo city, in docs/beelden."""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.e2e.site import CHROMIUM, FLAGS, DemoSite, serve_demo, sign_in  # noqa: E402

FOLDER = ROOT / "docs" / "beelden"
SIZE: ViewportSize = {"width": 1200, "height": 800}
PHONE: ViewportSize = {"width": 375, "height": 780}
PAGES = {
    "home": "/",
    "kaart": "/kaart",
    "gebied": "/gebieden/delftwijk",
    "project": "/projecten/1",
    "initiatief": "/initiatieven/2",
}
SETTLE_MS = 1200


def main() -> None:
    """Serve the demo city and take one picture of each main page."""
    FOLDER.mkdir(exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="participatie-beelden-"))
    with serve_demo(folder) as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        visitor = new_page(browser, site)
        for naam, path in PAGES.items():
            visitor.goto(path)
            keep(visitor, naam)
        phone = new_page(browser, site, PHONE)
        phone.goto("/kaart")
        keep(phone, "telefoon")
        resident = new_page(browser, site)
        sign_in(resident, site, "bewoner1")
        write_idea(resident)
        keep(resident, "bekend")
        official = new_page(browser, site)
        sign_in(official, site, "verbinder.noord")
        official.goto("/bureau")
        keep(official, "bureau")
        official.locator(".wachtrij a").first.click()
        keep(official, "besluit")
        browser.close()


def new_page(browser: Browser, site: DemoSite, size: ViewportSize = SIZE) -> Page:
    """Return a page of a new visitor."""
    context = browser.new_context(base_url=site.url, viewport=size, locale="nl-NL")
    return context.new_page()


def keep(page: Page, naam: str) -> None:
    """Keep what is on the screen as a picture."""
    page.wait_for_timeout(SETTLE_MS)
    page.screenshot(path=FOLDER / f"{naam}.png")


def write_idea(page: Page) -> None:
    """Fill in the first two steps, up to what is already planned."""
    verder = "Bewaar en ga verder"
    page.goto("/initiatieven/nieuw")
    page.get_by_label("Geef uw idee een naam").fill("Bankjes langs de wandelroute")
    page.get_by_label("Waar gaat het over?").select_option("verkeer")
    page.get_by_label("Wat wilt u doen?").fill("Drie bankjes, zodat iedereen kan rusten.")
    page.get_by_label("Waarom wilt u dit?").fill("Ouderen kunnen nu nergens zitten.")
    page.get_by_role("button", name=verder).last.click()
    page.get_by_label("Een hele buurt of wijk, of de hele stad").check()
    page.get_by_label("Buurt of wijk", exact=True).select_option(label="Leidsebuurt-oost")
    page.get_by_role("button", name=verder).last.click()


if __name__ == "__main__":
    main()
