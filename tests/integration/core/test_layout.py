from http import HTTPStatus

import html5lib
import pytest

from participatie.app import create_app
from tests.conftest import SETTINGS
from tests.factories.accounts import GebruikerFactory, make_beheerder, make_gebiedsverbinder


def parse(page):
    return html5lib.parse(page.text, namespaceHTMLElements=False)


def menu(client) -> str:
    nav = parse(client.get("/privacy")).find(".//header//nav")
    return " ".join("".join(nav.itertext()).split())


@pytest.fixture
def other_app(tmp_path):
    """Make the site with other settings."""

    def make(**settings):
        given = SETTINGS | {
            "DATA_DIR": tmp_path,
            "SQLALCHEMY_DATABASE_URI": f"sqlite:///{tmp_path / 'none' / 'at-all.sqlite'}",
        }
        return create_app(given | settings)

    return make


def test_the_first_link_of_a_page_skips_to_its_content(client) -> None:
    link = parse(client.get("/privacy")).find(".//body//a")
    assert link.get("href") == "#inhoud"


def test_the_menu_opens_without_javascript(client) -> None:
    header = parse(client.get("/privacy")).find(".//header")
    assert header.find(".//details/summary/../div/nav") is not None


def test_the_menu_marks_the_page_someone_is_on(client) -> None:
    current = parse(client.get("/kaart")).findall(".//header//nav//a[@aria-current]")
    assert [link.get("href") for link in current] == ["/kaart"]


def test_a_visitor_can_sign_in_from_every_page(client) -> None:
    assert "Inloggen" in menu(client)


def test_someone_signed_in_sees_his_name_and_the_way_out(client, session) -> None:
    client.sign_in(GebruikerFactory(naam="Noor"))
    shown = menu(client)
    assert "Noor" in shown
    assert "Uitloggen" in shown


def test_a_resident_sees_no_links_for_staff(client, session) -> None:
    client.sign_in(GebruikerFactory())
    shown = menu(client)
    assert "Bureau" not in shown
    assert "Beheer" not in shown


def test_a_gebiedsverbinder_sees_the_bureau(client, session) -> None:
    client.sign_in(make_gebiedsverbinder())
    assert "Bureau" in menu(client)


def test_a_beheerder_sees_beheer(client, session) -> None:
    client.sign_in(make_beheerder())
    assert "Beheer" in menu(client)


def test_the_search_field_has_a_name_for_screen_readers(client) -> None:
    page = parse(client.get("/privacy"))
    assert page.find(".//label[@for='site-search']") is not None


def test_a_page_loads_nothing_from_elsewhere(client) -> None:
    page = parse(client.get("/"))
    loaded = [
        element.get("src") or element.get("href")
        for element in page.iter()
        if element.tag in {"script", "link", "img"}
    ]
    assert [address for address in loaded if not address.startswith("/static/")] == []


def test_a_page_for_a_visitor_sets_no_cookie(client) -> None:
    assert "Set-Cookie" not in client.get("/").headers


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    ],
)
def test_every_page_has_the_security_headers(client, header, value) -> None:
    assert client.get("/privacy").headers[header] == value


def test_the_content_policy_allows_only_our_own_scripts_and_styles(client) -> None:
    policy = client.get("/privacy").headers["Content-Security-Policy"].split("; ")
    assert {"default-src 'none'", "script-src 'self'", "style-src 'self'"} <= set(policy)


def test_the_content_policy_has_nothing_unsafe(client) -> None:
    assert "unsafe" not in client.get("/privacy").headers["Content-Security-Policy"]


def test_a_site_without_https_does_not_ask_for_it(client) -> None:
    assert "Strict-Transport-Security" not in client.get("/privacy").headers


def test_a_site_with_https_asks_for_it(other_app) -> None:
    client = other_app(SESSION_COOKIE_SECURE=True).test_client()
    assert "max-age" in client.get("/privacy").headers["Strict-Transport-Security"]


def test_the_demo_says_that_everything_is_invented(other_app) -> None:
    assert "verzonnen gegevens" in other_app(DEMO=True).test_client().get("/privacy").text


def test_a_real_site_has_no_demo_banner(client) -> None:
    assert "verzonnen gegevens" not in client.get("/privacy").text


def test_the_theme_of_a_municipality_comes_after_our_own(other_app, tmp_path) -> None:
    theme = tmp_path / "gemeente.css"
    theme.write_text(":root { --color-action: #7a0019; }")
    client = other_app(THEMA_CSS=theme).test_client()
    sheets = [
        link.get("href")
        for link in parse(client.get("/privacy")).iter("link")
        if link.get("rel") == "stylesheet"
    ]
    assert client.get(sheets[-1], buffered=True).text == theme.read_text()


def test_an_unknown_page_says_where_to_go(client) -> None:
    page = client.get("/bestaat-niet")
    assert page.status_code == HTTPStatus.NOT_FOUND
    assert 'href="/sitemap"' in page.text


def test_a_page_says_in_dutch_that_a_wrong_method_is_refused(client) -> None:
    page = client.post("/privacy")
    assert page.status_code == HTTPStatus.METHOD_NOT_ALLOWED
    assert "Deze pagina kunt u niet op deze manier openen" in page.text


def test_a_site_without_its_database_says_so_instead_of_breaking(other_app) -> None:
    page = other_app().test_client().get("/contact")
    assert page.status_code == HTTPStatus.SERVICE_UNAVAILABLE
    assert "even niet bereikbaar" in page.text


def test_a_page_that_breaks_says_so_without_details(other_app) -> None:
    app = other_app(TESTING=False, PROPAGATE_EXCEPTIONS=False)
    app.view_functions["home.privacy"] = lambda: 1 / 0
    page = app.test_client().get("/privacy")
    assert page.status_code == HTTPStatus.INTERNAL_SERVER_ERROR
    assert "ZeroDivisionError" not in page.text


def test_a_theme_brings_the_pictures_beside_it(other_app, tmp_path) -> None:
    (tmp_path / "logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    theme = tmp_path / "gemeente.css"
    theme.write_text(".site-header__brand { background: url('logo.svg'); }")
    app = other_app(THEMA_CSS=theme)
    with app.test_request_context():
        logo = app.jinja_env.globals["asset"]("logo.svg")
    assert app.test_client().get(logo, buffered=True).status_code == HTTPStatus.OK


@pytest.mark.parametrize("address", ["../secret.svg", "secret.txt", "/etc/passwd"])
def test_a_theme_brings_nothing_else(other_app, tmp_path, address) -> None:
    folder = tmp_path / "thema"
    folder.mkdir()
    for name in ("secret.svg", "thema/secret.txt"):
        (tmp_path / name).write_text("x")
    theme = folder / "gemeente.css"
    theme.write_text(f"a {{ background: url({address}); }}")
    app = other_app(THEMA_CSS=theme)
    with app.test_request_context(), pytest.raises(LookupError):
        app.jinja_env.globals["asset"](address)
