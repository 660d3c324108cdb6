"""Loading the demo city, through the services that people use."""

import secrets
from datetime import timedelta
from pathlib import Path

from sqlalchemy import delete

from participatie.accounts.services_wachtwoord import hash_wachtwoord
from participatie.core import clock
from participatie.core.db import db
from participatie.core.outbox import UitgaandeMail
from participatie.demo.services_berichten import follow_and_tell
from participatie.demo.services_bureau import set_up_bureau, work_the_desk
from participatie.demo.services_gebieden import draw_gebieden
from participatie.demo.services_gebiedsprogrammas import decide
from participatie.demo.services_gesprek import talk
from participatie.demo.services_initiatieven import live_through
from participatie.demo.services_leven import live_on
from participatie.demo.services_lezen import hold_bijeenkomsten, write_kennisbank
from participatie.demo.services_mensen import make_people
from participatie.demo.services_opgaven import link_projecten, make_opgaven
from participatie.demo.services_partners import make_organisaties, make_voorstellen
from participatie.demo.services_programma import began, edit_programma, import_programma
from participatie.demo.services_projecten import live_through_year
from participatie.demo.services_raakvlakken import judge_raakvlakken
from participatie.demo.services_signalen import hear_a_rise
from participatie.demo.services_vraagaanbod import make_vraagaanbod

WACHTWOORD = "demo-wachtwoord"


def load_demo(data_dir: Path) -> None:
    """Make the whole demo city; nobody is mailed about its past."""
    gebieden = draw_gebieden()
    people = make_people(gebieden, hash_wachtwoord(_make_wachtwoord(data_dir)))
    doelen = make_opgaven(gebieden, people)
    organisaties = make_organisaties(people)
    import_programma({trekker: partner.naam for trekker, partner in organisaties.items()})
    with clock.set_to(began() + timedelta(hours=1)):
        link_projecten(doelen)
    judge_raakvlakken(people)
    decide(people)
    live_through_year(people)
    edit_programma(people["redacteur"].id)
    make_voorstellen(organisaties, gebieden, people)
    with clock.set_to(began() + timedelta(hours=2)):
        set_up_bureau(gebieden, people)
    live_through(gebieden, people)
    make_vraagaanbod(gebieden, people)
    follow_and_tell(people)
    talk(people)
    work_the_desk(people)
    live_on(people)
    write_kennisbank(people)
    hold_bijeenkomsten(gebieden, people)
    hear_a_rise(people)
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
