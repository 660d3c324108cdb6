"""Tables of the raakvlakken room."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    CheckConstraint,
    ForeignKey,
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
from participatie.gebieden.models import Gebied
from participatie.gebieden.types import GebiedId
from participatie.programmas.models import Project
from participatie.programmas.types import ProjectId
from participatie.raakvlakken.types import Oordeel, RaakvlakId

JUDGED = " AND ".join(
    f"(oordeel = 'open') = ({column} IS NULL)"
    for column in ("reden", "door_id", "beoordeeld_op", "gezien")
)


class Raakvlak(Base):
    """Two projects that touch, and what an editor thinks of it.

    `gezien` is what the judgement was about; `opnieuw` names what has changed since. A pair that
    no longer touches stays, as `vervallen`, so that its judgement is there when it returns.
    """

    __tablename__ = "raakvlakken"
    __table_args__ = (
        UniqueConstraint("project_a_id", "project_b_id"),
        CheckConstraint("project_a_id < project_b_id", name="lower_project_first"),
        CheckConstraint("(afstand_m IS NULL) = (gebied_id IS NOT NULL)", name="near_or_in_gebied"),
        CheckConstraint(
            "(afstand_m IS NULL) = (lon IS NULL) AND (lon IS NULL) = (lat IS NULL)",
            name="near_has_spot",
        ),
        CheckConstraint("afstand_m >= 0 AND gat_dagen >= 0", name="measures_not_negative"),
        CheckConstraint("van <= tot", name="van_before_tot"),
        CheckConstraint(JUDGED, name="judged_with_reden_and_who"),
        CheckConstraint("length(reden) > 0", name="reden_given"),
        CheckConstraint("NOT tonen OR oordeel = 'combineren'", name="only_combineren_is_shown"),
        CheckConstraint("opnieuw = '' OR oordeel <> 'open'", name="only_judged_is_seen_again"),
        Index("ix_raakvlakken_werklijst", "vervallen_op", "oordeel", "van"),
    )

    id: Mapped[RaakvlakId] = mapped_column(Integer, primary_key=True)
    project_a_id: Mapped[ProjectId] = mapped_column(ForeignKey("projecten.id", ondelete="CASCADE"))
    project_b_id: Mapped[ProjectId] = mapped_column(
        ForeignKey("projecten.id", ondelete="CASCADE"), index=True
    )
    afstand_m: Mapped[int | None]
    gebied_id: Mapped[GebiedId | None] = mapped_column(ForeignKey("gebieden.id"))
    van: Mapped[date]
    tot: Mapped[date]
    gat_dagen: Mapped[int]
    lon: Mapped[float | None]
    lat: Mapped[float | None]
    oordeel: Mapped[Oordeel] = mapped_column(default=Oordeel.OPEN)
    reden: Mapped[str | None] = mapped_column(Text)
    tonen: Mapped[bool] = mapped_column(default=False)
    door_id: Mapped[GebruikerId | None] = mapped_column(ForeignKey("gebruikers.id"))
    beoordeeld_op: Mapped[datetime | None]
    gezien: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    opnieuw: Mapped[str] = mapped_column(String(60), default="")
    gevonden_op: Mapped[datetime]
    gewijzigd_op: Mapped[datetime]
    vervallen_op: Mapped[datetime | None]
    versie: Mapped[int] = mapped_column(Integer)

    __mapper_args__ = {"version_id_col": versie}  # noqa: RUF012  # SQLAlchemy reads it here

    project_a: Mapped[Project] = relationship(foreign_keys=[project_a_id])
    project_b: Mapped[Project] = relationship(foreign_keys=[project_b_id])
    gebied: Mapped[Gebied | None] = relationship()
    door: Mapped[Gebruiker | None] = relationship()

    @property
    def projecten(self) -> tuple[Project, Project]:
        """Return both projects."""
        return self.project_a, self.project_b


class Oordeelstap(Base):
    """A judgement as it was given or taken back. Appended, never edited."""

    __tablename__ = "raakvlak_oordelen"
    __table_args__ = (CheckConstraint("length(reden) > 0", name="reden_given"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    raakvlak_id: Mapped[RaakvlakId] = mapped_column(
        ForeignKey("raakvlakken.id", ondelete="CASCADE"), index=True
    )
    oordeel: Mapped[Oordeel]
    reden: Mapped[str] = mapped_column(Text)
    tonen: Mapped[bool]
    door_id: Mapped[GebruikerId] = mapped_column(ForeignKey("gebruikers.id"))
    op: Mapped[datetime]

    door: Mapped[Gebruiker] = relationship()


class RaakvlakInstelling(Base):
    """When projects touch and how many works are many: one row. Also what is still to be done.

    While `herberekenen` is true the pairs are not what they should be; a job sees to it.
    """

    __tablename__ = "raakvlak_instellingen"
    __table_args__ = (
        CheckConstraint("id = 1", name="one_row"),
        CheckConstraint("afstand_m BETWEEN 1 AND 1000", name="afstand_in_reach"),
        CheckConstraint("marge_maanden BETWEEN 0 AND 24", name="marge_in_reach"),
        CheckConstraint("drempel_buurt >= 2 AND drempel_straat >= 2", name="drempels_are_many"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, default=1)
    afstand_m: Mapped[int]
    marge_maanden: Mapped[int]
    drempel_buurt: Mapped[int]
    drempel_straat: Mapped[int]
    herberekenen: Mapped[bool] = mapped_column(default=False)
    berekend_op: Mapped[datetime | None]
    versie: Mapped[int] = mapped_column(Integer)

    __mapper_args__ = {"version_id_col": versie}  # noqa: RUF012  # SQLAlchemy reads it here
