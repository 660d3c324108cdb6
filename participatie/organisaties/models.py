"""Tables of the organisaties room."""

from datetime import datetime

from sqlalchemy import Column, ForeignKey, Integer, String, Table, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participatie.accounts.models import Gebruiker
from participatie.core.db import Base
from participatie.organisaties.types import OrganisatieId, OrganisatieSoort

organisatie_leden = Table(
    "organisatie_leden",
    Base.metadata,
    Column("organisatie_id", ForeignKey("organisaties.id", ondelete="CASCADE"), primary_key=True),
    Column(
        "gebruiker_id",
        ForeignKey("gebruikers.id", ondelete="CASCADE"),
        primary_key=True,
        index=True,
    ),
)


class Organisatie(Base):
    """A partner that keeps items of its own in the programme."""

    __tablename__ = "organisaties"

    id: Mapped[OrganisatieId] = mapped_column(Integer, primary_key=True)
    naam: Mapped[str] = mapped_column(String(120), unique=True)
    slug: Mapped[str] = mapped_column(String(140), unique=True)
    soort: Mapped[OrganisatieSoort]
    omschrijving: Mapped[str] = mapped_column(Text)
    website: Mapped[str | None] = mapped_column(String(200))
    aangemaakt_op: Mapped[datetime]
    gewijzigd_op: Mapped[datetime]
    versie: Mapped[int] = mapped_column(Integer)

    __mapper_args__ = {"version_id_col": versie}  # noqa: RUF012  # SQLAlchemy reads it here

    leden: Mapped[list[Gebruiker]] = relationship(
        secondary=organisatie_leden, order_by=Gebruiker.id
    )
