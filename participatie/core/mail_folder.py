"""Reading back mails that were written to a folder, for the demonstration only."""

import email
import email.policy
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path

from flask import current_app

from participatie.core.mail_sending import mail_folder


@dataclass(frozen=True)
class GeschrevenMail:
    """A mail in the folder."""

    aan: str
    onderwerp: str
    tekst: str
    op: datetime


def list_recent_mails(limit: int = 20) -> Sequence[GeschrevenMail]:
    """Return the newest mails of the folder; nothing unless this is a demonstration."""
    if not current_app.config["DEMO"] or current_app.config["SMTP_URL"]:
        return []
    files = mail_folder().glob("*.eml")
    newest = sorted(files, key=lambda path: path.stat().st_mtime_ns, reverse=True)
    return [_read(path) for path in islice(newest, limit)]


def _read(path: Path) -> GeschrevenMail:
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    text = message.get_body(("plain",))
    return GeschrevenMail(
        aan=str(message["To"]),
        onderwerp=str(message["Subject"]),
        tekst=text.get_content() if text is not None else "",
        op=message["Date"].datetime,
    )
