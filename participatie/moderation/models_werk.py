"""Tables of the work at the desk: who handles what, how long, and many at once."""

from datetime import date, datetime

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    Index,
    Integer,
    String,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participatie.accounts.models import Gebruiker
from participatie.accounts.types import GebruikerId
from participatie.core.db import Base
from participatie.gebieden.models import Gebied
from participatie.gebieden.types import GebiedId
from participatie.inzendingen.models import Inzending
from participatie.inzendingen.types import InzendingId
from participatie.moderation.types import BulkSoort
from participatie.programmas.types import Thema

ONE_OF_TWO = "(gebruiker_id IS NULL) <> (afdeling_id IS NULL)"
STANDS = text("tot IS NULL")
NOT_TAKEN_BACK = text("ingetrokken_op IS NULL")


class Afdeling(Base):
    """A department to which an inzending can be routed, with the mailbox it reads."""

    __tablename__ = "afdelingen"
    __table_args__ = (CheckConstraint("length(naam) > 0", name="naam_given"),)

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    naam: Mapped[str] = mapped_column(String(80), unique=True)
    email: Mapped[str] = mapped_column(String(254))
    is_actief: Mapped[bool] = mapped_column(default=True)


class Verdeelregel(Base):
    """Who gets what arrives: of this gebied, of this thema, or both."""

    __tablename__ = "verdeelregels"
    __table_args__ = (
        CheckConstraint("gebied_id IS NOT NULL OR thema IS NOT NULL", name="says_what"),
        CheckConstraint(ONE_OF_TWO, name="says_who"),
        Index(
            "uq_verdeelregels_gebied_thema",
            "gebied_id",
            "thema",
            unique=True,
            sqlite_where=text("gebied_id IS NOT NULL AND thema IS NOT NULL"),
            postgresql_where=text("gebied_id IS NOT NULL AND thema IS NOT NULL"),
        ),
        Index(
            "uq_verdeelregels_gebied",
            "gebied_id",
            unique=True,
            sqlite_where=text("thema IS NULL"),
            postgresql_where=text("thema IS NULL"),
        ),
        Index(
            "uq_verdeelregels_thema",
            "thema",
            unique=True,
            sqlite_where=text("gebied_id IS NULL"),
            postgresql_where=text("gebied_id IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    gebied_id: Mapped[GebiedId | None] = mapped_column(ForeignKey("gebieden.id"))
    thema: Mapped[Thema | None]
    gebruiker_id: Mapped[GebruikerId | None] = mapped_column(ForeignKey("gebruikers.id"))
    afdeling_id: Mapped[int | None] = mapped_column(ForeignKey("afdelingen.id"))

    gebied: Mapped[Gebied | None] = relationship()
    gebruiker: Mapped[Gebruiker | None] = relationship()
    afdeling: Mapped[Afdeling | None] = relationship()


class Toewijzing(Base):
    """Who handles an inzending, from when until when. Without `door` a rule said so."""

    __tablename__ = "toewijzingen"
    __table_args__ = (
        CheckConstraint(ONE_OF_TWO, name="says_who"),
        CheckConstraint("length(reden) > 0", name="reden_given"),
        Index(
            "uq_toewijzingen_geldig",
            "inzending_id",
            unique=True,
            sqlite_where=STANDS,
            postgresql_where=STANDS,
        ),
        Index("ix_toewijzingen_voor", "gebruiker_id", "tot"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    inzending_id: Mapped[InzendingId] = mapped_column(ForeignKey("inzendingen.id"), index=True)
    gebruiker_id: Mapped[GebruikerId | None] = mapped_column(ForeignKey("gebruikers.id"))
    afdeling_id: Mapped[int | None] = mapped_column(ForeignKey("afdelingen.id"))
    reden: Mapped[str] = mapped_column(Text)
    door_id: Mapped[GebruikerId | None] = mapped_column(ForeignKey("gebruikers.id"))
    op: Mapped[datetime]
    tot: Mapped[datetime | None]

    inzending: Mapped[Inzending] = relationship()
    gebruiker: Mapped[Gebruiker | None] = relationship(foreign_keys=[gebruiker_id])
    afdeling: Mapped[Afdeling | None] = relationship()
    door: Mapped[Gebruiker | None] = relationship(foreign_keys=[door_id])

    @property
    def wie(self) -> str:
        """Return who handles it, in words."""
        who = self.gebruiker or self.afdeling
        return who.naam if who else ""


class Verlenging(Base):
    """More time for an answer, with why. Once for an inzending, unless it was taken back."""

    __tablename__ = "verlengingen"
    __table_args__ = (
        CheckConstraint("length(reden) > 0", name="reden_given"),
        CheckConstraint("tot > van", name="gives_time"),
        Index(
            "uq_verlengingen_geldig",
            "inzending_id",
            unique=True,
            sqlite_where=NOT_TAKEN_BACK,
            postgresql_where=NOT_TAKEN_BACK,
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    inzending_id: Mapped[InzendingId] = mapped_column(ForeignKey("inzendingen.id"), index=True)
    van: Mapped[date]
    tot: Mapped[date]
    reden: Mapped[str] = mapped_column(Text)
    door_id: Mapped[GebruikerId] = mapped_column(ForeignKey("gebruikers.id"))
    op: Mapped[datetime]
    ingetrokken_op: Mapped[datetime | None]

    inzending: Mapped[Inzending] = relationship()
    door: Mapped[Gebruiker] = relationship()


class Achterafgebied(Base):
    """A gebied in which what is sent in is public at once, and looked at afterwards."""

    __tablename__ = "achterafgebieden"

    gebied_id: Mapped[GebiedId] = mapped_column(ForeignKey("gebieden.id"), primary_key=True)
    sinds: Mapped[datetime]

    gebied: Mapped[Gebied] = relationship()


class Bulkactie(Base):
    """Something done to many at once. The key of its form makes a second press harmless."""

    __tablename__ = "bulkacties"
    __table_args__ = (
        CheckConstraint(
            "(teruggedraaid_op IS NULL) = (teruggedraaid_reden IS NULL)", name="undone_with_reden"
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    sleutel: Mapped[str] = mapped_column(String(43), unique=True)
    soort: Mapped[BulkSoort]
    reden: Mapped[str] = mapped_column(Text)
    door_id: Mapped[GebruikerId] = mapped_column(ForeignKey("gebruikers.id"), index=True)
    op: Mapped[datetime]
    teruggedraaid_op: Mapped[datetime | None]
    teruggedraaid_reden: Mapped[str | None] = mapped_column(Text)

    delen: Mapped[list["Bulkdeel"]] = relationship(
        back_populates="bulkactie", order_by="Bulkdeel.id", cascade="all, delete-orphan"
    )


class Bulkdeel(Base):
    """What became of one inzending in it: what was made, or why it could not be."""

    __tablename__ = "bulkdelen"
    __table_args__ = (
        UniqueConstraint("bulkactie_id", "inzending_id"),
        CheckConstraint("(gemaakt_id IS NULL) <> (waarom = '')", name="done_or_says_why"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    bulkactie_id: Mapped[int] = mapped_column(ForeignKey("bulkacties.id"))
    inzending_id: Mapped[InzendingId] = mapped_column(ForeignKey("inzendingen.id"))
    gemaakt_id: Mapped[int | None]
    waarom: Mapped[str] = mapped_column(Text, default="")
    is_terug: Mapped[bool] = mapped_column(default=False)
    waarom_niet_terug: Mapped[str] = mapped_column(Text, default="")

    bulkactie: Mapped[Bulkactie] = relationship(back_populates="delen")
    inzending: Mapped[Inzending] = relationship()
