"""imports of the register

Revises: 0007
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "bronmappings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("bronsysteem", sa.String(length=40), nullable=False),
        sa.Column("mapping", sa.JSON(), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bronmappings")),
        sa.UniqueConstraint("bronsysteem", name=op.f("uq_bronmappings_bronsysteem")),
    )
    op.create_table(
        "programma_imports",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("bronsysteem", sa.String(length=40), nullable=False),
        sa.Column("bestandsnaam", sa.String(length=120), nullable=False),
        sa.Column("bestand", sa.String(length=60), nullable=True),
        sa.Column("bytes", sa.BigInteger(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "koppelen",
                "ontvangen",
                "lezen",
                "keuze",
                "akkoord",
                "bezig",
                "klaar",
                "geweigerd",
                "afgebroken",
                "ingetrokken",
                name="importstatus",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("mapping", sa.JSON(), nullable=True),
        sa.Column("melding", sa.Text(), nullable=False),
        sa.Column("gelezen", sa.Integer(), nullable=False),
        sa.Column("tellingen", sa.JSON(), nullable=False),
        sa.Column("fouten", sa.JSON(), nullable=True),
        sa.Column(
            "keuze",
            sa.Enum("bestand", "platform", name="keuze", native_enum=False, length=40),
            nullable=True,
        ),
        sa.Column(
            "weg_keuze",
            sa.Enum("laat-staan", "gestopt", name="wegkeuze", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("weg_reden", sa.Text(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "weg_keuze = 'laat-staan' OR weg_reden <> ''",
            name=op.f("ck_programma_imports_gestopt_has_reden"),
        ),
        sa.ForeignKeyConstraint(
            ["actor_id"], ["gebruikers.id"], name=op.f("fk_programma_imports_actor_id_gebruikers")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_programma_imports")),
    )
    with op.batch_alter_table("programma_imports", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_programma_imports_bronsysteem"), ["bronsysteem"], unique=False
        )
        batch_op.create_index(
            "uq_programma_imports_bezig",
            ["bronsysteem"],
            unique=True,
            sqlite_where=sa.text("status = 'bezig'"),
            postgresql_where=sa.text("status = 'bezig'"),
        )

    op.create_table(
        "bronstanden",
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("gezegd", sa.JSON(), nullable=False),
        sa.Column("gezegd_op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["project_id"],
            ["projecten.id"],
            name=op.f("fk_bronstanden_project_id_projecten"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("project_id", name=op.f("pk_bronstanden")),
    )
    op.create_table(
        "programma_import_rijen",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("import_id", sa.Integer(), nullable=False),
        sa.Column(
            "uitkomst",
            sa.Enum(
                "nieuw",
                "gewijzigd",
                "ongewijzigd",
                "conflict",
                "weg",
                name="uitkomst",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("sleutel", sa.String(length=80), nullable=False),
        sa.Column("titel", sa.String(length=160), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=True),
        sa.Column("project_versie", sa.Integer(), nullable=True),
        sa.Column("verschillen", sa.JSON(), nullable=False),
        sa.Column(
            "keuze",
            sa.Enum("bestand", "platform", name="keuze", native_enum=False, length=40),
            nullable=True,
        ),
        sa.CheckConstraint(
            "keuze IS NULL OR uitkomst = 'conflict'",
            name=op.f("ck_programma_import_rijen_keuze_of_conflict"),
        ),
        sa.ForeignKeyConstraint(
            ["import_id"],
            ["programma_imports.id"],
            name=op.f("fk_programma_import_rijen_import_id_programma_imports"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["project_id"],
            ["projecten.id"],
            name=op.f("fk_programma_import_rijen_project_id_projecten"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_programma_import_rijen")),
        sa.UniqueConstraint(
            "import_id",
            "uitkomst",
            "volgorde",
            name=op.f("uq_programma_import_rijen_import_id_uitkomst_volgorde"),
        ),
    )
    op.create_index(
        "ix_programma_import_rijen_project_id", "programma_import_rijen", ["project_id"]
    )


def downgrade() -> None:
    op.drop_table("programma_import_rijen")
    op.drop_table("bronstanden")
    with op.batch_alter_table("programma_imports", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_programma_imports_bezig",
            sqlite_where=sa.text("status = 'bezig'"),
            postgresql_where=sa.text("status = 'bezig'"),
        )
        batch_op.drop_index(batch_op.f("ix_programma_imports_bronsysteem"))

    op.drop_table("programma_imports")
    op.drop_table("bronmappings")
