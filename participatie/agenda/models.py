"""Tables of the agenda."""

from datetime import datetime

from sqlalchemy import (
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
from participatie.agenda.types import (
    BijeenkomstGegevens,
    BijeenkomstId,
    BijeenkomstSoort,
    BijeenkomstStatus,
    DeelnameId,
    DeelnameStatus,
)
from participatie.core.db import Base
from participatie.core.plaats import HasPlaats, plaats_constraints
from participatie.gebieden.models import Gebied
from participatie.gebieden.types import GebiedId


class Bijeenkomst(HasPlaats, Base):
    """A meeting in a gebied. `geometrie` is a point, when one was given."""

    __tablename__ = "bijeenkomsten"
    __table_args__ = (
        CheckConstraint("eind > begin", name="ends_after_begin"),
        CheckConstraint("capaciteit >= 1", name="capaciteit_positive"),
        CheckConstraint("capaciteit IS NULL OR aanmelden", name="capaciteit_needs_aanmelden"),
        CheckConstraint("status <> 'afgelast' OR afgelast_reden <> ''", name="afgelast_has_reden"),
        CheckConstraint("(verslag = '') = (verslag_op IS NULL)", name="verslag_has_a_moment"),
        CheckConstraint("link LIKE 'https://%'", name="link_is_safe"),
        Index("ix_bijeenkomsten_begin", "begin", "id"),
        *plaats_constraints(),
    )

    id: Mapped[BijeenkomstId] = mapped_column(Integer, primary_key=True)
    gebied_id: Mapped[GebiedId] = mapped_column(ForeignKey("gebieden.id"), index=True)
    titel: Mapped[str] = mapped_column(String(120))
    soort: Mapped[BijeenkomstSoort]
    begin: Mapped[datetime]
    eind: Mapped[datetime]
    plek_omschrijving: Mapped[str] = mapped_column(String(200))
    link: Mapped[str | None] = mapped_column(String(300))
    organisator: Mapped[str] = mapped_column(String(120))
    omschrijving: Mapped[str] = mapped_column(Text)
    aanmelden: Mapped[bool]
    capaciteit: Mapped[int | None]
    status: Mapped[BijeenkomstStatus] = mapped_column(default=BijeenkomstStatus.GEPLAND)
    afgelast_reden: Mapped[str] = mapped_column(Text, default="")
    verslag: Mapped[str] = mapped_column(Text, default="")
    verslag_op: Mapped[datetime | None]
    aangemaakt_op: Mapped[datetime]
    gewijzigd_op: Mapped[datetime]
    versie: Mapped[int] = mapped_column(Integer)

    __mapper_args__ = {"version_id_col": versie}  # noqa: RUF012  # SQLAlchemy reads it here

    gebied: Mapped[Gebied] = relationship()

    @property
    def punt(self) -> tuple[float, float] | None:
        """Return longitude and latitude, when a point was given: its box is the point itself."""
        return None if self.west is None or self.zuid is None else (self.west, self.zuid)

    @property
    def gegevens(self) -> BijeenkomstGegevens:
        """Return what is known of it."""
        return BijeenkomstGegevens(
            gebied_id=self.gebied_id,
            titel=self.titel,
            soort=self.soort,
            begin=self.begin,
            eind=self.eind,
            plek_omschrijving=self.plek_omschrijving,
            punt=self.punt,
            link=self.link,
            organisator=self.organisator,
            omschrijving=self.omschrijving,
            aanmelden=self.aanmelden,
            capaciteit=self.capaciteit,
        )


class Deelname(Base):
    """Someone comes to a meeting, or waits for a place. Once per person; never public who."""

    __tablename__ = "deelnames"
    __table_args__ = (UniqueConstraint("bijeenkomst_id", "gebruiker_id"),)

    id: Mapped[DeelnameId] = mapped_column(Integer, primary_key=True)
    bijeenkomst_id: Mapped[BijeenkomstId] = mapped_column(ForeignKey("bijeenkomsten.id"))
    gebruiker_id: Mapped[GebruikerId] = mapped_column(ForeignKey("gebruikers.id"), index=True)
    status: Mapped[DeelnameStatus]
    op: Mapped[datetime]

    bijeenkomst: Mapped[Bijeenkomst] = relationship()
