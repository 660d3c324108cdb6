"""An editor writes an article; a resident reads it, registers for a meeting and stays away."""

import pytest
from playwright.sync_api import expect

from tests.e2e.site import sign_in
from tests.e2e.test_toegankelijk import look_at

pytestmark = pytest.mark.e2e

TITEL = "Een buurtmoestuin beginnen"
TEKST = "## Grond\n\nVraag het.\n\n## Zaad\n\nKoop het."


def test_an_editor_writes_an_article_and_a_visitor_reads_it(visit, demo_site) -> None:
    editor = visit("/")
    sign_in(editor, demo_site, "redacteur")
    editor.goto("/kennisbank/beheer/nieuw")
    editor.get_by_label("Soort").select_option("artikel")
    editor.get_by_label("Titel").fill(TITEL)
    editor.get_by_label("Samenvatting").fill("Zo begint u.")
    editor.get_by_role("textbox", name="Tekst").fill(
        "## Grond\n\nVraag het.\n\n## Zaad\n\nKoop het."
    )
    editor.get_by_label("Bewoners").check()
    editor.get_by_label("Een idee bedenken").check()
    editor.get_by_role("button", name="Bewaar en bekijk").click()
    expect(editor.get_by_role("heading", name=TITEL)).to_be_visible()
    concept = editor.url
    editor.get_by_role("button", name="Zet versie 1 op de site").click()
    expect(editor.get_by_text("Het artikel staat op de site.")).to_be_visible()
    assert look_at(editor, [concept, "/kennisbank/beheer", "/kennisbank/beheer/nieuw"]) == []
    visitor = visit("/kennisbank", java_script_enabled=False)
    visitor.get_by_role("link", name=TITEL).click()
    expect(visitor.get_by_role("navigation", name="Op deze pagina")).to_be_visible()


def test_a_resident_registers_and_stays_away_without_scripts(visit, demo_site) -> None:
    bewoner = visit("/")
    sign_in(bewoner, demo_site, "bewoner9")
    cookies = bewoner.context.cookies()
    plain = visit("/agenda", java_script_enabled=False, width=375)
    plain.context.add_cookies(cookies)
    plain.get_by_role("link", name="Samen koken en plannen maken").click()
    plain.reload()
    plain.get_by_role("button", name="Zet mij op de wachtlijst").click()
    expect(plain.get_by_text("U staat op de wachtlijst").first).to_be_visible()
    plain.get_by_role("button", name="Meld u af").click()
    expect(plain.get_by_text("U bent afgemeld.")).to_be_visible()
    paths = ["/agenda", "/agenda?voorbij=1", plain.url, "/kennisbank"]
    assert look_at(bewoner, paths) == []
