"""Tables of the kennisbank."""

from datetime import datetime
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

from participatie.accounts.types import GebruikerId
from participatie.core.db import Base
from participatie.kennisbank.types import (
    ArtikelGegevens,
    ArtikelId,
    ArtikelSoort,
    ArtikelStatus,
    Doelgroep,
    HulpFase,
    Punt,
)


class Kennisartikel(Base):
    """An article through all its versions; `publiek_nummer` is the one on the site."""

    __tablename__ = "kennisartikelen"
    __table_args__ = (
        CheckConstraint(
            "(status = 'concept') = (publiek_nummer IS NULL)", name="only_concept_was_never_public"
        ),
        CheckConstraint(
            "(publiek_nummer IS NULL) = (gepubliceerd_op IS NULL)", name="public_has_a_moment"
        ),
        CheckConstraint("laatste_punt >= 0", name="punten_counted"),
    )

    id: Mapped[ArtikelId] = mapped_column(Integer, primary_key=True)
    slug: Mapped[str] = mapped_column(String(140), unique=True)
    soort: Mapped[ArtikelSoort]
    status: Mapped[ArtikelStatus] = mapped_column(index=True)
    publiek_nummer: Mapped[int | None]
    laatste_punt: Mapped[int] = mapped_column(default=0)
    gepubliceerd_op: Mapped[datetime | None]
    aangemaakt_op: Mapped[datetime]
    gewijzigd_op: Mapped[datetime]
    versie: Mapped[int] = mapped_column(Integer)

    __mapper_args__ = {"version_id_col": versie}  # noqa: RUF012  # SQLAlchemy reads it here

    versies: Mapped[list["ArtikelVersie"]] = relationship(
        back_populates="artikel", order_by="ArtikelVersie.nummer"
    )


class ArtikelVersie(Base):
    """What an article said from one moment on. Only ever added, so that every one can be read."""

    __tablename__ = "kennisartikel_versies"
    __table_args__ = (
        UniqueConstraint("artikel_id", "nummer"),
        CheckConstraint("nummer >= 1", name="nummer_counts"),
        CheckConstraint("nummer = 1 OR wijziging <> ''", name="change_is_told"),
        CheckConstraint("titel <> ''", name="titel_given"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    artikel_id: Mapped[ArtikelId] = mapped_column(ForeignKey("kennisartikelen.id"))
    nummer: Mapped[int]
    titel: Mapped[str] = mapped_column(String(120))
    samenvatting: Mapped[str] = mapped_column(String(300))
    tekst: Mapped[str] = mapped_column(Text)
    doelgroepen: Mapped[list[str]]
    fasen: Mapped[list[str]]
    thema: Mapped[str | None] = mapped_column(String(40))
    stappen: Mapped[list[str]]
    initiatiefsoort: Mapped[str | None] = mapped_column(String(40))
    punten: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    intern: Mapped[bool]
    wijziging: Mapped[str] = mapped_column(String(300))
    door_id: Mapped[GebruikerId | None] = mapped_column(Integer)
    op: Mapped[datetime]

    artikel: Mapped[Kennisartikel] = relationship(back_populates="versies")

    @property
    def puntenlijst(self) -> tuple[Punt, ...]:
        """Return the points of a checklist."""
        return tuple(Punt(punt["nummer"], punt["tekst"]) for punt in self.punten)

    @property
    def gegevens(self) -> ArtikelGegevens:
        """Return what it says."""
        return ArtikelGegevens(
            titel=self.titel,
            samenvatting=self.samenvatting,
            tekst=self.tekst,
            doelgroepen=tuple(Doelgroep(value) for value in self.doelgroepen),
            fasen=tuple(HulpFase(value) for value in self.fasen),
            thema=self.thema,
            stappen=tuple(self.stappen),
            initiatiefsoort=self.initiatiefsoort,
            punten=tuple(punt.tekst for punt in self.puntenlijst),
            wijziging=self.wijziging,
        )


class Vinkje(Base):
    """A point of a checklist that is seen to, for an onderwerp. Once per point."""

    __tablename__ = "checklist_vinkjes"
    __table_args__ = (
        UniqueConstraint(
            "onderwerp_soort",
            "onderwerp_id",
            "artikel_id",
            "punt",
            name="uq_checklist_vinkjes_once_per_punt",
        ),
        Index("ix_checklist_vinkjes_artikel_id", "artikel_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    onderwerp_soort: Mapped[str] = mapped_column(String(40))
    onderwerp_id: Mapped[int]
    artikel_id: Mapped[ArtikelId] = mapped_column(ForeignKey("kennisartikelen.id"))
    punt: Mapped[int]
    op: Mapped[datetime]
