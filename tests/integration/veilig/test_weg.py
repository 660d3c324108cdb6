"""The database stops under a running site: pages say so, the server lives on, and recovers."""

import os
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import suppress
from pathlib import Path

import pytest

from tests.e2e.site import ROOT, flask, free_port

PATIENCE_S = 10
START_S = 60  # a busy machine starts slowly


def postgres_bin() -> Path | None:
    """Return the folder of the newest PostgreSQL, when it can be run here."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return found[-1].parent if found and (os.getuid() != 0 or shutil.which("su")) else None


class Cluster:
    """A throw-away PostgreSQL that can be stopped and started."""

    def __init__(self, folder: Path, programs: Path) -> None:
        self.folder, self.programs, self.port = folder, programs, free_port()
        if os.getuid() == 0:
            shutil.chown(folder, "postgres")
        self.run("initdb", "-D pg -U postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8")
        self.start()
        self.run("createdb", f"-h 127.0.0.1 -p {self.port} -U postgres site")

    def run(self, program: str, arguments: str) -> None:
        line = f"cd {self.folder} && {self.programs / program} {arguments} > log.txt 2>&1"
        as_whom = ["su", "postgres", "-s", "/bin/sh", "-c"] if os.getuid() == 0 else ["sh", "-c"]
        subprocess.run([*as_whom, line], check=True)  # noqa: S603  # our own command

    def start(self) -> None:
        options = f"-p {self.port} -k {self.folder} -c listen_addresses=127.0.0.1 -c fsync=off"
        self.run("pg_ctl", f"-D pg -w -l pg.log -o '{options}' start")

    def stop(self) -> None:
        self.run("pg_ctl", "-D pg -w -m immediate stop")


@pytest.fixture
def cluster():
    programs = postgres_bin()
    if programs is None:
        pytest.skip("There is no PostgreSQL here to stop: install it to run this test.")
    folder = Path(f"/tmp/participatie-weg-{os.getpid()}")  # noqa: S108  # another user writes it
    folder.mkdir()
    cluster = Cluster(folder, programs)
    yield cluster
    with suppress(subprocess.CalledProcessError):  # it was stopped already
        cluster.stop()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def server(cluster, tmp_path):
    """The site of production on that database."""
    port = free_port()
    settings = {
        "DATA_DIR": str(tmp_path), "SECRET_KEY": "only-for-tests-" * 3, "SITE_URL": f"http://127.0.0.1:{port}",
        "DATABASE_URL": f"postgresql://postgres@127.0.0.1:{cluster.port}/site",
    }  # fmt: skip
    flask(settings, "db", "upgrade")
    command = [sys.executable, "-m", "gunicorn", "wsgi:app", "-b", f"127.0.0.1:{port}"]
    with (tmp_path / "server.log").open("wb") as log:
        server = subprocess.Popen(  # noqa: S603  # our own server
            [*command, "--threads", "4", "--no-control-socket"],
            cwd=ROOT, env=os.environ | settings, stdout=log, stderr=log,
        )  # fmt: skip
    server.url = settings["SITE_URL"]
    yield server
    server.terminate()
    server.wait(timeout=PATIENCE_S)


def get(server, path="/projecten") -> tuple[int, str]:
    try:
        with urllib.request.urlopen(f"{server.url}{path}", timeout=PATIENCE_S) as answer:  # noqa: S310
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()
    except OSError:
        return 0, ""


def wait_for(server, status: int, seconds=PATIENCE_S) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if get(server)[0] == status:
            return True
        time.sleep(0.1)
    return False


def test_the_site_lives_through_an_outage_of_the_database(cluster, server) -> None:
    assert wait_for(server, 200, START_S)
    cluster.stop()
    outage = [get(server, path) for path in ("/projecten", "/kaart", "/account/profiel", "/")]
    assert {status for status, _page in outage} <= {503, 303, 200}
    assert outage[0][0] == 503
    assert "<h1" in outage[0][1]
    assert server.poll() is None
    cluster.start()
    assert wait_for(server, 200)
