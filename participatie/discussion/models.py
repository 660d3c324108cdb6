"""Tables of who follows and who supports what."""

from datetime import datetime

from sqlalchemy import ForeignKey, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from participatie.accounts.types import GebruikerId
from participatie.core.db import Base
from participatie.discussion.types import SteunId, VolgingId


class Volging(Base):
    """Someone wants to hear what happens to an onderwerp. Once per person."""

    __tablename__ = "volgingen"
    __table_args__ = (UniqueConstraint("onderwerp_soort", "onderwerp_id", "gebruiker_id"),)

    id: Mapped[VolgingId] = mapped_column(Integer, primary_key=True)
    onderwerp_soort: Mapped[str] = mapped_column(String(40))
    onderwerp_id: Mapped[int]
    gebruiker_id: Mapped[GebruikerId] = mapped_column(ForeignKey("gebruikers.id"), index=True)
    op: Mapped[datetime]


class Steun(Base):
    """Someone supports an onderwerp. Once per person; who it was is never public."""

    __tablename__ = "steunbetuigingen"
    __table_args__ = (UniqueConstraint("onderwerp_soort", "onderwerp_id", "gebruiker_id"),)

    id: Mapped[SteunId] = mapped_column(Integer, primary_key=True)
    onderwerp_soort: Mapped[str] = mapped_column(String(40))
    onderwerp_id: Mapped[int]
    gebruiker_id: Mapped[GebruikerId] = mapped_column(ForeignKey("gebruikers.id"), index=True)
    op: Mapped[datetime]
