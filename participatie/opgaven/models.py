"""Tables of the opgaven room."""

from datetime import date, datetime

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    Index,
    Integer,
    String,
    Text,
    UniqueConstraint,
    event,
    inspect,
    text,
)
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from participatie.core.db import Base
from participatie.gebieden.models import Gebied
from participatie.gebieden.types import GebiedId
from participatie.opgaven.errors import VersieVastError
from participatie.opgaven.types import (
    DoelId,
    Domein,
    OpgaveId,
    OpgaveStatus,
    OpgaveVersieId,
    Prioriteit,
)


class Gebiedsopgave(Base):
    """The goals of a gebied for four or five years; its versions say what they are, and when.

    `van_jaar` is the year in which its first version begins; a herijking may shift the years.
    """

    __tablename__ = "gebiedsopgaven"
    __table_args__ = (UniqueConstraint("gebied_id", "van_jaar"),)

    id: Mapped[OpgaveId] = mapped_column(Integer, primary_key=True)
    gebied_id: Mapped[GebiedId] = mapped_column(ForeignKey("gebieden.id"))
    van_jaar: Mapped[int]
    aangemaakt_op: Mapped[datetime]

    gebied: Mapped[Gebied] = relationship()
    versies: Mapped[list["OpgaveVersie"]] = relationship(
        back_populates="opgave", order_by="OpgaveVersie.nummer", cascade="all, delete-orphan"
    )


class OpgaveVersie(Base):
    """What the goals are from one decision to the next. A vastgestelde version never changes."""

    __tablename__ = "opgave_versies"
    __table_args__ = (
        UniqueConstraint("opgave_id", "nummer"),
        CheckConstraint(
            "(status = 'vastgesteld') = (vastgesteld_op IS NOT NULL)"
            " AND (status = 'vastgesteld') = (besluitnummer IS NOT NULL)",
            name="vastgesteld_has_decision",
        ),
        CheckConstraint("nummer = 1 OR reden <> ''", name="herijking_has_reden"),
        CheckConstraint("tot_jaar - van_jaar BETWEEN 3 AND 4", name="period_of_4_or_5_years"),
        CheckConstraint("van_jaar BETWEEN 2000 AND 2100", name="period_in_this_century"),
        Index(
            "uq_opgave_versies_one_concept",
            "opgave_id",
            unique=True,
            sqlite_where=text("status = 'concept'"),
            postgresql_where=text("status = 'concept'"),
        ),
    )

    id: Mapped[OpgaveVersieId] = mapped_column(Integer, primary_key=True)
    opgave_id: Mapped[OpgaveId] = mapped_column(
        ForeignKey("gebiedsopgaven.id", ondelete="CASCADE")
    )
    nummer: Mapped[int]
    status: Mapped[OpgaveStatus] = mapped_column(active_history=True)
    van_jaar: Mapped[int]
    tot_jaar: Mapped[int]
    inleiding: Mapped[str] = mapped_column(Text)
    reden: Mapped[str] = mapped_column(Text)
    besluitnummer: Mapped[str | None] = mapped_column(String(40))
    vastgesteld_op: Mapped[date | None]
    aangemaakt_op: Mapped[datetime]
    gewijzigd_op: Mapped[datetime]
    versie: Mapped[int] = mapped_column(Integer)

    __mapper_args__ = {"version_id_col": versie}  # noqa: RUF012  # SQLAlchemy reads it here

    opgave: Mapped[Gebiedsopgave] = relationship(back_populates="versies")
    teksten: Mapped[list["DoelTekst"]] = relationship(
        back_populates="opgave_versie", order_by="DoelTekst.volgorde", cascade="all, delete-orphan"
    )


class Doel(Base):
    """A goal through all versions of its opgave: what projects point to."""

    __tablename__ = "doelen"

    id: Mapped[DoelId] = mapped_column(Integer, primary_key=True)
    opgave_id: Mapped[OpgaveId] = mapped_column(
        ForeignKey("gebiedsopgaven.id", ondelete="CASCADE"), index=True
    )


class DoelTekst(Base):
    """What a goal says in one version."""

    __tablename__ = "doel_teksten"
    __table_args__ = (UniqueConstraint("opgave_versie_id", "doel_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    opgave_versie_id: Mapped[OpgaveVersieId] = mapped_column(
        ForeignKey("opgave_versies.id", ondelete="CASCADE")
    )
    doel_id: Mapped[DoelId] = mapped_column(ForeignKey("doelen.id"), index=True)
    volgorde: Mapped[int]
    titel: Mapped[str] = mapped_column(String(200))
    resultaat: Mapped[str] = mapped_column(Text)
    prioriteit: Mapped[Prioriteit]
    domein: Mapped[Domein]
    partners: Mapped[list[str]]
    versie: Mapped[int] = mapped_column(Integer)

    __mapper_args__ = {"version_id_col": versie}  # noqa: RUF012  # SQLAlchemy reads it here

    opgave_versie: Mapped[OpgaveVersie] = relationship(back_populates="teksten")
    doel: Mapped[Doel] = relationship()
    indicatoren: Mapped[list["Indicator"]] = relationship(
        back_populates="doel_tekst", order_by="Indicator.id", cascade="all, delete-orphan"
    )


class Indicator(Base):
    """A figure by which a goal is measured: where it stood and where it should be."""

    __tablename__ = "indicatoren"
    __table_args__ = (
        CheckConstraint("streefjaar > nulmeting_jaar", name="target_after_baseline"),
        CheckConstraint(
            "nulmeting_jaar BETWEEN 1990 AND 2100 AND streefjaar BETWEEN 1990 AND 2100",
            name="years_in_reach",
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    doel_tekst_id: Mapped[int] = mapped_column(
        ForeignKey("doel_teksten.id", ondelete="CASCADE"), index=True
    )
    kengetal: Mapped[str | None] = mapped_column(String(60))
    naam: Mapped[str] = mapped_column(String(120))
    eenheid: Mapped[str] = mapped_column(String(30))
    bron: Mapped[str] = mapped_column(String(120))
    nulmeting: Mapped[float]
    nulmeting_jaar: Mapped[int]
    streefwaarde: Mapped[float]
    streefjaar: Mapped[int]

    doel_tekst: Mapped[DoelTekst] = relationship(back_populates="indicatoren")


@event.listens_for(Session, "before_flush")
def _keep_what_was_vastgesteld(session: Session, *_context: object) -> None:
    """Refuse every change of a version that was vastgesteld before, whoever asks for it."""
    changed = (*session.new, *session.deleted, *filter(session.is_modified, session.dirty))
    for found in changed:
        versie = _versie_of(found)
        if versie is not None and versie not in session.new and _was_vastgesteld(versie):
            raise VersieVastError


def _versie_of(found: object) -> OpgaveVersie | None:
    if isinstance(found, Indicator):
        found = found.doel_tekst
    if isinstance(found, DoelTekst):
        found = found.opgave_versie
    return found if isinstance(found, OpgaveVersie) else None


def _was_vastgesteld(versie: OpgaveVersie) -> bool:
    now = versie.status  # read from the database when it was not
    history = inspect(versie).attrs.status.history
    return OpgaveStatus.VASTGESTELD in (history.deleted or (now,))
