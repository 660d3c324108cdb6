"""A site of its own, served as in production: for the browser tests and the pictures."""

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
from typing import Any

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


@contextmanager
def serve_demo(folder: Path):
    """Serve the demo city, made by the commands that `make run` gives."""
    environment = {
        "DATA_DIR": str(folder), "DATABASE_URL": f"sqlite:///{folder / 'demo.sqlite'}",
        "SECRET_KEY": "only-for-tests-" * 3, "DEMO": "1",
    }  # fmt: skip
    flask(environment, "db", "upgrade")
    flask(environment, "demo", "laden")
    with serve_filled(folder, environment) as address:
        yield DemoSite(address, environment)


_signed_in: dict[tuple[str, str], list[Any]] = {}


def sign_in(page, site: DemoSite, who: str) -> None:
    """Be someone of the demo city; the second time with the cookies of the first.

    A code of the second factor works once: two tests in the same half minute would be refused.
    """
    kept = _signed_in.get((site.url, who))
    if kept:
        page.context.add_cookies(kept)
        page.goto("/account/profiel")
        if "inloggen" not in page.url:
            return
        page.context.clear_cookies()
    _sign_in_anew(page, site, who)
    _signed_in[site.url, who] = page.context.cookies()


def _sign_in_anew(page, site: DemoSite, who: str) -> None:
    email, wachtwoord, code = site.access(who)
    page.goto("/account/inloggen")
    page.get_by_label("E-mailadres").fill(email)
    page.get_by_label("Wachtwoord", exact=True).fill(wachtwoord)
    page.get_by_role("main").get_by_role("button", name="Inloggen").click()
    page.wait_for_url(lambda url: "/inloggen" not in url)
    if code is not None:
        page.get_by_role("textbox", name="Code").fill(code)
        page.get_by_role("textbox", name="Code").press("Enter")
        page.wait_for_url(lambda url: "code" not in url and "factor" not in url)


@contextmanager
def serve_filled(folder, environment, port=None):
    """Serve what is in the database until the block ends."""
    port = port or free_port()
    command = [sys.executable, "-m", "gunicorn", "wsgi:app", "-b", f"127.0.0.1:{port}"]
    with (folder / "server.log").open("wb") as log:
        server = subprocess.Popen(  # noqa: S603  # our own server
            [*command, "--no-control-socket"],
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
        server.wait(timeout=20)


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def wait_for(address, log):
    for _ in range(600):
        try:
            with urllib.request.urlopen(address) as answer:  # noqa: S310  # our own server
                answer.read()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(f"The server did not start:\n{log.read_text()}")
