"""Sending what waits in the outbox: each mail claimed by one sender, retried with patience."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from flask import current_app
from sqlalchemy import delete, select, update

from participatie.core import clock
from participatie.core.db import db
from participatie.core.mail_message import build_message
from participatie.core.mail_refusals import forget_refusals, note_refusal
from participatie.core.mail_transport import (
    AddressRefusedError,
    FolderTransport,
    MailPostponedError,
    MailRefusedError,
    MailServerAwayError,
    SmtpSettings,
    SmtpTransport,
    Transport,
)
from participatie.core.outbox import MailStatus, UitgaandeMail
from participatie.core.transactions import transaction

BATCH = 50
# A sender that died holds its mail this long; longer than a mail server may take to answer.
CLAIM = timedelta(minutes=15)
WAIT_MINUTES = (1, 2, 5, 15, 30, 60, 120, 240, 480, 720, 1440, 1440)
FOUT_MAX_LENGTH = 200
OPEN = (MailStatus.WACHT, MailStatus.BEZIG)
KEEP = timedelta(days=30)


def send_waiting_mail() -> int:
    """Send what waits and return how many left. Many may do this at once."""
    sent = 0
    while True:
        waiting = _list_waiting()
        if not waiting:
            return sent
        try:
            with transport() as way_out:
                sent += sum(_send(mail_id, way_out) for mail_id in waiting)
        except MailServerAwayError as error:
            _postpone_waiting(waiting, str(error))
            return sent


def make_due() -> None:
    """Let everything that waits for its next try be tried now."""
    statement = (
        update(UitgaandeMail)
        .where(UitgaandeMail.status == MailStatus.WACHT, UitgaandeMail.niet_voor > clock.now())
        .values(niet_voor=clock.now())
    )
    with transaction():
        db.session.execute(statement)


def list_reasons() -> Sequence[str]:
    """Return why mail waits, each reason once."""
    statement = (
        select(UitgaandeMail.fout)
        .where(UitgaandeMail.status == MailStatus.WACHT, UitgaandeMail.fout != "")
        .distinct()
        .order_by(UitgaandeMail.fout)
    )
    return db.session.scalars(statement).all()


def transport() -> Transport:
    """Return the way out that the settings ask for."""
    url = current_app.config["SMTP_URL"]
    return SmtpTransport(SmtpSettings.from_url(url)) if url else FolderTransport(mail_folder())


def mail_folder() -> Path:
    """Return where mails are kept when no mail server is set."""
    data_dir: Path = current_app.config["DATA_DIR"]
    return data_dir / "mails"


def wait_after(attempts: int) -> timedelta | None:
    """Return how long to wait after so many attempts; nothing when it has been enough."""
    if attempts > len(WAIT_MINUTES):
        return None
    return timedelta(minutes=WAIT_MINUTES[attempts - 1])


def retry_failed_mail() -> int:
    """Let every mail that failed be tried again, and return how many there are."""
    statement = (
        update(UitgaandeMail)
        .where(UitgaandeMail.status == MailStatus.MISLUKT)
        .values(status=MailStatus.WACHT, pogingen=0, niet_voor=clock.now())
        .returning(UitgaandeMail.id)
    )
    return len(db.session.scalars(statement).all())


def delete_old_mail() -> None:
    """Forget to whom something was mailed, or could not be, after a month."""
    statement = delete(UitgaandeMail).where(
        UitgaandeMail.status.not_in(OPEN), UitgaandeMail.aangemaakt_op < clock.now() - KEEP
    )
    with transaction():
        db.session.execute(statement)


def _list_waiting() -> Sequence[int]:
    statement = (
        select(UitgaandeMail.id)
        .where(
            UitgaandeMail.niet_voor <= clock.now(),
            UitgaandeMail.status.in_(OPEN),
        )
        .order_by(UitgaandeMail.id)
        .limit(BATCH)
    )
    with transaction():
        return db.session.scalars(statement).all()


def _send(mail_id: int, way_out: Transport) -> bool:
    mail = _claim(mail_id)
    if mail is None:
        return False
    settings = current_app.config
    try:
        message = build_message(
            mail,
            sender=settings["MAIL_AFZENDER"],
            sender_name=settings["SITE_NAAM"],
            site_url=settings["SITE_URL"],
        )
        way_out.send(message, to=mail.aan)
    except MailServerAwayError as error:
        _postpone(mail, str(error))
        raise
    except MailPostponedError as error:
        _postpone(mail, str(error))
        return False
    except (MailRefusedError, ValueError, UnicodeError) as error:
        is_address = isinstance(error, AddressRefusedError)
        _give_up(mail.id, str(error), refused=mail.aan if is_address else "")
        return False
    _mark_sent(mail)
    return True


def _claim(mail_id: int) -> UitgaandeMail | None:
    """Take a mail, unless another sender was first."""
    moment = clock.now()
    statement = (
        update(UitgaandeMail)
        .where(
            UitgaandeMail.id == mail_id,
            UitgaandeMail.niet_voor <= moment,
            UitgaandeMail.status.in_(OPEN),
        )
        .values(
            status=MailStatus.BEZIG,
            niet_voor=moment + CLAIM,
            pogingen=UitgaandeMail.pogingen + 1,
        )
        .returning(UitgaandeMail)
    )
    with transaction():
        mail = db.session.scalar(statement)
        if mail is not None:
            db.session.expunge(mail)
    return mail


def _mark_sent(mail: UitgaandeMail) -> None:
    _change(
        mail.id,
        arrived=mail.aan,
        status=MailStatus.VERZONDEN,
        tekst="",
        html="",
        afmelden="",
        fout="",
        verzonden_op=clock.now(),
    )


def _give_up(mail_id: int, reason: str, *, refused: str = "") -> None:
    _change(mail_id, refused=refused, status=MailStatus.MISLUKT, fout=reason[:FOUT_MAX_LENGTH])


def _postpone(mail: UitgaandeMail, reason: str) -> None:
    wait = wait_after(mail.pogingen)
    if wait is None:
        _give_up(mail.id, reason)
        return
    _change(
        mail.id,
        status=MailStatus.WACHT,
        fout=reason[:FOUT_MAX_LENGTH],
        niet_voor=clock.now() + wait,
    )


def _postpone_waiting(mail_ids: Sequence[int], reason: str) -> None:
    """Let mails wait that were not even tried, so that a server that is away is left alone."""
    statement = (
        update(UitgaandeMail)
        .where(UitgaandeMail.id.in_(mail_ids), UitgaandeMail.status == MailStatus.WACHT)
        .where(UitgaandeMail.niet_voor <= clock.now())
        .values(
            niet_voor=clock.now() + timedelta(minutes=WAIT_MINUTES[0]),
            fout=reason[:FOUT_MAX_LENGTH],
        )
    )
    with transaction():
        db.session.execute(statement)


def _change(mail_id: int, *, refused: str = "", arrived: str = "", **values: object) -> None:
    """Write down how it went with a mail, and with the address it was for."""
    with transaction():
        if refused:
            note_refusal(refused)
        if arrived:
            forget_refusals(arrived)
        db.session.execute(
            update(UitgaandeMail).where(UitgaandeMail.id == mail_id).values(**values)
        )
