"""An initiatief until it is really done: brought further, doubted, reopened, and done."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.e2e.site import sign_in
from tests.pictures import picture

TITEL = "Zonnepanelen op de daken van het blok"
INDIENER, VOLGER, VERBINDER = "bewoner4", "bewoner2", "verbinder.noord"
AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
VIOLATIONS = (
    "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))"
)


def check_accessible(page: Page) -> None:
    page.evaluate(AXE.read_text())
    assert page.evaluate(VIOLATIONS) == []


def go_to_initiatief(page: Page) -> None:
    page.goto("/initiatieven?tekst=zonnepanelen+blok")
    page.get_by_role("link", name=TITEL, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITEL)


def bring(page: Page, fase: str, toelichting: str) -> None:
    page.get_by_role("link", name="Verander de fase").click()
    page.get_by_label(fase).check()
    page.get_by_label("Leg uit waarom").fill(toelichting)
    check_accessible(page)
    page.get_by_role("button", name="Bewaar de fase").click()
    expect(page.get_by_text("De nieuwe fase staat op de pagina.")).to_be_visible()


def tell(page: Page, tekst: str) -> None:
    page.get_by_role("link", name="Vertel hoe het gaat").click()
    page.get_by_label("Wat is er gebeurd?").fill(tekst)
    foto = {"name": "dak.jpg", "mimeType": "image/jpeg", "buffer": picture()}
    page.get_by_label("Kies een foto").first.set_input_files(foto)
    page.get_by_label("Wat staat er op deze foto?").first.fill("Panelen op het dak")
    check_accessible(page)
    page.get_by_role("button", name="Plaats dit nieuws").click()
    expect(page.get_by_role("img", name="Panelen op het dak")).to_be_visible()


def answer(page: Page, klopt: str, reden: str = "") -> None:
    page.get_by_role("link", name="Zeg of het klopt").click()
    page.get_by_label(klopt).check()
    page.get_by_label("Wat is er nog niet klaar?").fill(reden)
    check_accessible(page)
    page.get_by_role("button", name="Verstuur mijn antwoord").click()
    expect(page.get_by_text("Dank u wel.")).to_be_visible()


def test_from_feasible_to_really_done(visit, demo_site) -> None:
    indiener, volger, verbinder = visit(), visit(width=375), visit()
    sign_in(indiener, demo_site, INDIENER)
    sign_in(volger, demo_site, VOLGER)
    sign_in(verbinder, demo_site, VERBINDER)

    go_to_initiatief(indiener)
    check_accessible(indiener)
    bring(indiener, "In uitvoering", "Het dak kan de panelen dragen. De installateur begint.")
    tell(indiener, "De eerste twintig panelen liggen op het dak.")
    bring(indiener, "Gerealiseerd", "Alle panelen liggen er en leveren stroom.")

    go_to_initiatief(volger)
    answer(volger, "Nee, het is nog niet klaar", "Ons portiek heeft nog geen aansluiting.")

    go_to_initiatief(verbinder)
    verbinder.get_by_role("link", name="Beslis hierover").click()
    check_accessible(verbinder)
    verbinder.get_by_label("Het is nog niet klaar: het gaat weer verder").check()
    verbinder.get_by_label("Leg uit waarom").fill("Twee portieken wachten nog op aansluiting.")
    verbinder.get_by_role("button", name="Bewaar mijn besluit").click()
    expect(verbinder.get_by_text("Toch nog niet klaar: weer in uitvoering")).to_be_visible()

    go_to_initiatief(indiener)
    bring(indiener, "Gerealiseerd", "Nu zijn ook de laatste twee portieken aangesloten.")
    go_to_initiatief(volger)
    answer(volger, "Ja, dit klopt")
    expect(volger.get_by_text("1 persoon heeft geantwoord: klopt.")).to_be_visible()
    check_accessible(volger)
    assert volger.evaluate("document.documentElement.scrollWidth") <= 375
