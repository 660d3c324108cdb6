"""Mail: written in the same transaction as what it tells, sent after the commit."""

import secrets
from collections.abc import Sequence

from flask import Flask, current_app, render_template
from sqlalchemy import delete, func, select

from participatie.core import clock, jobs
from participatie.core.db import db
from participatie.core.mail_refusals import forget_refusals
from participatie.core.mail_sending import delete_old_mail, send_waiting_mail
from participatie.core.outbox import MailStatus, UitgaandeMail
from participatie.core.transactions import after_commit

SUBJECT_MAX_LENGTH = 200
GONE_DOMAIN = "verwijderd.invalid"  # of who left: nobody reads mail there


def queue_mail(
    *, to: str, template: str, html: str = "", afmelden: str = "", **context: object
) -> None:
    """Keep a mail to be sent after the commit. The template's first line is the subject.

    The template is text, so nothing in it is escaped; `html` names the template of the same in
    html, else that is derived from the text, escaped. `afmelden` is the address that stops the
    subscription this mail belongs to. Who left gets no mail.
    """
    if to.endswith(f"@{GONE_DOMAIN}"):
        return
    subject, text = compose(template, **context)
    moment = clock.now()
    db.session.add(
        UitgaandeMail(
            aan=_one_line(to),
            onderwerp=subject,
            tekst=text,
            html=render_template(html, subject=subject, **context) if html else "",
            afmelden=_one_line(afmelden),
            kenmerk=secrets.token_urlsafe(16),
            niet_voor=moment,
            aangemaakt_op=moment,
        )
    )
    after_commit(wake_sender)


def compose(template: str, **context: object) -> tuple[str, str]:
    """Return the subject and the text of a mail, also to show it before it is sent."""
    subject, _, text = render_template(template, **context).lstrip().partition("\n")
    return _one_line(subject)[:SUBJECT_MAX_LENGTH], text.strip() + "\n"


def site_link(path: str) -> str:
    """Return the full address of a page; the host comes from the settings only."""
    site: str = current_app.config["SITE_URL"]
    return site + path


def page_link(endpoint: str, **values: object) -> str:
    """Return the full address of a page by its name, also outside a request."""
    paths = current_app.url_map.bind("")
    return site_link(paths.build(endpoint, values))


def list_mail_to(address: str) -> Sequence[UitgaandeMail]:
    """Return what is kept of mails to this address, oldest first."""
    statement = select(UitgaandeMail).where(UitgaandeMail.aan == address)
    return db.session.scalars(statement.order_by(UitgaandeMail.id)).all()


def forget_mail(address: str) -> None:
    """Delete what was or would be mailed to this address, and whether it was refused."""
    forget_refusals(address)
    db.session.execute(delete(UitgaandeMail).where(UitgaandeMail.aan == address))


def count_mail() -> dict[MailStatus, int]:
    """Return how many mails there are of each status."""
    statement = select(UitgaandeMail.status, func.count()).group_by(UitgaandeMail.status)
    counts = dict.fromkeys(MailStatus, 0)
    for status, number in db.session.execute(statement):
        counts[status] = number
    return counts


def init_app(app: Flask) -> None:
    """Give templates their links, and try every minute what waits."""
    app.jinja_env.globals["page_link"] = page_link
    jobs.every_minute(app, send_waiting_mail)
    jobs.every_night(app, delete_old_mail)


def wake_sender() -> None:
    """Ask for what waits to be sent now."""
    jobs.run_soon(send_waiting_mail)


def _one_line(text: str) -> str:
    """Return the text without line breaks, so that it cannot add a header."""
    return " ".join(text.split())
