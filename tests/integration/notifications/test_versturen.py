"""Digests and mails at once, over a real mail server."""

import email
import email.policy
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Event

import pytest
import time_machine

from participatie.core import clock
from participatie.core.db import db
from participatie.core.mail_refusals import MOST_REFUSALS, is_stopped
from participatie.core.mail_sending import make_due, send_waiting_mail
from participatie.core.outbox import MailStatus, UitgaandeMail
from participatie.core.transactions import transaction
from participatie.notifications import services_versturen
from participatie.notifications.models import Bericht
from participatie.notifications.services_versturen import make_overzichten, send_direct
from participatie.notifications.types import BerichtSoort, Frequentie
from tests.factories.accounts import GebruikerFactory
from tests.factories.notifications import BerichtFactory
from tests.factories.programmas import ProjectFactory
from tests.parallel import all_at_once
from tests.smtp import PATIENCE, free_port, mail_server

NU = datetime(2026, 11, 18, 9, 0, tzinfo=clock.AMSTERDAM)  # a Wednesday
GISTEREN = NU - timedelta(days=1)


@pytest.fixture
def site(live_app, monkeypatch):
    """A site of its own, on a Wednesday at nine, with a context to work in."""
    with live_app.app_context(), time_machine.travel(NU, tick=False):
        yield lambda url: monkeypatch.setitem(live_app.config, "SMTP_URL", url)


def tell(amount=1, *, naar=None, **fields):
    """Let someone have unread berichten about a project, and return who."""
    with transaction():
        gebruiker = GebruikerFactory(**({"email": naar} if naar else {}))
        project = ProjectFactory()
        for number in range(amount):
            BerichtFactory(
                **{
                    "gebruiker": gebruiker,
                    "onderwerp_id": project.id,
                    "titel": f"Project {number}",
                    "op": GISTEREN + timedelta(minutes=number),
                }
                | fields
            )
        return gebruiker.id


def waiting():
    db.session.rollback()
    return db.session.scalars(db.select(UitgaandeMail).order_by(UitgaandeMail.id)).all()


def received(server):
    return [
        email.message_from_bytes(content, policy=email.policy.default)
        for _to, content in server.accepted
    ]


def test_a_digest_holds_everything_of_the_day_in_one_mail(site) -> None:
    tell(3)
    make_overzichten()
    (mail,) = waiting()
    assert mail.tekst.index("Project 2") < mail.tekst.index("Project 1")


def test_a_digest_is_made_once(site) -> None:
    tell()
    make_overzichten()
    make_overzichten()
    assert len(waiting()) == 1


def test_a_second_digest_of_the_same_day_is_not_made_for_what_came_late(site) -> None:
    gebruiker_id = tell()
    make_overzichten()
    with transaction():
        late = BerichtFactory(gebruiker_id=gebruiker_id, op=GISTEREN)
        late.onderwerp_id = db.session.scalar(db.select(Bericht.onderwerp_id))
    make_overzichten()
    assert len(waiting()) == 1


def test_many_workers_make_one_digest(site, live_app) -> None:
    for _number in range(6):
        tell()

    def work() -> None:
        with live_app.app_context():
            make_overzichten()

    all_at_once(work, 4)
    assert len(waiting()) == 6


def test_a_worker_that_dies_halfway_leaves_nobody_out_and_mails_nobody_twice(
    site, monkeypatch
) -> None:
    for _number in range(3):
        tell()
    monkeypatch.setattr(services_versturen, "BATCH", 1)
    real, sent = services_versturen.mail_to, []

    def die(*args, **kwargs):
        sent.append(args)
        if len(sent) == 2:
            raise ZeroDivisionError
        return real(*args, **kwargs)

    with monkeypatch.context() as patched:
        patched.setattr(services_versturen, "mail_to", die)
        with pytest.raises(ZeroDivisionError):
            make_overzichten()
    make_overzichten()
    assert len({mail.aan for mail in waiting()}) == len(waiting()) == 3


def test_what_happened_after_seven_waits_for_tomorrow(site) -> None:
    tell(op=NU)
    make_overzichten()
    assert waiting() == []


def test_what_was_read_on_the_site_is_not_mailed(site) -> None:
    tell(gelezen_op=NU)
    make_overzichten()
    assert waiting() == []


def test_what_is_no_longer_public_is_not_mailed(site) -> None:
    tell(onderwerp_soort="initiatief", onderwerp_id=404)
    make_overzichten()
    assert waiting() == []


def test_a_weekly_digest_waits_for_monday(site) -> None:
    tell(frequentie=Frequentie.WEEK)
    make_overzichten()
    before = len(waiting())
    with time_machine.travel(NU + timedelta(days=5), tick=False):
        make_overzichten()
    assert (before, len(waiting())) == (0, 1)


def test_who_wants_it_on_the_site_only_gets_no_mail(site) -> None:
    tell(frequentie=Frequentie.SITE)
    make_overzichten()
    send_direct()
    assert waiting() == []


def test_what_must_be_told_at_once_is_one_mail_per_subscription(site) -> None:
    tell(3, frequentie=Frequentie.DIRECT)
    send_direct()
    send_direct()
    assert len(waiting()) == 1


def test_a_long_digest_says_how_much_more_there_is(site) -> None:
    tell(services_versturen.MOST_SHOWN + 2)
    make_overzichten()
    assert "En nog 2 berichten" in waiting()[0].tekst


def test_a_title_cannot_add_a_header_or_markup(site) -> None:
    evil = "Riool\r\nBcc: iedereen@voorbeeld.example\r\n\r\n<script>alert(1)</script>"
    tell(titel=evil, frequentie=Frequentie.DIRECT)
    with mail_server() as (server, url):
        site(url)
        send_direct()
        send_waiting_mail()
    (message,) = received(server)
    html = message.get_body(("html",)).get_content()
    assert (message["Bcc"], "<script>" in html, len(server.recipients)) == (None, False, 1)


def test_a_mail_program_can_stop_it_with_one_click(site) -> None:
    tell()
    with mail_server() as (server, url):
        site(url)
        make_overzichten()
        send_waiting_mail()
    (message,) = received(server)
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert message["List-Unsubscribe"].startswith("<http://localhost/berichten/afmelden/")


def test_the_address_that_stops_it_stands_unbroken_on_its_line(site) -> None:
    tell()
    with mail_server() as (server, url):
        site(url)
        make_overzichten()
        send_waiting_mail()
    (line,) = [line for line in server.accepted[0][1].splitlines() if b"List-Unsubscribe:" in line]
    assert line.endswith(b">")


def test_a_digest_is_text_and_html(site) -> None:
    tell(soort=BerichtSoort.PROJECT)
    with mail_server() as (server, url):
        site(url)
        make_overzichten()
        send_waiting_mail()
    parts = [part.get_content_type() for part in received(server)[0].walk()]
    assert parts == ["multipart/alternative", "text/plain", "text/html"]


def test_while_the_mail_server_is_down_nothing_is_lost_and_later_nothing_comes_twice(site) -> None:
    tell()
    site(f"smtp://127.0.0.1:{free_port()}")
    make_overzichten()
    send_waiting_mail()
    with mail_server() as (server, url):
        site(url)
        make_due()
        send_waiting_mail()
        make_overzichten()
        send_waiting_mail()
    assert len(server.recipients) == 1


def test_a_mail_server_that_answers_late_loses_nothing_and_gets_nothing_twice(
    site, live_app
) -> None:
    for number in range(3):
        tell(naar=f"bewoner{number}@voorbeeld.example")
    make_overzichten()
    released = Event()

    def work() -> None:
        with live_app.app_context():
            send_waiting_mail()

    with mail_server() as (server, url), ThreadPoolExecutor(1) as pool:
        server.hold = released
        site(url)
        slow = pool.submit(work)
        assert server.reached.wait(PATIENCE)
        make_overzichten()
        send_waiting_mail()
        released.set()
        slow.result()
    assert server.recipients == [f"bewoner{number}@voorbeeld.example" for number in range(3)]
    assert {mail.status for mail in waiting()} == {MailStatus.VERZONDEN}


def test_one_address_that_is_refused_keeps_nobody_else_waiting(site) -> None:
    tell(naar="weg@voorbeeld.example")
    tell(naar="goed@voorbeeld.example")
    with mail_server() as (server, url):
        server.refuse = {"weg@voorbeeld.example": "550 onbekend"}
        site(url)
        make_overzichten()
        send_waiting_mail()
    assert server.recipients == ["goed@voorbeeld.example"]


def test_an_address_that_keeps_being_refused_gets_no_more_berichten(site) -> None:
    gebruiker_id = tell(naar="weg@voorbeeld.example")
    with mail_server() as (server, url):
        server.refuse = {"weg@voorbeeld.example": "550 onbekend"}
        site(url)
        for number in range(MOST_REFUSALS + 1):
            with time_machine.travel(NU + timedelta(days=number), tick=False):
                with transaction():
                    about = db.session.scalar(db.select(Bericht.onderwerp_id).limit(1))
                    BerichtFactory(
                        gebruiker_id=gebruiker_id,
                        onderwerp_id=about,
                        op=NU + timedelta(days=number - 1),
                    )
                make_overzichten()
                send_waiting_mail()
    assert (is_stopped("weg@voorbeeld.example"), len(waiting())) == (True, MOST_REFUSALS)
