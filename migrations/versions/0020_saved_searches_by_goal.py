"""saved searches by goal and by who leads

Revises: 0019
"""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("zoekopdrachten") as table:
        table.add_column(sa.Column("doel_id", sa.Integer(), nullable=True))
        table.add_column(
            sa.Column("trekker", sa.String(length=140), nullable=False, server_default="")
        )
    with op.batch_alter_table("zoekopdrachten") as table:
        table.alter_column("trekker", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("zoekopdrachten") as table:
        table.drop_column("trekker")
        table.drop_column("doel_id")
