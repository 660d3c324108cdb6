"""The goals of a gebied: an editor herijkt and adopts, a visitor reads what changed."""

import pytest
from playwright.sync_api import expect

from participatie.core import clock
from tests.e2e.site import sign_in
from tests.e2e.test_toegankelijk import look_at

pytestmark = pytest.mark.e2e

REDEN = "Het park wordt eerder aangelegd dan gedacht."
DOEL = "Een park voor iedereen"


def test_an_editor_herijkt_and_a_visitor_reads_what_changed(visit, demo_site) -> None:
    editor = visit("/")
    sign_in(editor, demo_site, "redacteur")
    begin_herijking(editor)
    concept = editor.url
    add_goal(editor)
    first = editor.locator(".doelenlijst__titel a").first.get_attribute("href")
    paths = [concept, first, concept.replace("concept", "vaststellen"), "/opgaven/beheer"]
    assert look_at(editor, paths) == []
    editor.set_viewport_size({"width": 1280, "height": 900})
    editor.goto(concept)
    adopt(editor)
    visitor = visit("/opgaven", width=375)
    read_what_changed(visitor)


def begin_herijking(editor) -> None:
    editor.goto("/beheer")
    editor.get_by_role("link", name="Gebiedsopgaven").click()
    editor.get_by_role("link", name="Herijken Oost").click()
    editor.get_by_label("Waarom herijkt u de opgave?").fill(REDEN)
    editor.get_by_role("button", name="Maak de nieuwe versie").click()
    expect(editor.get_by_role("heading", name="Concept Oost")).to_be_visible()


def add_goal(editor) -> None:
    editor.get_by_role("link", name="Doel toevoegen").click()
    editor.get_by_label("Doel", exact=True).fill(DOEL)
    editor.get_by_label("Beoogd resultaat").fill("Het park is open.")
    editor.get_by_label("Domein").select_option("fysiek")
    editor.get_by_label("Prioriteit").select_option("hoog")
    editor.get_by_role("button", name="Opslaan").click()
    expect(editor.get_by_role("link", name=DOEL)).to_be_visible()


def adopt(editor) -> None:
    editor.get_by_role("link", name="Stel vast").click()
    editor.get_by_label("Nummer van het besluit").fill("2026/999")
    editor.get_by_label("Datum van het besluit").fill(clock.today().isoformat())
    editor.get_by_role("button", name="Stel vast").click()
    expect(editor.get_by_text("De gebiedsopgave is vastgesteld.")).to_be_visible()


def read_what_changed(visitor) -> None:
    visitor.get_by_role("link", name="Oost").click()
    expect(visitor.get_by_text(REDEN)).to_be_visible()
    visitor.get_by_role("link", name="Bekijk wat er is veranderd").click()
    expect(visitor.get_by_role("heading", name="Nieuwe doelen (1)")).to_be_visible()
    expect(visitor.get_by_text(DOEL)).to_be_visible()
    changed = visitor.url
    visitor.get_by_role("link", name="Lees versie 1").click()
    expect(visitor.get_by_text("Dit is een oude versie")).to_be_visible()
    assert look_at(visitor, ["/opgaven", changed, visitor.url]) == []
