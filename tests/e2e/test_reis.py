"""The main job, from end to end: sent in by keyboard, published and linked at the desk, found."""

from playwright.sync_api import Page, expect

from tests.e2e.site import sign_in

TITEL = "Een pluktuin voor de hele straat"
MOST_TABS = 150
NAME_OF_FOCUS = """() => {
  const one = document.activeElement;
  const label = one.labels && one.labels.length ? one.labels[0].innerText : '';
  return (label || one.getAttribute('aria-label') || one.innerText || one.id || '').trim();
}"""


def tab_to(page: Page, name: str) -> None:
    """Press Tab until what has the focus carries this name."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.evaluate(NAME_OF_FOCUS).startswith(name):
            return
    raise AssertionError(f"The keyboard never reaches “{name}” on {page.url}")


def type_in(page: Page, name: str, text: str) -> None:
    tab_to(page, name)
    page.keyboard.type(text)


def press(page: Page, name: str) -> None:
    tab_to(page, name)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def send_in_by_keyboard(page: Page) -> None:
    """Go through the four steps without a mouse, up to the receipt."""
    page.goto("/")
    press(page, "Idee indienen")
    type_in(page, "Geef uw idee een naam", TITEL)
    tab_to(page, "Waar gaat het over?")
    page.keyboard.type("Groen")
    type_in(page, "Wat wilt u doen?", "Wij planten samen bessen en kruiden in de straat.")
    type_in(page, "Waarom wilt u dit?", "Buren leren elkaar kennen en de straat wordt groener.")
    press(page, "Bewaar en ga verder")
    tab_to(page, "Een plek die ik op de kaart aanwijs")
    page.keyboard.press("ArrowDown")
    tab_to(page, "Buurt of wijk")
    page.keyboard.type("Leidsebuurt-oost")
    press(page, "Bewaar en ga verder")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Is dit al bekend of gepland?")
    press(page, "Bewaar en ga verder")
    expect(page.get_by_role("main")).to_contain_text(TITEL)
    press(page, "Verstuur mijn idee")
    expect(page.get_by_role("heading", level=1)).to_have_text("Wij hebben uw idee ontvangen")
    expect(page.get_by_role("main")).to_contain_text("Kenmerk")


def publish_and_link(page: Page) -> None:
    """Decide at the desk, then link to the first project that lies nearby."""
    page.goto("/bureau")
    page.get_by_role("link", name=TITEL).click()
    page.get_by_label("Publiceren.").check()
    page.get_by_label("Past in het gebied.").check()
    page.get_by_role("button", name="Zet de standaardtekst erin").click()
    page.get_by_role("button", name="Neem besluit").click()
    expect(page.get_by_role("status").first).to_be_visible()
    page.get_by_text("Koppel aan een project").click()
    page.get_by_role("radiogroup", name="Welk project?").get_by_role("radio").first.check()
    page.get_by_label("Aanvulling op").check()
    page.get_by_label("Waarom is dat het verband?").fill("Dit past goed naast het project.")
    page.get_by_role("button", name="Koppel", exact=True).click()
    expect(page.get_by_role("main")).to_contain_text("Dit past goed naast het project.")


def test_an_initiative_goes_from_a_keyboard_to_the_map(visit, demo_site) -> None:
    resident = visit()
    sign_in(resident, demo_site, "bewoner1")
    send_in_by_keyboard(resident)
    official = visit()
    sign_in(official, demo_site, "verbinder.zuid-west")
    publish_and_link(official)

    visitor = visit("/kaart?tekst=pluktuin")
    found = visitor.get_by_role("main").get_by_role("link", name=TITEL)
    expect(found).to_be_visible()
    found.click()
    expect(visitor.get_by_role("heading", level=1)).to_contain_text(TITEL)
    expect(visitor.get_by_role("main")).to_contain_text("Dit past goed naast het project.")
