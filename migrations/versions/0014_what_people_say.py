"""what people say

Revises: 0013
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

FOLLOW = """
INSERT INTO volgingen (onderwerp_soort, onderwerp_id, gebruiker_id, op)
SELECT soort, nummer, wie, MIN(sinds) FROM (
    SELECT 'project' AS soort, b.project_id AS nummer, i.indiener_id AS wie, b.op AS sinds
    FROM bekend_antwoorden b JOIN inzendingen i ON i.id = b.inzending_id
    WHERE b.keuze = 'volgen' AND b.project_id IS NOT NULL
    UNION ALL
    SELECT 'initiatief', b.andere_id, i.indiener_id, b.op
    FROM bekend_antwoorden b JOIN inzendingen i ON i.id = b.inzending_id
    WHERE b.keuze = 'volgen' AND b.andere_id IS NOT NULL
    UNION ALL
    SELECT 'initiatief', i.id, i.indiener_id, i.gepubliceerd_op
    FROM inzendingen i WHERE i.status = 'gepubliceerd'
) AS gekozen
JOIN gebruikers ON gebruikers.id = wie
WHERE gebruikers.email NOT LIKE '%@verwijderd.invalid'
AND NOT EXISTS (
    SELECT 1 FROM volgingen v
    WHERE v.onderwerp_soort = soort AND v.onderwerp_id = nummer AND v.gebruiker_id = wie
)
GROUP BY soort, nummer, wie
"""
"""What people chose to follow, and what they sent in themselves."""


def upgrade() -> None:
    op.create_table(
        "gesprekken",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("onderwerp_soort", sa.String(length=40), nullable=False),
        sa.Column("onderwerp_id", sa.Integer(), nullable=False),
        sa.Column("gebied_id", sa.Integer(), nullable=True),
        sa.Column("gesloten", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["gebied_id"], ["gebieden.id"], name=op.f("fk_gesprekken_gebied_id_gebieden")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gesprekken")),
        sa.UniqueConstraint(
            "onderwerp_soort",
            "onderwerp_id",
            name=op.f("uq_gesprekken_onderwerp_soort_onderwerp_id"),
        ),
    )
    with op.batch_alter_table("gesprekken", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_gesprekken_gebied_id"), ["gebied_id"], unique=False)

    op.create_table(
        "stroomalarmen",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("gebied_id", sa.Integer(), nullable=False),
        sa.Column("uur", sa.DateTime(timezone=True), nullable=False),
        sa.Column("aantal", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["gebied_id"], ["gebieden.id"], name=op.f("fk_stroomalarmen_gebied_id_gebieden")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stroomalarmen")),
        sa.UniqueConstraint("gebied_id", "uur", name=op.f("uq_stroomalarmen_gebied_id_uur")),
    )
    op.create_table(
        "reacties",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("gesprek_id", sa.Integer(), nullable=False),
        sa.Column("ouder_id", sa.Integer(), nullable=True),
        sa.Column("niveau", sa.Integer(), nullable=False),
        sa.Column("ouder_niveau", sa.Integer(), nullable=True),
        sa.Column("auteur_id", sa.Integer(), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "wacht",
                "zichtbaar",
                "verborgen",
                "verwijderd",
                name="reactiestatus",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("bewerkt_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("formulier_sleutel", sa.String(length=43), nullable=False),
        sa.CheckConstraint(
            "(status = 'verwijderd') = (tekst = '')", name=op.f("ck_reacties_verwijderd_is_empty")
        ),
        sa.CheckConstraint(
            "(ouder_id IS NULL AND niveau = 1 AND ouder_niveau IS NULL) OR (ouder_id IS NOT NULL AND niveau = 2 AND ouder_niveau = 1)",
            name=op.f("ck_reacties_two_levels"),
        ),
        sa.ForeignKeyConstraint(
            ["auteur_id"], ["gebruikers.id"], name=op.f("fk_reacties_auteur_id_gebruikers")
        ),
        sa.ForeignKeyConstraint(
            ["gesprek_id"], ["gesprekken.id"], name=op.f("fk_reacties_gesprek_id_gesprekken")
        ),
        sa.ForeignKeyConstraint(
            ["ouder_id", "gesprek_id", "ouder_niveau"],
            ["reacties.id", "reacties.gesprek_id", "reacties.niveau"],
            name="fk_reacties_ouder_of_same_gesprek",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reacties")),
        sa.UniqueConstraint("formulier_sleutel", name=op.f("uq_reacties_formulier_sleutel")),
        sa.UniqueConstraint(
            "id", "gesprek_id", "niveau", name=op.f("uq_reacties_id_gesprek_id_niveau")
        ),
    )
    with op.batch_alter_table("reacties", schema=None) as batch_op:
        batch_op.create_index("ix_reacties_auteur", ["auteur_id", "op"], unique=False)
        batch_op.create_index("ix_reacties_digest", ["digest", "op"], unique=False)
        batch_op.create_index("ix_reacties_gesprek", ["gesprek_id", "niveau", "op"], unique=False)
        batch_op.create_index("ix_reacties_ouder", ["ouder_id", "op"], unique=False)
        batch_op.create_index("ix_reacties_status", ["status", "op"], unique=False)

    op.create_table(
        "ingrepen",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("gesprek_id", sa.Integer(), nullable=False),
        sa.Column("reactie_id", sa.Integer(), nullable=True),
        sa.Column(
            "soort",
            sa.Enum(
                "verbergen",
                "terugzetten",
                "goedkeuren",
                "laten-staan",
                "sluiten",
                "heropenen",
                name="ingreepsoort",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "grond",
            sa.Enum(
                "kwetsend",
                "discriminatie",
                "persoonsgegevens",
                "reclame",
                "ander-onderwerp",
                "onwaar",
                "anders",
                name="meldgrond",
                native_enum=False,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.Column("door_id", sa.Integer(), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "(reactie_id IS NULL) = (soort IN ('sluiten', 'heropenen'))",
            name=op.f("ck_ingrepen_about_reactie_or_gesprek"),
        ),
        sa.CheckConstraint(
            "(soort = 'verbergen') = (grond IS NOT NULL)",
            name=op.f("ck_ingrepen_grond_when_hidden"),
        ),
        sa.CheckConstraint(
            "length(reden) > 0 OR soort IN ('goedkeuren', 'laten-staan')",
            name=op.f("ck_ingrepen_reden_given"),
        ),
        sa.ForeignKeyConstraint(
            ["door_id"], ["gebruikers.id"], name=op.f("fk_ingrepen_door_id_gebruikers")
        ),
        sa.ForeignKeyConstraint(
            ["gesprek_id"], ["gesprekken.id"], name=op.f("fk_ingrepen_gesprek_id_gesprekken")
        ),
        sa.ForeignKeyConstraint(
            ["reactie_id"], ["reacties.id"], name=op.f("fk_ingrepen_reactie_id_reacties")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ingrepen")),
    )
    with op.batch_alter_table("ingrepen", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_ingrepen_gesprek_id"), ["gesprek_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_ingrepen_reactie_id"), ["reactie_id"], unique=False)

    op.create_table(
        "reactiemeldingen",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reactie_id", sa.Integer(), nullable=False),
        sa.Column("melder_id", sa.Integer(), nullable=False),
        sa.Column(
            "grond",
            sa.Enum(
                "kwetsend",
                "discriminatie",
                "persoonsgegevens",
                "reclame",
                "ander-onderwerp",
                "onwaar",
                "anders",
                name="meldgrond",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("toelichting", sa.Text(), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("afgehandeld_op", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["melder_id"], ["gebruikers.id"], name=op.f("fk_reactiemeldingen_melder_id_gebruikers")
        ),
        sa.ForeignKeyConstraint(
            ["reactie_id"], ["reacties.id"], name=op.f("fk_reactiemeldingen_reactie_id_reacties")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reactiemeldingen")),
        sa.UniqueConstraint(
            "reactie_id", "melder_id", name=op.f("uq_reactiemeldingen_reactie_id_melder_id")
        ),
    )
    with op.batch_alter_table("reactiemeldingen", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_reactiemeldingen_afgehandeld_op"), ["afgehandeld_op"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_reactiemeldingen_melder_id"), ["melder_id"], unique=False
        )

    op.execute(sa.text(FOLLOW))


def downgrade() -> None:
    with op.batch_alter_table("reactiemeldingen", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_reactiemeldingen_melder_id"))
        batch_op.drop_index(batch_op.f("ix_reactiemeldingen_afgehandeld_op"))

    op.drop_table("reactiemeldingen")
    with op.batch_alter_table("ingrepen", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_ingrepen_reactie_id"))
        batch_op.drop_index(batch_op.f("ix_ingrepen_gesprek_id"))

    op.drop_table("ingrepen")
    with op.batch_alter_table("reacties", schema=None) as batch_op:
        batch_op.drop_index("ix_reacties_status")
        batch_op.drop_index("ix_reacties_ouder")
        batch_op.drop_index("ix_reacties_gesprek")
        batch_op.drop_index("ix_reacties_digest")
        batch_op.drop_index("ix_reacties_auteur")

    op.drop_table("reacties")
    op.drop_table("stroomalarmen")
    with op.batch_alter_table("gesprekken", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_gesprekken_gebied_id"))

    op.drop_table("gesprekken")
