"""The table of documents of projects."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from participatie.core.db import Base
from participatie.programmas.types import DocumentSoort, ProjectId


class ProjectDocument(Base):
    """A plan to read; `bestand` is a random name in the folder of documents."""

    __tablename__ = "project_documenten"
    __table_args__ = (
        CheckConstraint("grootte > 0", name="grootte_positive"),
        CheckConstraint("titel <> ''", name="titel_not_empty"),
    )

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    project_id: Mapped[ProjectId] = mapped_column(
        ForeignKey("projecten.id", ondelete="CASCADE"), index=True
    )
    titel: Mapped[str] = mapped_column(String(120))
    soort: Mapped[DocumentSoort]
    bestand: Mapped[str] = mapped_column(String(60), unique=True)
    grootte: Mapped[int]
    toegevoegd_op: Mapped[datetime]
