"""A partner proposes a plan, the redacteur agrees, and a visitor reads it as theirs."""

import pytest
from playwright.sync_api import expect

from tests.e2e.site import sign_in
from tests.e2e.test_toegankelijk import look_at, violations

pytestmark = pytest.mark.e2e

TITEL = "Nieuwe liften in de flats"
PARTNER_PAGES = (
    "/partner/woningcorporatie",
    "/partner/woningcorporatie/projecten",
    "/partner/woningcorporatie/nieuw",
    "/partner/woningcorporatie/inlezen",
    "/partner/voorstellen/2",
)
REDACTIE_PAGES = (
    "/voorstellen",
    "/voorstellen/1",
    "/voorstellen/2",
    "/organisaties",
    "/organisaties/woningcorporatie",
    "/organisaties/woningcorporatie/leden",
    "/organisaties/nieuw",
)


def fill_in_plan(page) -> None:
    """Fill in what must be filled in."""
    page.get_by_label("Titel").fill(TITEL)
    page.get_by_label("Soort").select_option(label="Project")
    page.get_by_label("Domein").select_option("fysiek")
    page.get_by_label("Hun mening geven").check()
    page.get_by_label("Toelichting op de invloed").fill("Huurders kiezen de kleur.")
    page.get_by_label("Fase").select_option("voorbereiding")
    page.get_by_label("Startdatum").fill("2027-03-01")
    page.get_by_label("Einddatum").fill("2027-12-31")
    page.get_by_label("Gebied", exact=True).select_option("WK039219")
    page.get_by_label("Contact voor vragen").fill("Bewonersteam")


def test_a_plan_goes_from_partner_to_visitor(visit, demo_site) -> None:
    partner = visit()
    sign_in(partner, demo_site, "corporatie")
    partner.get_by_role("link", name="Partner", exact=True).click()
    partner.get_by_role("link", name="Nieuw plan voorstellen").click()
    fill_in_plan(partner)
    partner.get_by_role("button", name="Bied aan bij de gemeente").click()
    expect(partner.get_by_text("Wacht op akkoord")).to_be_visible()

    visitor = visit("/organisaties/woningcorporatie")
    expect(visitor.get_by_text(TITEL)).to_have_count(0)

    redacteur = visit()
    sign_in(redacteur, demo_site, "redacteur")
    redacteur.goto("/voorstellen")
    redacteur.get_by_role("link", name=TITEL).click()
    redacteur.get_by_role("button", name="Akkoord").click()
    expect(redacteur.get_by_role("heading", level=1, name=TITEL)).to_be_visible()

    visitor.reload()
    expect(visitor.get_by_role("link", name=TITEL)).to_be_visible()


def test_a_partner_draws_a_line_with_the_keyboard(visit, demo_site) -> None:
    page = visit()
    sign_in(page, demo_site, "corporatie")
    page.goto("/partner/woningcorporatie/nieuw")
    fill_in_plan(page)
    page.get_by_label("Op een plek: een punt, lijn of vlak").check()
    page.get_by_label("Een lijn, bijvoorbeeld een straat").check()
    for key in ("Enter", "ArrowRight", "Enter"):
        page.locator("#teken-kaart").press(key)
    expect(page.locator("[data-bericht]")).to_have_text("Er staan 2 punten op de kaart.")
    assert violations(page) == []
    page.get_by_role("button", name="Bewaar voor later").click()
    expect(page.get_by_text("een lijn op de kaart")).to_be_visible()


@pytest.mark.parametrize(
    ("who", "paths"), [("corporatie", PARTNER_PAGES), ("redacteur", REDACTIE_PAGES)]
)
def test_every_page_of_partners_is_accessible(visit, demo_site, who, paths) -> None:
    page = visit()
    sign_in(page, demo_site, who)
    assert look_at(page, paths) == []
