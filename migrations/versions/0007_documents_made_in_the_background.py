"""documents made in the background

Revises: 0006
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

STATUS = sa.Enum(
    "gevraagd", "bezig", "klaar", "mislukt", name="documentstatus", native_enum=False, length=40
)


def upgrade() -> None:
    op.create_table(
        "documenten",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kenmerk", sa.String(length=32), nullable=False),
        sa.Column("soort", sa.String(length=40), nullable=False),
        sa.Column("sleutel", sa.String(length=200), nullable=False),
        sa.Column("versie", sa.String(length=64), nullable=False),
        sa.Column("gegevens", sa.JSON(), nullable=False),
        sa.Column("titel", sa.String(length=200), nullable=False),
        sa.Column("bestandsnaam", sa.String(length=120), nullable=False),
        sa.Column("terug", sa.String(length=300), nullable=False),
        sa.Column("status", STATUS, nullable=False),
        sa.Column("pogingen", sa.Integer(), nullable=False),
        sa.Column("gevraagd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("begonnen_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("klaar_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("bestand", sa.String(length=80), nullable=True),
        sa.Column("grootte", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(status = 'klaar') = (bestand IS NOT NULL)",
            name=op.f("ck_documenten_klaar_has_bestand"),
        ),
        sa.CheckConstraint(
            "(bestand IS NULL) = (grootte IS NULL)", name=op.f("ck_documenten_bestand_has_grootte")
        ),
        sa.CheckConstraint(
            "status <> 'bezig' OR begonnen_op IS NOT NULL",
            name=op.f("ck_documenten_bezig_has_begonnen_op"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_documenten")),
        sa.UniqueConstraint("kenmerk", name=op.f("uq_documenten_kenmerk")),
        sa.UniqueConstraint(
            "soort", "sleutel", "versie", name=op.f("uq_documenten_soort_sleutel_versie")
        ),
    )
    op.create_index(op.f("ix_documenten_gevraagd_op"), "documenten", ["gevraagd_op"])
    op.create_index("ix_documenten_waiting", "documenten", ["status", "begonnen_op"])


def downgrade() -> None:
    op.drop_table("documenten")
