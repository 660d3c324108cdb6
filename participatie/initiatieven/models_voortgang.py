"""Tables of the life of an initiatief: its fases, updates and initiatiefnemers."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participatie.accounts.models import Gebruiker
from participatie.accounts.types import GebruikerId
from participatie.core.db import Base
from participatie.initiatieven.models import Initiatief
from participatie.initiatieven.types_voortgang import (
    FasestapId,
    Hoedanigheid,
    InitiatiefFase,
    MedeId,
    UitnodigingId,
    UpdateId,
)
from participatie.inzendingen.models import Foto
from participatie.inzendingen.types import InzendingId


class Fasestap(Base):
    """One step in the life of an initiatief, with why. Appended, never edited.

    `gezocht` holds values of `Behoefte`: what was sought from then on.
    """

    __tablename__ = "fasestappen"
    __table_args__ = (
        CheckConstraint("van <> naar", name="goes_somewhere"),
        CheckConstraint("length(toelichting) > 0", name="explained"),
    )

    id: Mapped[FasestapId] = mapped_column(Integer, primary_key=True)
    initiatief_id: Mapped[InzendingId] = mapped_column(ForeignKey("initiatieven.id"), index=True)
    van: Mapped[InitiatiefFase]
    naar: Mapped[InitiatiefFase]
    toelichting: Mapped[str] = mapped_column(Text)
    gezocht: Mapped[list[str]] = mapped_column(default=list)
    als: Mapped[Hoedanigheid]
    door_id: Mapped[GebruikerId] = mapped_column(ForeignKey("gebruikers.id"), index=True)
    op: Mapped[datetime]

    initiatief: Mapped[Initiatief] = relationship()
    door: Mapped[Gebruiker] = relationship()


class Initiatiefupdate(Base):
    """How it goes, told by an initiatiefnemer. `sleutel` is of the form: sent twice is once."""

    __tablename__ = "initiatiefupdates"
    __table_args__ = (CheckConstraint("length(tekst) > 0", name="says_something"),)

    id: Mapped[UpdateId] = mapped_column(Integer, primary_key=True)
    initiatief_id: Mapped[InzendingId] = mapped_column(ForeignKey("initiatieven.id"), index=True)
    sleutel: Mapped[str] = mapped_column(String(43), unique=True)
    tekst: Mapped[str] = mapped_column(Text)
    door_id: Mapped[GebruikerId] = mapped_column(ForeignKey("gebruikers.id"), index=True)
    op: Mapped[datetime]

    initiatief: Mapped[Initiatief] = relationship()
    door: Mapped[Gebruiker] = relationship()
    fotos: Mapped[list["Updatefoto"]] = relationship(
        back_populates="update", order_by="Updatefoto.foto_id", cascade="all, delete-orphan"
    )


class Updatefoto(Base):
    """Which photo belongs to which update."""

    __tablename__ = "updatefotos"

    foto_id: Mapped[int] = mapped_column(ForeignKey("fotos.id"), primary_key=True)
    update_id: Mapped[UpdateId] = mapped_column(ForeignKey("initiatiefupdates.id"), index=True)

    update: Mapped[Initiatiefupdate] = relationship(back_populates="fotos")
    foto: Mapped[Foto] = relationship()


class Medeinitiatiefnemer(Base):
    """Someone who does it together with the sender, because he said yes to that."""

    __tablename__ = "medeinitiatiefnemers"
    __table_args__ = (UniqueConstraint("initiatief_id", "gebruiker_id"),)

    id: Mapped[MedeId] = mapped_column(Integer, primary_key=True)
    initiatief_id: Mapped[InzendingId] = mapped_column(ForeignKey("initiatieven.id"))
    gebruiker_id: Mapped[GebruikerId] = mapped_column(ForeignKey("gebruikers.id"), index=True)
    sinds: Mapped[datetime]

    initiatief: Mapped[Initiatief] = relationship()
    gebruiker: Mapped[Gebruiker] = relationship()


class Uitnodiging(Base):
    """An invitation that waits for an answer; gone when it has one.

    The address is not kept, only as much of it as the sender needs to know it again (`aan`); of
    the secret in the link only a digest. `sleutel` is of the form: sent twice is once.
    """

    __tablename__ = "uitnodigingen"

    id: Mapped[UitnodigingId] = mapped_column(Integer, primary_key=True)
    initiatief_id: Mapped[InzendingId] = mapped_column(ForeignKey("initiatieven.id"), index=True)
    sleutel: Mapped[str] = mapped_column(String(43), unique=True)
    aan: Mapped[str] = mapped_column(String(254))
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    door_id: Mapped[GebruikerId] = mapped_column(ForeignKey("gebruikers.id"), index=True)
    op: Mapped[datetime]
    verloopt_op: Mapped[datetime] = mapped_column(index=True)

    initiatief: Mapped[Initiatief] = relationship()
    door: Mapped[Gebruiker] = relationship()
