"""A real server with a little city, and a real browser."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from config import Settings
from participatie.app import create_app
from participatie.core.db import Base, db
from tests.e2e.city import fill

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items) -> None:
    """Keep the browser tests on one worker: one server, one browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.e2e)
            item.add_marker(pytest.mark.xdist_group("e2e"))


@pytest.fixture(scope="session")
def browser():
    """Chromium of the system; without it the tests are skipped, but never in CI."""
    if CHROMIUM is None and "CI" not in os.environ:
        pytest.skip("There is no chromium here: install it to run the browser tests.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@contextmanager
def visiting(browser, address):
    """Open pages as a visitor with a browser of his own; errors in scripts are errors."""
    contexts = []
    problems = []

    def opener(path="/", *, width=1280, height=900, **options):
        context = browser.new_context(
            viewport={"width": width, "height": height},
            base_url=address,
            locale="nl-NL",
            **options,
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.goto(path)
        return page

    yield opener
    for context in contexts:
        context.close()
    assert problems == []


@pytest.fixture
def open_page(browser, live_server):
    """Open a page of the little city."""
    with visiting(browser, live_server) as opener:
        yield opener


@pytest.fixture(scope="session")
def live_server(tmp_path_factory):
    """Serve a little city, filled once for all browser tests, with the server of production."""
    with serve(tmp_path_factory.mktemp("live"), fill) as address:
        yield address


@dataclass(frozen=True)
class DemoSite:
    """The demo city as `make run` shows it, and how to sign in as the people in it."""

    url: str
    environment: dict[str, str]

    def access(self, email: str) -> tuple[str, str, str | None]:
        """Return the address, the password and the code of this moment of someone in the demo."""
        found = json.loads(flask(self.environment, "demo", "toegang", "--json"))
        persoon = next(one for one in found["personen"] if one["email"].startswith(f"{email}@"))
        return persoon["email"], found["wachtwoord"], persoon["code"]


def flask(environment: dict[str, str], *arguments: str) -> str:
    """Run a flask command as an operator does, and return what it prints."""
    return subprocess.run(  # noqa: S603  # our own command
        [sys.executable, "-m", "flask", *arguments],
        env=os.environ | environment, cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory):
    """Serve the demo city, made by the commands that `make run` gives."""
    folder = tmp_path_factory.mktemp("demo")
    environment = {
        "DATA_DIR": str(folder), "DATABASE_URL": f"sqlite:///{folder / 'demo.sqlite'}",
        "SECRET_KEY": "test", "DEMO": "1",
    }  # fmt: skip
    flask(environment, "db", "upgrade")
    flask(environment, "demo", "laden")
    with serve_filled(folder, environment) as address:
        yield DemoSite(address, environment)


@pytest.fixture
def visit(browser, demo_site):
    """Open a page of the demo city."""
    with visiting(browser, demo_site.url) as opener:
        yield opener


@contextmanager
def serve(folder, fill_it, **settings):
    """Fill a database of its own and serve it until the block ends."""
    environment = {
        "DATA_DIR": str(folder),
        "DATABASE_URL": f"sqlite:///{folder / 'live.sqlite'}",
        "SECRET_KEY": "test",
        **settings,
    }
    prepare(environment, fill_it)
    with serve_filled(folder, environment) as address:
        yield address


@contextmanager
def serve_filled(folder, environment):
    """Serve what is in the database until the block ends."""
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "wsgi:app", "-b", f"127.0.0.1:{port}"]
    with (folder / "server.log").open("wb") as log:
        server = subprocess.Popen(  # noqa: S603  # our own server
            [*command, "--threads", "4", "--no-control-socket"],
            cwd=ROOT,
            env=os.environ | environment | {"SITE_URL": f"http://127.0.0.1:{port}"},
            stdout=log,
            stderr=log,
        )
    try:
        wait_for(f"http://127.0.0.1:{port}/kaart", folder / "server.log")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=10)


def prepare(environment, fill_it):
    """Make the tables and the rows in a process' own application."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment.items():
            patch.setenv(name, value)
        app = create_app(Settings().to_flask())
    with app.app_context():
        Base.metadata.create_all(db.engine)
        fill_it()
        db.session.commit()
        db.session.remove()
        db.engine.dispose()


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def wait_for(address, log):
    for _ in range(100):
        try:
            with urllib.request.urlopen(address) as answer:  # noqa: S310  # our own server
                answer.read()
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail(f"The server did not start:\n{log.read_text()}")
