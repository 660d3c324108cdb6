"""one concept of an opgave at a time

The years move from the opgave to its versions, because a herijking may shift them.

Revises: 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

ONE_CONCEPT = "uq_opgave_versies_one_concept"
IS_CONCEPT = sa.text("status = 'concept'")
YEARS = "nulmeting_jaar BETWEEN 1990 AND 2100 AND streefjaar BETWEEN 1990 AND 2100"
PERIOD = "tot_jaar - van_jaar BETWEEN 3 AND 4"
OF_OPGAVE = "FROM gebiedsopgaven WHERE gebiedsopgaven.id = opgave_id"
LAST_YEAR = (
    "SELECT opgave_versies.tot_jaar FROM opgave_versies"
    " WHERE opgave_versies.opgave_id = gebiedsopgaven.id ORDER BY nummer LIMIT 1"
)


def upgrade() -> None:
    with op.batch_alter_table("opgave_versies", schema=None) as batch_op:
        batch_op.add_column(sa.Column("van_jaar", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("tot_jaar", sa.Integer(), nullable=True))
    op.execute(
        f"UPDATE opgave_versies SET van_jaar = (SELECT van_jaar {OF_OPGAVE}),"  # noqa: S608
        f" tot_jaar = (SELECT tot_jaar {OF_OPGAVE})"
    )
    with op.batch_alter_table("opgave_versies", schema=None) as batch_op:
        batch_op.alter_column("van_jaar", existing_type=sa.Integer(), nullable=False)
        batch_op.alter_column("tot_jaar", existing_type=sa.Integer(), nullable=False)
        batch_op.create_check_constraint(
            op.f("ck_opgave_versies_period_of_4_or_5_years"), sa.text(PERIOD)
        )
        batch_op.create_check_constraint(
            op.f("ck_opgave_versies_period_in_this_century"),
            sa.text("van_jaar BETWEEN 2000 AND 2100"),
        )
        batch_op.create_index(
            ONE_CONCEPT,
            ["opgave_id"],
            unique=True,
            sqlite_where=IS_CONCEPT,
            postgresql_where=IS_CONCEPT,
        )
    with op.batch_alter_table("gebiedsopgaven", schema=None) as batch_op:
        batch_op.drop_constraint(op.f("ck_gebiedsopgaven_period_of_4_or_5_years"), type_="check")
        batch_op.drop_column("tot_jaar")
    with op.batch_alter_table("doel_teksten", schema=None) as batch_op:
        batch_op.add_column(sa.Column("versie", sa.Integer(), nullable=False, server_default="1"))
    with op.batch_alter_table("doel_teksten", schema=None) as batch_op:
        batch_op.alter_column("versie", existing_type=sa.Integer(), server_default=None)
    with op.batch_alter_table("indicatoren", schema=None) as batch_op:
        batch_op.create_check_constraint(
            op.f("ck_indicatoren_target_after_baseline"), sa.text("streefjaar > nulmeting_jaar")
        )
        batch_op.create_check_constraint(op.f("ck_indicatoren_years_in_reach"), sa.text(YEARS))


def downgrade() -> None:
    with op.batch_alter_table("indicatoren", schema=None) as batch_op:
        batch_op.drop_constraint(op.f("ck_indicatoren_years_in_reach"), type_="check")
        batch_op.drop_constraint(op.f("ck_indicatoren_target_after_baseline"), type_="check")
    with op.batch_alter_table("doel_teksten", schema=None) as batch_op:
        batch_op.drop_column("versie")
    with op.batch_alter_table("gebiedsopgaven", schema=None) as batch_op:
        batch_op.add_column(sa.Column("tot_jaar", sa.Integer(), nullable=True))
    op.execute(f"UPDATE gebiedsopgaven SET tot_jaar = COALESCE(({LAST_YEAR}), van_jaar + 4)")  # noqa: S608
    # The years of a first version may have shifted apart from those of its opgave.
    op.execute(
        "UPDATE gebiedsopgaven SET tot_jaar = van_jaar + 4"
        " WHERE tot_jaar - van_jaar NOT BETWEEN 3 AND 4"
    )
    with op.batch_alter_table("gebiedsopgaven", schema=None) as batch_op:
        batch_op.alter_column("tot_jaar", existing_type=sa.Integer(), nullable=False)
        batch_op.create_check_constraint(
            op.f("ck_gebiedsopgaven_period_of_4_or_5_years"), sa.text(PERIOD)
        )
    with op.batch_alter_table("opgave_versies", schema=None) as batch_op:
        batch_op.drop_index(ONE_CONCEPT, sqlite_where=IS_CONCEPT, postgresql_where=IS_CONCEPT)
        batch_op.drop_constraint(op.f("ck_opgave_versies_period_in_this_century"), type_="check")
        batch_op.drop_constraint(op.f("ck_opgave_versies_period_of_4_or_5_years"), type_="check")
        batch_op.drop_column("tot_jaar")
        batch_op.drop_column("van_jaar")
