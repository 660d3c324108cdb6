"""What an editor saves is on the pages others have open, without a reload."""

import json
import time
import urllib.request
from datetime import timedelta
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import expect

from participatie.core import clock
from participatie.core.db import db
from participatie.core.events import publish
from participatie.core.onderwerpen import Onderwerp
from participatie.programmas.events import ProjectGewijzigd
from participatie.programmas.models import Project
from tests.e2e.city import fill
from tests.e2e.conftest import prepare, serve, visiting
from tests.e2e.site import free_port, serve_filled, sign_in

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
WITHIN_MS = 2_000
ASKING_MS = 8_000
STOPPING_S = 4  # less than the graceful_timeout of gunicorn
NIEUW = "Een heel andere titel voor dit project"
LINE = ".live [role=status]"


@pytest.fixture(scope="module")
def project_url(browser, demo_site):
    """Take a project of the demo city that lies on the map."""
    with visiting(browser, demo_site.url) as opener:
        page = opener("/projecten")
        return page.locator("#projecten-lijst a").first.get_attribute("href")


@pytest.fixture(scope="module")
def redacteur(browser, demo_site):
    """The window of the programmaredacteur, who signs in once: a code works once."""
    with visiting(browser, demo_site.url) as opener:
        page = opener("/")
        sign_in(page, demo_site, "redacteur")
        yield page


@pytest.fixture
def editor(redacteur, project_url):
    """The form of the project, opened by the programmaredacteur."""
    redacteur.goto(f"{project_url}/bewerken")
    return redacteur


def save(editor, titel) -> None:
    editor.get_by_label("Titel").fill(titel)
    editor.get_by_role("button", name="Opslaan").click()
    editor.wait_for_url(lambda url: not url.endswith("/bewerken"))


def test_a_change_is_on_every_open_page_within_two_seconds(visit, editor, project_url) -> None:
    project, lijst = visit(project_url), visit("/projecten")
    kaart = visit("/kaart")
    kaart.wait_for_selector("#kaart-vlak[data-klaar]", state="attached")
    view = kaart.locator(".leaflet-map-pane").get_attribute("style")
    save(editor, NIEUW)
    expect(project.get_by_role("heading", level=1)).to_have_text(NIEUW, timeout=WITHIN_MS)
    expect(project.locator(LINE)).to_contain_text("Zojuist bijgewerkt")
    expect(lijst.locator(LINE)).to_contain_text("Zojuist bijgewerkt", timeout=WITHIN_MS)
    expect(kaart.locator(LINE)).to_contain_text("Zojuist bijgewerkt", timeout=WITHIN_MS)
    assert kaart.locator(".leaflet-map-pane").get_attribute("style") == view


def test_the_line_is_good_for_everyone(visit, editor, project_url) -> None:
    page = visit(project_url, width=375, bypass_csp=True)
    save(editor, f"{NIEUW} op een telefoon")
    expect(page.locator(LINE)).to_contain_text("Zojuist bijgewerkt")
    page.add_script_tag(path=str(AXE))
    assert page.evaluate("axe.run().then((result) => result.violations)") == []


def test_what_someone_is_typing_is_left_alone(visit, editor) -> None:
    page = visit("/projecten")
    page.get_by_label("Zoek").first.fill("riool")
    save(editor, f"{NIEUW} terwijl iemand typt")
    expect(page.locator(LINE)).to_contain_text("Zojuist bijgewerkt")
    assert page.get_by_label("Zoek").first.input_value() == "riool"


def test_the_focus_stays_where_it_was(visit, editor) -> None:
    page = visit("/projecten")
    link = page.locator("#projecten-lijst a").nth(1)
    address = link.get_attribute("href")
    link.focus()
    save(editor, f"{NIEUW} met focus")
    expect(page.locator(LINE)).to_contain_text("Zojuist bijgewerkt")
    assert page.evaluate("document.activeElement.getAttribute('href')") == address


def test_an_earlier_day_does_not_follow(visit) -> None:
    yesterday = clock.today() - timedelta(days=1)
    page = visit(f"/projecten?stand={yesterday}")
    expect(page.get_by_text("U ziet de stand van")).to_be_visible()
    expect(page.locator(".live")).to_have_count(0)


def test_without_javascript_the_page_says_nothing(visit, project_url) -> None:
    page = visit(project_url, java_script_enabled=False)
    expect(page.locator(LINE)).to_have_text("")
    expect(page.get_by_role("button", name="Toon", exact=True)).to_have_count(0)


def test_where_there_is_no_room_for_streams_pages_ask(browser, tmp_path) -> None:
    with (
        serve(tmp_path, fill, LIVE_STROMEN="0") as address,
        visiting(browser, address) as opener,
    ):
        page = opener("/projecten/1")
        with page.expect_response("**/live/sinds/**", timeout=3 * ASKING_MS):
            pass
        change(environment_of(tmp_path), titel=NIEUW)
        expect(page.get_by_role("heading", level=1)).to_have_text(NIEUW, timeout=ASKING_MS)


def test_after_a_restart_of_the_server_nothing_is_missed(tmp_path) -> None:
    environment, port = environment_of(tmp_path), free_port()
    prepare(environment, fill)
    with serve_filled(tmp_path, environment, port) as address:
        change(environment)
        stand = read_event(f"{address}/live/stroom?sinds=0")["stand"]
    change(environment)
    with serve_filled(tmp_path, environment, port) as address:
        missed = read_event(f"{address}/live/stroom", stand)
    assert [one["id"] for one in missed["meldingen"]] == [1]


def test_a_stop_does_not_wait_for_streams(tmp_path) -> None:
    environment = environment_of(tmp_path)
    prepare(environment, fill)
    with serve_filled(tmp_path, environment) as address:
        streams = [urllib.request.urlopen(f"{address}/live/stroom") for _ in range(5)]  # noqa: S310
        readers = [Thread(target=stream.read) for stream in streams]
        for reader in readers:
            reader.start()
        begin = time.monotonic()
    assert time.monotonic() - begin < STOPPING_S
    for reader in readers:
        reader.join()


def environment_of(folder):
    return {
        "DATA_DIR": str(folder),
        "DATABASE_URL": f"sqlite:///{folder / 'live.sqlite'}",
        "SECRET_KEY": "only-for-tests-" * 3,
    }


def change(environment, titel=None) -> None:
    """Change the first project from another process, as a command does."""

    def act() -> None:
        if titel is not None:
            db.session.get_one(Project, 1).titel = titel
        event = ProjectGewijzigd(
            occurred_at=clock.now(),
            actor_id=None,
            onderwerp=Onderwerp("project", 1),
            velden=("titel",),
            gebied_ids=(),
        )
        publish(event)

    prepare(environment, act)


def read_event(address, stand=""):
    """Return the first message of a stream."""
    request = urllib.request.Request(address, headers={"Last-Event-ID": stand})  # noqa: S310
    with urllib.request.urlopen(request, timeout=10) as stream:  # noqa: S310
        for line in stream:
            if line.startswith(b"data: "):
                return json.loads(line[6:])
    raise AssertionError("The stream ended.")
