"""A real server on a database of its own with the demo city, and a real browser before it."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = shutil.which("chromium")
CHROMIUM_ARGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
START_SECONDS = 60
AXE = ROOT / "node_modules/axe-core/axe.min.js"
PHONE = {"width": 375, "height": 740}
DESKTOP = {"width": 1280, "height": 860}


def pytest_collection_modifyitems(items) -> None:
    """Mark what is in this folder, and keep it on one worker: one server, one browser."""
    for item in items:
        if Path(__file__).parent in Path(item.fspath).parents:
            item.add_marker(pytest.mark.e2e)
            item.add_marker(pytest.mark.xdist_group("e2e"))


@dataclass(frozen=True)
class Server:
    """A running site."""

    url: str
    data_dir: Path
    environment: dict[str, str]

    def flask(self, *arguments: str) -> str:
        """Run a flask command on the data of this site and return what it prints."""
        done = subprocess.run(  # noqa: S603  # our own command
            [sys.executable, "-m", "flask", *arguments],
            env=self.environment, cwd=ROOT, capture_output=True, text=True, check=True,
        )  # fmt: skip
        return done.stdout


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(url: str) -> None:
    for _ in range(START_SECONDS * 10):
        try:
            urlopen(url, timeout=2).close()  # noqa: S310  # our own server
        except (URLError, ConnectionError):
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(url)


@pytest.fixture(scope="session")
def server(tmp_path_factory) -> Iterator[Server]:
    """The demo city, served by gunicorn."""
    if CHROMIUM is None and not os.environ.get("CI"):
        pytest.skip("chromium is not installed: install it to run the browser tests")
    port = free_port()
    data_dir = tmp_path_factory.mktemp("site")
    url = f"http://127.0.0.1:{port}"
    environment = {
        **{key: value for key, value in os.environ.items() if key != "DATABASE_URL"},
        "DATA_DIR": str(data_dir), "SITE_URL": url, "DEMO": "1", "PORT": str(port),
        "FLASK_APP": "wsgi.py", "PYTHONWARNINGS": "ignore",
    }  # fmt: skip
    site = Server(url, data_dir, environment)
    site.flask("db", "upgrade")
    site.flask("demo", "laden")
    with (data_dir / "server.log").open("w") as log:
        process = subprocess.Popen(  # noqa: S603  # our own command
            [sys.executable, "-m", "gunicorn", "wsgi:app", "--bind", f"127.0.0.1:{port}",
             "--workers", "2", "--threads", "8"],
            env=environment, cwd=ROOT, stdout=log, stderr=log,
        )  # fmt: skip
        try:
            wait_for(url)
            yield site
        finally:
            process.terminate()
            process.wait(timeout=20)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None and not os.environ.get("CI"):
        pytest.skip("chromium is not installed: install it to run the browser tests")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_ARGS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser, server) -> Iterator[Page]:
    """A new visitor at a desktop; errors in scripts fail the test."""
    context = browser.new_context(base_url=server.url, viewport=DESKTOP, locale="nl-NL")
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    assert errors == []


@pytest.fixture
def phone(browser, server) -> Iterator[Page]:
    """A new visitor on a phone."""
    context = browser.new_context(
        base_url=server.url, viewport=PHONE, locale="nl-NL", has_touch=True, is_mobile=True
    )
    yield context.new_page()
    context.close()


def axe_violations(page: Page) -> list[str]:
    """Return what axe-core finds on the page as it stands, a line each."""
    page.evaluate(AXE.read_text())
    found = page.evaluate(
        "() => axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa',"
        " 'wcag22aa', 'best-practice']})"
    )
    return [
        f"{violation['id']}: {node['target']} {node.get('failureSummary', '')}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]
