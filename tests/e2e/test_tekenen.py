"""The redacteur draws where a project is: with the mouse, with the keyboard, and without a map."""

import pytest
from playwright.sync_api import expect

from tests.e2e.site import sign_in
from tests.e2e.test_toegankelijk import violations

STATE: dict[str, object] = {}
LIJN = "Een lijn, bijvoorbeeld een straat"


@pytest.fixture
def form(visit, demo_site):
    """The form for a new project with the map to draw a line on."""
    if not STATE:
        page = visit("/")
        sign_in(page, demo_site, "redacteur")
        STATE.update(page.context.storage_state())
    page = visit("/projecten/nieuw", storage_state=STATE)
    page.get_by_label("Op een plek: een punt, lijn of vlak").check()
    page.get_by_label(LIJN).check()
    expect(page.locator("#teken-kaart .kaart-naam").first).to_be_attached()
    return page


def lines(page) -> int:
    return len(page.locator("[name=punten]").input_value().split("\n"))


def at(page, x, y) -> tuple[float, float]:
    box = page.locator("#teken-kaart").bounding_box()
    return box["x"] + x, box["y"] + y


def draw(page, *points) -> None:
    click_points(page, *points, points[-1])


def click_points(page, *points) -> None:
    """Begin to draw, and do not end it."""
    page.get_by_role("button", name="Begin met tekenen").click()
    for x, y in points:
        page.mouse.move(*at(page, x, y))
        page.mouse.click(*at(page, x, y))


def test_a_line_is_drawn_with_the_mouse(form) -> None:
    draw(form, (200, 100), (300, 150), (420, 120))

    expect(form.locator("[data-bericht]")).to_have_text("Er staan 3 punten op de kaart.")


def test_a_line_that_was_not_ended_is_kept(form) -> None:
    click_points(form, (200, 100), (300, 150), (420, 120))

    expect(form.locator("[data-bericht]")).to_have_text("Er staan 3 punten op de kaart.")
    assert lines(form) == 3


def test_a_line_is_ended_with_a_button(form) -> None:
    click_points(form, (200, 100), (300, 150))
    form.get_by_role("button", name="Klaar").click()

    expect(form.get_by_role("button", name="Begin met tekenen")).to_be_focused()
    expect(form.locator("#teken-kaart .marker-icon").first).to_be_visible()
    assert lines(form) == 2


def test_the_keyboard_goes_on_where_the_mouse_was(form) -> None:
    click_points(form, (200, 100), (300, 150))
    form.locator("#teken-kaart").press("Enter")

    assert lines(form) == 3


def test_a_point_of_a_line_is_moved(form) -> None:
    draw(form, (200, 100), (300, 150))
    expect(form.locator(".marker-icon").first).to_be_visible()
    before = form.locator("[name=punten]").input_value()
    form.mouse.move(*at(form, 200, 100))
    form.mouse.down()
    form.mouse.move(*at(form, 205, 180), steps=5)
    form.mouse.up()

    expect(form.locator("[name=punten]")).not_to_have_value(before)


def test_a_line_is_drawn_with_the_keyboard(form) -> None:
    area = form.locator("#teken-kaart")
    area.focus()
    for key in ("Enter", "ArrowRight", "Enter", "ArrowDown", "Enter", "Backspace"):
        area.press(key)

    assert lines(form) == 2


def test_what_is_typed_is_drawn(form) -> None:
    form.get_by_text("De punten als getallen").click()
    form.get_by_label("De punten").fill("52,38 4,63\n52,381 4,64")
    form.get_by_label("De punten").blur()

    expect(form.locator("#teken-kaart .marker-icon").first).to_be_visible()


def test_lines_in_rd_are_left_alone(form) -> None:
    form.get_by_text("De punten als getallen").click()
    form.get_by_label("De punten").fill("104640 488650\n104700 488700")
    form.get_by_label("De punten").blur()
    form.locator("#teken-kaart").press("Enter")
    form.locator("[name=tekening][value=vlak]").check()

    expect(form.locator("[name=punten]")).to_have_value("104640 488650\n104700 488700")


def test_the_form_with_its_map_is_accessible(form) -> None:
    draw(form, (200, 100), (300, 150))

    assert violations(form) == []
