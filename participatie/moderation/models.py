"""Tables of the moderation room."""

from datetime import datetime

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    String,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participatie.accounts.models import Gebruiker
from participatie.accounts.types import GebruikerId
from participatie.core.db import Base
from participatie.gebieden.types import GebiedId
from participatie.inzendingen.models import Inzending
from participatie.inzendingen.types import InzendingId, KoppelingSoort
from participatie.moderation.models_kader import Afwegingsgrond
from participatie.moderation.types import BesluitId, NotitieId, Uitkomst
from participatie.programmas.models import Project
from participatie.programmas.types import ProjectId, Thema


class Besluit(Base):
    """A decision with its ground and reason. Undoing it fills `teruggedraaid_*`.

    It keeps the gebied and thema of its day, by which comparable decisions are found, the version
    it was about (one version can be decided about once), and the words of its ground that day.
    """

    __tablename__ = "besluiten"
    __table_args__ = (
        CheckConstraint("length(reden) > 0", name="reden_given"),
        CheckConstraint(
            "(teruggedraaid_op IS NULL) = (teruggedraaid_door_id IS NULL)",
            name="teruggedraaid_by_someone",
        ),
        CheckConstraint(
            "(teruggedraaid_op IS NULL) = (teruggedraaid_reden IS NULL)",
            name="teruggedraaid_with_reden",
        ),
        UniqueConstraint("inzending_id", "inzending_versie"),
        ForeignKeyConstraint(["grond", "grond_versie"], ["gronden.sleutel", "gronden.versie"]),
        Index("ix_besluiten_vergelijkbaar", "thema", "op"),
    )

    id: Mapped[BesluitId] = mapped_column(Integer, primary_key=True)
    inzending_id: Mapped[InzendingId] = mapped_column(ForeignKey("inzendingen.id"), index=True)
    inzending_versie: Mapped[int]
    gebied_id: Mapped[GebiedId] = mapped_column(ForeignKey("gebieden.id"), index=True)
    thema: Mapped[Thema]
    uitkomst: Mapped[Uitkomst]
    grond: Mapped[str] = mapped_column(String(40))
    grond_versie: Mapped[int] = mapped_column(default=1)
    reden: Mapped[str] = mapped_column(Text)
    door_id: Mapped[GebruikerId] = mapped_column(ForeignKey("gebruikers.id"))
    op: Mapped[datetime]
    teruggedraaid_op: Mapped[datetime | None]
    teruggedraaid_door_id: Mapped[GebruikerId | None] = mapped_column(ForeignKey("gebruikers.id"))
    teruggedraaid_reden: Mapped[str | None] = mapped_column(Text)

    inzending: Mapped[Inzending] = relationship()
    woorden: Mapped[Afwegingsgrond] = relationship()
    door: Mapped[Gebruiker] = relationship(foreign_keys=[door_id])
    teruggedraaid_door: Mapped[Gebruiker | None] = relationship(
        foreign_keys=[teruggedraaid_door_id]
    )


class Notitie(Base):
    """An internal note about an inzending. Staff only; never part of what is public."""

    __tablename__ = "notities"
    __table_args__ = (CheckConstraint("length(tekst) > 0", name="tekst_given"),)

    id: Mapped[NotitieId] = mapped_column(Integer, primary_key=True)
    inzending_id: Mapped[InzendingId] = mapped_column(ForeignKey("inzendingen.id"), index=True)
    tekst: Mapped[str] = mapped_column(Text)
    door_id: Mapped[GebruikerId] = mapped_column(ForeignKey("gebruikers.id"))
    op: Mapped[datetime]

    door: Mapped[Gebruiker] = relationship()


class Ontkoppeling(Base):
    """A link that was removed, with why. Appended, never edited."""

    __tablename__ = "ontkoppelingen"
    __table_args__ = (CheckConstraint("length(reden) > 0", name="reden_given"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    inzending_id: Mapped[InzendingId] = mapped_column(ForeignKey("inzendingen.id"), index=True)
    project_id: Mapped[ProjectId] = mapped_column(ForeignKey("projecten.id"))
    soort: Mapped[KoppelingSoort]
    reden: Mapped[str] = mapped_column(Text)
    door_id: Mapped[GebruikerId] = mapped_column(ForeignKey("gebruikers.id"))
    op: Mapped[datetime]

    project: Mapped[Project] = relationship()
    door: Mapped[Gebruiker] = relationship()
