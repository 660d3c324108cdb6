"""The table of initiatieven that go into another."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, Text, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participatie.accounts.models import Gebruiker
from participatie.accounts.types import GebruikerId
from participatie.core.db import Base
from participatie.initiatieven.models import Initiatief
from participatie.initiatieven.types_opgaan import SamenvoegingId, SamenvoegingStatus
from participatie.initiatieven.types_voortgang import Hoedanigheid
from participatie.inzendingen.types import InzendingId

LOOPT = "status IN ('voorgesteld', 'akkoord')"


class Samenvoeging(Base):
    """A proposal that the later initiatief goes into the earlier, and what became of it.

    `Initiatief.opgegaan_in_id` says the same of the one that stands, for lists and maps.
    """

    __tablename__ = "samenvoegingen"
    __table_args__ = (
        CheckConstraint("later_id <> eerder_id", name="two_different"),
        CheckConstraint("length(reden) > 0", name="reden_given"),
        CheckConstraint(
            "(status = 'voorgesteld') = (beantwoord_op IS NULL)", name="answer_has_a_moment"
        ),
        CheckConstraint(
            "(status = 'teruggedraaid') = (teruggedraaid_op IS NOT NULL)",
            name="undone_has_a_moment",
        ),
        Index(
            "uq_samenvoegingen_loopt",
            "later_id",
            unique=True,
            sqlite_where=text(LOOPT),
            postgresql_where=text(LOOPT),
        ),
    )

    id: Mapped[SamenvoegingId] = mapped_column(Integer, primary_key=True)
    later_id: Mapped[InzendingId] = mapped_column(ForeignKey("initiatieven.id"), index=True)
    eerder_id: Mapped[InzendingId] = mapped_column(ForeignKey("initiatieven.id"), index=True)
    status: Mapped[SamenvoegingStatus]
    reden: Mapped[str] = mapped_column(Text)
    als: Mapped[Hoedanigheid]
    voorgesteld_door_id: Mapped[GebruikerId] = mapped_column(
        ForeignKey("gebruikers.id"), index=True
    )
    voorgesteld_op: Mapped[datetime]
    antwoord: Mapped[str] = mapped_column(Text, default="")
    beantwoord_op: Mapped[datetime | None]
    teruggedraaid_op: Mapped[datetime | None]
    teruggedraaid_door_id: Mapped[GebruikerId | None] = mapped_column(
        ForeignKey("gebruikers.id"), index=True
    )
    teruggedraaid_reden: Mapped[str] = mapped_column(Text, default="")

    later: Mapped[Initiatief] = relationship(foreign_keys=[later_id])
    eerder: Mapped[Initiatief] = relationship(foreign_keys=[eerder_id])
    voorgesteld_door: Mapped[Gebruiker] = relationship(foreign_keys=[voorgesteld_door_id])
