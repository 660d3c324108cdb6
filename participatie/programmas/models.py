"""Tables of the programmas room."""

from datetime import date, datetime

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
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participatie.core.db import Base
from participatie.core.plaats import HasPlaats
from participatie.gebieden.models import Gebied
from participatie.programmas.types import (
    Domein,
    Fase,
    Geldbron,
    Participatieniveau,
    ProjectId,
    ProjectSoort,
    Thema,
)

project_gebieden = Table(
    "project_gebieden",
    Base.metadata,
    Column("project_id", ForeignKey("projecten.id", ondelete="CASCADE"), primary_key=True),
    Column("gebied_id", ForeignKey("gebieden.id"), primary_key=True, index=True),
)


class Project(HasPlaats, Base):
    """An item of the programme. Without a geometry it is about its gebieden as a whole."""

    __tablename__ = "projecten"
    __table_args__ = (
        CheckConstraint("eind >= start", name="eind_not_before_start"),
        UniqueConstraint("bronsysteem", "bronsleutel"),
        # All four sides in one index: what is not near is left out without reading the row.
        Index("ix_projecten_bounds", "west", "oost", "zuid", "noord"),
    )

    id: Mapped[ProjectId] = mapped_column(Integer, primary_key=True)
    bronsysteem: Mapped[str] = mapped_column(String(40))
    bronsleutel: Mapped[str] = mapped_column(String(80))
    titel: Mapped[str] = mapped_column(String(160))
    omschrijving: Mapped[str] = mapped_column(Text)
    soort: Mapped[ProjectSoort]
    domein: Mapped[Domein] = mapped_column(index=True)
    thema: Mapped[Thema | None] = mapped_column(index=True)
    fase: Mapped[Fase] = mapped_column(index=True)
    start: Mapped[date] = mapped_column(index=True)
    eind: Mapped[date] = mapped_column(index=True)
    plek_omschrijving: Mapped[str] = mapped_column(String(200))
    trekker: Mapped[str] = mapped_column(String(120))
    contact_naam: Mapped[str] = mapped_column(String(120))
    contact_email: Mapped[str | None] = mapped_column(String(254))
    participatieniveau: Mapped[Participatieniveau]
    participatie_toelichting: Mapped[str] = mapped_column(Text)
    aangemaakt_op: Mapped[datetime]
    gewijzigd_op: Mapped[datetime]
    versie: Mapped[int] = mapped_column(Integer)

    __mapper_args__ = {"version_id_col": versie}  # noqa: RUF012  # SQLAlchemy reads it here

    gebieden: Mapped[list[Gebied]] = relationship(secondary=project_gebieden, order_by=Gebied.code)
    jaarbedragen: Mapped[list["Jaarbedrag"]] = relationship(
        back_populates="project",
        order_by="Jaarbedrag.jaar, Jaarbedrag.bron",
        cascade="all, delete-orphan",
    )


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
