"""Class 39: an address to go on to is only ever a path of this site."""

import pytest

from participatie.accounts.rules_paths import own_path
from tests.factories.accounts import WACHTWOORD, GebruikerFactory

ELSEWHERE = (
    "//evil.example", "///evil.example", "////evil.example", "//evil.example/%2f..",
    "\\\\evil.example", "/\\evil.example", "\\/evil.example", "/\\/evil.example", "\\evil.example",
    "http://evil.example", "https://evil.example", "HTTPS://evil.example", "https:evil.example",
    "https:/evil.example", "https:///evil.example", "http:\\\\evil.example", "ftp://evil.example",
    "javascript:alert(1)", "JavaScript:alert(1)", "java\tscript:alert(1)", "java\nscript:alert(1)",
    " javascript:alert(1)", "\x01javascript:alert(1)", "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)", "mailto:a@evil.example", "evil.example", "www.evil.example",
    ".evil.example", "@evil.example", "localhost@evil.example", "http://localhost@evil.example",
    "http://localhost:80@evil.example", "http://localhost.evil.example", "//localhost@x.example",
    " //evil.example", "\t//evil.example", "\n//evil.example", "/\t/evil.example",
    "/\n/evil.example", "/\r/evil.example", "/\r\n/evil.example", "/\x00/evil.example",
    "/\x0b/evil.example", "\u2028//evil.example", "/\u2028/evil.example", "/\u3000/evil.example",
    "/\uff0fevil.example", "\uff0f\uff0fevil.example", "/\u2215evil.example", "/\\\\evil.example",
    "/ /evil.example", "/\\ evil.example", "//[::1]", "//2130706433", "//evil%E3%80%82example",
    "/pad\r\nLocation: https://evil.example", "/pad\nSet-Cookie: x=1", "", " ", "?x=1", "#x",
    "pad", "../pad", "./pad", "//", "/\\", "/" + "x" * 3000,
)  # fmt: skip
OWN = ("/", "/account/profiel", "/kaart?jaar=2027&gebied=noord", "/gebieden/a-b#kaart", "/a//b")


@pytest.mark.parametrize("target", ELSEWHERE)
def test_class_39_another_site_is_no_path_of_ours(target) -> None:
    assert own_path(target) is None


@pytest.mark.parametrize("target", OWN)
def test_a_path_of_this_site_is_kept(target) -> None:
    assert own_path(target) == target


@pytest.mark.parametrize("target", ELSEWHERE)
def test_class_39_signing_in_never_leads_to_another_site(client, session, target) -> None:
    gebruiker = GebruikerFactory()
    response = client.post(
        "/account/inloggen",
        query_string={"volgende": target},
        data={"email": gebruiker.email, "wachtwoord": WACHTWOORD},
    )
    assert response.location == "/"
