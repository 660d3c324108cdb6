"""axe-core finds nothing on any page: for a visitor, a resident and officials, also on a phone."""

from pathlib import Path

import pytest

from tests.e2e.site import sign_in

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
WIDTHS = (1280, 375)
MANY = 10
RULES = "{runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}"
MAIN_PAGES = (
    "/", "/kaart", "/gebieden", "/projecten", "/initiatieven", "/contact", "/open-data",
    "/opgaven", "/opgaven/1", "/programma", "/programma/centrum", "/programma/centrum/2026",
    "/geld", "/wijkprogramma", "/wijkprogramma/oude-stad/2026", "/organisaties",
    "/organisaties/netbeheerder", "/zoeken", "/zoeken?tekst=bomen", "/zoeken?tekst=bommmen",
)  # fmt: skip
EDITOR_PAGES = ("/programma/planning", "/programma/centrum/2026/afsluiten", "/raakvlakken",
                "/raakvlakken/overlast", "/projecten/1/bewerken")  # fmt: skip
LARGE = "html { font-size: 200% !important }"
SPACED = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important }
* { word-spacing: 0.16em !important }
p { margin-block-end: 2em !important }
"""  # WCAG 1.4.12
RESTYLE = """(css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
}"""
OWN_PAGES = {
    "bewoner1": ("/initiatieven/nieuw", "/initiatieven/mijn", "/account/profiel"),
    "verbinder.zuid-west": ("/bureau", "/account/profiel"),
    "redacteur": ("/projecten/nieuw", "/projecten/1/bewerken"),
    "beheerder": ("/beheer/gebruikers",),
}


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


def look_at(page, paths) -> list[str]:
    """Return what is wrong with these pages, wide and narrow."""
    found = []
    for path in paths:
        answer = page.goto(path)
        if answer is None or not answer.ok:
            found.append(f"{path}: {answer and answer.status}")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            found += violations(page) + sideways(page)
    return found


def test_every_page_of_the_site_map_is_accessible(visit) -> None:
    page = visit("/sitemap")
    paths = page.eval_on_selector_all("main a[href^='/']", "all => all.map(a => a.pathname)")
    assert len(paths) > MANY
    assert look_at(page, sorted(set(paths))) == []


@pytest.mark.parametrize("letters", [LARGE, LARGE + SPACED], ids=["large", "large-and-spaced"])
@pytest.mark.parametrize("width", WIDTHS)
def test_letters_twice_as_large_ask_for_no_scrolling_sideways(visit, width, letters) -> None:
    page = visit("/", width=width)
    paths = [*MAIN_PAGES]
    for first in ("/projecten", "/initiatieven", "/gebieden"):
        page.goto(first)
        link = page.locator(f"main a[href^='{first}/']:not([href*='nieuw'])").first
        paths.append(link.get_attribute("href"))
    found = []
    for path in paths:
        page.goto(path)
        page.evaluate(RESTYLE, letters)
        found += sideways(page)
    assert found == []


def test_large_letters_on_a_phone_hold_for_editors_too(visit, demo_site) -> None:
    page = visit("/", width=375)
    sign_in(page, demo_site, "redacteur")
    found = []
    for path in EDITOR_PAGES:
        page.goto(path)
        page.evaluate(RESTYLE, LARGE)
        found += sideways(page)
    assert found == []


def test_on_a_phone_with_large_letters_menu_and_name_stand_apart(visit) -> None:
    page = visit("/", width=375)
    page.evaluate(RESTYLE, LARGE)
    name = page.locator(".site-header__brand").bounding_box()
    menu = page.locator(".site-header__toggle").bounding_box()
    assert name["y"] + name["height"] <= menu["y"] or name["x"] + name["width"] <= menu["x"]


@pytest.mark.parametrize("who", OWN_PAGES)
def test_every_page_behind_the_sign_in_is_accessible(visit, demo_site, who) -> None:
    page = visit()
    sign_in(page, demo_site, who)
    assert look_at(page, OWN_PAGES[who]) == []
