"""1,000 open pages and one change each second: how soon all show it, and what that costs.

The server is the one of production (`gunicorn.conf.py`, two processes). The pages are clients of
their own: a stream each, and after each change the same question a browser would ask.
"""

import asyncio
import json
import os
import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from flask import Flask

from bench.meting import Meting, at_most
from bench.stad import make_own_app
from participatie.core import clock
from participatie.core.db import db
from participatie.core.events import publish
from participatie.core.onderwerpen import Onderwerp
from participatie.core.transactions import transaction
from participatie.journal.queries import latest_number
from participatie.programmas.events import ProjectGewijzigd
from participatie.programmas.models import Project

PAGES = 1_000
PROJECTEN = 1_000
"""As many as a city has: what 10,000 cost is measured with the map."""
CHANGES = 10
WITHIN_S = 2.0
MEGABYTE = 1024 * 1024
MOST_MB = 300
POLL_S = 4.0
SPREAD_S = 0.6
PORT = 8971
ROOT = Path(__file__).resolve().parents[1]
ENCODINGS = b"br, gzip"
KINDS = (
    ("project:1", "/projecten/1"),
    ("project", "/projecten"),
    ("kaart", "/kaart/data/items.json?sleutels=p1"),
)
"""What pages listen to, and what they ask after a change: a project, the list and the map."""


@dataclass
class Gehoord:
    """When each page heard of each change, and when it showed it."""

    heard: dict[int, list[float]] = field(default_factory=dict)
    shown: dict[int, list[float]] = field(default_factory=dict)

    def note(self, where: dict[int, list[float]], nummer: int) -> None:
        """Write down that one more page is that far."""
        where.setdefault(nummer, []).append(time.monotonic())


def run() -> list[Meting]:
    """Open the pages, change a project each second, and look how long it takes everywhere."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(max(soft, 4096), hard), hard))
    app = make_own_app(PROJECTEN)
    with _serve(app) as server:
        gehoord = Gehoord()
        changed = asyncio.run(_watch(app, gehoord))
        memory = _memory(server)
        answers = asyncio.run(_ask())
    heard = _longest(changed, gehoord.heard)
    shown = _longest(changed, gehoord.shown)
    return [
        at_most("open pagina's: langst tot elk het hoort", heard, WITHIN_S, "s"),
        at_most("open pagina's: langst tot elk het toont", shown, WITHIN_S, "s"),
        at_most("open pagina's: geheugen van alle processen", memory, MOST_MB, "MB"),
        at_most("pagina's die vragen: langste antwoord", max(answers), WITHIN_S, "s"),
    ]


def _longest(changed: dict[int, float], where: dict[int, list[float]]) -> float:
    """Return the time until the last page was that far; endless when one never was."""
    if any(len(where.get(nummer, [])) < PAGES for nummer in changed):
        return float("inf")
    return max(max(where[nummer]) - moment for nummer, moment in changed.items())


@contextmanager
def _serve(app: Flask) -> Iterator[subprocess.Popen[bytes]]:
    settings = {
        "DATA_DIR": str(app.config["DATA_DIR"]),
        "DATABASE_URL": app.config["SQLALCHEMY_DATABASE_URI"],
        "SECRET_KEY": "bench-" * 8,
        "LIVE_STROMEN": str(PAGES),
        "MALLOC_ARENA_MAX": "2",  # as scripts/serve.sh has it
    }
    command = [sys.executable, "-m", "gunicorn", "wsgi:app", "--bind", f"127.0.0.1:{PORT}"]
    server = subprocess.Popen(  # noqa: S603  # our own server
        [*command, "--workers", "2", "--no-control-socket", "--log-level", "warning"],
        cwd=ROOT,
        env=os.environ | settings,
    )
    try:
        asyncio.run(_wait_until_up())
        yield server
    finally:
        server.terminate()
        server.wait()


async def _wait_until_up() -> None:
    while True:
        try:
            await _get("/kaart")
        except OSError:
            await asyncio.sleep(0.2)
        else:
            return


async def _watch(app: Flask, gehoord: Gehoord) -> dict[int, float]:
    pages = [asyncio.create_task(_page(number, gehoord)) for number in range(PAGES)]
    await asyncio.sleep(WITHIN_S)
    opened = 0
    while opened < PAGES:
        opened = sum(1 for page in pages if page.get_name() == "open")
        await asyncio.sleep(0.2)
    changed = {}
    for _ in range(CHANGES):
        nummer, moment = await asyncio.to_thread(_change, app)
        changed[nummer] = moment
        await asyncio.sleep(1)
    await asyncio.sleep(WITHIN_S)
    for page in pages:
        page.cancel()
    await asyncio.gather(*pages, return_exceptions=True)
    return changed


async def _page(number: int, gehoord: Gehoord) -> None:
    """Be one open page: listen, and ask for what changed."""
    over, address = KINDS[number % len(KINDS)]
    reader, writer = await asyncio.open_connection("127.0.0.1", PORT)
    writer.write(b"GET /live/stroom?over=%b HTTP/1.1\r\nHost: b\r\n\r\n" % over.encode())
    looks = []  # kept, so that no look is forgotten before it is done
    async for line in reader:
        if line.startswith(b"retry"):
            _name("open")
        if line.startswith(b"data: "):
            message = json.loads(line[6:])
            nummer = message["meldingen"][-1]["nummer"]
            gehoord.note(gehoord.heard, nummer)
            looks.append(asyncio.create_task(_look(address, message["stand"], nummer, gehoord)))
    writer.close()


def _name(name: str) -> None:
    task = asyncio.current_task()
    if task is not None:
        task.set_name(name)


async def _look(address: str, stand: str, nummer: int, gehoord: Gehoord) -> None:
    await asyncio.sleep(random.uniform(0, SPREAD_S))  # noqa: S311  # as live.js does
    status = await _get(address, stand)
    if status == b"200":
        gehoord.note(gehoord.shown, nummer)


async def _get(address: str, stand: str = "") -> bytes:
    """Ask for a page as a browser does, and return its status."""
    reader, writer = await asyncio.open_connection("127.0.0.1", PORT)
    writer.write(
        b"GET %b HTTP/1.1\r\nHost: b\r\nX-Live: %b\r\nAccept-Encoding: %b\r\n"
        b"Connection: close\r\n\r\n" % (address.encode(), stand.encode(), ENCODINGS)
    )
    answer = await reader.read()
    writer.close()
    return answer.split(b" ", 2)[1]


def _change(app: Flask) -> tuple[int, float]:
    """Change a project as an editor does; return the number of its line and when it stood."""
    with app.app_context():
        with transaction():
            project = db.session.get_one(Project, 1)
            project.titel = f"Titel van {clock.now().isoformat()}"
            publish(
                ProjectGewijzigd(
                    occurred_at=clock.now(),
                    actor_id=None,
                    onderwerp=Onderwerp("project", 1),
                    velden=("titel",),
                    gebied_ids=(),
                )
            )
        return latest_number(), time.monotonic()


async def _ask() -> list[float]:
    """Let every page ask once, spread over the time between two questions of one page."""

    async def ask(number: int) -> float:
        await asyncio.sleep(POLL_S * number / PAGES)
        begin = time.monotonic()
        await _get("/live/sinds/0?over=kaart")
        return time.monotonic() - begin

    return await asyncio.gather(*(ask(number) for number in range(PAGES)))


def _memory(server: subprocess.Popen[bytes]) -> float:
    """Return what all processes take together, what they share counted once, in MB."""
    found = subprocess.run(  # noqa: S603  # our own server
        ["pgrep", "-P", str(server.pid)],  # noqa: S607
        capture_output=True,
        text=True,
        check=True,
    )
    pids = [str(server.pid), *found.stdout.split()]
    return sum(map(_share, pids)) / 1024


def _share(pid: str) -> int:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
