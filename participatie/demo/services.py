"""Loading the demo city, through the services that people use."""

import secrets
from pathlib import Path

from sqlalchemy import delete

from participatie.accounts.services_wachtwoord import hash_wachtwoord
from participatie.core.db import db
from participatie.core.outbox import UitgaandeMail
from participatie.demo.services_gebieden import draw_gebieden
from participatie.demo.services_initiatieven import live_through
from participatie.demo.services_mensen import make_people
from participatie.demo.services_programma import import_programma

WACHTWOORD = "demo-wachtwoord"


def load_demo(data_dir: Path) -> None:
    """Make the whole demo city; nobody is mailed about its past."""
    gebieden = draw_gebieden()
    people = make_people(gebieden, hash_wachtwoord(_make_wachtwoord(data_dir)))
    import_programma()
    live_through(gebieden, people)
    db.session.execute(delete(UitgaandeMail))


def _make_wachtwoord(data_dir: Path) -> str:
    """Make a password for this installation only, so that no demo shares one."""
    wachtwoord = "-".join(secrets.token_hex(2) for _ in range(3))
    path = data_dir / WACHTWOORD
    path.touch(mode=0o600)
    path.write_text(wachtwoord)
    return wachtwoord


def read_wachtwoord(data_dir: Path) -> str:
    """Return the password of the demo accounts; empty when there is no demo city."""
    path = data_dir / WACHTWOORD
    return path.read_text() if path.exists() else ""
