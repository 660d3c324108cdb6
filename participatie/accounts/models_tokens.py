"""Tables of mailed links and recovery codes: only digests are kept."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from participatie.accounts.types import GebruikerId, TokenDoel
from participatie.core.db import Base


class Aanmelding(Base):
    """Someone who asked for an account and has not opened the mailed link yet.

    Every request makes a row, also for an address that has an account already: then nobody is
    mailed its link, and the answer took just as long.
    """

    __tablename__ = "aanmeldingen"
    __table_args__ = (CheckConstraint("email = lower(email)", name="email_lower"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(254), index=True)
    naam: Mapped[str] = mapped_column(String(60))
    wachtwoord_hash: Mapped[str] = mapped_column(String(200))
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    aangemaakt_op: Mapped[datetime]
    verloopt_op: Mapped[datetime] = mapped_column(index=True)


class Token(Base):
    """A mailed link. Without a gebruiker it opens nothing: it only costs the same time to make."""

    __tablename__ = "tokens"
    __table_args__ = (
        CheckConstraint(
            "(doel = 'email-wijzigen') = (email IS NOT NULL)", name="new_address_given"
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    gebruiker_id: Mapped[GebruikerId | None] = mapped_column(
        ForeignKey("gebruikers.id"), index=True
    )
    doel: Mapped[TokenDoel]
    email: Mapped[str | None] = mapped_column(String(254))
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    verloopt_op: Mapped[datetime] = mapped_column(index=True)


class Herstelcode(Base):
    """A code that replaces the app once. Gone when used."""

    __tablename__ = "herstelcodes"
    __table_args__ = (UniqueConstraint("gebruiker_id", "digest"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    gebruiker_id: Mapped[GebruikerId] = mapped_column(ForeignKey("gebruikers.id"))
    digest: Mapped[str] = mapped_column(String(64))
