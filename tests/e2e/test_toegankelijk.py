"""axe-core finds nothing on any page: for a visitor, a resident and officials, also on a phone."""

from pathlib import Path

import pytest

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
WIDTHS = (1280, 375)
RULES = "{runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}"
OWN_PAGES = {
    "bewoner1": ("/initiatieven/nieuw", "/initiatieven/mijn", "/account/profiel"),
    "verbinder.zuid-west": ("/bureau", "/account/profiel"),
    "redacteur": ("/projecten/nieuw", "/projecten/1/bewerken"),
    "beheerder": ("/beheer/gebruikers",),
}


def sign_in(page, site, who: str) -> None:
    email, wachtwoord, code = site.access(who)
    page.goto("/account/inloggen")
    page.get_by_label("E-mailadres").fill(email)
    page.get_by_label("Wachtwoord", exact=True).fill(wachtwoord)
    page.get_by_role("button", name="Inloggen").click()
    if code is not None:
        page.get_by_role("textbox", name="Code").fill(code)
        page.get_by_role("main").get_by_role("button").first.click()
    page.wait_for_load_state()


def violations(page) -> list[str]:
    page.evaluate(AXE.read_text())
    found = page.evaluate(f"() => axe.run(document, {RULES})")
    return [
        f"{page.url}: {violation['id']} {node['target']} {node['failureSummary']}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


def sideways(page) -> list[str]:
    """Say when a page must be scrolled sideways."""
    wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1")
    return [f"{page.url} scrolls sideways at {page.viewport_size['width']} px"] if wide else []


@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_of_the_site_map_is_accessible(visit, width) -> None:
    page = visit("/sitemap", width=width)
    paths = page.eval_on_selector_all("main a[href^='/']", "all => all.map(a => a.pathname)")
    found = []
    for path in sorted(set(paths)):
        page.goto(path)
        found += violations(page) + sideways(page)
    assert paths
    assert found == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("who", OWN_PAGES)
def test_every_page_behind_the_sign_in_is_accessible(visit, demo_site, who, width) -> None:
    page = visit(width=width)
    sign_in(page, demo_site, who)
    found = []
    for path in OWN_PAGES[who]:
        answer = page.goto(path)
        assert answer is not None
        assert answer.ok, f"{path}: {answer.status}"
        found += violations(page) + sideways(page)
    assert found == []
