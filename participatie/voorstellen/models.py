"""Tables of the voorstellen room."""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participatie.accounts.models import Gebruiker
from participatie.accounts.types import GebruikerId
from participatie.core.db import Base
from participatie.gebieden.models import Gebied
from participatie.organisaties.models import Organisatie
from participatie.organisaties.types import OrganisatieId
from participatie.programmas.models import Project
from participatie.programmas.types import ProjectId
from participatie.voorstellen.types import VoorstelId, VoorstelStatus

voorstel_gebieden = Table(
    "voorstel_gebieden",
    Base.metadata,
    Column("voorstel_id", ForeignKey("voorstellen.id", ondelete="CASCADE"), primary_key=True),
    Column("gebied_id", ForeignKey("gebieden.id"), primary_key=True, index=True),
)

IS_OPEN = text("status IN ('concept', 'aangeboden', 'teruggegeven')")
IS_OPEN_CHANGE = text(
    "status IN ('concept', 'aangeboden', 'teruggegeven') AND project_id IS NOT NULL"
)


class Voorstel(Base):
    """What a partner proposes: a new item, or a change of an item of its own.

    `gegevens` holds all that the item would say. `op_versie` is the version of the project the
    partner was looking at; empty for a new item, which has a project once it is agreed to.
    """

    __tablename__ = "voorstellen"
    __table_args__ = (
        CheckConstraint(
            "status IN ('concept', 'ingetrokken') OR aangeboden_op IS NOT NULL",
            name="aangeboden_at_some_moment",
        ),
        CheckConstraint(
            "(beslist_op IS NULL) = (beslist_door_id IS NULL)", name="beslist_by_someone"
        ),
        CheckConstraint(
            "status NOT IN ('overgenomen', 'teruggegeven') OR beslist_op IS NOT NULL",
            name="answer_has_moment",
        ),
        CheckConstraint(
            "status <> 'teruggegeven' OR length(reden) > 0", name="teruggegeven_with_reden"
        ),
        CheckConstraint(
            "status <> 'overgenomen' OR project_id IS NOT NULL", name="overgenomen_has_project"
        ),
        CheckConstraint("op_versie IS NULL OR project_id IS NOT NULL", name="versie_of_a_project"),
        Index(
            "uq_voorstellen_open_project",
            "project_id",
            unique=True,
            sqlite_where=IS_OPEN_CHANGE,
            postgresql_where=IS_OPEN_CHANGE,
        ),
        Index(
            "uq_voorstellen_open_bronsleutel",
            "organisatie_id",
            "bronsleutel",
            unique=True,
            sqlite_where=IS_OPEN,
            postgresql_where=IS_OPEN,
        ),
        Index("ix_voorstellen_status_aangeboden_op", "status", "aangeboden_op"),
    )

    id: Mapped[VoorstelId] = mapped_column(Integer, primary_key=True)
    organisatie_id: Mapped[OrganisatieId] = mapped_column(
        ForeignKey("organisaties.id"), index=True
    )
    project_id: Mapped[ProjectId | None] = mapped_column(ForeignKey("projecten.id"))
    op_versie: Mapped[int | None]
    bronsleutel: Mapped[str] = mapped_column(String(80))
    inlezing: Mapped[str | None] = mapped_column(String(32), index=True)
    titel: Mapped[str] = mapped_column(String(160))
    gegevens: Mapped[dict[str, Any]]
    status: Mapped[VoorstelStatus]
    reden: Mapped[str] = mapped_column(Text, default="")
    indiener_id: Mapped[GebruikerId] = mapped_column(ForeignKey("gebruikers.id"), index=True)
    aangemaakt_op: Mapped[datetime]
    gewijzigd_op: Mapped[datetime]
    aangeboden_op: Mapped[datetime | None]
    beslist_op: Mapped[datetime | None]
    beslist_door_id: Mapped[GebruikerId | None] = mapped_column(ForeignKey("gebruikers.id"))
    versie: Mapped[int] = mapped_column(Integer)

    __mapper_args__ = {"version_id_col": versie}  # noqa: RUF012  # SQLAlchemy reads it here

    organisatie: Mapped[Organisatie] = relationship()
    project: Mapped[Project | None] = relationship()
    indiener: Mapped[Gebruiker] = relationship(foreign_keys=[indiener_id])
    gebieden: Mapped[list[Gebied]] = relationship(
        secondary=voorstel_gebieden, order_by=Gebied.code
    )
