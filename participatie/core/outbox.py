"""The table of mail that waits for the commit, and then for the mail server."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from participatie.core.db import Base


class MailStatus(StrEnum):
    """Where a mail stands on its way out."""

    WACHT = "wacht"
    BEZIG = "bezig"
    VERZONDEN = "verzonden"
    MISLUKT = "mislukt"


class UitgaandeMail(Base):
    """One mail. Its text is kept no longer than until it was sent.

    Without `html` that is derived from the text. `afmelden` is the address that stops the
    subscription it belongs to; a mail that nobody subscribed to has none.
    """

    __tablename__ = "uitgaande_mails"
    __table_args__ = (
        CheckConstraint(
            "status <> 'verzonden' OR (tekst = '' AND html = '' AND afmelden = '')",
            name="text_gone_when_sent",
        ),
        CheckConstraint(
            "(status = 'verzonden') = (verzonden_op IS NOT NULL)", name="sent_has_a_moment"
        ),
        Index("ix_uitgaande_mails_waiting", "status", "niet_voor"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    aan: Mapped[str] = mapped_column(String(254), index=True)
    onderwerp: Mapped[str] = mapped_column(String(200))
    tekst: Mapped[str] = mapped_column(Text)
    html: Mapped[str] = mapped_column(Text, default="", server_default="")
    afmelden: Mapped[str] = mapped_column(String(400), default="", server_default="")
    kenmerk: Mapped[str] = mapped_column(String(43), unique=True)
    status: Mapped[MailStatus] = mapped_column(default=MailStatus.WACHT)
    pogingen: Mapped[int] = mapped_column(default=0)
    niet_voor: Mapped[datetime]
    fout: Mapped[str] = mapped_column(String(200), default="")
    aangemaakt_op: Mapped[datetime]
    verzonden_op: Mapped[datetime | None]


class GeweigerdAdres(Base):
    """An address that a mail server refused, how often in a row, and when last."""

    __tablename__ = "geweigerde_adressen"
    __table_args__ = (CheckConstraint("aantal > 0", name="was_refused"),)

    aan: Mapped[str] = mapped_column(String(254), primary_key=True)
    aantal: Mapped[int]
    laatst_op: Mapped[datetime]
