"""How a mail leaves: over SMTP, or into a folder where no mail server is set."""

import os
import smtplib
import ssl
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self
from urllib.parse import parse_qs, unquote, urlsplit

CONNECT_SECONDS = 15
# A server may take long to accept a message; giving up earlier sends it twice (RFC 5321, 4.5.3.2).
ANSWER_SECONDS = 300


class MailRefusedError(Exception):
    """The mail server will never accept this one mail."""


class AddressRefusedError(MailRefusedError):
    """The mail server will never accept mail for this address."""


class MailPostponedError(Exception):
    """The mail server does not accept this one mail now."""


class MailServerAwayError(Exception):
    """The mail server cannot be reached; every mail waits."""


class Transport(Protocol):
    """A way out, open inside a `with` block."""

    def __enter__(self) -> Self:
        """Open the way out."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the way out."""

    def send(self, message: EmailMessage, *, to: str) -> None:
        """Send one mail, or raise one of the errors above."""


@dataclass(frozen=True)
class SmtpSettings:
    """Where the mail server is, read from SMTP_URL."""

    host: str
    port: int
    user: str
    password: str
    tls: bool
    starttls: bool

    @classmethod
    def from_url(cls, url: str) -> "SmtpSettings":
        """Read `smtp://user:password@host:port?starttls` or `smtps://...`."""
        parts = urlsplit(url)
        if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
            raise ValueError("SMTP_URL must look like smtp://user:password@host:587?starttls")
        tls = parts.scheme == "smtps"
        return cls(
            host=parts.hostname,
            port=parts.port or (465 if tls else 25),
            user=unquote(parts.username or ""),
            password=unquote(parts.password or ""),
            tls=tls,
            starttls="starttls" in parse_qs(parts.query, keep_blank_values=True),
        )


class SmtpTransport:
    """A connection to the mail server."""

    def __init__(self, settings: SmtpSettings) -> None:
        self._settings = settings
        self._server: smtplib.SMTP | None = None

    def __enter__(self) -> Self:
        """Connect and sign in."""
        try:
            self._server = self._connect()
        except (OSError, smtplib.SMTPException) as error:
            raise MailServerAwayError(_reason(error)) from error
        return self

    def _connect(self) -> smtplib.SMTP:
        settings = self._settings
        secure = ssl.create_default_context()
        server: smtplib.SMTP
        if settings.tls:
            server = smtplib.SMTP_SSL(
                settings.host, settings.port, timeout=CONNECT_SECONDS, context=secure
            )
        else:
            server = smtplib.SMTP(settings.host, settings.port, timeout=CONNECT_SECONDS)
        if settings.starttls:
            server.starttls(context=secure)
        if settings.user:
            server.login(settings.user, settings.password)
        if server.sock is not None:
            server.sock.settimeout(ANSWER_SECONDS)
        return server

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Say goodbye; a server that is gone already does not matter."""
        del kind, error, trace
        if self._server is not None:
            self._server.close()

    def send(self, message: EmailMessage, *, to: str) -> None:
        """Send one mail."""
        if self._server is None:
            raise MailServerAwayError
        try:
            self._server.send_message(message, to_addrs=[to])
        except OSError as error:  # every error of smtplib is one
            raise _meaning(error) from error


class FolderTransport:
    """A folder that holds each mail as a file: .eml for a mail program, .txt to read."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __enter__(self) -> Self:
        """Make the folder, for its owner only."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Do nothing: each file is whole."""

    def send(self, message: EmailMessage, *, to: str) -> None:
        """Write one mail; a second time it lands in the same file."""
        del to
        name = str(message["Message-ID"]).strip("<>").partition("@")[0]
        moment = message["Date"].datetime.strftime("%Y%m%dT%H%M%S")
        text = message.get_body(("plain",))
        content = f"Aan: {message['To']}\nOnderwerp: {message['Subject']}\n\n"
        content += text.get_content() if text is not None else ""
        self._write(f"{moment}-{name}.txt", content.encode())
        self._write(f"{moment}-{name}.eml", message.as_bytes())

    def _write(self, name: str, content: bytes) -> None:
        path = self._folder / name
        temporary = path.with_suffix(f"{path.suffix}.{os.getpid()}")
        temporary.touch(mode=0o600)
        temporary.write_bytes(content)
        temporary.replace(path)


def _meaning(error: OSError) -> Exception:
    """Return what an error says: never, not now, or nothing at all."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        meaning = _answer(*next(iter(error.recipients.values())))
        refused = isinstance(meaning, MailRefusedError)
        return AddressRefusedError(str(meaning)) if refused else meaning
    if isinstance(error, smtplib.SMTPResponseException):
        # About our own address it is a setting to repair, not a fault of this mail.
        ours = isinstance(error, smtplib.SMTPSenderRefused)
        return _answer(error.smtp_code, error.smtp_error, for_ever=not ours)
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return MailRefusedError(str(error))
    return MailServerAwayError(_reason(error))


def _answer(code: int, answer: bytes | str, *, for_ever: bool = True) -> Exception:
    """Return the error of an answer: 5xx is for ever, 4xx is for now."""
    text = answer.decode("utf-8", "replace") if isinstance(answer, bytes) else answer
    refused = for_ever and code >= 500  # noqa: PLR2004  # RFC 5321
    return (MailRefusedError if refused else MailPostponedError)(f"{code} {text}")


def _reason(error: Exception) -> str:
    return type(error).__name__
