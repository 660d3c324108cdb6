"""what people are told, and what they asked to be told

Revises: 0011
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "aanleidingen",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("naam", sa.String(length=80), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.Column("onderwerp_soort", sa.String(length=40), nullable=False),
        sa.Column("onderwerp_id", sa.Integer(), nullable=False),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.Column("pogingen", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_aanleidingen")),
    )
    op.create_table(
        "geweigerde_adressen",
        sa.Column("aan", sa.String(length=254), nullable=False),
        sa.Column("aantal", sa.Integer(), nullable=False),
        sa.Column("laatst_op", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("aantal > 0", name=op.f("ck_geweigerde_adressen_was_refused")),
        sa.PrimaryKeyConstraint("aan", name=op.f("pk_geweigerde_adressen")),
    )
    op.create_table(
        "berichten",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("gebruiker_id", sa.Integer(), nullable=False),
        sa.Column("gebeurtenis", sa.String(length=140), nullable=False),
        sa.Column(
            "soort",
            sa.Enum(
                "eigen",
                "initiatief",
                "project",
                "programma",
                "gesprek",
                "agenda",
                name="berichtsoort",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("onderwerp_soort", sa.String(length=40), nullable=False),
        sa.Column("onderwerp_id", sa.Integer(), nullable=False),
        sa.Column("persoonlijk", sa.Boolean(), nullable=False),
        sa.Column("titel", sa.String(length=200), nullable=False),
        sa.Column("zin", sa.String(length=300), nullable=False),
        sa.Column("pad", sa.String(length=200), nullable=False),
        sa.Column("gebied_id", sa.Integer(), nullable=True),
        sa.Column("via", sa.String(length=60), nullable=False),
        sa.Column(
            "frequentie",
            sa.Enum(
                "direct",
                "dag",
                "week",
                "site",
                "nooit",
                name="frequentie",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gelezen_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("verstuurd_op", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "pad LIKE '/%' AND pad NOT LIKE '//%'", name=op.f("ck_berichten_pad_on_this_site")
        ),
        sa.ForeignKeyConstraint(
            ["gebied_id"], ["gebieden.id"], name=op.f("fk_berichten_gebied_id_gebieden")
        ),
        sa.ForeignKeyConstraint(
            ["gebruiker_id"], ["gebruikers.id"], name=op.f("fk_berichten_gebruiker_id_gebruikers")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_berichten")),
        sa.UniqueConstraint(
            "gebruiker_id", "gebeurtenis", name=op.f("uq_berichten_gebruiker_id_gebeurtenis")
        ),
    )
    with op.batch_alter_table("berichten", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_berichten_gebied_id"), ["gebied_id"], unique=False)
        batch_op.create_index("ix_berichten_lijst", ["gebruiker_id", "op"], unique=False)
        batch_op.create_index(
            "ix_berichten_ongelezen", ["gebruiker_id", "gelezen_op"], unique=False
        )
        batch_op.create_index("ix_berichten_op", ["op"], unique=False)
        batch_op.create_index(
            "ix_berichten_te_versturen",
            ["frequentie", "verstuurd_op", "gebruiker_id"],
            unique=False,
        )

    op.create_table(
        "berichtvoorkeuren",
        sa.Column("gebruiker_id", sa.Integer(), nullable=False),
        sa.Column(
            "standaard",
            sa.Enum(
                "direct",
                "dag",
                "week",
                "site",
                "nooit",
                name="frequentie",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["gebruiker_id"],
            ["gebruikers.id"],
            name=op.f("fk_berichtvoorkeuren_gebruiker_id_gebruikers"),
        ),
        sa.PrimaryKeyConstraint("gebruiker_id", name=op.f("pk_berichtvoorkeuren")),
    )
    op.create_table(
        "overzichten",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("gebruiker_id", sa.Integer(), nullable=False),
        sa.Column(
            "periode",
            sa.Enum("dag", "week", name="periode", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("sleutel", sa.String(length=12), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["gebruiker_id"],
            ["gebruikers.id"],
            name=op.f("fk_overzichten_gebruiker_id_gebruikers"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_overzichten")),
        sa.UniqueConstraint(
            "gebruiker_id",
            "periode",
            "sleutel",
            name=op.f("uq_overzichten_gebruiker_id_periode_sleutel"),
        ),
    )
    with op.batch_alter_table("overzichten", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_overzichten_op"), ["op"], unique=False)

    op.create_table(
        "volgvoorkeuren",
        sa.Column("gebruiker_id", sa.Integer(), nullable=False),
        sa.Column("onderwerp_soort", sa.String(length=40), nullable=False),
        sa.Column("onderwerp_id", sa.Integer(), nullable=False),
        sa.Column(
            "frequentie",
            sa.Enum(
                "direct",
                "dag",
                "week",
                "site",
                "nooit",
                name="frequentie",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["gebruiker_id"],
            ["gebruikers.id"],
            name=op.f("fk_volgvoorkeuren_gebruiker_id_gebruikers"),
        ),
        sa.PrimaryKeyConstraint(
            "gebruiker_id", "onderwerp_soort", "onderwerp_id", name=op.f("pk_volgvoorkeuren")
        ),
    )
    op.create_table(
        "zoekopdrachten",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("gebruiker_id", sa.Integer(), nullable=False),
        sa.Column("naam", sa.String(length=60), nullable=False),
        sa.Column("pad", sa.String(length=2000), nullable=False),
        sa.Column(
            "frequentie",
            sa.Enum(
                "direct",
                "dag",
                "week",
                "site",
                "nooit",
                name="frequentie",
                native_enum=False,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("lon", sa.Double(), nullable=True),
        sa.Column("lat", sa.Double(), nullable=True),
        sa.Column("x", sa.Double(), nullable=True),
        sa.Column("y", sa.Double(), nullable=True),
        sa.Column("straal_m", sa.Integer(), nullable=True),
        sa.Column("west", sa.Float(), nullable=False),
        sa.Column("zuid", sa.Float(), nullable=False),
        sa.Column("oost", sa.Float(), nullable=False),
        sa.Column("noord", sa.Float(), nullable=False),
        sa.Column("gebied_id", sa.Integer(), nullable=True),
        sa.Column("van", sa.Integer(), nullable=True),
        sa.Column("tot", sa.Integer(), nullable=True),
        sa.Column("soorten", sa.String(length=300), nullable=False),
        sa.Column("fasen", sa.String(length=300), nullable=False),
        sa.Column("domeinen", sa.String(length=300), nullable=False),
        sa.Column("themas", sa.String(length=600), nullable=False),
        sa.Column("organisatie", sa.String(length=140), nullable=False),
        sa.Column("woorden", sa.String(length=120), nullable=False),
        sa.CheckConstraint(
            "(straal_m IS NULL) = (lon IS NULL) AND (straal_m IS NULL) = (lat IS NULL) AND (straal_m IS NULL) = (x IS NULL) AND (straal_m IS NULL) = (y IS NULL)",
            name=op.f("ck_zoekopdrachten_circle_is_whole"),
        ),
        sa.CheckConstraint(
            "straal_m BETWEEN 250 AND 3000", name=op.f("ck_zoekopdrachten_circle_in_reach")
        ),
        sa.CheckConstraint(
            "west <= oost AND zuid <= noord", name=op.f("ck_zoekopdrachten_bounds_in_order")
        ),
        sa.ForeignKeyConstraint(
            ["gebied_id"], ["gebieden.id"], name=op.f("fk_zoekopdrachten_gebied_id_gebieden")
        ),
        sa.ForeignKeyConstraint(
            ["gebruiker_id"],
            ["gebruikers.id"],
            name=op.f("fk_zoekopdrachten_gebruiker_id_gebruikers"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_zoekopdrachten")),
        sa.UniqueConstraint(
            "gebruiker_id", "naam", name=op.f("uq_zoekopdrachten_gebruiker_id_naam")
        ),
    )
    with op.batch_alter_table("zoekopdrachten", schema=None) as batch_op:
        batch_op.create_index(
            "ix_zoekopdrachten_bounds", ["west", "oost", "zuid", "noord"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_zoekopdrachten_gebied_id"), ["gebied_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_zoekopdrachten_gebruiker_id"), ["gebruiker_id"], unique=False
        )

    with op.batch_alter_table("uitgaande_mails", schema=None) as batch_op:
        batch_op.drop_constraint(
            batch_op.f("ck_uitgaande_mails_text_gone_when_sent"), type_="check"
        )
        batch_op.add_column(sa.Column("html", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(
            sa.Column("afmelden", sa.String(length=400), server_default="", nullable=False)
        )
        batch_op.create_check_constraint(
            batch_op.f("ck_uitgaande_mails_text_gone_when_sent"),
            "status <> 'verzonden' OR (tekst = '' AND html = '' AND afmelden = '')",
        )


def downgrade() -> None:
    with op.batch_alter_table("uitgaande_mails", schema=None) as batch_op:
        batch_op.drop_constraint(
            batch_op.f("ck_uitgaande_mails_text_gone_when_sent"), type_="check"
        )
        batch_op.drop_column("afmelden")
        batch_op.drop_column("html")
        batch_op.create_check_constraint(
            batch_op.f("ck_uitgaande_mails_text_gone_when_sent"),
            "status <> 'verzonden' OR tekst = ''",
        )

    with op.batch_alter_table("zoekopdrachten", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_zoekopdrachten_gebruiker_id"))
        batch_op.drop_index(batch_op.f("ix_zoekopdrachten_gebied_id"))
        batch_op.drop_index("ix_zoekopdrachten_bounds")

    op.drop_table("zoekopdrachten")
    op.drop_table("volgvoorkeuren")
    with op.batch_alter_table("overzichten", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_overzichten_op"))

    op.drop_table("overzichten")
    op.drop_table("berichtvoorkeuren")
    with op.batch_alter_table("berichten", schema=None) as batch_op:
        batch_op.drop_index("ix_berichten_te_versturen")
        batch_op.drop_index("ix_berichten_op")
        batch_op.drop_index("ix_berichten_ongelezen")
        batch_op.drop_index("ix_berichten_lijst")
        batch_op.drop_index(batch_op.f("ix_berichten_gebied_id"))

    op.drop_table("berichten")
    op.drop_table("geweigerde_adressen")
    op.drop_table("aanleidingen")
