import re

from sqlalchemy import select

from participatie.core.db import db
from participatie.core.outbox import UitgaandeMail

LINK = re.compile(r"https?://\S+")


def mails_to(address: str) -> list[UitgaandeMail]:
    """Return what waits in the outbox for this address, oldest first."""
    statement = select(UitgaandeMail).where(UitgaandeMail.aan == address)
    return list(db.session.scalars(statement.order_by(UitgaandeMail.id)))


def link_in(mail: UitgaandeMail) -> str:
    """Return the path of the first link in a mail."""
    found = LINK.search(mail.tekst)
    assert found, f"no link in the mail {mail.onderwerp!r}"
    return "/" + found.group().split("/", 3)[3]
