"""Mail: written in the same transaction as what it tells, sent after the commit."""

import secrets

from flask import current_app, render_template

from participatie.core import clock
from participatie.core.db import db
from participatie.core.outbox import UitgaandeMail

SUBJECT_MAX_LENGTH = 200


def queue_mail(*, to: str, template: str, **context: object) -> None:
    """Keep a mail to be sent after the commit. The template's first line is the subject.

    The template is text, so nothing in it is escaped; the html is derived from it, escaped, when
    the mail is sent.
    """
    subject, _, text = render_template(template, **context).lstrip().partition("\n")
    moment = clock.now()
    db.session.add(
        UitgaandeMail(
            aan=_one_line(to),
            onderwerp=_one_line(subject)[:SUBJECT_MAX_LENGTH],
            tekst=text.strip() + "\n",
            kenmerk=secrets.token_urlsafe(16),
            niet_voor=moment,
            aangemaakt_op=moment,
        )
    )


def site_link(path: str) -> str:
    """Return the full address of a page; the host comes from the settings only."""
    site: str = current_app.config["SITE_URL"]
    return site + path


def _one_line(text: str) -> str:
    """Return the text without line breaks, so that it cannot add a header."""
    return " ".join(text.split())
