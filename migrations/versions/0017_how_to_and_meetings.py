"""how to, and meetings

Revises: 0016
"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def _enum(*values: str) -> sa.Enum:
    return sa.Enum(*values, native_enum=False, length=40)


def upgrade() -> None:
    op.create_table(
        "kennisartikelen",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(140), nullable=False),
        sa.Column("soort", _enum("artikel", "checklist"), nullable=False),
        sa.Column("status", _enum("concept", "gepubliceerd", "ingetrokken"), nullable=False),
        sa.Column("publiek_nummer", sa.Integer()),
        sa.Column("laatste_punt", sa.Integer(), nullable=False),
        sa.Column("gepubliceerd_op", sa.DateTime(timezone=True)),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(status = 'concept') = (publiek_nummer IS NULL)",
            name=op.f("ck_kennisartikelen_only_concept_was_never_public"),
        ),
        sa.CheckConstraint(
            "(publiek_nummer IS NULL) = (gepubliceerd_op IS NULL)",
            name=op.f("ck_kennisartikelen_public_has_a_moment"),
        ),
        sa.CheckConstraint("laatste_punt >= 0", name=op.f("ck_kennisartikelen_punten_counted")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kennisartikelen")),
        sa.UniqueConstraint("slug", name=op.f("uq_kennisartikelen_slug")),
    )
    op.create_index(op.f("ix_kennisartikelen_status"), "kennisartikelen", ["status"])
    op.create_table(
        "kennisartikel_versies",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("artikel_id", sa.Integer(), nullable=False),
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column("titel", sa.String(120), nullable=False),
        sa.Column("samenvatting", sa.String(300), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("doelgroepen", sa.JSON(), nullable=False),
        sa.Column("fasen", sa.JSON(), nullable=False),
        sa.Column("thema", sa.String(40)),
        sa.Column("stappen", sa.JSON(), nullable=False),
        sa.Column("initiatiefsoort", sa.String(40)),
        sa.Column("punten", sa.JSON(), nullable=False),
        sa.Column("intern", sa.Boolean(), nullable=False),
        sa.Column("wijziging", sa.String(300), nullable=False),
        sa.Column("door_id", sa.Integer()),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("nummer >= 1", name=op.f("ck_kennisartikel_versies_nummer_counts")),
        sa.CheckConstraint(
            "nummer = 1 OR wijziging <> ''",
            name=op.f("ck_kennisartikel_versies_change_is_told"),
        ),
        sa.CheckConstraint("titel <> ''", name=op.f("ck_kennisartikel_versies_titel_given")),
        sa.ForeignKeyConstraint(
            ["artikel_id"],
            ["kennisartikelen.id"],
            name=op.f("fk_kennisartikel_versies_artikel_id_kennisartikelen"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kennisartikel_versies")),
        sa.UniqueConstraint(
            "artikel_id", "nummer", name=op.f("uq_kennisartikel_versies_artikel_id_nummer")
        ),
    )
    op.create_table(
        "checklist_vinkjes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("onderwerp_soort", sa.String(40), nullable=False),
        sa.Column("onderwerp_id", sa.Integer(), nullable=False),
        sa.Column("artikel_id", sa.Integer(), nullable=False),
        sa.Column("punt", sa.Integer(), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["artikel_id"],
            ["kennisartikelen.id"],
            name=op.f("fk_checklist_vinkjes_artikel_id_kennisartikelen"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_checklist_vinkjes")),
        sa.UniqueConstraint(
            "onderwerp_soort",
            "onderwerp_id",
            "artikel_id",
            "punt",
            name=op.f("uq_checklist_vinkjes_once_per_punt"),
        ),
    )
    op.create_index("ix_checklist_vinkjes_artikel_id", "checklist_vinkjes", ["artikel_id"])
    _make_agenda()


def _make_agenda() -> None:
    op.create_table(
        "bijeenkomsten",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("gebied_id", sa.Integer(), nullable=False),
        sa.Column("titel", sa.String(120), nullable=False),
        sa.Column(
            "soort",
            _enum("wijkbijeenkomst", "inloop", "schouw", "spreekuur", "werksessie", "activiteit"),
            nullable=False,
        ),
        sa.Column("begin", sa.DateTime(timezone=True), nullable=False),
        sa.Column("eind", sa.DateTime(timezone=True), nullable=False),
        sa.Column("plek_omschrijving", sa.String(200), nullable=False),
        sa.Column("link", sa.String(300)),
        sa.Column("organisator", sa.String(120), nullable=False),
        sa.Column("omschrijving", sa.Text(), nullable=False),
        sa.Column("aanmelden", sa.Boolean(), nullable=False),
        sa.Column("capaciteit", sa.Integer()),
        sa.Column("status", _enum("gepland", "afgelast"), nullable=False),
        sa.Column("afgelast_reden", sa.Text(), nullable=False),
        sa.Column("verslag", sa.Text(), nullable=False),
        sa.Column("verslag_op", sa.DateTime(timezone=True)),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("geometrie", sa.JSON(none_as_null=True)),
        sa.Column("west", sa.Float()),
        sa.Column("zuid", sa.Float()),
        sa.Column("oost", sa.Float()),
        sa.Column("noord", sa.Float()),
        sa.CheckConstraint("eind > begin", name=op.f("ck_bijeenkomsten_ends_after_begin")),
        sa.CheckConstraint("capaciteit >= 1", name=op.f("ck_bijeenkomsten_capaciteit_positive")),
        sa.CheckConstraint(
            "capaciteit IS NULL OR aanmelden",
            name=op.f("ck_bijeenkomsten_capaciteit_needs_aanmelden"),
        ),
        sa.CheckConstraint(
            "status <> 'afgelast' OR afgelast_reden <> ''",
            name=op.f("ck_bijeenkomsten_afgelast_has_reden"),
        ),
        sa.CheckConstraint(
            "(verslag = '') = (verslag_op IS NULL)",
            name=op.f("ck_bijeenkomsten_verslag_has_a_moment"),
        ),
        sa.CheckConstraint("link LIKE 'https://%'", name=op.f("ck_bijeenkomsten_link_is_safe")),
        sa.CheckConstraint(
            "(geometrie IS NULL) = (west IS NULL) AND (geometrie IS NULL) = (zuid IS NULL)"
            " AND (geometrie IS NULL) = (oost IS NULL) AND (geometrie IS NULL) = (noord IS NULL)",
            name=op.f("ck_bijeenkomsten_place_has_bounds"),
        ),
        sa.CheckConstraint(
            "west <= oost AND zuid <= noord", name=op.f("ck_bijeenkomsten_bounds_in_order")
        ),
        sa.ForeignKeyConstraint(
            ["gebied_id"], ["gebieden.id"], name=op.f("fk_bijeenkomsten_gebied_id_gebieden")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bijeenkomsten")),
    )
    op.create_index("ix_bijeenkomsten_begin", "bijeenkomsten", ["begin", "id"])
    for column in ("gebied_id", "west", "zuid", "oost", "noord"):
        op.create_index(op.f(f"ix_bijeenkomsten_{column}"), "bijeenkomsten", [column])
    op.create_table(
        "deelnames",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("bijeenkomst_id", sa.Integer(), nullable=False),
        sa.Column("gebruiker_id", sa.Integer(), nullable=False),
        sa.Column("status", _enum("plek", "wachtlijst"), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["bijeenkomst_id"],
            ["bijeenkomsten.id"],
            name=op.f("fk_deelnames_bijeenkomst_id_bijeenkomsten"),
        ),
        sa.ForeignKeyConstraint(
            ["gebruiker_id"], ["gebruikers.id"], name=op.f("fk_deelnames_gebruiker_id_gebruikers")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deelnames")),
        sa.UniqueConstraint(
            "bijeenkomst_id",
            "gebruiker_id",
            name=op.f("uq_deelnames_bijeenkomst_id_gebruiker_id"),
        ),
    )
    op.create_index(op.f("ix_deelnames_gebruiker_id"), "deelnames", ["gebruiker_id"])


def downgrade() -> None:
    for table in (
        "deelnames",
        "bijeenkomsten",
        "checklist_vinkjes",
        "kennisartikel_versies",
        "kennisartikelen",
    ):
        op.drop_table(table)
