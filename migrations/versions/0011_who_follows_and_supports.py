"""who follows and supports

Revises: 0010
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table in ("volgingen", "steunbetuigingen"):
        op.create_table(
            table,
            sa.Column("id", sa.Integer(), nullable=False),
            sa.Column("onderwerp_soort", sa.String(40), nullable=False),
            sa.Column("onderwerp_id", sa.Integer(), nullable=False),
            sa.Column("gebruiker_id", sa.Integer(), nullable=False),
            sa.Column("op", sa.DateTime(timezone=True), nullable=False),
            sa.ForeignKeyConstraint(
                ["gebruiker_id"],
                ["gebruikers.id"],
                name=op.f(f"fk_{table}_gebruiker_id_gebruikers"),
            ),
            sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
            sa.UniqueConstraint(
                "onderwerp_soort",
                "onderwerp_id",
                "gebruiker_id",
                name=op.f(f"uq_{table}_onderwerp_soort_onderwerp_id_gebruiker_id"),
            ),
        )
        op.create_index(op.f(f"ix_{table}_gebruiker_id"), table, ["gebruiker_id"])


def downgrade() -> None:
    for table in ("steunbetuigingen", "volgingen"):
        op.drop_table(table)
