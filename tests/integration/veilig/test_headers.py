"""Classes 33, 40, 41 and 45: the host is not believed, nothing is kept, too much is refused."""

import pytest

from participatie.core.webpages import SECURITY_HEADERS
from participatie.inzendingen.types import Status
from tests.integration.veilig.adressen import path_of, values

MEGABYTE = 1024 * 1024
EVIL = "evil.example"
# Whoever opens these is about to fill in a form; its token needs a cookie.
WITH_A_FORM = {
    "accounts.bevestigen", "accounts.email_bevestigen", "accounts.herstellen",
    "accounts.inloggen", "accounts.registreren", "accounts.vergeten",
    "berichten.afmelden", "mede.uitnodiging",
    "wijkprogrammas.boekje", "gebiedsprogrammas_boekje.jaar", "gebiedsprogrammas_boekje.mjgp",
}  # fmt: skip


@pytest.fixture
def readable(app, world):
    """Every route that is read, with its address."""
    return {
        rule.endpoint: path_of(
            app, rule.endpoint, values(world, rule.endpoint, Status.GEPUBLICEERD)
        )
        for rule in app.url_map.iter_rules()
        if "GET" in (rule.methods or set())
    }


@pytest.fixture
def seen(as_role, readable):
    """Return the answers to one role that can be read."""

    def seeing(role, **headers):
        found = {}
        for endpoint, path in readable.items():
            response = as_role(role).get(path, headers=headers)
            if response.status_code == 200:
                response.get_data()
                found[endpoint] = response
            response.close()
        return found

    return seeing


def test_reading_leaves_no_cookie(app, seen, monkeypatch) -> None:
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", "yes")
    answers = seen("anoniem")
    assert {name for name in answers if "Set-Cookie" in answers[name].headers} == WITH_A_FORM


def test_class_40_a_page_of_someone_is_in_no_shared_cache(seen) -> None:
    shared = []
    for name, answer in seen("verbinder").items():
        caching = answer.headers.get("Cache-Control", "")
        own = "private" in caching or "no-store" in caching
        if answer.mimetype == "text/html" and not own:
            shared.append((name, caching))
    assert shared == []


def test_class_40_a_page_differs_by_cookie_for_every_cache(seen) -> None:
    pages = {n: a for n, a in seen("anoniem").items() if a.mimetype == "text/html"}
    assert [name for name, answer in pages.items() if "Cookie" not in answer.headers["Vary"]] == []


def test_every_answer_has_the_security_headers(seen) -> None:
    wanted = {*SECURITY_HEADERS, "Content-Security-Policy"} - {"Cross-Origin-Resource-Policy"}
    bare = [
        (name, wanted - {*answer.headers.keys()})
        for name, answer in seen("verbinder").items()
        if name != "static" and wanted - {*answer.headers.keys()}
    ]
    assert bare == []


def test_class_33_the_host_of_a_request_stands_nowhere(seen) -> None:
    forged = {"Host": EVIL, "X-Forwarded-Host": EVIL, "Forwarded": f"host={EVIL}"}
    answers = seen("verbinder", **forged)
    assert [name for name, answer in answers.items() if EVIL in answer.text] == []


def test_class_33_no_redirect_leads_to_the_host_of_a_request(as_role, readable) -> None:
    targets = []
    for path in readable.values():
        response = as_role("anoniem").get(path, headers={"Host": EVIL})
        targets.append(response.location or "")
        response.close()
    assert [target for target in targets if EVIL in target] == []


def test_class_41_ten_thousand_parts_are_refused(as_role) -> None:
    part = '--grens\r\nContent-Disposition: form-data; name="veld"\r\n\r\nx\r\n'
    response = as_role("anoniem").post(
        "/account/inloggen",
        data=part * 10_000 + "--grens--\r\n",
        content_type="multipart/form-data; boundary=grens",
    )
    assert response.status_code == 413


def upload(client, path, megabytes):
    body = b'--grens\r\nContent-Disposition: form-data; name="foto"; filename="a.jpg"\r\n\r\n'
    body += bytes(megabytes * MEGABYTE) + b"\r\n--grens--\r\n"
    return client.post(path, data=body, content_type="multipart/form-data; boundary=grens")


def test_class_45_an_upload_of_fifty_megabytes_is_refused_in_words(as_role) -> None:
    response = upload(as_role("anoniem"), "/account/inloggen", 50)
    assert response.status_code == 413
    assert "te groot" in response.text


def test_class_45_a_photo_of_fifty_megabytes_is_refused_in_words(as_role) -> None:
    response = upload(as_role("eigenaar"), "/initiatieven/nieuw", 50)
    assert response.status_code == 413
    assert "foto" in response.text


@pytest.mark.parametrize("text", ["naam=" + "x" * 3_000_000, "&a" * 1_500_000])
def test_class_41_a_form_without_files_has_no_room_for_three_megabytes(as_role, text) -> None:
    response = as_role("eigenaar").post(
        "/account/profiel/naam", data=text, content_type="application/x-www-form-urlencoded"
    )
    assert response.status_code == 413
