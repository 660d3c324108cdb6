"""Tables of the moderation room."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Integer, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participatie.accounts.models import Gebruiker
from participatie.accounts.types import GebruikerId
from participatie.core.db import Base
from participatie.inzendingen.models import Inzending
from participatie.inzendingen.types import InzendingId
from participatie.moderation.types import BesluitId, Grond, Uitkomst


class Besluit(Base):
    """A decision with its ground and reason. Undoing it fills `teruggedraaid_*`."""

    __tablename__ = "besluiten"
    __table_args__ = (
        CheckConstraint("length(reden) > 0", name="reden_given"),
        CheckConstraint(
            "(teruggedraaid_op IS NULL) = (teruggedraaid_door_id IS NULL)",
            name="teruggedraaid_by_someone",
        ),
    )

    id: Mapped[BesluitId] = mapped_column(Integer, primary_key=True)
    inzending_id: Mapped[InzendingId] = mapped_column(ForeignKey("inzendingen.id"), index=True)
    uitkomst: Mapped[Uitkomst]
    grond: Mapped[Grond]
    reden: Mapped[str] = mapped_column(Text)
    door_id: Mapped[GebruikerId] = mapped_column(ForeignKey("gebruikers.id"))
    op: Mapped[datetime]
    teruggedraaid_op: Mapped[datetime | None]
    teruggedraaid_door_id: Mapped[GebruikerId | None] = mapped_column(ForeignKey("gebruikers.id"))

    inzending: Mapped[Inzending] = relationship()
    door: Mapped[Gebruiker] = relationship(foreign_keys=[door_id])
