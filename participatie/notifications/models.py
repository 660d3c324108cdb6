"""Tables of what must still be told, and of what was told to whom."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from participatie.accounts.types import GebruikerId
from participatie.core.db import Base
from participatie.gebieden.types import GebiedId
from participatie.notifications.types import BerichtId, BerichtSoort, Frequentie, Periode


class Aanleiding(Base):
    """An event of which nobody was told yet: written with it, gone when everybody was."""

    __tablename__ = "aanleidingen"

    id: Mapped[int] = mapped_column(primary_key=True)
    naam: Mapped[str] = mapped_column(String(80))
    op: Mapped[datetime]
    actor_id: Mapped[int | None]
    onderwerp_soort: Mapped[str] = mapped_column(String(40))
    onderwerp_id: Mapped[int]
    data: Mapped[dict[str, Any]]
    pogingen: Mapped[int] = mapped_column(default=0)


class Bericht(Base):
    """Something one person is told, once per event. `via` names the subscription."""

    __tablename__ = "berichten"
    __table_args__ = (
        UniqueConstraint("gebruiker_id", "gebeurtenis"),
        CheckConstraint("pad LIKE '/%' AND pad NOT LIKE '//%'", name="pad_on_this_site"),
        Index("ix_berichten_ongelezen", "gebruiker_id", "gelezen_op"),
        Index("ix_berichten_te_versturen", "frequentie", "verstuurd_op", "gebruiker_id"),
        Index("ix_berichten_lijst", "gebruiker_id", "op"),
        Index("ix_berichten_op", "op"),
    )

    id: Mapped[BerichtId] = mapped_column(Integer, primary_key=True)
    gebruiker_id: Mapped[GebruikerId] = mapped_column(ForeignKey("gebruikers.id"))
    gebeurtenis: Mapped[str] = mapped_column(String(140))
    soort: Mapped[BerichtSoort]
    onderwerp_soort: Mapped[str] = mapped_column(String(40))
    onderwerp_id: Mapped[int]
    persoonlijk: Mapped[bool] = mapped_column(default=False)
    titel: Mapped[str] = mapped_column(String(200))
    zin: Mapped[str] = mapped_column(String(300))
    pad: Mapped[str] = mapped_column(String(200))
    gebied_id: Mapped[GebiedId | None] = mapped_column(ForeignKey("gebieden.id"), index=True)
    via: Mapped[str] = mapped_column(String(60))
    frequentie: Mapped[Frequentie]
    op: Mapped[datetime]
    gelezen_op: Mapped[datetime | None]
    verstuurd_op: Mapped[datetime | None]


class Overzicht(Base):
    """A digest that was made: one per person and period, also when a worker dies halfway."""

    __tablename__ = "overzichten"
    __table_args__ = (UniqueConstraint("gebruiker_id", "periode", "sleutel"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    gebruiker_id: Mapped[GebruikerId] = mapped_column(ForeignKey("gebruikers.id"))
    periode: Mapped[Periode]
    sleutel: Mapped[str] = mapped_column(String(12))
    op: Mapped[datetime] = mapped_column(index=True)
