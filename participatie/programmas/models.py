"""Tables of the programmas room."""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship, synonym

from participatie.core.db import Base
from participatie.gebieden.models import Gebied
from participatie.organisaties.models import Organisatie
from participatie.programmas.models_velden import ProjectVelden
from participatie.programmas.types import Geldbron, ProjectId

project_gebieden = Table(
    "project_gebieden",
    Base.metadata,
    Column("project_id", ForeignKey("projecten.id", ondelete="CASCADE"), primary_key=True),
    Column("gebied_id", ForeignKey("gebieden.id"), primary_key=True, index=True),
)

stand_gebieden = Table(
    "project_stand_gebieden",
    Base.metadata,
    Column("stand_id", ForeignKey("project_standen.id", ondelete="CASCADE"), primary_key=True),
    Column("gebied_id", ForeignKey("gebieden.id"), primary_key=True, index=True),
)

GEZOCHT = ("domein", "thema", "fase", "start", "eind", "doel_id", "organisatie_id")


class Project(ProjectVelden, Base):
    """An item of the programme. Without a geometry it is about its gebieden as a whole."""

    __tablename__ = "projecten"
    __table_args__ = (
        CheckConstraint("eind >= start", name="eind_not_before_start"),
        UniqueConstraint("bronsysteem", "bronsleutel"),
        # All four sides in one index: what is not near is left out without reading the row.
        Index("ix_projecten_bounds", "west", "oost", "zuid", "noord"),
        *(Index(f"ix_projecten_{name}", name) for name in GEZOCHT),
    )

    id: Mapped[ProjectId] = mapped_column(Integer, primary_key=True)
    bronsysteem: Mapped[str] = mapped_column(String(40))
    bronsleutel: Mapped[str] = mapped_column(String(80))
    aangemaakt_op: Mapped[datetime]
    gewijzigd_op: Mapped[datetime]
    versie: Mapped[int] = mapped_column(Integer)

    __mapper_args__ = {"version_id_col": versie}  # noqa: RUF012  # SQLAlchemy reads it here

    project_id: Mapped[ProjectId] = synonym("id")
    gebieden: Mapped[list[Gebied]] = relationship(secondary=project_gebieden, order_by=Gebied.code)
    organisatie: Mapped[Organisatie | None] = relationship()
    jaarbedragen: Mapped[list["Jaarbedrag"]] = relationship(
        back_populates="project",
        order_by="Jaarbedrag.jaar, Jaarbedrag.bron",
        cascade="all, delete-orphan",
    )


class ProjectStand(ProjectVelden, Base):
    """What a project said from one moment until the next. Never changed but for its end.

    The newest has no end and says the same as the project itself. `bedragen` is whole euro cents
    by year and source: `{"2027": {"subsidie": 100}}`.
    """

    __tablename__ = "project_standen"
    __table_args__ = (
        UniqueConstraint("project_id", "versie"),
        CheckConstraint("tot IS NULL OR tot >= van", name="tot_not_before_van"),
        Index("ix_project_standen_van_tot", "van", "tot"),
        Index(
            "uq_project_standen_newest",
            "project_id",
            unique=True,
            sqlite_where=text("tot IS NULL"),
            postgresql_where=text("tot IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[ProjectId] = mapped_column(ForeignKey("projecten.id", ondelete="CASCADE"))
    versie: Mapped[int]
    van: Mapped[datetime]
    tot: Mapped[datetime | None]
    actor_id: Mapped[int | None]
    reden: Mapped[str] = mapped_column(Text)
    bron: Mapped[str | None] = mapped_column(String(40))
    bedragen: Mapped[dict[str, Any]]

    project: Mapped[Project] = relationship()
    gebieden: Mapped[list[Gebied]] = relationship(secondary=stand_gebieden, order_by=Gebied.code)
    organisatie: Mapped[Organisatie | None] = relationship()


class Jaarbedrag(Base):
    """Money for a project in one year from one source, in whole euro cents."""

    __tablename__ = "jaarbedragen"
    __table_args__ = (
        UniqueConstraint("project_id", "jaar", "bron"),
        CheckConstraint("bedrag_cent >= 0", name="bedrag_not_negative"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[ProjectId] = mapped_column(ForeignKey("projecten.id", ondelete="CASCADE"))
    jaar: Mapped[int] = mapped_column(index=True)
    bron: Mapped[Geldbron]
    bedrag_cent: Mapped[int] = mapped_column(BigInteger)

    project: Mapped[Project] = relationship(back_populates="jaarbedragen")
