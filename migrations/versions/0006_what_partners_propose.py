"""what partners propose

Revises: 0005
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "voorstellen",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organisatie_id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=True),
        sa.Column("op_versie", sa.Integer(), nullable=True),
        sa.Column("bronsleutel", sa.String(length=80), nullable=False),
        sa.Column("inlezing", sa.String(length=32), nullable=True),
        sa.Column("titel", sa.String(length=160), nullable=False),
        sa.Column("gegevens", sa.JSON(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "concept",
                "aangeboden",
                "overgenomen",
                "teruggegeven",
                "ingetrokken",
                name="voorstelstatus",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.Column("indiener_id", sa.Integer(), nullable=False),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("aangeboden_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("beslist_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("beslist_door_id", sa.Integer(), nullable=True),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "status <> 'overgenomen' OR project_id IS NOT NULL",
            name=op.f("ck_voorstellen_overgenomen_has_project"),
        ),
        sa.CheckConstraint(
            "status <> 'teruggegeven' OR length(reden) > 0",
            name=op.f("ck_voorstellen_teruggegeven_with_reden"),
        ),
        sa.CheckConstraint(
            "status IN ('concept', 'ingetrokken') OR aangeboden_op IS NOT NULL",
            name=op.f("ck_voorstellen_aangeboden_at_some_moment"),
        ),
        sa.CheckConstraint(
            "status NOT IN ('overgenomen', 'teruggegeven') OR beslist_op IS NOT NULL",
            name=op.f("ck_voorstellen_answer_has_moment"),
        ),
        sa.CheckConstraint(
            "(beslist_op IS NULL) = (beslist_door_id IS NULL)",
            name=op.f("ck_voorstellen_beslist_by_someone"),
        ),
        sa.CheckConstraint(
            "op_versie IS NULL OR project_id IS NOT NULL",
            name=op.f("ck_voorstellen_versie_of_a_project"),
        ),
        sa.ForeignKeyConstraint(
            ["beslist_door_id"],
            ["gebruikers.id"],
            name=op.f("fk_voorstellen_beslist_door_id_gebruikers"),
        ),
        sa.ForeignKeyConstraint(
            ["indiener_id"], ["gebruikers.id"], name=op.f("fk_voorstellen_indiener_id_gebruikers")
        ),
        sa.ForeignKeyConstraint(
            ["organisatie_id"],
            ["organisaties.id"],
            name=op.f("fk_voorstellen_organisatie_id_organisaties"),
        ),
        sa.ForeignKeyConstraint(
            ["project_id"], ["projecten.id"], name=op.f("fk_voorstellen_project_id_projecten")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_voorstellen")),
    )
    with op.batch_alter_table("voorstellen", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_voorstellen_indiener_id"), ["indiener_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_voorstellen_inlezing"), ["inlezing"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_voorstellen_organisatie_id"), ["organisatie_id"], unique=False
        )
        batch_op.create_index(
            "ix_voorstellen_status_aangeboden_op", ["status", "aangeboden_op"], unique=False
        )
        batch_op.create_index(
            "uq_voorstellen_open_bronsleutel",
            ["organisatie_id", "bronsleutel"],
            unique=True,
            sqlite_where=sa.text("status IN ('concept', 'aangeboden', 'teruggegeven')"),
            postgresql_where=sa.text("status IN ('concept', 'aangeboden', 'teruggegeven')"),
        )
        batch_op.create_index(
            "uq_voorstellen_open_project",
            ["project_id"],
            unique=True,
            sqlite_where=sa.text(
                "status IN ('concept', 'aangeboden', 'teruggegeven') AND project_id IS NOT NULL"
            ),
            postgresql_where=sa.text(
                "status IN ('concept', 'aangeboden', 'teruggegeven') AND project_id IS NOT NULL"
            ),
        )

    op.create_table(
        "voorstel_gebieden",
        sa.Column("voorstel_id", sa.Integer(), nullable=False),
        sa.Column("gebied_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["gebied_id"], ["gebieden.id"], name=op.f("fk_voorstel_gebieden_gebied_id_gebieden")
        ),
        sa.ForeignKeyConstraint(
            ["voorstel_id"],
            ["voorstellen.id"],
            name=op.f("fk_voorstel_gebieden_voorstel_id_voorstellen"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("voorstel_id", "gebied_id", name=op.f("pk_voorstel_gebieden")),
    )
    with op.batch_alter_table("voorstel_gebieden", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_voorstel_gebieden_gebied_id"), ["gebied_id"], unique=False
        )


def downgrade() -> None:
    with op.batch_alter_table("voorstel_gebieden", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_voorstel_gebieden_gebied_id"))

    op.drop_table("voorstel_gebieden")
    with op.batch_alter_table("voorstellen", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_voorstellen_open_project",
            sqlite_where=sa.text(
                "status IN ('concept', 'aangeboden', 'teruggegeven') AND project_id IS NOT NULL"
            ),
            postgresql_where=sa.text(
                "status IN ('concept', 'aangeboden', 'teruggegeven') AND project_id IS NOT NULL"
            ),
        )
        batch_op.drop_index(
            "uq_voorstellen_open_bronsleutel",
            sqlite_where=sa.text("status IN ('concept', 'aangeboden', 'teruggegeven')"),
            postgresql_where=sa.text("status IN ('concept', 'aangeboden', 'teruggegeven')"),
        )
        batch_op.drop_index("ix_voorstellen_status_aangeboden_op")
        batch_op.drop_index(batch_op.f("ix_voorstellen_organisatie_id"))
        batch_op.drop_index(batch_op.f("ix_voorstellen_inlezing"))
        batch_op.drop_index(batch_op.f("ix_voorstellen_indiener_id"))

    op.drop_table("voorstellen")
