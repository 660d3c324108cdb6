import email
import email.policy
import re
from contextlib import suppress
from datetime import timedelta

import pytest
import time_machine

from participatie.core import clock
from participatie.core.db import db
from participatie.core.mail import queue_mail
from participatie.core.mail_folder import list_recent_mails
from participatie.core.mail_sending import (
    WAIT_MINUTES,
    delete_old_mail,
    retry_failed_mail,
    send_waiting_mail,
)
from participatie.core.outbox import MailStatus, UitgaandeMail
from participatie.core.transactions import transaction
from tests.parallel import all_at_once
from tests.smtp import free_port, mail_server

A, B, C = "a@voorbeeld.example", "b@voorbeeld.example", "c@voorbeeld.example"


@pytest.fixture
def site(live_app, monkeypatch):
    """A site whose mails go to the address of `settings`, with a context to work in."""
    with live_app.app_context():
        yield lambda url: monkeypatch.setitem(live_app.config, "SMTP_URL", url)


def queue(*addresses, naam="Bea"):
    with transaction():
        for address in addresses:
            queue_mail(to=address, template="accounts/mail/rol_ingetrokken.txt", **words(naam))


def words(naam):
    return {"naam": naam, "rol": "partner", "gebied": None}


@pytest.fixture(autouse=True)
def plain_words(live_app, monkeypatch):
    monkeypatch.setitem(live_app.jinja_env.filters, "naam", str)


def statuses() -> dict[str, MailStatus]:
    db.session.rollback()
    rows = db.session.execute(db.select(UitgaandeMail.aan, UitgaandeMail.status))
    return {row.aan: row.status for row in rows}


def the_mail() -> UitgaandeMail:
    db.session.rollback()
    return db.session.scalars(db.select(UitgaandeMail)).one()


def test_a_mail_is_sent_once(site) -> None:
    queue(A)
    with mail_server() as (server, url):
        site(url)
        send_waiting_mail()
        send_waiting_mail()
    assert server.recipients == [A]


def test_what_was_rolled_back_is_never_sent(site) -> None:
    with suppress(ZeroDivisionError), transaction():
        queue_mail(to=A, template="accounts/mail/rol_ingetrokken.txt", **words("Bea"))
        raise ZeroDivisionError
    with mail_server() as (server, url):
        site(url)
        send_waiting_mail()
    assert server.recipients == []


def test_the_text_is_gone_once_a_mail_was_sent(site) -> None:
    queue(A)
    with mail_server() as (_, url):
        site(url)
        send_waiting_mail()
    assert (the_mail().tekst, the_mail().status) == ("", MailStatus.VERZONDEN)


def test_a_mail_server_that_is_down_loses_nothing(site) -> None:
    queue(A, B)
    port = free_port()
    site(f"smtp://127.0.0.1:{port}")
    send_waiting_mail()
    with (
        time_machine.travel(clock.now() + timedelta(minutes=2)),
        mail_server(port) as (server, _),
    ):
        send_waiting_mail()
    assert server.recipients == [A, B]


def test_a_mail_server_that_is_down_is_left_alone_for_a_minute(site) -> None:
    queue(A)
    port = free_port()
    site(f"smtp://127.0.0.1:{port}")
    send_waiting_mail()
    with mail_server(port) as (server, _):
        send_waiting_mail()
    assert server.recipients == []


def test_a_slow_mail_server_gets_nothing_twice(site, live_app) -> None:
    queue(A)
    with mail_server() as (server, url):
        server.seconds = 1
        site(url)
        all_at_once(in_context(live_app, send_waiting_mail), 3)
    assert server.recipients == [A]


def test_many_senders_at_once_send_each_mail_once(site, live_app) -> None:
    addresses = [f"bewoner{number}@voorbeeld.example" for number in range(30)]
    queue(*addresses)
    with mail_server() as (server, url):
        site(url)
        all_at_once(in_context(live_app, send_waiting_mail), 5)
    assert server.recipients == sorted(addresses)


def in_context(app, action):
    def run():
        with app.app_context():
            return action()

    return run


def test_one_refused_address_does_not_stop_the_others(site) -> None:
    queue(A, B, C)
    with mail_server() as (server, url):
        server.refuse[B] = "550 no such person"
        site(url)
        send_waiting_mail()
    assert server.recipients == [A, C]
    assert statuses()[B] == MailStatus.MISLUKT


def test_an_address_that_is_refused_for_now_is_tried_later(site) -> None:
    queue(A)
    with mail_server() as (server, url):
        server.refuse[A] = "451 try again later"
        site(url)
        send_waiting_mail()
        server.refuse.clear()
        send_waiting_mail()
        assert server.recipients == []
        with time_machine.travel(clock.now() + timedelta(minutes=2)):
            send_waiting_mail()
    assert server.recipients == [A]


def test_after_many_attempts_a_mail_has_failed_and_can_be_tried_again(site) -> None:
    queue(A)
    with mail_server() as (server, url):
        server.refuse[A] = "451 try again later"
        site(url)
        with time_machine.travel(clock.now(), tick=False) as clock_hands:
            for wait in (*WAIT_MINUTES, 1):
                send_waiting_mail()
                clock_hands.shift(60 * wait)
            assert statuses() == {A: MailStatus.MISLUKT}
            server.refuse.clear()
            with transaction():
                retry_failed_mail()
            send_waiting_mail()
    assert server.recipients == [A]


def test_a_mail_of_a_sender_that_died_is_sent_by_another(site) -> None:
    queue(A)
    with transaction():
        later = clock.now() + timedelta(minutes=15)
        the = db.update(UitgaandeMail).values(status=MailStatus.BEZIG, niet_voor=later)
        db.session.execute(the)
    with mail_server() as (server, url):
        site(url)
        send_waiting_mail()
        assert server.recipients == []
        with time_machine.travel(clock.now() + timedelta(minutes=16)):
            send_waiting_mail()
    assert server.recipients == [A]


def test_each_attempt_has_the_same_message_id(site) -> None:
    queue(A)
    seen = []
    with mail_server() as (server, url):
        site(url)
        for _ in range(2):
            send_waiting_mail()
            seen.append(parsed(server.accepted[-1][1])["Message-ID"])
            with transaction():
                db.session.execute(
                    db.update(UitgaandeMail).values(
                        status=MailStatus.WACHT, verzonden_op=None, niet_voor=clock.now()
                    )
                )
    assert seen[0] == seen[1]


def parsed(content):
    return email.message_from_bytes(content, policy=email.policy.default)


@pytest.fixture
def sent(site):
    queue(A, naam="<b>Zoë</b>\nBcc: z@z.example 🌳")
    with mail_server() as (server, url):
        site(url)
        send_waiting_mail()
    return parsed(server.accepted[0][1])


def test_a_mail_says_who_it_is_from_and_that_it_is_automatic(sent) -> None:
    assert sent["From"] == "Haarlem participatie <participatie@example.invalid>"
    assert sent["Auto-Submitted"] == "auto-generated"
    assert sent["Date"].datetime.tzinfo is not None
    assert re.fullmatch(r"<[\w-]+@localhost>", sent["Message-ID"])


def test_a_name_in_a_mail_adds_no_header(sent) -> None:
    assert sent["Bcc"] is None


def test_a_mail_has_text_and_html_of_the_same_words(sent) -> None:
    assert "Een rol" in sent["Subject"]
    assert "<b>Zoë</b>" in sent.get_body(("plain",)).get_content()
    assert "&lt;b&gt;Zoë&lt;/b&gt;" in sent.get_body(("html",)).get_content()


def test_an_address_that_is_two_addresses_is_not_sent(site) -> None:
    queue("a@voorbeeld.example, z@voorbeeld.example", B)
    with mail_server() as (server, url):
        site(url)
        send_waiting_mail()
    assert server.recipients == [B]


def test_without_a_mail_server_a_mail_becomes_a_file(site, live_app) -> None:
    folder = live_app.config["DATA_DIR"] / "mails"
    before = set(folder.glob("*")) if folder.exists() else set()
    queue(A)
    send_waiting_mail()
    kinds = sorted(path.suffix for path in set(folder.glob("*")) - before)
    assert kinds == [".eml", ".txt"]


def test_the_folder_of_mails_is_only_for_its_owner(site, live_app) -> None:
    queue(A)
    send_waiting_mail()
    folder = live_app.config["DATA_DIR"] / "mails"
    assert folder.stat().st_mode & 0o077 == 0
    assert all(path.stat().st_mode & 0o077 == 0 for path in folder.iterdir())


def test_to_whom_something_was_mailed_is_forgotten_after_a_month(site) -> None:
    queue(A)
    send_waiting_mail()
    with time_machine.travel(clock.now() + timedelta(days=31)):
        delete_old_mail()
    assert statuses() == {}


def test_what_still_waits_after_a_month_is_kept(site) -> None:
    queue(A)
    with time_machine.travel(clock.now() + timedelta(days=31)):
        delete_old_mail()
    assert statuses() == {A: MailStatus.WACHT}


def test_a_command_sends_what_waits(site, live_app) -> None:
    queue(A, B)
    result = live_app.test_cli_runner().invoke(args=["mail", "verzend"])
    assert result.output == "Verstuurd: 2. Wacht nog: 0.\n"


def test_the_command_says_what_still_waits_and_why(site, live_app, monkeypatch) -> None:
    monkeypatch.setitem(live_app.config, "SMTP_URL", f"smtp://127.0.0.1:{free_port()}")
    queue(A)
    result = live_app.test_cli_runner().invoke(args=["mail", "verzend"])
    assert result.exit_code == 1
    assert "Verstuurd: 0. Wacht nog: 1." in result.output
    assert "refused" in result.output.lower()


def test_the_command_does_not_wait_for_the_next_try(site, live_app, monkeypatch) -> None:
    queue(A)
    with monkeypatch.context() as away:
        away.setitem(live_app.config, "SMTP_URL", f"smtp://127.0.0.1:{free_port()}")
        send_waiting_mail()
    live_app.test_cli_runner().invoke(args=["mail", "verzend"])
    assert statuses() == {A: MailStatus.VERZONDEN}


def test_a_demonstration_shows_the_newest_mails_first(site, live_app, monkeypatch) -> None:
    monkeypatch.setitem(live_app.config, "DEMO", "yes")
    queue(A)
    queue(B)
    send_waiting_mail()
    assert [mail.aan for mail in list_recent_mails(2)] == [B, A]


def test_a_real_site_shows_no_mails(site) -> None:
    queue(A)
    send_waiting_mail()
    assert list_recent_mails() == []
