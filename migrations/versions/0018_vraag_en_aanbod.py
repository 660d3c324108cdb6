"""what initiatieven seek, what people offer, and who responds

Revises: 0017
"""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "aanboden",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sleutel", sa.String(length=43), nullable=False),
        sa.Column("soort", sa.String(40), nullable=False),
        sa.Column("wat", sa.String(length=120), nullable=False),
        sa.Column("toelichting", sa.Text(), nullable=False),
        sa.Column("gebied_id", sa.Integer(), nullable=False),
        sa.Column("thema", sa.String(40), nullable=True),
        sa.Column("tot", sa.Date(), nullable=False),
        sa.Column("aanbieder_id", sa.Integer(), nullable=False),
        sa.Column("organisatie_id", sa.Integer(), nullable=True),
        sa.Column("status", sa.String(40), nullable=False),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("afgesloten_op", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(status = 'gesloten') = (afgesloten_op IS NOT NULL)",
            name=op.f("ck_aanboden_has_ended"),
        ),
        sa.CheckConstraint(
            "status <> 'verborgen' OR length(reden) > 0",
            name=op.f("ck_aanboden_hidden_with_reden"),
        ),
        sa.CheckConstraint("length(wat) > 0", name=op.f("ck_aanboden_says_something")),
        sa.ForeignKeyConstraint(
            ["aanbieder_id"], ["gebruikers.id"], name=op.f("fk_aanboden_aanbieder_id_gebruikers")
        ),
        sa.ForeignKeyConstraint(
            ["gebied_id"], ["gebieden.id"], name=op.f("fk_aanboden_gebied_id_gebieden")
        ),
        sa.ForeignKeyConstraint(
            ["organisatie_id"],
            ["organisaties.id"],
            name=op.f("fk_aanboden_organisatie_id_organisaties"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_aanboden")),
        sa.UniqueConstraint("sleutel", name=op.f("uq_aanboden_sleutel")),
    )
    op.create_index(op.f("ix_aanboden_aanbieder_id"), "aanboden", ["aanbieder_id"])
    op.create_index(op.f("ix_aanboden_gebied_id"), "aanboden", ["gebied_id"])
    op.create_index(op.f("ix_aanboden_organisatie_id"), "aanboden", ["organisatie_id"])
    op.create_index("ix_aanboden_status_gebied", "aanboden", ["status", "gebied_id"])
    op.create_index("ix_aanboden_status_tot", "aanboden", ["status", "tot"])

    op.create_table(
        "oproepen",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("initiatief_id", sa.Integer(), nullable=False),
        sa.Column("sleutel", sa.String(length=43), nullable=False),
        sa.Column("soort", sa.String(40), nullable=False),
        sa.Column("wat", sa.String(length=120), nullable=False),
        sa.Column("hoeveel", sa.String(length=80), nullable=False),
        sa.Column("wanneer", sa.String(length=80), nullable=False),
        sa.Column("status", sa.String(40), nullable=False),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.Column("door_id", sa.Integer(), nullable=False),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("afgesloten_op", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(status = 'open') = (afgesloten_op IS NULL)", name=op.f("ck_oproepen_open_or_ended")
        ),
        sa.CheckConstraint(
            "reden = '' OR status = 'gesloten'", name=op.f("ck_oproepen_reden_of_closing")
        ),
        sa.CheckConstraint("length(wat) > 0", name=op.f("ck_oproepen_says_something")),
        sa.ForeignKeyConstraint(
            ["door_id"], ["gebruikers.id"], name=op.f("fk_oproepen_door_id_gebruikers")
        ),
        sa.ForeignKeyConstraint(
            ["initiatief_id"],
            ["initiatieven.id"],
            name=op.f("fk_oproepen_initiatief_id_initiatieven"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_oproepen")),
        sa.UniqueConstraint("sleutel", name=op.f("uq_oproepen_sleutel")),
    )
    op.create_index(op.f("ix_oproepen_door_id"), "oproepen", ["door_id"])
    op.create_index("ix_oproepen_initiatief_status", "oproepen", ["initiatief_id", "status"])
    op.create_index("ix_oproepen_status_soort", "oproepen", ["status", "soort"])

    op.create_table(
        "hulpaanmeldingen",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("oproep_id", sa.Integer(), nullable=True),
        sa.Column("aanbod_id", sa.Integer(), nullable=True),
        sa.Column("initiatief_id", sa.Integer(), nullable=True),
        sa.Column("van_id", sa.Integer(), nullable=False),
        sa.Column("organisatie_id", sa.Integer(), nullable=True),
        sa.Column("bericht", sa.Text(), nullable=False),
        sa.Column("telefoon", sa.String(length=255), nullable=True),
        sa.Column("status", sa.String(40), nullable=False),
        sa.Column("antwoord", sa.Text(), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("beantwoord_op", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(status = 'gestuurd') = (beantwoord_op IS NULL)",
            name=op.f("ck_hulpaanmeldingen_answered_at_some_moment"),
        ),
        sa.CheckConstraint(
            "(aanbod_id IS NULL) = (initiatief_id IS NULL)",
            name=op.f("ck_hulpaanmeldingen_asked_for_whom"),
        ),
        sa.CheckConstraint(
            "(oproep_id IS NULL) <> (aanbod_id IS NULL)",
            name=op.f("ck_hulpaanmeldingen_about_one_thing"),
        ),
        sa.ForeignKeyConstraint(
            ["aanbod_id"], ["aanboden.id"], name=op.f("fk_hulpaanmeldingen_aanbod_id_aanboden")
        ),
        sa.ForeignKeyConstraint(
            ["initiatief_id"],
            ["initiatieven.id"],
            name=op.f("fk_hulpaanmeldingen_initiatief_id_initiatieven"),
        ),
        sa.ForeignKeyConstraint(
            ["oproep_id"], ["oproepen.id"], name=op.f("fk_hulpaanmeldingen_oproep_id_oproepen")
        ),
        sa.ForeignKeyConstraint(
            ["organisatie_id"],
            ["organisaties.id"],
            name=op.f("fk_hulpaanmeldingen_organisatie_id_organisaties"),
        ),
        sa.ForeignKeyConstraint(
            ["van_id"], ["gebruikers.id"], name=op.f("fk_hulpaanmeldingen_van_id_gebruikers")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hulpaanmeldingen")),
        sa.UniqueConstraint(
            "aanbod_id", "initiatief_id", name="uq_hulpaanmeldingen_once_per_initiatief"
        ),
        sa.UniqueConstraint("oproep_id", "van_id", name="uq_hulpaanmeldingen_once_per_person"),
    )
    op.create_index(
        op.f("ix_hulpaanmeldingen_initiatief_id"), "hulpaanmeldingen", ["initiatief_id"]
    )
    op.create_index(
        op.f("ix_hulpaanmeldingen_organisatie_id"), "hulpaanmeldingen", ["organisatie_id"]
    )
    op.create_index(op.f("ix_hulpaanmeldingen_van_id"), "hulpaanmeldingen", ["van_id"])


def downgrade() -> None:
    op.drop_table("hulpaanmeldingen")
    op.drop_table("oproepen")
    op.drop_table("aanboden")
