"""Tables of the gebieden room."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participatie.core.db import Base
from participatie.core.plaats import HasPlaats, plaats_constraints
from participatie.gebieden.types import GebiedId, Niveau


class Gebied(HasPlaats, Base):
    """The stad, a stadsdeel, a wijk or a buurt, with its outline and figures."""

    __tablename__ = "gebieden"
    __table_args__ = (
        CheckConstraint("inwoners >= 0", name="inwoners_not_negative"),
        CheckConstraint("woningen >= 0", name="woningen_not_negative"),
        CheckConstraint("(niveau = 'stad') = (ouder_id IS NULL)", name="only_stad_has_no_ouder"),
        *plaats_constraints(),
    )

    id: Mapped[GebiedId] = mapped_column(Integer, primary_key=True)
    code: Mapped[str] = mapped_column(String(20), unique=True)
    naam: Mapped[str] = mapped_column(String(80))
    slug: Mapped[str] = mapped_column(String(100), unique=True)
    niveau: Mapped[Niveau] = mapped_column(index=True)
    ouder_id: Mapped[GebiedId | None] = mapped_column(ForeignKey("gebieden.id"), index=True)
    inwoners: Mapped[int | None]
    woningen: Mapped[int | None]
    bron: Mapped[str] = mapped_column(String(120))
    schematisch: Mapped[bool]
    gewijzigd_op: Mapped[datetime]

    ouder: Mapped["Gebied | None"] = relationship(
        remote_side="Gebied.id", back_populates="kinderen"
    )
    kinderen: Mapped[list["Gebied"]] = relationship(back_populates="ouder", order_by="Gebied.naam")
    contacten: Mapped[list["Contact"]] = relationship(
        back_populates="gebied", order_by="Contact.volgorde, Contact.id"
    )
    kengetallen: Mapped[list["Kengetal"]] = relationship(
        back_populates="gebied", order_by="Kengetal.sleutel, Kengetal.jaar"
    )


class Contact(Base):
    """Who answers questions about a gebied ("wie gaat erover?")."""

    __tablename__ = "contacten"
    __table_args__ = (
        CheckConstraint("email IS NOT NULL OR telefoon IS NOT NULL", name="can_be_reached"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    gebied_id: Mapped[GebiedId] = mapped_column(ForeignKey("gebieden.id"), index=True)
    naam: Mapped[str] = mapped_column(String(120))
    functie: Mapped[str] = mapped_column(String(120))
    email: Mapped[str | None] = mapped_column(String(254))
    telefoon: Mapped[str | None] = mapped_column(String(30))
    volgorde: Mapped[int] = mapped_column(default=0)
    versie: Mapped[int] = mapped_column(default=1)

    gebied: Mapped[Gebied] = relationship(back_populates="contacten")
    __mapper_args__ = {"version_id_col": versie}  # noqa: RUF012  # SQLAlchemy reads it here


class Kengetal(Base):
    """A figure of the gebiedsanalyse for one year, with its source."""

    __tablename__ = "kengetallen"
    __table_args__ = (UniqueConstraint("gebied_id", "sleutel", "jaar"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    gebied_id: Mapped[GebiedId] = mapped_column(ForeignKey("gebieden.id"))
    sleutel: Mapped[str] = mapped_column(String(60))
    naam: Mapped[str] = mapped_column(String(120))
    jaar: Mapped[int]
    waarde: Mapped[float]
    eenheid: Mapped[str] = mapped_column(String(30))
    bron: Mapped[str] = mapped_column(String(120))

    gebied: Mapped[Gebied] = relationship(back_populates="kengetallen")
