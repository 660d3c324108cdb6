"""Tables of the zoeken room: an index that knows no room.

On SQLite the terms are also in `zoekindex`, a table for full text that triggers keep up; on
PostgreSQL in a column beside the terms. Neither is part of the models: see `core.db`.
"""

from datetime import date, datetime

from sqlalchemy import (
    CheckConstraint,
    Connection,
    ForeignKey,
    Index,
    Integer,
    String,
    Text,
    UniqueConstraint,
    event,
)
from sqlalchemy.orm import Mapped, mapped_column

from participatie.core.db import Base
from participatie.core.stammen import WOORD_MAX
from participatie.zoeken.types import DocumentId

FULLTEXT_SQLITE = (
    (
        "CREATE VIRTUAL TABLE zoekindex USING fts5(termen, content='zoekdocumenten',"
        " content_rowid='id', detail='none', tokenize='ascii')"
    ),
    (
        "CREATE TRIGGER zoekdocumenten_nieuw AFTER INSERT ON zoekdocumenten BEGIN"
        " INSERT INTO zoekindex(rowid, termen) VALUES (new.id, new.termen); END"
    ),
    (
        "CREATE TRIGGER zoekdocumenten_weg AFTER DELETE ON zoekdocumenten BEGIN"
        " INSERT INTO zoekindex(zoekindex, rowid, termen)"
        " VALUES ('delete', old.id, old.termen); END"
    ),
    (
        "CREATE TRIGGER zoekdocumenten_anders AFTER UPDATE OF termen ON zoekdocumenten BEGIN"
        " INSERT INTO zoekindex(zoekindex, rowid, termen) VALUES ('delete', old.id, old.termen);"
        " INSERT INTO zoekindex(rowid, termen) VALUES (new.id, new.termen); END"
    ),
)
FULLTEXT_POSTGRESQL = (
    (
        "ALTER TABLE zoekdocumenten ADD COLUMN zoekindex tsvector"
        " GENERATED ALWAYS AS (to_tsvector('simple', termen)) STORED"
    ),
    "CREATE INDEX zoekindex_gin ON zoekdocumenten USING gin (zoekindex)",
)
FULLTEXT = {"sqlite": FULLTEXT_SQLITE, "postgresql": FULLTEXT_POSTGRESQL}


class Zoekdocument(Base):
    """Something public that can be found. `gebied_id` is the smallest gebied it is about.

    `termen` holds its stems, its gebied with those above, its kind, theme and years; each begins
    with a letter that says which: see `rules`.
    """

    __tablename__ = "zoekdocumenten"
    __table_args__ = (
        UniqueConstraint("onderwerp_soort", "onderwerp_id"),
        CheckConstraint("titel <> ''", name="titel_given"),
        CheckConstraint("pad LIKE '/%'", name="pad_on_this_site"),
        CheckConstraint("(jaar_van IS NULL) = (jaar_tot IS NULL)", name="both_years_or_none"),
        CheckConstraint("jaar_van <= jaar_tot", name="jaar_van_before_tot"),
    )

    id: Mapped[DocumentId] = mapped_column(Integer, primary_key=True)
    onderwerp_soort: Mapped[str] = mapped_column(String(40))
    onderwerp_id: Mapped[int]
    titel: Mapped[str] = mapped_column(String(300))
    tekst: Mapped[str] = mapped_column(Text)
    pad: Mapped[str] = mapped_column(String(300))
    gebied_id: Mapped[int | None]
    thema: Mapped[str | None] = mapped_column(String(40))
    jaar_van: Mapped[int | None]
    jaar_tot: Mapped[int | None]
    op: Mapped[datetime]
    termen: Mapped[str] = mapped_column(Text)


class Zoekwoord(Base):
    """A word of public documents, its plainest stem, and in how many of them it stands."""

    __tablename__ = "zoekwoorden"
    __table_args__ = (CheckConstraint("aantal > 0", name="aantal_positive"),)

    woord: Mapped[str] = mapped_column(String(WOORD_MAX), primary_key=True)
    stam: Mapped[str] = mapped_column(String(WOORD_MAX), index=True)
    aantal: Mapped[int]


class Zoekvariant(Base):
    """A word with one letter left out, or none: by it a word is found that was mistyped."""

    __tablename__ = "zoekvarianten"

    variant: Mapped[str] = mapped_column(String(WOORD_MAX), primary_key=True)
    woord: Mapped[str] = mapped_column(
        ForeignKey("zoekwoorden.woord", ondelete="CASCADE"), primary_key=True, index=True
    )


class Zoekmisser(Base):
    """Words that were looked for in vain on a day. No person, no address.

    `gebied_id` 0 and an empty `thema` stand for none: what is unique may not be empty.
    """

    __tablename__ = "zoekmissers"
    __table_args__ = (
        CheckConstraint("aantal > 0", name="aantal_positive"),
        Index("ix_zoekmissers_gebied_id_dag", "gebied_id", "dag"),
    )

    dag: Mapped[date] = mapped_column(primary_key=True)
    woorden: Mapped[str] = mapped_column(String(120), primary_key=True)
    gebied_id: Mapped[int] = mapped_column(primary_key=True)
    thema: Mapped[str] = mapped_column(String(40), primary_key=True)
    aantal: Mapped[int]


@event.listens_for(Zoekdocument.__table__, "after_create")
def _make_fulltext(_table: object, connection: Connection, **_options: object) -> None:
    for statement in FULLTEXT[connection.dialect.name]:
        connection.exec_driver_sql(statement)
