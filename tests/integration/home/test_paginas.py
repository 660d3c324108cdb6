import re
from datetime import UTC, datetime
from http import HTTPStatus
from xml.etree import ElementTree as ET

import pytest

from participatie.core.access import PUBLIC
from participatie.home.rules import PAGINAS
from tests.factories.gebieden import ContactFactory, make_city

# Pages for everyone that stand on no site map: they make sense only after another page.
ELSEWHERE = {"accounts.aangemeld", "accounts.gevraagd", "accounts.tweede_factor"}
FOR_SCRIPTS = {"live.stroom", "gebieden_adressen.adressen"}
IN_THE_DEMO = {"demo.index", "demo.mails"}
NOT_PAGES = re.compile(r"\.(json|xml|txt|csv|geojson|ttl|jsonld|atom)$|^/live/")


@pytest.mark.parametrize("path", ["/contact", "/toegankelijkheid", "/privacy", "/sitemap"])
def test_a_page_of_the_footer_is_there_for_everyone(client, path) -> None:
    assert client.get(path).status_code == HTTPStatus.OK


def test_the_contact_page_names_the_contact_of_a_stadsdeel(client, session) -> None:
    ContactFactory(gebied=make_city().stadsdelen[0], naam="Gebiedsverbinder Noord")
    assert "Gebiedsverbinder Noord" in client.get("/contact").text


def test_an_address_of_mail_breaks_where_a_reader_expects_it(client, session) -> None:
    ContactFactory(gebied=make_city().stadsdelen[0], email="jan@haarlem.example")
    page = client.get("/contact").text
    assert 'href="mailto:jan@haarlem.example">jan@<wbr>haarlem.<wbr>example</a>' in page


def test_the_contact_page_is_called_what_the_menu_calls_it(client) -> None:
    assert "<h1>Contact</h1>" in client.get("/contact").text


def test_the_contact_page_without_contacts_says_what_to_do(client) -> None:
    assert "Bel of mail de gemeente" in client.get("/contact").text


def test_the_site_map_links_to_every_wijk(client, session) -> None:
    (wijk, *_) = make_city().wijken
    assert f"/gebieden/{wijk.slug}" in client.get("/sitemap").text


def test_every_page_for_everyone_stands_on_the_site_map(app) -> None:
    for_everyone = {
        rule.endpoint
        for rule in app.url_map.iter_rules()
        if not rule.arguments
        and "GET" in rule.methods
        and not NOT_PAGES.search(rule.rule)
        and getattr(app.view_functions[rule.endpoint], "access", None) == PUBLIC
    }
    assert for_everyone - ELSEWHERE - FOR_SCRIPTS - IN_THE_DEMO <= set(PAGINAS)


def test_the_xml_site_map_gives_whole_addresses(client) -> None:
    places = ET.fromstring(client.get("/sitemap.xml").text).iter()  # noqa: S314  # our own
    addresses = [place.text for place in places if place.tag.endswith("loc")]
    assert "http://localhost/privacy" in addresses


def test_crawlers_are_told_where_the_site_map_is(client) -> None:
    assert "Sitemap: http://localhost/sitemap.xml" in client.get("/robots.txt").text


def test_the_security_contact_is_plain_text(client) -> None:
    assert client.get("/.well-known/security.txt").mimetype == "text/plain"


def test_the_security_contact_can_be_reached(client) -> None:
    page = client.get("/.well-known/security.txt").text
    assert "Contact: mailto:participatie@example.invalid" in page.splitlines()


def test_the_security_contact_is_valid_for_less_than_a_year(client) -> None:
    page = client.get("/.well-known/security.txt").text
    expires = datetime.fromisoformat(re.search(r"^Expires: (.+)$", page, re.MULTILINE)[1])
    assert 0 < (expires - datetime.now(UTC)).days < 365  # noqa: TID251
