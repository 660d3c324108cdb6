"""Tables of what someone wants to be told, and how often."""

from datetime import datetime

from sqlalchemy import (
    CheckConstraint,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column

from participatie.accounts.types import GebruikerId
from participatie.core.db import Base
from participatie.gebieden.types import GebiedId
from participatie.notifications.types import Frequentie, ZoekopdrachtId


class Berichtvoorkeur(Base):
    """How often someone is mailed about everything for which he chose nothing else."""

    __tablename__ = "berichtvoorkeuren"

    gebruiker_id: Mapped[GebruikerId] = mapped_column(
        ForeignKey("gebruikers.id"), primary_key=True
    )
    standaard: Mapped[Frequentie]


class Volgvoorkeur(Base):
    """How often someone is mailed about one thing he follows."""

    __tablename__ = "volgvoorkeuren"

    gebruiker_id: Mapped[GebruikerId] = mapped_column(
        ForeignKey("gebruikers.id"), primary_key=True
    )
    onderwerp_soort: Mapped[str] = mapped_column(String(40), primary_key=True)
    onderwerp_id: Mapped[int] = mapped_column(primary_key=True)
    frequentie: Mapped[Frequentie]


class Zoekopdracht(Base):
    """A saved search, or (with `straal_m`) a neighbourhood. Empty columns do not limit.

    The box and the words between bars (`|groen|wonen|`) let one query find who wants to hear of
    something; x and y are the middle of a circle in RD.
    """

    __tablename__ = "zoekopdrachten"
    __table_args__ = (
        UniqueConstraint("gebruiker_id", "naam"),
        CheckConstraint(
            "(straal_m IS NULL) = (lon IS NULL) AND (straal_m IS NULL) = (lat IS NULL)"
            " AND (straal_m IS NULL) = (x IS NULL) AND (straal_m IS NULL) = (y IS NULL)",
            name="circle_is_whole",
        ),
        CheckConstraint("straal_m BETWEEN 250 AND 3000", name="circle_in_reach"),
        CheckConstraint("west <= oost AND zuid <= noord", name="bounds_in_order"),
        Index("ix_zoekopdrachten_bounds", "west", "oost", "zuid", "noord"),
    )

    id: Mapped[ZoekopdrachtId] = mapped_column(Integer, primary_key=True)
    gebruiker_id: Mapped[GebruikerId] = mapped_column(ForeignKey("gebruikers.id"), index=True)
    naam: Mapped[str] = mapped_column(String(60))
    pad: Mapped[str] = mapped_column(String(2000))
    frequentie: Mapped[Frequentie | None]
    aangemaakt_op: Mapped[datetime]
    lon: Mapped[float | None]
    lat: Mapped[float | None]
    x: Mapped[float | None]
    y: Mapped[float | None]
    straal_m: Mapped[int | None]
    west: Mapped[float] = mapped_column(Float)
    zuid: Mapped[float] = mapped_column(Float)
    oost: Mapped[float] = mapped_column(Float)
    noord: Mapped[float] = mapped_column(Float)
    gebied_id: Mapped[GebiedId | None] = mapped_column(ForeignKey("gebieden.id"), index=True)
    van: Mapped[int | None]
    tot: Mapped[int | None]
    soorten: Mapped[str] = mapped_column(String(300), default="")
    fasen: Mapped[str] = mapped_column(String(300), default="")
    domeinen: Mapped[str] = mapped_column(String(300), default="")
    themas: Mapped[str] = mapped_column(String(600), default="")
    organisatie: Mapped[str] = mapped_column(String(140), default="")
    doel_id: Mapped[int | None]
    trekker: Mapped[str] = mapped_column(String(140), default="")
    woorden: Mapped[str] = mapped_column(String(120), default="")
