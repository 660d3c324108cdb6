"""A year is adopted and stays as it was; the next year becomes concrete, and that is undone."""

import pytest
from playwright.sync_api import expect

from participatie.core import clock
from tests.e2e.site import sign_in
from tests.e2e.test_toegankelijk import look_at

pytestmark = pytest.mark.e2e


def test_an_editor_adopts_a_year_and_a_visitor_sees_it_frozen(visit, demo_site) -> None:
    jaar = clock.today().year + 1
    editor = visit("/")
    sign_in(editor, demo_site, "redacteur")
    assert look_at(editor, ["/programma/planning", f"/programma/noord/{jaar}/vaststellen"]) == []
    editor.set_viewport_size({"width": 1280, "height": 900})
    adopt(editor, jaar)
    visitor = visit("/programma", width=375)
    visitor.get_by_role("link", name="Noord", exact=True).click()
    visitor.get_by_role("link", name=f"Bekijk het programma van {jaar}").click()
    expect(visitor.get_by_text("(besluit 2026/0451)")).to_be_visible()
    pages = ["/programma", "/programma/oost", f"/programma/oost/{jaar - 1}", visitor.url]
    assert look_at(visitor, pages) == []


def adopt(editor, jaar) -> None:
    editor.goto(f"/programma/noord/{jaar}")
    editor.get_by_role("link", name="Vaststellen").click()
    editor.get_by_label("Nummer van het besluit").fill("2026/0451")
    editor.get_by_label("Datum van het besluit").fill(clock.today().isoformat())
    editor.get_by_label("Ja, dit is wat er besloten is.").check()
    editor.get_by_role("button", name="Stel het programma vast").click()
    expect(editor.get_by_text("Het gebiedsprogramma is vastgesteld.")).to_be_visible()


def test_a_roll_over_is_done_and_undone(visit, demo_site) -> None:
    jaar = clock.today().year + 1
    editor = visit("/")
    sign_in(editor, demo_site, "redacteur")
    editor.goto("/programma/doorrollen")
    editor.get_by_role("link", name=f"Bekijk doorrollen naar {jaar}").click()
    assert look_at(editor, [editor.url]) == []
    editor.set_viewport_size({"width": 1280, "height": 900})
    editor.get_by_role("button", name=f"Rol door naar {jaar}").click()
    expect(editor.get_by_text(f"Er is doorgerold naar {jaar}.")).to_be_visible()
    editor.get_by_role("button", name="Maak het doorrollen ongedaan").click()
    expect(editor.get_by_text("Alles staat weer zoals het was.")).to_be_visible()
