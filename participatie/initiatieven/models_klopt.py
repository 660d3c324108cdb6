"""Tables of "klopt dit?": an initiatief that is called done, and what people answer to that."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participatie.accounts.models import Gebruiker
from participatie.accounts.types import GebruikerId
from participatie.core.db import Base
from participatie.initiatieven.models import Initiatief
from participatie.initiatieven.models_voortgang import Fasestap
from participatie.initiatieven.types_voortgang import (
    AntwoordId,
    FasestapId,
    Oordeel,
    RealisatieId,
)
from participatie.inzendingen.types import InzendingId


class Realisatie(Base):
    """One time that an initiatief was called gerealiseerd; each time is asked about anew."""

    __tablename__ = "realisaties"

    id: Mapped[RealisatieId] = mapped_column(Integer, primary_key=True)
    initiatief_id: Mapped[InzendingId] = mapped_column(ForeignKey("initiatieven.id"), index=True)
    fasestap_id: Mapped[FasestapId] = mapped_column(ForeignKey("fasestappen.id"), unique=True)
    op: Mapped[datetime]
    open_tot: Mapped[datetime]
    voorbij_op: Mapped[datetime | None]

    initiatief: Mapped[Initiatief] = relationship()
    fasestap: Mapped[Fasestap] = relationship()
    antwoorden: Mapped[list["Kloptantwoord"]] = relationship(back_populates="realisatie")


class Kloptantwoord(Base):
    """What one person answered. A no has a reason, and what the gebiedsverbinder made of it."""

    __tablename__ = "kloptantwoorden"
    __table_args__ = (
        UniqueConstraint("realisatie_id", "gebruiker_id"),
        CheckConstraint("klopt OR length(reden) > 0", name="no_has_a_reason"),
        CheckConstraint(
            "(klopt AND oordeel IS NULL) OR (NOT klopt AND oordeel IS NOT NULL)",
            name="no_is_judged",
        ),
        CheckConstraint(
            "(oordeel IS NULL OR oordeel = 'open') = (beoordeeld_op IS NULL)",
            name="judged_has_a_moment",
        ),
        Index("ix_kloptantwoorden_oordeel", "oordeel", "op"),
    )

    id: Mapped[AntwoordId] = mapped_column(Integer, primary_key=True)
    realisatie_id: Mapped[RealisatieId] = mapped_column(ForeignKey("realisaties.id"))
    gebruiker_id: Mapped[GebruikerId] = mapped_column(ForeignKey("gebruikers.id"), index=True)
    klopt: Mapped[bool]
    reden: Mapped[str] = mapped_column(Text, default="")
    op: Mapped[datetime]
    oordeel: Mapped[Oordeel | None]
    oordeel_reden: Mapped[str] = mapped_column(Text, default="")
    beoordeeld_op: Mapped[datetime | None]
    beoordeeld_door_id: Mapped[GebruikerId | None] = mapped_column(
        ForeignKey("gebruikers.id"), index=True
    )

    realisatie: Mapped[Realisatie] = relationship(back_populates="antwoorden")
    gebruiker: Mapped[Gebruiker] = relationship(foreign_keys=[gebruiker_id])
