"""Nothing that can be typed or put in an address makes a page fall over."""

import re
from itertools import cycle, islice
from urllib.parse import quote, urlencode

import pytest

from participatie.inzendingen.types import Status
from tests.integration.veilig.adressen import path_of, values
from tests.integration.veilig.forms import FORMULIEREN
from tests.integration.veilig.html import born_in, born_in_text
from tests.integration.veilig.strings import LONG, NEVER, NUMBERS, XSS, naughty

READERS = {
    "accounts.beheer": "beheerder",
    "accounts.gebruiker": "beheerder",
    "accounts.gebruikers": "beheerder",
    "accounts.mails": "beheerder",
    "programmas_beheer.nieuw": "redacteur",
    "programmas_beheer.bewerken": "redacteur",
}
PARAMETERS = (
    "zoek", "tekst", "gebied", "thema", "pagina", "page", "bak", "van", "tot", "domein", "soort",
    "fase", "breed", "volgende", "laag", "kader", "jaar",
)  # fmt: skip
SHORT = ("a\x00b", "\ud800", "\ufffe", "9" * 5_000, *NUMBERS[2:4], XSS[2], XSS[14])
ROUNDS = 18
FORM = "application/x-www-form-urlencoded"


def encode(text: str) -> str:
    return quote(text.encode("utf-8", "surrogatepass"), safe="")


def reader_of(endpoint: str) -> tuple[str, Status]:
    """Return who sees most of a page."""
    if endpoint.startswith(("moderation.", "gebieden_")):
        return "verbinder", Status.INGEDIEND
    return READERS.get(endpoint, "eigenaar"), Status.CONCEPT


@pytest.fixture
def pages(app):
    """Every route that is read, once."""
    return [
        rule
        for rule in app.url_map.iter_rules()
        if "GET" in (rule.methods or set()) and rule.endpoint != "static"
    ]


@pytest.fixture
def no_traceback(app, monkeypatch):
    """Answer errors as a real site does."""
    for name in ("TESTING", "PROPAGATE_EXCEPTIONS"):
        monkeypatch.setitem(app.config, name, None)


@pytest.mark.usefixtures("no_traceback")
def test_no_parameter_makes_a_page_fall_over(world, as_role, app, pages) -> None:
    broken = []
    for rule in pages:
        role, state = reader_of(rule.endpoint)
        path = path_of(app, rule.endpoint, values(world, rule.endpoint, state))
        client = as_role(role)
        for text in SHORT:
            query = "&".join(f"{name}={encode(text)}" for name in PARAMETERS)
            response = client.get(f"{path}?{query}")
            if response.status_code >= 500 or (text in XSS and born_in(response)):
                broken.append((rule.endpoint, text[:20], response.status_code))
            response.close()
    assert broken == []


@pytest.mark.usefixtures("no_traceback")
def test_no_part_of_an_address_makes_a_page_fall_over(world, as_role, app, pages) -> None:
    broken = []
    for rule in pages:
        role, state = reader_of(rule.endpoint)
        given = values(world, rule.endpoint, state)
        for part in rule.arguments:
            for text in SHORT:
                path = re.sub(
                    r"<[^>]*?(\w+)>",
                    lambda found: encode(text if found[1] == part else str(given[found[1]])),  # noqa: B023
                    rule.rule,
                )
                response = as_role(role).get(path)
                if response.status_code >= 500 or born_in(response):
                    broken.append((rule.endpoint, part, text[:20], response.status_code))
                response.close()
    assert broken == []


@pytest.mark.usefixtures("no_traceback")
@pytest.mark.parametrize("formulier", [one for one in FORMULIEREN if one.answers], ids=str)
def test_no_answer_makes_a_form_fall_over(app, world, as_role, undone, formulier) -> None:
    path = path_of(app, formulier.endpoint, values(world, formulier.endpoint, formulier.state))
    client = as_role(formulier.role)
    for answers in hostile(formulier.answers):
        with undone():
            body = urlencode(answers, errors="surrogatepass")
            response = client.post(path, data=body, content_type=FORM)
            assert response.status_code < 500, answers
            assert born_in(response) == [], answers


def hostile(answers) -> list[dict[str, str]]:
    """Return the answers with each wrong in turn, and with all wrong in the same way."""
    supply = cycle(naughty())
    number = max(2, ROUNDS // len(answers))
    alone = [answers | {name: text} for name in answers for text in islice(supply, number)]
    together = [dict.fromkeys(answers, text) for text in (*NEVER, NUMBERS[1], LONG[0], XSS[2])]
    return alone + together


def test_control_a_page_with_text_as_html_is_noticed(app, monkeypatch) -> None:
    page = "<!DOCTYPE html><title>x</title><h1>{}</h1><a href='{}'>x</a><input value={}>"
    blind = [text for text in XSS if born_in_text(page.format(text, text, text))]
    assert len(blind) > len(XSS) / 2


@pytest.mark.usefixtures("no_traceback")
def test_control_a_page_that_falls_over_is_noticed(app, as_role, monkeypatch) -> None:
    monkeypatch.setitem(app.view_functions, "home.contact", lambda: int("\x00"))
    assert as_role("anoniem").get("/contact").status_code == 500
