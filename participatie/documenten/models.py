"""Tables of the documenten room."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, Index, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from participatie.core.db import Base
from participatie.documenten.types import DocumentId, DocumentStatus


class Document(Base):
    """A document that was asked for. Its file is there when it is klaar, and only then."""

    __tablename__ = "documenten"
    __table_args__ = (
        UniqueConstraint("soort", "sleutel", "versie"),
        CheckConstraint("(status = 'klaar') = (bestand IS NOT NULL)", name="klaar_has_bestand"),
        CheckConstraint("(bestand IS NULL) = (grootte IS NULL)", name="bestand_has_grootte"),
        CheckConstraint(
            "status <> 'bezig' OR begonnen_op IS NOT NULL", name="bezig_has_begonnen_op"
        ),
        Index("ix_documenten_waiting", "status", "begonnen_op"),
    )

    id: Mapped[DocumentId] = mapped_column(Integer, primary_key=True)
    kenmerk: Mapped[str] = mapped_column(String(32), unique=True)
    soort: Mapped[str] = mapped_column(String(40))
    sleutel: Mapped[str] = mapped_column(String(200))
    versie: Mapped[str] = mapped_column(String(64))
    gegevens: Mapped[dict[str, Any]]
    titel: Mapped[str] = mapped_column(String(200))
    bestandsnaam: Mapped[str] = mapped_column(String(120))
    terug: Mapped[str] = mapped_column(String(300))
    status: Mapped[DocumentStatus] = mapped_column(default=DocumentStatus.GEVRAAGD)
    pogingen: Mapped[int] = mapped_column(default=0)
    gevraagd_op: Mapped[datetime] = mapped_column(index=True)
    begonnen_op: Mapped[datetime | None]
    klaar_op: Mapped[datetime | None]
    bestand: Mapped[str | None] = mapped_column(String(80))
    grootte: Mapped[int | None]
