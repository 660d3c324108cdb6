"""gebiedsprogrammas

Revises: 0004
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "doorrollingen",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("jaar", sa.Integer(), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.Column("ongedaan_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ongedaan_door", sa.Integer(), nullable=True),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_doorrollingen")),
    )
    with op.batch_alter_table("doorrollingen", schema=None) as batch_op:
        batch_op.create_index(
            "uq_doorrollingen_jaar",
            ["jaar"],
            unique=True,
            sqlite_where=sa.text("ongedaan_op IS NULL"),
            postgresql_where=sa.text("ongedaan_op IS NULL"),
        )

    op.create_table(
        "pc_momenten",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "soort",
            sa.Enum(
                "jaarverslag",
                "kadernota",
                "begroting",
                name="pcsoort",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("jaar", sa.Integer(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pc_momenten")),
        sa.UniqueConstraint("soort", "jaar", name=op.f("uq_pc_momenten_soort_jaar")),
    )
    op.create_table(
        "gebiedsprogrammas",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("gebied_id", sa.Integer(), nullable=False),
        sa.Column("jaar", sa.Integer(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "concept",
                "vastgesteld",
                "afgesloten",
                name="programmastatus",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("besluitnummer", sa.String(length=40), nullable=True),
        sa.Column("besloten_op", sa.Date(), nullable=True),
        sa.Column("toelichting", sa.Text(), nullable=False),
        sa.Column("doorrolling_id", sa.Integer(), nullable=True),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(status = 'concept') = (besluitnummer IS NULL) AND (status = 'concept') = (besloten_op IS NULL)",
            name=op.f("ck_gebiedsprogrammas_vastgesteld_has_decision"),
        ),
        sa.CheckConstraint(
            "jaar BETWEEN 2000 AND 2100", name=op.f("ck_gebiedsprogrammas_jaar_in_range")
        ),
        sa.ForeignKeyConstraint(
            ["doorrolling_id"],
            ["doorrollingen.id"],
            name=op.f("fk_gebiedsprogrammas_doorrolling_id_doorrollingen"),
        ),
        sa.ForeignKeyConstraint(
            ["gebied_id"], ["gebieden.id"], name=op.f("fk_gebiedsprogrammas_gebied_id_gebieden")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gebiedsprogrammas")),
        sa.UniqueConstraint("gebied_id", "jaar", name=op.f("uq_gebiedsprogrammas_gebied_id_jaar")),
    )
    op.create_table(
        "programma_stappen",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programma_id", sa.Integer(), nullable=False),
        sa.Column(
            "stap",
            sa.Enum(
                "vaststellen",
                "intrekken",
                "afsluiten",
                "heropenen",
                name="stap",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.Column("besluitnummer", sa.String(length=40), nullable=True),
        sa.Column("besloten_op", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "(stap = 'vaststellen') = (besluitnummer IS NOT NULL) AND (stap = 'vaststellen') = (besloten_op IS NOT NULL)",
            name=op.f("ck_programma_stappen_vaststellen_has_decision"),
        ),
        sa.CheckConstraint(
            "stap NOT IN ('intrekken', 'heropenen') OR reden <> ''",
            name=op.f("ck_programma_stappen_taking_back_has_reden"),
        ),
        sa.ForeignKeyConstraint(
            ["programma_id"],
            ["gebiedsprogrammas.id"],
            name=op.f("fk_programma_stappen_programma_id_gebiedsprogrammas"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_programma_stappen")),
        sa.UniqueConstraint("id", "stap", name=op.f("uq_programma_stappen_id_stap")),
    )
    with op.batch_alter_table("programma_stappen", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_programma_stappen_programma_id"), ["programma_id"], unique=False
        )

    op.create_table(
        "doorrol_items",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("doorrolling_id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column(
            "keuze",
            sa.Enum(
                "verlengen", "laten", "stoppen", name="doorrolkeuze", native_enum=False, length=40
            ),
            nullable=False,
        ),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.Column("van_stand_id", sa.Integer(), nullable=False),
        sa.Column("naar_stand_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(keuze = 'laten') = (naar_stand_id IS NULL)",
            name=op.f("ck_doorrol_items_change_has_stand"),
        ),
        sa.ForeignKeyConstraint(
            ["doorrolling_id"],
            ["doorrollingen.id"],
            name=op.f("fk_doorrol_items_doorrolling_id_doorrollingen"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["naar_stand_id"],
            ["project_standen.id"],
            name=op.f("fk_doorrol_items_naar_stand_id_project_standen"),
        ),
        sa.ForeignKeyConstraint(
            ["project_id"], ["projecten.id"], name=op.f("fk_doorrol_items_project_id_projecten")
        ),
        sa.ForeignKeyConstraint(
            ["van_stand_id"],
            ["project_standen.id"],
            name=op.f("fk_doorrol_items_van_stand_id_project_standen"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_doorrol_items")),
        sa.UniqueConstraint(
            "doorrolling_id", "project_id", name=op.f("uq_doorrol_items_doorrolling_id_project_id")
        ),
    )
    with op.batch_alter_table("doorrol_items", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_doorrol_items_project_id"), ["project_id"], unique=False
        )

    op.create_table(
        "programma_items",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("vaststelling_id", sa.Integer(), nullable=False),
        sa.Column(
            "stap",
            sa.Enum(
                "vaststellen",
                "intrekken",
                "afsluiten",
                "heropenen",
                name="stap",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("stand_id", sa.Integer(), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("bedrag_cent", sa.BigInteger(), nullable=False),
        sa.Column(
            "resultaat",
            sa.Enum(
                "gerealiseerd",
                "deels",
                "doorgeschoven",
                "vervallen",
                name="resultaat",
                native_enum=False,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("naar_jaar", sa.Integer(), nullable=True),
        sa.Column("toelichting", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "(coalesce(resultaat, '') = 'doorgeschoven') = (naar_jaar IS NOT NULL)",
            name=op.f("ck_programma_items_doorgeschoven_has_jaar"),
        ),
        sa.CheckConstraint(
            "stap = 'vaststellen'", name=op.f("ck_programma_items_only_of_a_vaststelling")
        ),
        sa.CheckConstraint("bedrag_cent > 0", name=op.f("ck_programma_items_only_with_money")),
        sa.ForeignKeyConstraint(
            ["project_id"], ["projecten.id"], name=op.f("fk_programma_items_project_id_projecten")
        ),
        sa.ForeignKeyConstraint(
            ["stand_id"],
            ["project_standen.id"],
            name=op.f("fk_programma_items_stand_id_project_standen"),
        ),
        sa.ForeignKeyConstraint(
            ["vaststelling_id", "stap"],
            ["programma_stappen.id", "programma_stappen.stap"],
            name=op.f("fk_programma_items_vaststelling_id_programma_stappen"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_programma_items")),
        sa.UniqueConstraint(
            "vaststelling_id",
            "project_id",
            name=op.f("uq_programma_items_vaststelling_id_project_id"),
        ),
    )
    with op.batch_alter_table("programma_items", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_programma_items_project_id"), ["project_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_programma_items_stand_id"), ["stand_id"], unique=False
        )


def downgrade() -> None:
    with op.batch_alter_table("programma_items", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_programma_items_stand_id"))
        batch_op.drop_index(batch_op.f("ix_programma_items_project_id"))

    op.drop_table("programma_items")
    with op.batch_alter_table("doorrol_items", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_doorrol_items_project_id"))

    op.drop_table("doorrol_items")
    with op.batch_alter_table("programma_stappen", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_programma_stappen_programma_id"))

    op.drop_table("programma_stappen")
    op.drop_table("gebiedsprogrammas")
    op.drop_table("pc_momenten")
    with op.batch_alter_table("doorrollingen", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_doorrollingen_jaar",
            sqlite_where=sa.text("ongedaan_op IS NULL"),
            postgresql_where=sa.text("ongedaan_op IS NULL"),
        )

    op.drop_table("doorrollingen")
