"""signals from the gebieden, and what was done with them

Revises: 0018
"""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def _status() -> sa.Enum:
    return sa.Enum(
        "nieuw", "gezien", "opgepakt", name="signaalstatus", native_enum=False, length=40
    )


def _person(table: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], ["gebruikers.id"], name=op.f(f"fk_{table}_{column}_gebruikers")
    )


def upgrade() -> None:
    op.create_table(
        "signalen",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("gebied_id", sa.Integer(), nullable=False),
        sa.Column("thema", sa.String(40), nullable=False),
        sa.Column(
            "soort",
            sa.Enum(
                "reacties",
                "steun",
                "inzendingen",
                "zoeken",
                name="signaalsoort",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("aantal", sa.Integer(), nullable=False),
        sa.Column("laag", sa.Integer(), nullable=False),
        sa.Column("hoog", sa.Integer(), nullable=False),
        sa.Column("aan_id", sa.Integer(), nullable=True),
        sa.Column("afdeling_id", sa.Integer(), nullable=True),
        sa.Column("status", _status(), nullable=False),
        sa.Column("notitie", sa.Text(), nullable=False),
        sa.Column("door_id", sa.Integer(), nullable=True),
        sa.Column("op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("gevonden_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.CheckConstraint("laag >= 0 AND laag <= hoog", name=op.f("ck_signalen_laag_up_to_hoog")),
        sa.CheckConstraint("aantal > hoog", name=op.f("ck_signalen_aantal_is_a_rise")),
        sa.CheckConstraint(
            "(status = 'nieuw') = (door_id IS NULL) AND (door_id IS NULL) = (op IS NULL)",
            name=op.f("ck_signalen_handled_by_someone"),
        ),
        sa.CheckConstraint(
            "status <> 'opgepakt' OR length(notitie) > 0",
            name=op.f("ck_signalen_opgepakt_says_how"),
        ),
        sa.CheckConstraint(
            "aan_id IS NULL OR afdeling_id IS NULL", name=op.f("ck_signalen_for_one")
        ),
        sa.ForeignKeyConstraint(
            ["gebied_id"], ["gebieden.id"], name=op.f("fk_signalen_gebied_id_gebieden")
        ),
        sa.ForeignKeyConstraint(
            ["afdeling_id"], ["afdelingen.id"], name=op.f("fk_signalen_afdeling_id_afdelingen")
        ),
        _person("signalen", "aan_id"),
        _person("signalen", "door_id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signalen")),
        sa.UniqueConstraint(
            "gebied_id",
            "thema",
            "soort",
            "week",
            name=op.f("uq_signalen_gebied_id_thema_soort_week"),
        ),
    )
    op.create_index("ix_signalen_lijst", "signalen", ["status", "week"])
    op.create_index(op.f("ix_signalen_door_id"), "signalen", ["door_id"])
    op.create_table(
        "signaalstappen",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("signaal_id", sa.Integer(), nullable=False),
        sa.Column("naar", _status(), nullable=False),
        sa.Column("notitie", sa.Text(), nullable=False),
        sa.Column("door_id", sa.Integer(), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["signaal_id"], ["signalen.id"], name=op.f("fk_signaalstappen_signaal_id_signalen")
        ),
        _person("signaalstappen", "door_id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signaalstappen")),
    )
    op.create_index(op.f("ix_signaalstappen_signaal_id"), "signaalstappen", ["signaal_id"])
    op.create_index(op.f("ix_signaalstappen_door_id"), "signaalstappen", ["door_id"])


def downgrade() -> None:
    op.drop_table("signaalstappen")
    op.drop_table("signalen")
