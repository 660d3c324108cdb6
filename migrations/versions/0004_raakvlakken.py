"""raakvlakken

Revises: 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "raakvlak_instellingen",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("afstand_m", sa.Integer(), nullable=False),
        sa.Column("marge_maanden", sa.Integer(), nullable=False),
        sa.Column("drempel_buurt", sa.Integer(), nullable=False),
        sa.Column("drempel_straat", sa.Integer(), nullable=False),
        sa.Column("herberekenen", sa.Boolean(), nullable=False),
        sa.Column("berekend_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "afstand_m BETWEEN 1 AND 1000", name=op.f("ck_raakvlak_instellingen_afstand_in_reach")
        ),
        sa.CheckConstraint(
            "drempel_buurt >= 2 AND drempel_straat >= 2",
            name=op.f("ck_raakvlak_instellingen_drempels_are_many"),
        ),
        sa.CheckConstraint("id = 1", name=op.f("ck_raakvlak_instellingen_one_row")),
        sa.CheckConstraint(
            "marge_maanden BETWEEN 0 AND 24", name=op.f("ck_raakvlak_instellingen_marge_in_reach")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_raakvlak_instellingen")),
    )
    op.create_table(
        "raakvlakken",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_a_id", sa.Integer(), nullable=False),
        sa.Column("project_b_id", sa.Integer(), nullable=False),
        sa.Column("afstand_m", sa.Integer(), nullable=True),
        sa.Column("gebied_id", sa.Integer(), nullable=True),
        sa.Column("van", sa.Date(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=False),
        sa.Column("gat_dagen", sa.Integer(), nullable=False),
        sa.Column("lon", sa.Double(), nullable=True),
        sa.Column("lat", sa.Double(), nullable=True),
        sa.Column(
            "oordeel",
            sa.Enum(
                "open",
                "combineren",
                "hinder",
                "dubbel",
                "geen-probleem",
                name="oordeel",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("reden", sa.Text(), nullable=True),
        sa.Column("tonen", sa.Boolean(), nullable=False),
        sa.Column("door_id", sa.Integer(), nullable=True),
        sa.Column("beoordeeld_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("gezien", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("opnieuw", sa.String(length=60), nullable=False),
        sa.Column("gevonden_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("vervallen_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(oordeel = 'open') = (reden IS NULL) AND (oordeel = 'open') = (door_id IS NULL) AND (oordeel = 'open') = (beoordeeld_op IS NULL) AND (oordeel = 'open') = (gezien IS NULL)",
            name=op.f("ck_raakvlakken_judged_with_reden_and_who"),
        ),
        sa.CheckConstraint(
            "NOT tonen OR oordeel = 'combineren'",
            name=op.f("ck_raakvlakken_only_combineren_is_shown"),
        ),
        sa.CheckConstraint(
            "opnieuw = '' OR oordeel <> 'open'",
            name=op.f("ck_raakvlakken_only_judged_is_seen_again"),
        ),
        sa.CheckConstraint(
            "(afstand_m IS NULL) = (gebied_id IS NOT NULL)",
            name=op.f("ck_raakvlakken_near_or_in_gebied"),
        ),
        sa.CheckConstraint(
            "(afstand_m IS NULL) = (lon IS NULL) AND (lon IS NULL) = (lat IS NULL)",
            name=op.f("ck_raakvlakken_near_has_spot"),
        ),
        sa.CheckConstraint(
            "afstand_m >= 0 AND gat_dagen >= 0", name=op.f("ck_raakvlakken_measures_not_negative")
        ),
        sa.CheckConstraint("length(reden) > 0", name=op.f("ck_raakvlakken_reden_given")),
        sa.CheckConstraint(
            "project_a_id < project_b_id", name=op.f("ck_raakvlakken_lower_project_first")
        ),
        sa.CheckConstraint("van <= tot", name=op.f("ck_raakvlakken_van_before_tot")),
        sa.ForeignKeyConstraint(
            ["door_id"], ["gebruikers.id"], name=op.f("fk_raakvlakken_door_id_gebruikers")
        ),
        sa.ForeignKeyConstraint(
            ["gebied_id"], ["gebieden.id"], name=op.f("fk_raakvlakken_gebied_id_gebieden")
        ),
        sa.ForeignKeyConstraint(
            ["project_a_id"],
            ["projecten.id"],
            name=op.f("fk_raakvlakken_project_a_id_projecten"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["project_b_id"],
            ["projecten.id"],
            name=op.f("fk_raakvlakken_project_b_id_projecten"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_raakvlakken")),
        sa.UniqueConstraint(
            "project_a_id", "project_b_id", name=op.f("uq_raakvlakken_project_a_id_project_b_id")
        ),
    )
    with op.batch_alter_table("raakvlakken", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_raakvlakken_project_b_id"), ["project_b_id"], unique=False
        )
        batch_op.create_index(
            "ix_raakvlakken_werklijst", ["vervallen_op", "oordeel", "van"], unique=False
        )

    op.create_table(
        "raakvlak_oordelen",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("raakvlak_id", sa.Integer(), nullable=False),
        sa.Column(
            "oordeel",
            sa.Enum(
                "open",
                "combineren",
                "hinder",
                "dubbel",
                "geen-probleem",
                name="oordeel",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.Column("tonen", sa.Boolean(), nullable=False),
        sa.Column("door_id", sa.Integer(), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("length(reden) > 0", name=op.f("ck_raakvlak_oordelen_reden_given")),
        sa.ForeignKeyConstraint(
            ["door_id"], ["gebruikers.id"], name=op.f("fk_raakvlak_oordelen_door_id_gebruikers")
        ),
        sa.ForeignKeyConstraint(
            ["raakvlak_id"],
            ["raakvlakken.id"],
            name=op.f("fk_raakvlak_oordelen_raakvlak_id_raakvlakken"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_raakvlak_oordelen")),
    )
    with op.batch_alter_table("raakvlak_oordelen", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_raakvlak_oordelen_raakvlak_id"), ["raakvlak_id"], unique=False
        )

    # What touches is worked out by the first job that runs.
    op.execute(
        "INSERT INTO raakvlak_instellingen (id, afstand_m, marge_maanden, drempel_buurt,"
        " drempel_straat, herberekenen, versie) VALUES (1, 150, 3, 4, 3, true, 1)"
    )


def downgrade() -> None:
    with op.batch_alter_table("raakvlak_oordelen", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_raakvlak_oordelen_raakvlak_id"))

    op.drop_table("raakvlak_oordelen")
    with op.batch_alter_table("raakvlakken", schema=None) as batch_op:
        batch_op.drop_index("ix_raakvlakken_werklijst")
        batch_op.drop_index(batch_op.f("ix_raakvlakken_project_b_id"))

    op.drop_table("raakvlakken")
    op.drop_table("raakvlak_instellingen")
