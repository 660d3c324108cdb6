"""Tables of the journal room."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from participatie.core.db import Base


class JournalEntry(Base):
    """One line of the journal. Never updated, never deleted."""

    __tablename__ = "journal"
    __table_args__ = (Index("ix_journal_onderwerp", "onderwerp_soort", "onderwerp_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    occurred_at: Mapped[datetime]
    name: Mapped[str] = mapped_column(String(80), index=True)
    actor_id: Mapped[int | None]
    onderwerp_soort: Mapped[str] = mapped_column(String(40))
    onderwerp_id: Mapped[int]
    data: Mapped[dict[str, Any]]
