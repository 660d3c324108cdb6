"""A real server with a little city, and a real browser."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
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


@pytest.fixture(scope="session")
def browser():
    """Chromium of the system; the tests are skipped where there is none."""
    if CHROMIUM is None:
        pytest.skip("There is no chromium here: install it to run the browser tests.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser, live_server):
    """Open a page of the live server in a visitor's own browser; errors in scripts are errors."""
    contexts = []
    problems = []

    def opener(path="/", *, width=1280, height=900, **options):
        context = browser.new_context(
            viewport={"width": width, "height": height}, base_url=live_server, **options
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


@pytest.fixture(scope="session")
def live_server(tmp_path_factory):
    """Serve a little city, filled once for all browser tests, with the server of production."""
    with serve(tmp_path_factory.mktemp("live"), fill) as address:
        yield address


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
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "wsgi:app", "-b", f"127.0.0.1:{port}"]
    with (folder / "server.log").open("wb") as log:
        server = subprocess.Popen(  # noqa: S603  # our own server
            [*command, "--threads", "4", "--no-control-socket"],
            cwd=ROOT,
            env=os.environ | environment,
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
