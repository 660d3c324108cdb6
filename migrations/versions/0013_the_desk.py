"""the desk: the afwegingskader in tables, who handles what, terms, and many at once

Revises: 0012
"""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

SINDS = datetime(2026, 1, 1, tzinfo=UTC)
NEAREST = {"publiceren": "past-in-gebied", "aanpassen": "onduidelijk", "afwijzen": "niet-bevoegd"}
TABLES = (
    "verlengingen",
    "toewijzingen",
    "bulkdelen",
    "afwegingen",
    "verdeelregels",
    "bulkacties",
    "achterafgebieden",
    "standaardteksten",
    "reactietermijnen",
    "gronden",
    "afwegingspunten",
    "afdelingen",
)
GRONDEN = [
    (
        "past-in-gebied",
        "Past in het gebied",
        "Het initiatief is duidelijk en past bij deze plek.",
        ["publiceren"],
    ),
    (
        "sluit-aan-bij-plan",
        "Sluit aan bij een plan",
        "Het initiatief hoort bij iets wat hier al gepland is.",
        ["publiceren"],
    ),
    (
        "onduidelijk",
        "Nog niet duidelijk",
        "Er staat nog niet duidelijk in wat de indiener wil.",
        ["aanpassen"],
    ),
    (
        "plek-ontbreekt",
        "De plek ontbreekt",
        "Het is nog niet duidelijk om welke plek het gaat.",
        ["aanpassen"],
    ),
    (
        "persoonsgegevens",
        "Gegevens van personen",
        "In de tekst of op een foto staan gegevens van een persoon.",
        ["aanpassen"],
    ),
    (
        "niet-bevoegd",
        "De gemeente gaat hier niet over",
        "Een ander dan de gemeente beslist hierover.",
        ["afwijzen"],
    ),
    (
        "strijdig-met-regels",
        "Mag niet volgens de regels",
        "Een wet of een regel van de gemeente staat dit niet toe.",
        ["afwijzen"],
    ),
    (
        "al-gepland",
        "Staat al gepland",
        "De gemeente of een partner gaat dit al doen.",
        ["afwijzen"],
    ),
    (
        "melding",
        "Is een melding",
        "Het gaat om iets wat stuk of vies is. Dat lost de gemeente sneller op.",
        ["afwijzen"],
    ),
    (
        "ongepast",
        "Ongepaste tekst of foto",
        "De tekst of een foto beledigt of bedreigt iemand.",
        ["aanpassen", "afwijzen"],
    ),
    ("reclame", "Is reclame", "Het gaat om de verkoop van een product of dienst.", ["afwijzen"]),
]
PUNTEN = [
    ("duidelijk", "Duidelijk", "Staat erin wat de indiener wil, waar en met wie?"),
    ("bevoegd", "Van de gemeente", "Gaat de gemeente hierover, of kan zij helpen?"),
    ("regels", "Binnen de regels", "Mag het volgens de wet en de regels van de gemeente?"),
    ("gepland", "Niet al gepland", "Staat het niet al in het programma, of bij een ander idee?"),
    ("netjes", "Netjes en zonder gegevens", "Staat er niets beledigends of persoonlijks in?"),
]
TEKSTEN = [
    (
        "publiceren",
        "past-in-gebied",
        "Uw idee is duidelijk en past bij deze plek. Daarom staat het nu op de site. Andere bewoners kunnen het lezen.",
    ),
    (
        "publiceren",
        "sluit-aan-bij-plan",
        "Uw idee sluit aan bij iets wat hier al gepland is. Daarom staat het nu op de site, met een verwijzing naar dat plan.",
    ),
    (
        "aanpassen",
        "onduidelijk",
        "Wij begrijpen nog niet goed wat u wilt. Wilt u schrijven wat u precies wilt doen, en wie dat gaat doen?",
    ),
    (
        "aanpassen",
        "plek-ontbreekt",
        "Wij weten nog niet om welke plek het gaat. Wilt u de plek op de kaart aanwijzen, of de straat erbij schrijven?",
    ),
    (
        "aanpassen",
        "persoonsgegevens",
        "In uw tekst of op uw foto staan gegevens van een persoon. Die mogen niet op de site. Wilt u die weghalen?",
    ),
    (
        "aanpassen",
        "ongepast",
        "Een deel van uw tekst kan iemand beledigen. Wilt u dat deel anders opschrijven?",
    ),
    (
        "afwijzen",
        "niet-bevoegd",
        "De gemeente gaat hier niet over. Daarom kunnen wij uw idee niet behandelen. Hier kunt u wel terecht: ",
    ),
    (
        "afwijzen",
        "strijdig-met-regels",
        "Uw idee mag niet volgens de regels. Het gaat om deze regel: ",
    ),
    (
        "afwijzen",
        "al-gepland",
        "Wat u voorstelt, staat al gepland. Daarom nemen wij het niet apart op. U vindt het plan hier: ",
    ),
    (
        "afwijzen",
        "melding",
        "Uw bericht gaat over iets wat stuk of vies is. Doe daarvan een melding bij de gemeente. Dan wordt het sneller opgelost.",
    ),
    (
        "afwijzen",
        "ongepast",
        "Uw tekst of foto beledigt of bedreigt iemand. Daarom komt uw idee niet op de site.",
    ),
    (
        "afwijzen",
        "reclame",
        "Uw bericht is reclame voor een product of een dienst. Daarvoor is deze site niet bedoeld.",
    ),
]


def upgrade() -> None:
    op.create_table(
        "afdelingen",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("naam", sa.String(length=80), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("is_actief", sa.Boolean(), nullable=False),
        sa.CheckConstraint("length(naam) > 0", name=op.f("ck_afdelingen_naam_given")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_afdelingen")),
        sa.UniqueConstraint("naam", name=op.f("uq_afdelingen_naam")),
    )
    op.create_table(
        "afwegingspunten",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sleutel", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("naam", sa.String(length=80), nullable=False),
        sa.Column("uitleg", sa.String(length=400), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("geldig_van", sa.DateTime(timezone=True), nullable=False),
        sa.Column("geldig_tot", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "geldig_tot IS NULL OR geldig_tot >= geldig_van",
            name=op.f("ck_afwegingspunten_ends_after_begin"),
        ),
        sa.CheckConstraint("length(naam) > 0", name=op.f("ck_afwegingspunten_naam_given")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_afwegingspunten")),
        sa.UniqueConstraint("sleutel", "versie", name=op.f("uq_afwegingspunten_sleutel_versie")),
    )
    with op.batch_alter_table("afwegingspunten", schema=None) as batch_op:
        batch_op.create_index(
            "uq_afwegingspunten_geldig",
            ["sleutel"],
            unique=True,
            sqlite_where=sa.text("geldig_tot IS NULL"),
            postgresql_where=sa.text("geldig_tot IS NULL"),
        )

    op.create_table(
        "gronden",
        sa.Column("uitkomsten", sa.JSON(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sleutel", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("naam", sa.String(length=80), nullable=False),
        sa.Column("uitleg", sa.String(length=400), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("geldig_van", sa.DateTime(timezone=True), nullable=False),
        sa.Column("geldig_tot", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "geldig_tot IS NULL OR geldig_tot >= geldig_van",
            name=op.f("ck_gronden_ends_after_begin"),
        ),
        sa.CheckConstraint("length(naam) > 0", name=op.f("ck_gronden_naam_given")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gronden")),
        sa.UniqueConstraint("sleutel", "versie", name=op.f("uq_gronden_sleutel_versie")),
    )
    with op.batch_alter_table("gronden", schema=None) as batch_op:
        batch_op.create_index(
            "uq_gronden_geldig",
            ["sleutel"],
            unique=True,
            sqlite_where=sa.text("geldig_tot IS NULL"),
            postgresql_where=sa.text("geldig_tot IS NULL"),
        )

    op.create_table(
        "reactietermijnen",
        sa.Column(
            "soort",
            sa.Enum("initiatief", name="inzendingsoort", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("dagen", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "dagen BETWEEN 7 AND 90", name=op.f("ck_reactietermijnen_a_week_to_three_months")
        ),
        sa.PrimaryKeyConstraint("soort", name=op.f("pk_reactietermijnen")),
    )
    op.create_table(
        "standaardteksten",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "uitkomst",
            sa.Enum(
                "publiceren",
                "aanpassen",
                "afwijzen",
                name="uitkomst",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("grond", sa.String(length=40), nullable=False),
        sa.Column("thema", sa.String(length=40), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("length(tekst) > 0", name=op.f("ck_standaardteksten_tekst_given")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_standaardteksten")),
        sa.UniqueConstraint(
            "uitkomst", "grond", "thema", name=op.f("uq_standaardteksten_uitkomst_grond_thema")
        ),
    )
    op.create_table(
        "achterafgebieden",
        sa.Column("gebied_id", sa.Integer(), nullable=False),
        sa.Column("sinds", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["gebied_id"], ["gebieden.id"], name=op.f("fk_achterafgebieden_gebied_id_gebieden")
        ),
        sa.PrimaryKeyConstraint("gebied_id", name=op.f("pk_achterafgebieden")),
    )
    op.create_table(
        "bulkacties",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sleutel", sa.String(length=43), nullable=False),
        sa.Column(
            "soort",
            sa.Enum(
                "publiceren",
                "doorzetten",
                "verlengen",
                "aan-mij",
                name="bulksoort",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.Column("door_id", sa.Integer(), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("teruggedraaid_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("teruggedraaid_reden", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "(teruggedraaid_op IS NULL) = (teruggedraaid_reden IS NULL)",
            name=op.f("ck_bulkacties_undone_with_reden"),
        ),
        sa.ForeignKeyConstraint(
            ["door_id"], ["gebruikers.id"], name=op.f("fk_bulkacties_door_id_gebruikers")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bulkacties")),
        sa.UniqueConstraint("sleutel", name=op.f("uq_bulkacties_sleutel")),
    )
    with op.batch_alter_table("bulkacties", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_bulkacties_door_id"), ["door_id"], unique=False)

    op.create_table(
        "verdeelregels",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("gebied_id", sa.Integer(), nullable=True),
        sa.Column(
            "thema",
            sa.Enum(
                "groen",
                "verkeer",
                "spelen",
                "wonen",
                "schoon",
                "water",
                "energie",
                "veiligheid",
                "ontmoeten",
                "cultuur",
                "werk",
                "bestuur",
                name="thema",
                native_enum=False,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("gebruiker_id", sa.Integer(), nullable=True),
        sa.Column("afdeling_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(gebruiker_id IS NULL) <> (afdeling_id IS NULL)",
            name=op.f("ck_verdeelregels_says_who"),
        ),
        sa.CheckConstraint(
            "gebied_id IS NOT NULL OR thema IS NOT NULL", name=op.f("ck_verdeelregels_says_what")
        ),
        sa.ForeignKeyConstraint(
            ["afdeling_id"],
            ["afdelingen.id"],
            name=op.f("fk_verdeelregels_afdeling_id_afdelingen"),
        ),
        sa.ForeignKeyConstraint(
            ["gebied_id"], ["gebieden.id"], name=op.f("fk_verdeelregels_gebied_id_gebieden")
        ),
        sa.ForeignKeyConstraint(
            ["gebruiker_id"],
            ["gebruikers.id"],
            name=op.f("fk_verdeelregels_gebruiker_id_gebruikers"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_verdeelregels")),
    )
    with op.batch_alter_table("verdeelregels", schema=None) as batch_op:
        batch_op.create_index(
            "uq_verdeelregels_gebied_thema",
            ["gebied_id", "thema"],
            unique=True,
            sqlite_where=sa.text("gebied_id IS NOT NULL AND thema IS NOT NULL"),
            postgresql_where=sa.text("gebied_id IS NOT NULL AND thema IS NOT NULL"),
        )
        batch_op.create_index(
            "uq_verdeelregels_gebied",
            ["gebied_id"],
            unique=True,
            sqlite_where=sa.text("thema IS NULL"),
            postgresql_where=sa.text("thema IS NULL"),
        )
        batch_op.create_index(
            "uq_verdeelregels_thema",
            ["thema"],
            unique=True,
            sqlite_where=sa.text("gebied_id IS NULL"),
            postgresql_where=sa.text("gebied_id IS NULL"),
        )

    op.create_table(
        "afwegingen",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("inzending_id", sa.Integer(), nullable=False),
        sa.Column("punt", sa.String(length=40), nullable=False),
        sa.Column("punt_versie", sa.Integer(), nullable=False),
        sa.Column("door_id", sa.Integer(), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["door_id"], ["gebruikers.id"], name=op.f("fk_afwegingen_door_id_gebruikers")
        ),
        sa.ForeignKeyConstraint(
            ["inzending_id"],
            ["inzendingen.id"],
            name=op.f("fk_afwegingen_inzending_id_inzendingen"),
        ),
        sa.ForeignKeyConstraint(
            ["punt", "punt_versie"],
            ["afwegingspunten.sleutel", "afwegingspunten.versie"],
            name=op.f("fk_afwegingen_punt_afwegingspunten"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_afwegingen")),
        sa.UniqueConstraint("inzending_id", "punt", name=op.f("uq_afwegingen_inzending_id_punt")),
    )
    op.create_table(
        "bulkdelen",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("bulkactie_id", sa.Integer(), nullable=False),
        sa.Column("inzending_id", sa.Integer(), nullable=False),
        sa.Column("gemaakt_id", sa.Integer(), nullable=True),
        sa.Column("waarom", sa.Text(), nullable=False),
        sa.Column("is_terug", sa.Boolean(), nullable=False),
        sa.Column("waarom_niet_terug", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "(gemaakt_id IS NULL) <> (waarom = '')", name=op.f("ck_bulkdelen_done_or_says_why")
        ),
        sa.ForeignKeyConstraint(
            ["bulkactie_id"], ["bulkacties.id"], name=op.f("fk_bulkdelen_bulkactie_id_bulkacties")
        ),
        sa.ForeignKeyConstraint(
            ["inzending_id"],
            ["inzendingen.id"],
            name=op.f("fk_bulkdelen_inzending_id_inzendingen"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bulkdelen")),
        sa.UniqueConstraint(
            "bulkactie_id", "inzending_id", name=op.f("uq_bulkdelen_bulkactie_id_inzending_id")
        ),
    )
    op.create_table(
        "toewijzingen",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("inzending_id", sa.Integer(), nullable=False),
        sa.Column("gebruiker_id", sa.Integer(), nullable=True),
        sa.Column("afdeling_id", sa.Integer(), nullable=True),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.Column("door_id", sa.Integer(), nullable=True),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("tot", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(gebruiker_id IS NULL) <> (afdeling_id IS NULL)",
            name=op.f("ck_toewijzingen_says_who"),
        ),
        sa.CheckConstraint("length(reden) > 0", name=op.f("ck_toewijzingen_reden_given")),
        sa.ForeignKeyConstraint(
            ["afdeling_id"], ["afdelingen.id"], name=op.f("fk_toewijzingen_afdeling_id_afdelingen")
        ),
        sa.ForeignKeyConstraint(
            ["door_id"], ["gebruikers.id"], name=op.f("fk_toewijzingen_door_id_gebruikers")
        ),
        sa.ForeignKeyConstraint(
            ["gebruiker_id"],
            ["gebruikers.id"],
            name=op.f("fk_toewijzingen_gebruiker_id_gebruikers"),
        ),
        sa.ForeignKeyConstraint(
            ["inzending_id"],
            ["inzendingen.id"],
            name=op.f("fk_toewijzingen_inzending_id_inzendingen"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_toewijzingen")),
    )
    with op.batch_alter_table("toewijzingen", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_toewijzingen_inzending_id"), ["inzending_id"], unique=False
        )
        batch_op.create_index("ix_toewijzingen_voor", ["gebruiker_id", "tot"], unique=False)
        batch_op.create_index(
            "uq_toewijzingen_geldig",
            ["inzending_id"],
            unique=True,
            sqlite_where=sa.text("tot IS NULL"),
            postgresql_where=sa.text("tot IS NULL"),
        )

    op.create_table(
        "verlengingen",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("inzending_id", sa.Integer(), nullable=False),
        sa.Column("van", sa.Date(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=False),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.Column("door_id", sa.Integer(), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ingetrokken_op", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("length(reden) > 0", name=op.f("ck_verlengingen_reden_given")),
        sa.CheckConstraint("tot > van", name=op.f("ck_verlengingen_gives_time")),
        sa.ForeignKeyConstraint(
            ["door_id"], ["gebruikers.id"], name=op.f("fk_verlengingen_door_id_gebruikers")
        ),
        sa.ForeignKeyConstraint(
            ["inzending_id"],
            ["inzendingen.id"],
            name=op.f("fk_verlengingen_inzending_id_inzendingen"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_verlengingen")),
    )
    with op.batch_alter_table("verlengingen", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_verlengingen_inzending_id"), ["inzending_id"], unique=False
        )
        batch_op.create_index(
            "uq_verlengingen_geldig",
            ["inzending_id"],
            unique=True,
            sqlite_where=sa.text("ingetrokken_op IS NULL"),
            postgresql_where=sa.text("ingetrokken_op IS NULL"),
        )

    _fill()
    with op.batch_alter_table("besluiten") as batch_op:
        batch_op.add_column(
            sa.Column("grond_versie", sa.Integer(), nullable=False, server_default="1")
        )
    with op.batch_alter_table("besluiten") as batch_op:
        batch_op.alter_column("grond_versie", server_default=None)
        batch_op.create_foreign_key(
            op.f("fk_besluiten_grond_gronden"),
            "gronden",
            ["grond", "grond_versie"],
            ["sleutel", "versie"],
        )
    with op.batch_alter_table("inzendingen") as batch_op:
        batch_op.add_column(
            sa.Column("nog_niet_bekeken", sa.Boolean(), nullable=False, server_default=sa.false())
        )
    with op.batch_alter_table("inzendingen") as batch_op:
        batch_op.alter_column("nog_niet_bekeken", server_default=None)
        batch_op.create_check_constraint(
            op.f("ck_inzendingen_only_public_is_unseen"),
            "NOT nog_niet_bekeken OR status = 'gepubliceerd'",
        )
        batch_op.create_index("ix_inzendingen_onbekeken", ["nog_niet_bekeken", "reactie_voor"])


def _fill() -> None:
    """Put in the tables what until now stood in the code, so that old decisions refer to it."""
    gronden = sa.table(
        "gronden",
        *(sa.column(name) for name in ("sleutel", "versie", "naam", "uitleg", "volgorde")),
        sa.column("uitkomsten", sa.JSON()),
        sa.column("geldig_van", sa.DateTime(timezone=True)),
    )
    first = {"versie": 1, "geldig_van": SINDS}
    op.bulk_insert(
        gronden,
        [
            {"sleutel": sleutel, "naam": naam, "uitleg": uitleg, "uitkomsten": uitkomsten}
            | {"volgorde": volgorde}
            | first
            for volgorde, (sleutel, naam, uitleg, uitkomsten) in enumerate(GRONDEN, start=1)
        ],
    )
    punten = sa.table(
        "afwegingspunten",
        *(sa.column(name) for name in ("sleutel", "versie", "naam", "uitleg", "volgorde")),
        sa.column("geldig_van", sa.DateTime(timezone=True)),
    )
    op.bulk_insert(
        punten,
        [
            {"sleutel": sleutel, "naam": naam, "uitleg": uitleg, "volgorde": volgorde} | first
            for volgorde, (sleutel, naam, uitleg) in enumerate(PUNTEN, start=1)
        ],
    )
    teksten = sa.table(
        "standaardteksten",
        *(sa.column(name) for name in ("uitkomst", "grond", "thema", "tekst", "versie")),
        sa.column("gewijzigd_op", sa.DateTime(timezone=True)),
    )
    op.bulk_insert(
        teksten,
        [
            {"uitkomst": uitkomst, "grond": grond, "tekst": tekst, "thema": "", "versie": 1}
            | {"gewijzigd_op": SINDS}
            for uitkomst, grond, tekst in TEKSTEN
        ],
    )


def downgrade() -> None:
    _forget_new_gronden()
    with op.batch_alter_table("inzendingen") as batch_op:
        batch_op.drop_index("ix_inzendingen_onbekeken")
        batch_op.drop_constraint(op.f("ck_inzendingen_only_public_is_unseen"), type_="check")
        batch_op.drop_column("nog_niet_bekeken")
    with op.batch_alter_table("besluiten") as batch_op:
        batch_op.drop_constraint(op.f("fk_besluiten_grond_gronden"), type_="foreignkey")
        batch_op.drop_column("grond_versie")
    for table in TABLES:
        op.drop_table(table)


def _forget_new_gronden() -> None:
    """Give decisions on a ground of a later day the nearest one the older code knows."""
    besluiten = sa.table(
        "besluiten", sa.column("grond"), sa.column("uitkomst"), sa.column("grond_versie")
    )
    known = [grond[0] for grond in GRONDEN]
    for uitkomst, grond in NEAREST.items():
        op.execute(
            besluiten.update()
            .where(besluiten.c.uitkomst == uitkomst, besluiten.c.grond.not_in(known))
            .values(grond=grond, grond_versie=1)
        )
