"""A real server with a little city, and a real browser."""

import os
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from config import Settings
from participatie.app import create_app
from participatie.core.db import Base, db
from tests.e2e.city import fill
from tests.e2e.site import CHROMIUM, FLAGS, serve_demo, serve_filled

PATIENCE_MS = 8_000


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
        context.set_default_timeout(PATIENCE_MS)
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


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory):
    """Serve the demo city, made by the commands that `make run` gives."""
    with serve_demo(tmp_path_factory.mktemp("demo")) as site:
        yield site


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
        "SECRET_KEY": "only-for-tests-" * 3,
        **settings,
    }
    prepare(environment, fill_it)
    with serve_filled(folder, environment) as address:
        yield address


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
