"""Tables of the gebiedsprogrammas room."""

from datetime import date, datetime

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    String,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participatie.core.db import Base
from participatie.gebieden.models import Gebied
from participatie.gebieden.types import GebiedId
from participatie.gebiedsprogrammas.types import ProgrammaId, ProgrammaStatus, Resultaat, Stap
from participatie.gebiedsprogrammas.types_planning import DoorrolKeuze, PcSoort
from participatie.programmas.models import ProjectStand
from participatie.programmas.types import ProjectId


class Gebiedsprogramma(Base):
    """The programme of one gebied and year. Its items are computed until it is adopted."""

    __tablename__ = "gebiedsprogrammas"
    __table_args__ = (
        UniqueConstraint("gebied_id", "jaar"),
        CheckConstraint("jaar BETWEEN 2000 AND 2100", name="jaar_in_range"),
        CheckConstraint(
            "(status = 'concept') = (besluitnummer IS NULL)"
            " AND (status = 'concept') = (besloten_op IS NULL)",
            name="vastgesteld_has_decision",
        ),
    )

    id: Mapped[ProgrammaId] = mapped_column(Integer, primary_key=True)
    gebied_id: Mapped[GebiedId] = mapped_column(ForeignKey("gebieden.id"))
    jaar: Mapped[int]
    status: Mapped[ProgrammaStatus]
    besluitnummer: Mapped[str | None] = mapped_column(String(40))
    besloten_op: Mapped[date | None]
    toelichting: Mapped[str] = mapped_column(Text)
    doorrolling_id: Mapped[int | None] = mapped_column(ForeignKey("doorrollingen.id"))
    aangemaakt_op: Mapped[datetime]
    gewijzigd_op: Mapped[datetime]
    versie: Mapped[int] = mapped_column(Integer)

    __mapper_args__ = {"version_id_col": versie}  # noqa: RUF012  # SQLAlchemy reads it here

    gebied: Mapped[Gebied] = relationship()


class ProgrammaStap(Base):
    """A step that was taken with a programme. Never changed: the steps are its history."""

    __tablename__ = "programma_stappen"
    __table_args__ = (
        UniqueConstraint("id", "stap"),
        CheckConstraint(
            "(stap = 'vaststellen') = (besluitnummer IS NOT NULL)"
            " AND (stap = 'vaststellen') = (besloten_op IS NOT NULL)",
            name="vaststellen_has_decision",
        ),
        CheckConstraint(
            "stap NOT IN ('intrekken', 'heropenen') OR reden <> ''", name="taking_back_has_reden"
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    programma_id: Mapped[ProgrammaId] = mapped_column(
        ForeignKey("gebiedsprogrammas.id", ondelete="CASCADE"), index=True
    )
    stap: Mapped[Stap]
    op: Mapped[datetime]
    actor_id: Mapped[int | None]
    reden: Mapped[str] = mapped_column(Text)
    besluitnummer: Mapped[str | None] = mapped_column(String(40))
    besloten_op: Mapped[date | None]

    programma: Mapped[Gebiedsprogramma] = relationship()


class ProgrammaItem(Base):
    """What one project said when a programme was adopted, with what came of it.

    It hangs on the step by which the programme was adopted, so that another one after it was
    withdrawn has items of its own. The results are a draft until the programme is closed.
    """

    __tablename__ = "programma_items"
    __table_args__ = (
        UniqueConstraint("vaststelling_id", "project_id"),
        ForeignKeyConstraint(
            ["vaststelling_id", "stap"],
            ["programma_stappen.id", "programma_stappen.stap"],
            ondelete="CASCADE",
        ),
        CheckConstraint("stap = 'vaststellen'", name="only_of_a_vaststelling"),
        CheckConstraint("bedrag_cent > 0", name="only_with_money"),
        CheckConstraint(
            "(coalesce(resultaat, '') = 'doorgeschoven') = (naar_jaar IS NOT NULL)",
            name="doorgeschoven_has_jaar",
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    vaststelling_id: Mapped[int]
    stap: Mapped[Stap] = mapped_column(default=Stap.VASTSTELLEN)
    project_id: Mapped[ProjectId] = mapped_column(ForeignKey("projecten.id"), index=True)
    stand_id: Mapped[int] = mapped_column(ForeignKey("project_standen.id"), index=True)
    volgorde: Mapped[int]
    bedrag_cent: Mapped[int] = mapped_column(BigInteger)
    resultaat: Mapped[Resultaat | None]
    naar_jaar: Mapped[int | None]
    toelichting: Mapped[str] = mapped_column(Text, default="")

    vaststelling: Mapped[ProgrammaStap] = relationship()
    stand: Mapped[ProjectStand] = relationship()


class PcMoment(Base):
    """The day of a moment in the P&C cycle, where it is not the usual one."""

    __tablename__ = "pc_momenten"
    __table_args__ = (UniqueConstraint("soort", "jaar"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    soort: Mapped[PcSoort]
    jaar: Mapped[int]
    datum: Mapped[date]
    versie: Mapped[int] = mapped_column(Integer)

    __mapper_args__ = {"version_id_col": versie}  # noqa: RUF012  # SQLAlchemy reads it here


class Doorrolling(Base):
    """The yearly roll-over by which `jaar` became the concrete year, until it is undone."""

    __tablename__ = "doorrollingen"
    __table_args__ = (
        Index(
            "uq_doorrollingen_jaar",
            "jaar",
            unique=True,
            sqlite_where=text("ongedaan_op IS NULL"),
            postgresql_where=text("ongedaan_op IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    jaar: Mapped[int]
    op: Mapped[datetime]
    actor_id: Mapped[int | None]
    ongedaan_op: Mapped[datetime | None]
    ongedaan_door: Mapped[int | None]
    versie: Mapped[int] = mapped_column(Integer)

    __mapper_args__ = {"version_id_col": versie}  # noqa: RUF012  # SQLAlchemy reads it here

    items: Mapped[list["DoorrolItem"]] = relationship(
        order_by="DoorrolItem.id", cascade="all, delete-orphan"
    )


class DoorrolItem(Base):
    """What a roll-over did with one project, by the standen before and after."""

    __tablename__ = "doorrol_items"
    __table_args__ = (
        UniqueConstraint("doorrolling_id", "project_id"),
        CheckConstraint("(keuze = 'laten') = (naar_stand_id IS NULL)", name="change_has_stand"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    doorrolling_id: Mapped[int] = mapped_column(ForeignKey("doorrollingen.id", ondelete="CASCADE"))
    project_id: Mapped[ProjectId] = mapped_column(ForeignKey("projecten.id"), index=True)
    keuze: Mapped[DoorrolKeuze]
    reden: Mapped[str] = mapped_column(Text)
    van_stand_id: Mapped[int] = mapped_column(ForeignKey("project_standen.id"))
    naar_stand_id: Mapped[int | None] = mapped_column(ForeignKey("project_standen.id"))
