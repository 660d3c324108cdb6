"""Tables of the uitwisseling room."""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ForeignKey,
    Index,
    Integer,
    String,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participatie.accounts.models import Gebruiker
from participatie.core.db import Base
from participatie.programmas.models import Project
from participatie.programmas.types import ProjectId
from participatie.uitwisseling.types import ImportId, ImportStatus, Keuze, Uitkomst, WegKeuze


class Bronmapping(Base):
    """How the files of a source are read: kept from one import to the next."""

    __tablename__ = "bronmappings"

    id: Mapped[int] = mapped_column(primary_key=True)
    bronsysteem: Mapped[str] = mapped_column(String(40), unique=True)
    mapping: Mapped[dict[str, Any]]
    gewijzigd_op: Mapped[datetime]


class Bronstand(Base):
    """What a source last said of a project, as short texts that tell same from other."""

    __tablename__ = "bronstanden"

    project_id: Mapped[ProjectId] = mapped_column(
        ForeignKey(Project.id, ondelete="CASCADE"), primary_key=True
    )
    gezegd: Mapped[dict[str, Any]]
    gezegd_op: Mapped[datetime]


class ProgrammaImport(Base):
    """A file that someone brought in, from the moment it came until what became of it."""

    __tablename__ = "programma_imports"
    __table_args__ = (
        CheckConstraint("weg_keuze = 'laat-staan' OR weg_reden <> ''", name="gestopt_has_reden"),
        Index(
            "uq_programma_imports_bezig",
            "bronsysteem",
            unique=True,
            sqlite_where=text("status = 'bezig'"),
            postgresql_where=text("status = 'bezig'"),
        ),
    )

    id: Mapped[ImportId] = mapped_column(Integer, primary_key=True)
    bronsysteem: Mapped[str] = mapped_column(String(40), index=True)
    bestandsnaam: Mapped[str] = mapped_column(String(120))
    bestand: Mapped[str | None] = mapped_column(String(60))
    bytes: Mapped[int] = mapped_column(BigInteger)
    status: Mapped[ImportStatus]
    mapping: Mapped[dict[str, Any] | None]
    kolommen: Mapped[dict[str, Any] | None]
    melding: Mapped[str] = mapped_column(Text, default="")
    gelezen: Mapped[int] = mapped_column(Integer, default=0)
    tellingen: Mapped[dict[str, Any]] = mapped_column(default=dict)
    fouten: Mapped[dict[str, Any] | None]
    keuze: Mapped[Keuze | None]
    weg_keuze: Mapped[WegKeuze] = mapped_column(default=WegKeuze.LAAT_STAAN)
    weg_reden: Mapped[str] = mapped_column(Text, default="")
    actor_id: Mapped[int | None] = mapped_column(ForeignKey(Gebruiker.id))
    aangemaakt_op: Mapped[datetime]
    gewijzigd_op: Mapped[datetime]
    versie: Mapped[int] = mapped_column(Integer)

    __mapper_args__ = {"version_id_col": versie}  # noqa: RUF012  # SQLAlchemy reads it here


class ImportRij(Base):
    """What a row of an import would change, for the person who decides on it."""

    __tablename__ = "programma_import_rijen"
    __table_args__ = (
        UniqueConstraint("import_id", "uitkomst", "volgorde"),
        CheckConstraint("keuze IS NULL OR uitkomst = 'conflict'", name="keuze_of_conflict"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    import_id: Mapped[ImportId] = mapped_column(ForeignKey(ProgrammaImport.id, ondelete="CASCADE"))
    uitkomst: Mapped[Uitkomst]
    volgorde: Mapped[int]
    sleutel: Mapped[str] = mapped_column(String(80))
    titel: Mapped[str] = mapped_column(String(160))
    project_id: Mapped[ProjectId | None] = mapped_column(
        ForeignKey(Project.id, ondelete="CASCADE"), index=True
    )
    project_versie: Mapped[int | None]
    verschillen: Mapped[dict[str, Any]]
    keuze: Mapped[Keuze | None]

    bron: Mapped[ProgrammaImport] = relationship()
