"""what can be found

Revises: 0014
"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

FULLTEXT = {
    "sqlite": (
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
            " INSERT INTO zoekindex(zoekindex, rowid, termen)"
            " VALUES ('delete', old.id, old.termen);"
            " INSERT INTO zoekindex(rowid, termen) VALUES (new.id, new.termen); END"
        ),
    ),
    "postgresql": (
        (
            "ALTER TABLE zoekdocumenten ADD COLUMN zoekindex tsvector"
            " GENERATED ALWAYS AS (to_tsvector('simple', termen)) STORED"
        ),
        "CREATE INDEX zoekindex_gin ON zoekdocumenten USING gin (zoekindex)",
    ),
}


def upgrade() -> None:
    op.create_table(
        "zoekdocumenten",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("onderwerp_soort", sa.String(40), nullable=False),
        sa.Column("onderwerp_id", sa.Integer(), nullable=False),
        sa.Column("titel", sa.String(300), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("pad", sa.String(300), nullable=False),
        sa.Column("gebied_id", sa.Integer()),
        sa.Column("thema", sa.String(40)),
        sa.Column("jaar_van", sa.Integer()),
        sa.Column("jaar_tot", sa.Integer()),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("termen", sa.Text(), nullable=False),
        sa.CheckConstraint("titel <> ''", name=op.f("ck_zoekdocumenten_titel_given")),
        sa.CheckConstraint("pad LIKE '/%'", name=op.f("ck_zoekdocumenten_pad_on_this_site")),
        sa.CheckConstraint(
            "(jaar_van IS NULL) = (jaar_tot IS NULL)",
            name=op.f("ck_zoekdocumenten_both_years_or_none"),
        ),
        sa.CheckConstraint(
            "jaar_van <= jaar_tot", name=op.f("ck_zoekdocumenten_jaar_van_before_tot")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_zoekdocumenten")),
        sa.UniqueConstraint(
            "onderwerp_soort",
            "onderwerp_id",
            name=op.f("uq_zoekdocumenten_onderwerp_soort_onderwerp_id"),
        ),
    )
    for statement in FULLTEXT[op.get_bind().dialect.name]:
        op.execute(statement)
    op.create_table(
        "zoekwoorden",
        sa.Column("woord", sa.String(40), nullable=False),
        sa.Column("stam", sa.String(40), nullable=False),
        sa.Column("aantal", sa.Integer(), nullable=False),
        sa.CheckConstraint("aantal > 0", name=op.f("ck_zoekwoorden_aantal_positive")),
        sa.PrimaryKeyConstraint("woord", name=op.f("pk_zoekwoorden")),
    )
    op.create_index(op.f("ix_zoekwoorden_stam"), "zoekwoorden", ["stam"])
    op.create_table(
        "zoekvarianten",
        sa.Column("variant", sa.String(40), nullable=False),
        sa.Column("woord", sa.String(40), nullable=False),
        sa.ForeignKeyConstraint(
            ["woord"],
            ["zoekwoorden.woord"],
            name=op.f("fk_zoekvarianten_woord_zoekwoorden"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("variant", "woord", name=op.f("pk_zoekvarianten")),
    )
    op.create_index(op.f("ix_zoekvarianten_woord"), "zoekvarianten", ["woord"])
    op.create_table(
        "zoekmissers",
        sa.Column("dag", sa.Date(), nullable=False),
        sa.Column("woorden", sa.String(120), nullable=False),
        sa.Column("gebied_id", sa.Integer(), nullable=False),
        sa.Column("thema", sa.String(40), nullable=False),
        sa.Column("aantal", sa.Integer(), nullable=False),
        sa.CheckConstraint("aantal > 0", name=op.f("ck_zoekmissers_aantal_positive")),
        sa.PrimaryKeyConstraint(
            "dag", "woorden", "gebied_id", "thema", name=op.f("pk_zoekmissers")
        ),
    )
    op.create_index("ix_zoekmissers_gebied_id_dag", "zoekmissers", ["gebied_id", "dag"])


def downgrade() -> None:
    for table in ("zoekmissers", "zoekvarianten", "zoekwoorden"):
        op.drop_table(table)
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE zoekindex")
    op.drop_table("zoekdocumenten")
