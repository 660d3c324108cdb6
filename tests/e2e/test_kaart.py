"""The map as visitors meet it: with a mouse, a keyboard, a phone, and without JavaScript."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.e2e.city import NAUGHTY, fill
from tests.e2e.conftest import serve

pytestmark = pytest.mark.e2e

KILOBYTE = 1024
READY = "#kaart-vlak[data-klaar]"
AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
PHONE = {"width": 375, "height": 720, "has_touch": True, "is_mobile": True}
COUNT_SHIFTS = """
window.shifts = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.shifts += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""


@pytest.fixture
def open_map(open_page):
    def opener(query="", **options):
        page = open_page(f"/kaart{query}", **options)
        page.wait_for_selector(READY, state="attached")
        return page

    return opener


def number_of(page) -> int:
    return int(page.locator("#kaart-lijst").get_attribute("data-totaal"))


def shown(page) -> int:
    return int(page.locator("#kaart-vlak").get_attribute("data-getoond"))


def wait_for_list(page, act) -> None:
    with page.expect_response(lambda answer: "/kaart" in answer.url and answer.ok):
        act()
    page.wait_for_timeout(100)


def test_the_first_load_takes_at_most_150_kilobytes_and_asks_nobody_else(
    browser, live_server
) -> None:
    page = browser.new_page()
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    sizes, hosts = [], set()
    network.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.on("request", lambda request: hosts.add("/".join(request.url.split("/")[:3])))
    page.goto(f"{live_server}/kaart")
    page.wait_for_selector(READY, state="attached")
    cookies = page.context.cookies()
    page.close()
    assert hosts == {live_server}
    assert cookies == []
    assert 0 < sum(sizes) <= 150 * KILOBYTE


@pytest.mark.parametrize("width", [375, 1280])
def test_nothing_moves_while_the_page_loads(browser, live_server, width) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.add_init_script(COUNT_SHIFTS)
    page.goto(f"{live_server}/kaart")
    page.wait_for_selector(READY, state="attached")
    page.wait_for_timeout(300)
    shifts = page.evaluate("window.shifts")
    page.close()
    assert shifts == 0


def test_a_choice_changes_list_map_and_address_without_a_new_page(open_map) -> None:
    page = open_map()
    page.evaluate("window.stays = true")
    page.get_by_text("Meer keuzes").click()
    wait_for_list(page, lambda: page.get_by_label("Alle initiatieven", exact=True).check())
    assert number_of(page) == shown(page) == 60
    assert page.url.endswith("/kaart?soort=initiatieven")
    assert page.evaluate("window.stays") is True
    expect(page.locator("#kaart-aantal")).to_have_text("60 resultaten")


@pytest.mark.parametrize(
    "query",
    [
        "?fase=uitvoering",
        "?soort=onderhoud&soort=initiatieven",
        "?van=2026&tot=2026",
        "?domein=sociaal&fase=idee",
        "?gebied=leidsewijk&thema=groen",
        "?tekst=fietspad+zijlweg",
        "?tekst=CAFE",
    ],
)
def test_map_and_list_show_the_same(open_map, query) -> None:
    page = open_map(query)
    whole_area = page.locator(".kaart-rij__waar", has_text="Voor heel").count()
    assert number_of(page) - whole_area == shown(page)


def test_a_pill_takes_one_filter_away(open_map) -> None:
    page = open_map("?fase=idee&soort=initiatieven")
    wait_for_list(page, lambda: page.locator(".kaart-pil", has_text="Idee").click())
    assert page.url.endswith("/kaart?soort=initiatieven")
    assert not page.locator("input[name=fase][value=idee]").is_checked()


def test_back_undoes_a_filter_in_form_list_and_map(open_map) -> None:
    page = open_map()
    everything = (number_of(page), shown(page))
    page.get_by_text("Meer keuzes").click()
    only = page.get_by_label("Alle initiatieven", exact=True)
    wait_for_list(page, only.check)
    wait_for_list(page, lambda: page.get_by_label("Gebied", exact=True).select_option("boerhaave"))
    wait_for_list(page, page.go_back)
    assert (number_of(page), page.url.rpartition("/")[2]) == (60, "kaart?soort=initiatieven")
    assert page.get_by_label("Gebied", exact=True).input_value() == ""
    wait_for_list(page, page.go_back)
    assert (number_of(page), shown(page)) == everything
    assert not only.is_checked()
    wait_for_list(page, page.go_forward)
    assert number_of(page) == shown(page) == 60


def test_a_word_that_is_typed_is_one_step_back(open_map) -> None:
    page = open_map("?fase=idee")
    words = page.get_by_label("Zoek op woorden")
    wait_for_list(page, lambda: words.press_sequentially("fiets"))
    wait_for_list(page, lambda: words.press_sequentially("pad"))
    wait_for_list(page, page.go_back)
    assert page.url.endswith("/kaart?fase=idee")
    assert words.input_value() == ""


def test_moving_the_map_makes_no_step_to_go_back_to(open_map) -> None:
    page = open_map()
    steps = page.evaluate("history.length")
    page.locator("#kaart-vlak").focus()
    wait_for_list(page, lambda: page.keyboard.press("+"))
    page.wait_for_timeout(600)
    assert "bbox=" in page.url
    assert page.evaluate("history.length") == steps


def test_moving_the_map_filters_the_list_and_a_link_restores_the_view(open_map) -> None:
    page = open_map()
    everything = number_of(page)
    page.locator("#kaart-vlak").focus()
    wait_for_list(page, lambda: [page.keyboard.press("+") for _ in range(3)])
    page.wait_for_timeout(600)
    assert "bbox=" in page.url
    assert number_of(page) < everything
    again = open_map(page.url[page.url.index("?") :])
    assert number_of(again) == number_of(page)
    assert again.locator(".kaart-punt, .kaart-groep").count() > 0


def test_the_list_can_stay_as_it_is_while_the_map_moves(open_map) -> None:
    page = open_map()
    page.get_by_label("Lijst volgt de kaart").uncheck()
    page.locator("#kaart-vlak").focus()
    page.keyboard.press("+")
    page.wait_for_timeout(900)
    assert "bbox=" not in page.url


def test_a_gebied_fills_the_map_and_fades_the_rest(open_map) -> None:
    page = open_map()
    wait_for_list(page, lambda: page.get_by_label("Gebied", exact=True).select_option("boerhaave"))
    assert page.url.endswith("/kaart?gebied=boerhaave")
    expect(page.locator("h1")).to_contain_text("Boerhaave")
    assert page.locator(".leaflet-masker-pane canvas").count() == 1


def test_several_items_on_one_spot_are_all_listed(open_map) -> None:
    page = open_map("?soort=beleidsopgave&tekst=zelfde+plek")
    page.locator(".kaart-groep").click()
    expect(page.locator(".kaart-ballon a")).to_have_count(3)


def test_a_group_says_in_which_gebied_it_lies(open_map) -> None:
    page = open_map("?soort=beleidsopgave&tekst=zelfde+plek")
    label = page.locator(".kaart-groep").get_attribute("aria-label")
    assert re.fullmatch("3 plannen of ideeën bij elkaar in .+", label)


def test_a_link_leads_the_keyboard_past_the_list_and_back(open_map) -> None:
    page = open_map()
    page.get_by_role("link", name="Naar de kaart").press("Enter")
    expect(page.locator("#kaart-vlak")).to_be_focused()
    page.get_by_role("link", name="Naar de lijst").press("Enter")
    expect(page.locator("#kaart-lijst")).to_be_focused()


def test_on_a_phone_the_link_to_the_map_shows_it(open_map) -> None:
    page = open_map(**PHONE)
    page.get_by_role("link", name="Naar de kaart").press("Enter")
    expect(page.locator("#kaart-vlak")).to_be_focused()
    page.get_by_role("link", name="Naar de lijst").press("Enter")
    expect(page.locator("#kaart-lijst")).to_be_focused()


def test_on_a_phone_the_balloon_stays_inside_the_map_and_can_be_closed(open_map) -> None:
    page = open_map("?soort=beleidsopgave&tekst=zelfde+plek", **PHONE)
    page.get_by_role("button", name="Toon de kaart").tap()
    page.locator(".kaart-groep").tap()
    page.locator(".kaart-ballon").wait_for()
    page.wait_for_timeout(500)
    balloon, around = (
        page.locator(found).bounding_box() for found in (".leaflet-popup", "#kaart-vlak")
    )
    assert around["x"] <= balloon["x"]
    assert balloon["x"] + balloon["width"] <= around["x"] + around["width"]
    page.get_by_role("button", name="Sluit").tap()
    expect(page.locator(".kaart-ballon")).to_have_count(0)


def test_script_in_a_title_is_text_in_the_balloon(open_map) -> None:
    page = open_map("?tekst=stoute+titel")
    page.locator(".kaart-punt").click()
    expect(page.locator(".kaart-ballon a")).to_have_text(NAUGHTY)
    assert page.evaluate("window.hacked") is None


def test_the_keyboard_opens_a_balloon_and_escape_gives_the_focus_back(open_map) -> None:
    page = open_map("?soort=beleidsopgave&tekst=zelfde+plek")
    page.locator(".kaart-groep").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".kaart-ballon a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".kaart-ballon")).to_have_count(0)
    expect(page.locator(".kaart-groep")).to_be_focused()


def test_tab_reaches_the_signs_on_the_map(open_map) -> None:
    page = open_map()
    page.get_by_role("button", name="Uitzoomen").focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.className").count("leaflet-marker-icon") == 1


def test_an_item_of_the_list_lights_up_on_the_map_and_the_reverse(open_map) -> None:
    page = open_map("?tekst=cafe")
    page.locator(".kaart-rij a").first.focus()
    expect(page.locator(".kaart-punt.is-gemarkeerd")).to_have_count(1)
    page.locator(".kaart-punt").focus()
    expect(page.locator(".kaart-rij.is-gemarkeerd")).to_have_count(1)


def test_the_years_play_one_by_one(open_map) -> None:
    page = open_map()
    wait_for_list(page, lambda: page.get_by_role("slider").fill("1"))
    assert re.search(r"van=2025&tot=2025", page.url)
    page.get_by_role("button", name="Laat de jaren zien").click()
    page.wait_for_timeout(600)
    assert re.search(r"van=2026&tot=2026", page.url)


def test_the_wheel_scrolls_the_page_until_the_map_is_chosen(open_map) -> None:
    page = open_map(height=500)
    zoom = page.locator(".kaart-vlak__kaart")
    zoom.hover(position={"x": 5, "y": 200})
    before = page.evaluate("scrollY")
    page.mouse.wheel(0, 200)
    page.wait_for_timeout(400)
    assert page.evaluate("scrollY") > before
    assert "bbox=" not in page.url


def test_on_a_phone_list_and_map_take_turns(open_map) -> None:
    page = open_map(**PHONE)
    expect(page.locator("#kaart-vlak")).to_be_hidden()
    page.get_by_role("button", name="Toon de kaart").tap()
    expect(page.locator("#kaart-vlak")).to_be_visible()
    expect(page.locator("#kaart-lijst")).to_be_hidden()
    expect(page.locator(".kaart-groep").first).to_be_visible()
    page.get_by_role("button", name="Toon de lijst").tap()
    expect(page.locator("#kaart-lijst")).to_be_visible()


@pytest.mark.parametrize(
    ("height", "letters", "position"),
    [(720, "100%", "sticky"), (300, "100%", "static"), (720, "200%", "static")],
)
def test_the_button_keeps_to_the_window_only_where_there_is_room_for_it(
    open_map, height, letters, position
) -> None:
    page = open_map(width=375, height=height)
    if letters != "100%":
        page.evaluate("(size) => { document.documentElement.style.fontSize = size; }", letters)
    button = page.get_by_role("button", name="Toon de kaart")
    assert button.evaluate("(element) => getComputedStyle(element).position") == position


def test_the_button_stands_below_the_last_line_of_the_list(open_map) -> None:
    page = open_map(**PHONE)
    page.locator(".site-footer").scroll_into_view_if_needed()
    last = page.locator("#kaart-lijst").bounding_box()
    button = page.get_by_role("button", name="Toon de kaart").bounding_box()
    assert last["y"] + last["height"] <= button["y"]


def test_on_a_phone_one_finger_scrolls_the_page_until_asked_otherwise(open_map) -> None:
    page = open_map(**PHONE)
    page.get_by_role("button", name="Toon de kaart").tap()
    action = "getComputedStyle(document.getElementById('kaart-vlak')).touchAction"
    assert "pan-y" in page.evaluate(action)
    page.get_by_role("button", name="Kaart verschuiven").tap()
    assert page.evaluate(action) == "none"


@pytest.mark.parametrize("width", [320, 375, 1280])
def test_nothing_sticks_out_at_the_side(open_map, width) -> None:
    page = open_map(width=width)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_javascript_everything_is_in_the_list(open_page) -> None:
    page = open_page("/kaart?gebied=duinbuurt", java_script_enabled=False)
    expect(page.get_by_role("link", name="Café aan het plein")).to_be_visible()
    expect(page.locator("#kaart-vlak")).to_be_hidden()
    expect(page.get_by_text("De kaart werkt alleen met JavaScript")).to_be_visible()
    page.get_by_label("Zoek op woorden").fill("cafe")
    page.get_by_role("button", name="Toon", exact=True).click()
    assert number_of(page) == 1


@pytest.mark.parametrize("query", ["", "?gebied=duinbuurt&fase=idee", "?tekst=olifant"])
@pytest.mark.parametrize("width", [375, 1280])
def test_axe_finds_nothing(open_map, query, width) -> None:
    page = open_map(query, width=width)
    page.evaluate(AXE.read_text())
    found = page.evaluate("axe.run().then((result) => result.violations)")
    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found] == []


def test_10_000_items_are_filtered_and_grouped_in_the_browser(open_map) -> None:
    page = open_map()
    module = page.locator("script[src*='js/kaart/kaart.js']").get_attribute("src")
    found, groups = page.evaluate(
        """async (module) => {
          const { filterItems } = await import(module.replace("kaart.js", "filter.js"));
          const { makeGroups } = await import(module.replace("kaart.js", "groepen.js"));
          const items = Array.from({ length: 10000 }, (_, n) => ({
            sleutel: `p${n}`, bron: "projecten", soort: "werk",
            fase: n % 2 ? "idee" : "uitvoering", domein: "fysiek", thema: "groen",
            van: 2025 + (n % 4), tot: 2026 + (n % 4),
            gebieden: [n % 137], plek: [4.6 + (n % 100) / 1000, 52.35 + (n % 77) / 1000],
          }));
          const query = new URLSearchParams("fase=idee&van=2026&tot=2027&thema=groen");
          const view = { left: 0, right: 1e9, top: 0, bottom: 1e9 };
          const found = filterItems(items, query);
          const groups = makeGroups(found, { scale: 256 * 2 ** 13, view, size: 40 });
          return [found.length, groups.length];
        }""",
        module,
    )
    assert found == 2500  # odd numbers, and of those the years that overlap
    assert 0 < groups < found


TILE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360f8cfc00000030101000fd8a5e50000000049454e44ae426082"
)


def test_tiles_are_shown_only_when_they_are_configured(browser, tmp_path) -> None:
    address = "https://tegels.example.invalid/{z}/{x}/{y}.png"
    with serve(tmp_path, fill, KAART_TEGELS_URL=address, KAART_TEGELS_BRON="Kadaster") as site:
        page = browser.new_page()
        asked, refused = [], []
        page.on("console", lambda line: refused.append(line.text) if "Content" in line.text else 0)

        def answer(route):
            asked.append(route.request.url)
            route.fulfill(body=TILE, content_type="image/png")

        page.route("https://tegels.example.invalid/**", answer)
        page.goto(f"{site}/kaart")
        page.wait_for_selector(READY, state="attached")
        page.wait_for_timeout(500)
        source = page.locator(".leaflet-control-attribution").inner_text()
        page.close()
    assert asked
    assert refused == []
    assert source == "Kadaster"
