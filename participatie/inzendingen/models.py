"""Tables of the inzendingen room."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participatie.accounts.models import Gebruiker
from participatie.accounts.types import GebruikerId
from participatie.core.db import Base
from participatie.core.plaats import HasPlaats
from participatie.gebieden.models import Gebied
from participatie.gebieden.types import GebiedId
from participatie.inzendingen.types import (
    BekendKeuze,
    InzendingId,
    InzendingSoort,
    KoppelingSoort,
    Status,
)
from participatie.programmas.models import Project
from participatie.programmas.types import ProjectId, Thema


class Inzending(HasPlaats, Base):
    """Anything sent in for moderation. Without a geometry it is about its gebied as a whole.

    A concept may still miss its gebied and thema; what is sent in has both. Where the gemeente
    looks afterwards, it is public at once and `nog_niet_bekeken`.
    """

    __tablename__ = "inzendingen"
    __table_args__ = (
        CheckConstraint(
            "status = 'concept' OR (gebied_id IS NOT NULL AND thema IS NOT NULL"
            " AND ingediend_op IS NOT NULL AND kenmerk IS NOT NULL)",
            name="ingediend_is_complete",
        ),
        CheckConstraint(
            "status <> 'gepubliceerd' OR gepubliceerd_op IS NOT NULL",
            name="gepubliceerd_has_a_moment",
        ),
        CheckConstraint(
            "NOT nog_niet_bekeken OR status = 'gepubliceerd'", name="only_public_is_unseen"
        ),
        Index("ix_inzendingen_onbekeken", "nog_niet_bekeken", "reactie_voor"),
        Index("ix_inzendingen_queue", "status", "gebied_id", "reactie_voor"),
        Index("ix_inzendingen_termijn", "status", "reactie_voor"),
        Index("ix_inzendingen_gewijzigd", "gewijzigd_op"),
    )

    id: Mapped[InzendingId] = mapped_column(Integer, primary_key=True)
    soort: Mapped[InzendingSoort] = mapped_column(index=True)
    kenmerk: Mapped[str | None] = mapped_column(String(12), unique=True)
    formulier_sleutel: Mapped[str] = mapped_column(String(43), unique=True)
    titel: Mapped[str] = mapped_column(String(100))
    toelichting: Mapped[str] = mapped_column(Text)
    thema: Mapped[Thema | None] = mapped_column(index=True)
    status: Mapped[Status] = mapped_column(index=True)
    gebied_id: Mapped[GebiedId | None] = mapped_column(ForeignKey("gebieden.id"), index=True)
    plek_omschrijving: Mapped[str] = mapped_column(String(200), default="")
    indiener_id: Mapped[GebruikerId] = mapped_column(ForeignKey("gebruikers.id"), index=True)
    aangemaakt_op: Mapped[datetime]
    gewijzigd_op: Mapped[datetime]
    ingediend_op: Mapped[datetime | None] = mapped_column(index=True)
    gepubliceerd_op: Mapped[datetime | None] = mapped_column(index=True)
    reactie_voor: Mapped[date | None] = mapped_column(index=True)
    nog_niet_bekeken: Mapped[bool] = mapped_column(default=False)
    versie: Mapped[int] = mapped_column(Integer)

    __mapper_args__ = {  # noqa: RUF012  # SQLAlchemy reads it here
        "polymorphic_on": "soort",
        "version_id_col": versie,
    }

    gebied: Mapped[Gebied | None] = relationship()
    indiener: Mapped[Gebruiker] = relationship()
    fotos: Mapped[list["Foto"]] = relationship(
        back_populates="inzending",
        order_by="Foto.volgorde, Foto.id",
        cascade="all, delete-orphan",
        primaryjoin="and_(Inzending.id == Foto.inzending_id, Foto.is_later.is_(False))",
    )
    stappen: Mapped[list["Statusstap"]] = relationship(
        back_populates="inzending", order_by="Statusstap.id", cascade="all, delete-orphan"
    )
    koppelingen: Mapped[list["Koppeling"]] = relationship(
        back_populates="inzending", order_by="Koppeling.id", cascade="all, delete-orphan"
    )
    bekend_antwoorden: Mapped[list["BekendAntwoord"]] = relationship(
        back_populates="inzending",
        order_by="BekendAntwoord.id",
        cascade="all, delete-orphan",
        foreign_keys="BekendAntwoord.inzending_id",
    )


class Reactietermijn(Base):
    """Within how many days a kind of inzending is answered, when that is not the usual term."""

    __tablename__ = "reactietermijnen"
    __table_args__ = (CheckConstraint("dagen BETWEEN 7 AND 90", name="a_week_to_three_months"),)

    soort: Mapped[InzendingSoort] = mapped_column(primary_key=True)
    dagen: Mapped[int]


class Statusstap(Base):
    """One line of the history of an inzending. Appended, never edited."""

    __tablename__ = "statusstappen"

    id: Mapped[int] = mapped_column(primary_key=True)
    inzending_id: Mapped[InzendingId] = mapped_column(ForeignKey("inzendingen.id"), index=True)
    van: Mapped[Status | None]
    naar: Mapped[Status]
    op: Mapped[datetime]
    door_id: Mapped[GebruikerId] = mapped_column(ForeignKey("gebruikers.id"))
    toelichting: Mapped[str] = mapped_column(Text, default="")

    inzending: Mapped[Inzending] = relationship(back_populates="stappen")
    door: Mapped[Gebruiker] = relationship()


class Foto(Base):
    """A photo, re-encoded without metadata; `bestand` is a random name in the uploads folder.

    One that came later, with an update, is not among those of the text (`is_later`).
    """

    __tablename__ = "fotos"

    id: Mapped[int] = mapped_column(primary_key=True)
    inzending_id: Mapped[InzendingId] = mapped_column(ForeignKey("inzendingen.id"), index=True)
    bestand: Mapped[str] = mapped_column(String(60), unique=True)
    beschrijving: Mapped[str] = mapped_column(String(200))
    breedte: Mapped[int]
    hoogte: Mapped[int]
    volgorde: Mapped[int] = mapped_column(default=0)
    is_later: Mapped[bool] = mapped_column(default=False)

    inzending: Mapped[Inzending] = relationship(back_populates="fotos")


class Koppeling(Base):
    """A link between an inzending and a project, with its reason."""

    __tablename__ = "koppelingen"
    __table_args__ = (UniqueConstraint("inzending_id", "project_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    inzending_id: Mapped[InzendingId] = mapped_column(ForeignKey("inzendingen.id"))
    project_id: Mapped[ProjectId] = mapped_column(ForeignKey("projecten.id"), index=True)
    soort: Mapped[KoppelingSoort]
    reden: Mapped[str] = mapped_column(Text)
    door_id: Mapped[GebruikerId] = mapped_column(ForeignKey("gebruikers.id"))
    op: Mapped[datetime]

    inzending: Mapped[Inzending] = relationship(back_populates="koppelingen")
    project: Mapped[Project] = relationship()


class BekendAntwoord(Base):
    """What the sender answered to one thing that is already planned or proposed there."""

    __tablename__ = "bekend_antwoorden"
    __table_args__ = (
        CheckConstraint("(project_id IS NULL) <> (andere_id IS NULL)", name="about_one_thing"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    inzending_id: Mapped[InzendingId] = mapped_column(ForeignKey("inzendingen.id"), index=True)
    project_id: Mapped[ProjectId | None] = mapped_column(ForeignKey("projecten.id"))
    andere_id: Mapped[InzendingId | None] = mapped_column(ForeignKey("inzendingen.id"))
    keuze: Mapped[BekendKeuze]
    op: Mapped[datetime]

    inzending: Mapped[Inzending] = relationship(
        back_populates="bekend_antwoorden", foreign_keys=[inzending_id]
    )
    project: Mapped[Project | None] = relationship()
    andere: Mapped[Inzending | None] = relationship(foreign_keys=[andere_id])
