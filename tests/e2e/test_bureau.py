"""A day at the desk: with the keyboard only, on a phone, without JavaScript, and with axe."""

import re
from datetime import timedelta
from pathlib import Path

import pyotp
import pytest
from playwright.sync_api import expect

from participatie.core import clock
from participatie.core.geometry import point
from participatie.inzendingen.types import Status
from tests.e2e.conftest import serve
from tests.factories.accounts import WACHTWOORD, make_gebiedsverbinder
from tests.factories.gebieden import ContactFactory, make_city
from tests.factories.initiatieven import InitiatiefFactory
from tests.factories.inzendingen import BekendAntwoordFactory, KoppelingFactory
from tests.factories.moderation import BesluitFactory, NotitieFactory
from tests.factories.programmas import ProjectFactory

pytestmark = pytest.mark.e2e

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
TOTP = pyotp.TOTP("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
MODERATOR = "bureau@voorbeeld.example"
WAITING = 30


def fill_desk():
    """Make a queue of thirty, the first of them with something of everything."""
    city = make_city()
    door = make_gebiedsverbinder(email=MODERATOR)
    buurt = city.by_name["Duinbuurt"]
    ContactFactory(gebied=buurt)
    for number in range(WAITING):
        InitiatiefFactory(
            titel=f"Wens {number:02}",
            status=Status.INGEDIEND,
            gebied=city.buurten[number % len(city.buurten)],
            reactie_voor=clock.today() + timedelta(days=number - 3),
            punt=(4.6 + number / 1000, 52.39),
        )
    for _ in range(4):
        BesluitFactory(inzending=InitiatiefFactory(gebied=buurt), door=door)
    riool = ProjectFactory(gebieden=[buurt], place=point(4.6001, 52.3901))
    bomen = ProjectFactory(titel="Nieuwe bomen", gebieden=[buurt], place=point(4.5999, 52.39))
    full = InitiatiefFactory(
        titel="Een met alles", status=Status.INGEDIEND, gebied=buurt, punt=(4.6, 52.39)
    )
    full.reactie_voor = clock.today() + timedelta(days=100)
    BekendAntwoordFactory(inzending=full, project=riool)
    KoppelingFactory(inzending=full, project=bomen)
    NotitieFactory(inzending=full, door=door)
    BesluitFactory(
        inzending=InitiatiefFactory(
            titel="Al geplaatst", gebied=city.by_name["Zeebuurt"], punt=(4.615, 52.39)
        ),
        door=door,
    )


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """Serve a desk of its own, so that what is decided here is seen nowhere else."""
    with serve(tmp_path_factory.mktemp("desk"), fill_desk) as address:
        yield address


@pytest.fixture(scope="module")
def signed_in(browser, desk):
    """Sign in once with password and code, and keep the cookies."""
    context = browser.new_context(base_url=desk)
    page = context.new_page()
    page.goto("/bureau")
    page.fill("#email", MODERATOR)
    page.fill("#wachtwoord", WACHTWOORD)
    page.keyboard.press("Enter")
    page.fill("#code", TOTP.now())
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Bureau")
    yield context.storage_state()
    context.close()


@pytest.fixture
def open_desk(browser, desk, signed_in):
    contexts = []

    def opener(path="/bureau", *, width=1280, **options):
        context = browser.new_context(
            base_url=desk,
            storage_state=signed_in,
            viewport={"width": width, "height": 800},
            **options,
        )
        contexts.append(context)
        page = context.new_page()
        page.goto(path)
        return page

    yield opener
    for context in contexts:
        context.close()


def open_full(page):
    page.goto("/bureau?pagina=2")
    page.get_by_role("link", name="Een met alles").click()
    expect(page.locator("h1")).to_have_text("Een met alles")
    return page


def tab_to(page, locator):
    for _ in range(120):
        page.keyboard.press("Tab")
        if locator.evaluate("(found) => found === document.activeElement"):
            return
    pytest.fail(f"The keyboard does not reach {locator}.")


def test_j_and_k_walk_through_the_queue(open_desk) -> None:
    page = open_desk()
    page.wait_for_load_state("networkidle")
    for key in "jjjk":
        page.keyboard.press(key)
    focused = page.evaluate("document.activeElement.innerText")
    assert focused == page.locator(".wachtrij a").nth(1).inner_text()


def test_the_keys_do_nothing_while_someone_types(open_desk) -> None:
    page = open_desk()
    page.wait_for_load_state("networkidle")
    search = page.get_by_role("searchbox").first
    search.focus()
    page.keyboard.type("jk")
    expect(search).to_have_value("jk")


def test_a_decision_is_taken_and_undone_with_the_keyboard_only(open_desk) -> None:
    page = open_desk()
    page.wait_for_load_state("networkidle")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    tab_to(page, page.locator("#uitkomst-0"))
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator("#reden")).to_have_value(re.compile("duidelijk en past"))
    tab_to(page, page.get_by_role("button", name="Bekijk de mail"))
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Bekijk de mail")
    tab_to(page, page.get_by_role("button", name="Neem besluit"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("Uw besluit is opgeslagen")
    tab_to(page, page.get_by_role("link", name="Draai dit besluit terug"))
    page.keyboard.press("Enter")
    tab_to(page, page.locator("#reden"))
    page.keyboard.type("Dit was een vergissing van ons.")
    tab_to(page, page.get_by_role("button", name="Draai terug"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("teruggedraaid")


def test_a_proposed_link_is_made_and_removed_again(open_desk) -> None:
    page = open_full(open_desk())
    page.get_by_role("button", name="Koppel zoals voorgesteld").click()
    expect(page.get_by_role("status").first).to_contain_text("zoals de indiener vroeg")
    page.get_by_role("link", name="Haal weg Vernieuwen van het riool").click()
    page.fill("#reden", "Dit was een vergissing.")
    page.get_by_role("button", name="Haal weg").click()
    expect(page.get_by_role("status").first).to_contain_text("weggehaald")


def test_a_note_is_written_and_removed_again(open_desk) -> None:
    page = open_full(open_desk())
    page.fill("#notitie-tekst", "Bellen met groenbeheer.")
    page.get_by_role("button", name="Bewaar notitie").click()
    expect(page.locator(".notities__notitie").last).to_contain_text("Bellen met groenbeheer.")
    page.get_by_role("button", name="Verwijder").last.click()
    expect(page.locator(".notities")).not_to_contain_text("Bellen met groenbeheer.")


def test_only_the_grounds_of_the_chosen_outcome_are_shown(open_desk) -> None:
    page = open_full(open_desk())
    page.wait_for_load_state("networkidle")
    page.locator("#uitkomst-2").check()
    shown = [f"grond_{one}" for one in ("publiceren", "aanpassen", "afwijzen")]
    visible = [name for name in shown if page.locator(f"#{name}-0").is_visible()]
    assert visible == ["grond_afwijzen"]


def test_one_s_own_words_are_not_replaced_by_a_standard_text(open_desk) -> None:
    page = open_full(open_desk())
    page.wait_for_load_state("networkidle")
    page.fill("#reden", "Mijn eigen woorden.")
    page.locator("#uitkomst-0").check()
    page.locator("#grond_publiceren-0").check()
    expect(page.locator("#reden")).to_have_value("Mijn eigen woorden.")


def test_without_javascript_all_grounds_are_there(open_desk) -> None:
    page = open_full(open_desk(java_script_enabled=False))
    assert all(
        page.locator(f"#grond_{one}-0").is_visible()
        for one in ("publiceren", "aanpassen", "afwijzen")
    )


def test_without_javascript_the_standard_text_is_a_button(open_desk) -> None:
    page = open_full(open_desk(java_script_enabled=False))
    page.locator("#uitkomst-0").check()
    page.locator("#grond_publiceren-1").check()
    page.get_by_role("button", name="Zet de standaardtekst erin").click()
    expect(page.locator("#reden")).to_have_value(re.compile("sluit aan bij iets"))


@pytest.mark.parametrize("width", [375, 1280])
def test_the_standard_text_leads_back_to_the_form(open_desk, width) -> None:
    page = open_full(open_desk(width=width))
    page.locator("#uitkomst-0").check()
    page.locator("#grond_publiceren-1").check()
    page.get_by_role("button", name="Zet de standaardtekst erin").click()
    expect(page.locator("#besluit")).to_be_focused()
    expect(page.locator("#besluit-kop")).to_be_in_viewport()


@pytest.mark.parametrize("width", [375, 1280])
def test_going_back_from_the_mail_leads_to_the_form(open_desk, width) -> None:
    page = open_full(open_desk(width=width))
    page.locator("#uitkomst-0").check()
    page.locator("#grond_publiceren-1").check()
    page.get_by_role("button", name="Bekijk de mail").click()
    page.get_by_role("button", name="Terug en wijzig").click()
    expect(page.locator("#besluit")).to_be_focused()
    expect(page.locator("#besluit-kop")).to_be_in_viewport()


def test_deciding_otherwise_is_told_by_the_form_at_once(open_desk) -> None:
    page = open_full(open_desk())
    page.wait_for_load_state("networkidle")
    warning = page.get_by_text("U besluit anders dan eerder.")
    page.locator("#uitkomst-0").check()
    expect(warning).to_be_hidden()
    page.locator("#uitkomst-2").check()
    expect(warning).to_be_visible()


def test_on_a_phone_the_first_item_is_in_view(open_desk) -> None:
    page = open_desk(width=375)
    expect(page.locator(".wachtrij a").first).to_be_in_viewport(ratio=1)
    expect(page.locator(".toetsen")).to_be_hidden()


def test_a_mistake_gets_the_focus_and_leads_to_its_field(open_desk) -> None:
    page = open_full(open_desk())
    page.get_by_role("button", name="Neem besluit").click()
    expect(page.locator(".error-summary")).to_be_focused()
    page.get_by_role("link", name="Kies eerst wat u besluit.").click()
    expect(page.locator("#uitkomst-0")).to_be_focused()


@pytest.mark.parametrize("width", [320, 375, 1280])
def test_the_pages_do_not_scroll_sideways(open_desk, width) -> None:
    page = open_desk(width=width)
    widths = [page.evaluate("document.documentElement.scrollWidth")]
    open_full(page)
    widths.append(page.evaluate("document.documentElement.scrollWidth"))
    assert max(widths) <= width


def violations(page):
    page.wait_for_load_state("networkidle")
    page.evaluate(AXE.read_text())
    found = page.evaluate("axe.run().then((result) => result.violations)")
    return [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found]


@pytest.mark.parametrize("width", [375, 1280])
@pytest.mark.parametrize("bak", ["nieuw", "te-laat", "wacht", "afgehandeld"])
def test_axe_finds_nothing_in_the_queue(open_desk, bak, width) -> None:
    assert violations(open_desk(f"/bureau?bak={bak}&gebied=noord", width=width)) == []


@pytest.mark.parametrize("width", [375, 1280])
def test_axe_finds_nothing_on_an_inzending(open_desk, width) -> None:
    page = open_full(open_desk(width=width))
    page.get_by_text("Koppel aan een project").click()
    page.locator("#uitkomst-0").check()
    assert violations(page) == []


def test_axe_finds_nothing_on_a_refused_decision(open_desk) -> None:
    page = open_full(open_desk())
    page.get_by_role("button", name="Neem besluit").click()
    assert violations(page) == []


def test_axe_finds_nothing_on_the_mail_and_on_removing_a_link(open_desk) -> None:
    page = open_full(open_desk())
    page.get_by_role("link", name="Haal weg Nieuwe bomen").click()
    found = violations(page)
    open_full(page)
    page.locator("#uitkomst-2").check()
    page.locator("#grond_afwijzen-3").check()
    page.get_by_role("button", name="Bekijk de mail").click()
    assert found + violations(page) == []
