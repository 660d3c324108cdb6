"""documents of projects

Revises: 0008
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "project_documenten",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("titel", sa.String(length=120), nullable=False),
        sa.Column(
            "soort",
            sa.Enum(
                "pdf",
                "odt",
                "docx",
                "afbeelding",
                name="documentsoort",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("bestand", sa.String(length=60), nullable=False),
        sa.Column("grootte", sa.Integer(), nullable=False),
        sa.Column("toegevoegd_op", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("titel <> ''", name=op.f("ck_project_documenten_titel_not_empty")),
        sa.CheckConstraint("grootte > 0", name=op.f("ck_project_documenten_grootte_positive")),
        sa.ForeignKeyConstraint(
            ["project_id"],
            ["projecten.id"],
            name=op.f("fk_project_documenten_project_id_projecten"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project_documenten")),
        sa.UniqueConstraint("bestand", name=op.f("uq_project_documenten_bestand")),
    )
    with op.batch_alter_table("project_documenten", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_project_documenten_project_id"), ["project_id"], unique=False
        )


def downgrade() -> None:
    with op.batch_alter_table("project_documenten", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_project_documenten_project_id"))

    op.drop_table("project_documenten")
