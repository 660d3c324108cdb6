"""A mail as it goes over the line: text, and html derived from it."""

import re
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from participatie.core.outbox import UitgaandeMail

LINK = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)]")
# An address in a header is not broken over lines, for then a mail program cannot follow it.
POLICY = SMTP.clone(max_line_length=900)
BLANK_LINES = re.compile(r"\n\s*\n")


def build_message(
    mail: UitgaandeMail, *, sender: str, sender_name: str, site_url: str
) -> EmailMessage:
    """Return the message. Its Message-ID is the same at each attempt."""
    host = urlsplit(site_url).hostname or "localhost"
    message = EmailMessage(policy=POLICY)
    message["From"] = Address(sender_name, addr_spec=sender)
    message["To"] = Address(addr_spec=mail.aan)
    message["Subject"] = mail.onderwerp
    message["Date"] = format_datetime(mail.aangemaakt_op)
    message["Message-ID"] = f"<{mail.kenmerk}@{host}>"
    message["Auto-Submitted"] = "auto-generated"
    message["Content-Language"] = "nl"
    if mail.afmelden:
        message["List-Unsubscribe"] = f"<{mail.afmelden}>"
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message.set_content(mail.tekst)
    message.add_alternative(mail.html or html_of(mail.onderwerp, mail.tekst), subtype="html")
    return message


def html_of(subject: str, text: str) -> str:
    """Return the text as html: escaped, with paragraphs and links."""
    paragraphs = Markup("\n").join(
        Markup("<p>{}</p>").format(_lines(part)) for part in BLANK_LINES.split(text.strip())
    )
    page = Markup(
        '<!DOCTYPE html>\n<html lang="nl">\n<head><meta charset="utf-8"><title>{}</title></head>\n'
        "<body>\n{}\n</body>\n</html>\n"
    )
    return str(page.format(subject, paragraphs))


def _lines(paragraph: str) -> Markup:
    return Markup("<br>\n").join(_with_links(line) for line in paragraph.splitlines())


def _with_links(line: str) -> Markup:
    parts: list[Markup] = []
    position = 0
    for found in LINK.finditer(line):
        parts.append(escape(line[position : found.start()]))
        parts.append(Markup('<a href="{0}">{0}</a>').format(found.group()))
        position = found.end()
    parts.append(escape(line[position:]))
    return Markup("").join(parts)
