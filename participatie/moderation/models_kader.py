"""Tables of what beheer keeps for the desk: grounds, points to weigh, and standard texts.

A ground or point is never edited: a change is a new version, so that an old decision keeps the
words of its day. The version that counts has no `geldig_tot`.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Connection,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    event,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from participatie.accounts.types import GebruikerId
from participatie.core.db import Base
from participatie.inzendingen.types import InzendingId
from participatie.moderation import rules_begin
from participatie.moderation.types import Uitkomst

CURRENT = text("geldig_tot IS NULL")


class Versie:
    """What a ground and a point share: a key that stays, and words that hold for a while."""

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    sleutel: Mapped[str] = mapped_column(String(40))
    versie: Mapped[int]
    naam: Mapped[str] = mapped_column(String(80))
    uitleg: Mapped[str] = mapped_column(String(400))
    volgorde: Mapped[int] = mapped_column(default=0)
    geldig_van: Mapped[datetime]
    geldig_tot: Mapped[datetime | None]


class Afwegingsgrond(Versie, Base):
    """A ground of the afwegingskader in one version, with the outcomes it can carry."""

    __tablename__ = "gronden"
    __table_args__ = (
        UniqueConstraint("sleutel", "versie"),
        CheckConstraint("length(naam) > 0", name="naam_given"),
        CheckConstraint("geldig_tot IS NULL OR geldig_tot >= geldig_van", name="ends_after_begin"),
        Index(
            "uq_gronden_geldig",
            "sleutel",
            unique=True,
            sqlite_where=CURRENT,
            postgresql_where=CURRENT,
        ),
    )

    uitkomsten: Mapped[list[str]]

    def carries(self, uitkomst: Uitkomst) -> bool:
        """Tell whether this ground can be given with the outcome."""
        return uitkomst.value in self.uitkomsten


class Afwegingspunt(Versie, Base):
    """A point that is looked at before a decision, in one version."""

    __tablename__ = "afwegingspunten"
    __table_args__ = (
        UniqueConstraint("sleutel", "versie"),
        CheckConstraint("length(naam) > 0", name="naam_given"),
        CheckConstraint("geldig_tot IS NULL OR geldig_tot >= geldig_van", name="ends_after_begin"),
        Index(
            "uq_afwegingspunten_geldig",
            "sleutel",
            unique=True,
            sqlite_where=CURRENT,
            postgresql_where=CURRENT,
        ),
    )


class Afweging(Base):
    """A point that someone looked at, for one inzending."""

    __tablename__ = "afwegingen"
    __table_args__ = (
        UniqueConstraint("inzending_id", "punt"),
        ForeignKeyConstraint(
            ["punt", "punt_versie"], ["afwegingspunten.sleutel", "afwegingspunten.versie"]
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    inzending_id: Mapped[InzendingId] = mapped_column(ForeignKey("inzendingen.id"))
    punt: Mapped[str] = mapped_column(String(40))
    punt_versie: Mapped[int]
    door_id: Mapped[GebruikerId] = mapped_column(ForeignKey("gebruikers.id"))
    op: Mapped[datetime]


class Standaardtekst(Base):
    """A text to start a reason with. An empty `thema` is for every thema that has none."""

    __tablename__ = "standaardteksten"
    __table_args__ = (
        UniqueConstraint("uitkomst", "grond", "thema"),
        CheckConstraint("length(tekst) > 0", name="tekst_given"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uitkomst: Mapped[Uitkomst]
    grond: Mapped[str] = mapped_column(String(40))
    thema: Mapped[str] = mapped_column(String(40), default="")
    tekst: Mapped[str] = mapped_column(Text)
    versie: Mapped[int] = mapped_column(Integer)
    gewijzigd_op: Mapped[datetime]

    __mapper_args__ = {"version_id_col": versie}  # noqa: RUF012  # SQLAlchemy reads it here


def _begin_with(model: type[Base], rows: list[dict[str, Any]]) -> None:
    """Give a new database what a site starts with, as the migrations do."""

    def fill(target: Table, connection: Connection, **_: object) -> None:
        connection.execute(target.insert(), rows)

    event.listen(model.__table__, "after_create", fill)


_begin_with(Afwegingsgrond, rules_begin.first_gronden())
_begin_with(Afwegingspunt, rules_begin.first_punten())
_begin_with(Standaardtekst, rules_begin.first_teksten())
