"""The behaviours that an element asks for with data-module, each on a form of its own."""

import pytest

pytestmark = pytest.mark.e2e
START = """async ([name, html]) => {
  document.querySelector("main").innerHTML = html;
  const main = document.querySelector("script[src$='main.js']").src;
  const { default: start } = await import(main.replace("main.js", `modules/${name}.js`));
  start(document.querySelector("main [data-module]"));
}"""
COUNTED = """<div data-module="character-count" data-left="U heeft nog {aantal} tekens over."
data-left-one="U heeft nog 1 teken over." data-over="U heeft {aantal} tekens te veel."
data-over-one="U heeft 1 teken te veel."><textarea data-max="10"></textarea>
<p class="form-field__count"></p></div>"""
FORM = """<form data-module="confirm-leave" action="/contact"><input name="titel">
<button type="submit">Verder</button></form>"""


@pytest.fixture
def start(open_page):
    """Put a piece of HTML in a page and start a module on it."""

    def started(name, html):
        page = open_page("/privacy")
        page.evaluate(START, [name, html])
        return page

    return started


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("vijf.", "U heeft nog 5 tekens over."),
        ("negen....", "U heeft nog 1 teken over."),
        ("twaalf......", "U heeft 2 tekens te veel."),
        ("een\nregel", "U heeft nog 0 tekens over."),
    ],
)
def test_someone_who_types_sees_what_is_left(start, typed, shown) -> None:
    page = start("character-count", COUNTED)
    page.locator("textarea").fill(typed)
    assert page.locator(".form-field__count").inner_text() == shown


def test_a_screen_reader_hears_what_is_left_after_a_pause(start) -> None:
    page = start("character-count", COUNTED)
    page.locator("textarea").fill("vijf.")
    page.locator("main [role=status]", has_text="nog 5 tekens").wait_for(state="attached")


def asked_to_stay(page) -> bool:
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.goto("/contact")
    return asked == ["beforeunload"]


def test_leaving_words_behind_is_asked_about(start) -> None:
    page = start("confirm-leave", FORM)
    page.locator("input[name=titel]").press_sequentially("Speeltuin")
    assert asked_to_stay(page)


def test_leaving_an_untouched_form_is_not_asked_about(start) -> None:
    assert not asked_to_stay(start("confirm-leave", FORM))


def test_sending_a_form_is_not_asked_about(start) -> None:
    page = start("confirm-leave", FORM)
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.locator("input[name=titel]").press_sequentially("Speeltuin")
    page.locator("form[data-module] button").click()
    page.wait_for_url("**/contact?**")
    assert asked == []
