"""the register over the years

Revises: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

COLUMNS = """titel, omschrijving, soort, domein, thema, fase, start, eind, plek_omschrijving, trekker,
 contact_naam, contact_email, participatieniveau, participatie_toelichting, fasering, mijlpalen,
 verwijzingen, begrotingsprogramma, west, zuid, oost, noord, geometrie"""


def keep_first_standen() -> None:
    """Begin the history of each project with what it says now, as of its last change."""
    connection = op.get_bind()
    connection.execute(
        sa.text(
            f"INSERT INTO project_standen (project_id, versie, van, reden, bedragen, {COLUMNS})"  # noqa: S608
            f" SELECT id, versie, gewijzigd_op, '', '{{}}', {COLUMNS} FROM projecten ORDER BY id"
        )
    )
    connection.execute(
        sa.text(
            "INSERT INTO project_stand_gebieden (stand_id, gebied_id)"
            " SELECT project_standen.id, gebied_id FROM project_gebieden"
            " JOIN project_standen ON project_standen.project_id = project_gebieden.project_id"
        )
    )
    bedragen: dict[int, dict[str, dict[str, int]]] = {}
    for project_id, jaar, bron, cents in connection.execute(
        sa.text("SELECT project_id, jaar, bron, bedrag_cent FROM jaarbedragen ORDER BY id")
    ):
        bedragen.setdefault(project_id, {}).setdefault(str(jaar), {})[bron] = cents
    standen = sa.table(
        "project_standen", sa.column("project_id", sa.Integer), sa.column("bedragen", sa.JSON)
    )
    for project_id, amounts in bedragen.items():
        connection.execute(
            sa.update(standen).where(standen.c.project_id == project_id).values(bedragen=amounts)
        )


def upgrade() -> None:
    op.create_table(
        "organisaties",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("naam", sa.String(length=120), nullable=False),
        sa.Column("slug", sa.String(length=140), nullable=False),
        sa.Column(
            "soort",
            sa.Enum(
                "corporatie",
                "welzijn",
                "zorg",
                "politie",
                "nutsbedrijf",
                "onderwijs",
                "overig",
                name="organisatiesoort",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("omschrijving", sa.Text(), nullable=False),
        sa.Column("website", sa.String(length=200), nullable=True),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisaties")),
        sa.UniqueConstraint("naam", name=op.f("uq_organisaties_naam")),
        sa.UniqueConstraint("slug", name=op.f("uq_organisaties_slug")),
    )
    op.create_table(
        "gebiedsopgaven",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("gebied_id", sa.Integer(), nullable=False),
        sa.Column("van_jaar", sa.Integer(), nullable=False),
        sa.Column("tot_jaar", sa.Integer(), nullable=False),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "tot_jaar - van_jaar BETWEEN 3 AND 4",
            name=op.f("ck_gebiedsopgaven_period_of_4_or_5_years"),
        ),
        sa.ForeignKeyConstraint(
            ["gebied_id"], ["gebieden.id"], name=op.f("fk_gebiedsopgaven_gebied_id_gebieden")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gebiedsopgaven")),
        sa.UniqueConstraint(
            "gebied_id", "van_jaar", name=op.f("uq_gebiedsopgaven_gebied_id_van_jaar")
        ),
    )
    op.create_table(
        "organisatie_leden",
        sa.Column("organisatie_id", sa.Integer(), nullable=False),
        sa.Column("gebruiker_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["gebruiker_id"],
            ["gebruikers.id"],
            name=op.f("fk_organisatie_leden_gebruiker_id_gebruikers"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organisatie_id"],
            ["organisaties.id"],
            name=op.f("fk_organisatie_leden_organisatie_id_organisaties"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "organisatie_id", "gebruiker_id", name=op.f("pk_organisatie_leden")
        ),
    )
    with op.batch_alter_table("organisatie_leden", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_organisatie_leden_gebruiker_id"), ["gebruiker_id"], unique=False
        )

    op.create_table(
        "doelen",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("opgave_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["opgave_id"],
            ["gebiedsopgaven.id"],
            name=op.f("fk_doelen_opgave_id_gebiedsopgaven"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_doelen")),
    )
    with op.batch_alter_table("doelen", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_doelen_opgave_id"), ["opgave_id"], unique=False)

    op.create_table(
        "opgave_versies",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("opgave_id", sa.Integer(), nullable=False),
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column(
            "status",
            sa.Enum("concept", "vastgesteld", name="opgavestatus", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("inleiding", sa.Text(), nullable=False),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.Column("besluitnummer", sa.String(length=40), nullable=True),
        sa.Column("vastgesteld_op", sa.Date(), nullable=True),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(status = 'vastgesteld') = (vastgesteld_op IS NOT NULL) AND (status = 'vastgesteld') = (besluitnummer IS NOT NULL)",
            name=op.f("ck_opgave_versies_vastgesteld_has_decision"),
        ),
        sa.CheckConstraint(
            "nummer = 1 OR reden <> ''", name=op.f("ck_opgave_versies_herijking_has_reden")
        ),
        sa.ForeignKeyConstraint(
            ["opgave_id"],
            ["gebiedsopgaven.id"],
            name=op.f("fk_opgave_versies_opgave_id_gebiedsopgaven"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opgave_versies")),
        sa.UniqueConstraint(
            "opgave_id", "nummer", name=op.f("uq_opgave_versies_opgave_id_nummer")
        ),
    )
    op.create_table(
        "doel_teksten",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("opgave_versie_id", sa.Integer(), nullable=False),
        sa.Column("doel_id", sa.Integer(), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("titel", sa.String(length=200), nullable=False),
        sa.Column("resultaat", sa.Text(), nullable=False),
        sa.Column(
            "prioriteit",
            sa.Enum("hoog", "midden", "laag", name="prioriteit", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column(
            "domein",
            sa.Enum(
                "fysiek",
                "sociaal",
                "economisch",
                "bestuur",
                name="domein",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("partners", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["doel_id"], ["doelen.id"], name=op.f("fk_doel_teksten_doel_id_doelen")
        ),
        sa.ForeignKeyConstraint(
            ["opgave_versie_id"],
            ["opgave_versies.id"],
            name=op.f("fk_doel_teksten_opgave_versie_id_opgave_versies"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_doel_teksten")),
        sa.UniqueConstraint(
            "opgave_versie_id", "doel_id", name=op.f("uq_doel_teksten_opgave_versie_id_doel_id")
        ),
    )
    with op.batch_alter_table("doel_teksten", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_doel_teksten_doel_id"), ["doel_id"], unique=False)

    op.create_table(
        "indicatoren",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("doel_tekst_id", sa.Integer(), nullable=False),
        sa.Column("kengetal", sa.String(length=60), nullable=True),
        sa.Column("naam", sa.String(length=120), nullable=False),
        sa.Column("eenheid", sa.String(length=30), nullable=False),
        sa.Column("bron", sa.String(length=120), nullable=False),
        sa.Column("nulmeting", sa.Double(), nullable=False),
        sa.Column("nulmeting_jaar", sa.Integer(), nullable=False),
        sa.Column("streefwaarde", sa.Double(), nullable=False),
        sa.Column("streefjaar", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["doel_tekst_id"],
            ["doel_teksten.id"],
            name=op.f("fk_indicatoren_doel_tekst_id_doel_teksten"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_indicatoren")),
    )
    with op.batch_alter_table("indicatoren", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_indicatoren_doel_tekst_id"), ["doel_tekst_id"], unique=False
        )

    op.create_table(
        "project_standen",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("van", sa.DateTime(timezone=True), nullable=False),
        sa.Column("tot", sa.DateTime(timezone=True), nullable=True),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.Column("bron", sa.String(length=40), nullable=True),
        sa.Column("bedragen", sa.JSON(), nullable=False),
        sa.Column("titel", sa.String(length=160), nullable=False),
        sa.Column("omschrijving", sa.Text(), nullable=False),
        sa.Column(
            "soort",
            sa.Enum(
                "werk",
                "onderhoud",
                "project",
                "programma",
                "proces",
                "beleidsopgave",
                name="projectsoort",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "domein",
            sa.Enum(
                "fysiek",
                "sociaal",
                "economisch",
                "bestuur",
                name="domein",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
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
        sa.Column(
            "fase",
            sa.Enum(
                "idee",
                "voorbereiding",
                "uitvoering",
                "afgerond",
                "gestopt",
                name="fase",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("start", sa.Date(), nullable=False),
        sa.Column("eind", sa.Date(), nullable=False),
        sa.Column("plek_omschrijving", sa.String(length=200), nullable=False),
        sa.Column("trekker", sa.String(length=120), nullable=False),
        sa.Column("contact_naam", sa.String(length=120), nullable=False),
        sa.Column("contact_email", sa.String(length=254), nullable=True),
        sa.Column(
            "participatieniveau",
            sa.Enum(
                "informeren",
                "raadplegen",
                "adviseren",
                "coproduceren",
                "meebeslissen",
                name="participatieniveau",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("participatie_toelichting", sa.Text(), nullable=False),
        sa.Column("fasering", sa.JSON(), nullable=False),
        sa.Column("mijlpalen", sa.JSON(), nullable=False),
        sa.Column("verwijzingen", sa.JSON(), nullable=False),
        sa.Column("doel_id", sa.Integer(), nullable=True),
        sa.Column("begrotingsprogramma", sa.String(length=20), nullable=False),
        sa.Column("organisatie_id", sa.Integer(), nullable=True),
        sa.Column("west", sa.Float(), nullable=True),
        sa.Column("zuid", sa.Float(), nullable=True),
        sa.Column("oost", sa.Float(), nullable=True),
        sa.Column("noord", sa.Float(), nullable=True),
        sa.Column("geometrie", sa.JSON(none_as_null=True), nullable=True),
        sa.CheckConstraint(
            "tot IS NULL OR tot >= van", name=op.f("ck_project_standen_tot_not_before_van")
        ),
        sa.ForeignKeyConstraint(
            ["doel_id"], ["doelen.id"], name=op.f("fk_project_standen_doel_id_doelen")
        ),
        sa.ForeignKeyConstraint(
            ["organisatie_id"],
            ["organisaties.id"],
            name=op.f("fk_project_standen_organisatie_id_organisaties"),
        ),
        sa.ForeignKeyConstraint(
            ["project_id"],
            ["projecten.id"],
            name=op.f("fk_project_standen_project_id_projecten"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project_standen")),
        sa.UniqueConstraint(
            "project_id", "versie", name=op.f("uq_project_standen_project_id_versie")
        ),
    )
    with op.batch_alter_table("project_standen", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_project_standen_noord"), ["noord"], unique=False)
        batch_op.create_index(batch_op.f("ix_project_standen_oost"), ["oost"], unique=False)
        batch_op.create_index("ix_project_standen_van_tot", ["van", "tot"], unique=False)
        batch_op.create_index(batch_op.f("ix_project_standen_west"), ["west"], unique=False)
        batch_op.create_index(batch_op.f("ix_project_standen_zuid"), ["zuid"], unique=False)
        batch_op.create_index(
            "uq_project_standen_newest",
            ["project_id"],
            unique=True,
            sqlite_where=sa.text("tot IS NULL"),
            postgresql_where=sa.text("tot IS NULL"),
        )

    op.create_table(
        "project_stand_gebieden",
        sa.Column("stand_id", sa.Integer(), nullable=False),
        sa.Column("gebied_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["gebied_id"],
            ["gebieden.id"],
            name=op.f("fk_project_stand_gebieden_gebied_id_gebieden"),
        ),
        sa.ForeignKeyConstraint(
            ["stand_id"],
            ["project_standen.id"],
            name=op.f("fk_project_stand_gebieden_stand_id_project_standen"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("stand_id", "gebied_id", name=op.f("pk_project_stand_gebieden")),
    )
    with op.batch_alter_table("project_stand_gebieden", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_project_stand_gebieden_gebied_id"), ["gebied_id"], unique=False
        )

    with op.batch_alter_table("projecten", schema=None) as batch_op:
        batch_op.add_column(sa.Column("fasering", sa.JSON(), nullable=False, server_default="[]"))
        batch_op.add_column(sa.Column("mijlpalen", sa.JSON(), nullable=False, server_default="[]"))
        batch_op.add_column(
            sa.Column("verwijzingen", sa.JSON(), nullable=False, server_default="[]")
        )
        batch_op.add_column(sa.Column("doel_id", sa.Integer(), nullable=True))
        batch_op.add_column(
            sa.Column(
                "begrotingsprogramma", sa.String(length=20), nullable=False, server_default=""
            )
        )
        batch_op.add_column(sa.Column("organisatie_id", sa.Integer(), nullable=True))
        batch_op.create_index("ix_projecten_doel_id", ["doel_id"], unique=False)
        batch_op.create_index("ix_projecten_organisatie_id", ["organisatie_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_projecten_doel_id_doelen"), "doelen", ["doel_id"], ["id"]
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_projecten_organisatie_id_organisaties"),
            "organisaties",
            ["organisatie_id"],
            ["id"],
        )

    keep_first_standen()


def downgrade() -> None:
    with op.batch_alter_table("projecten", schema=None) as batch_op:
        batch_op.drop_constraint(
            batch_op.f("fk_projecten_organisatie_id_organisaties"), type_="foreignkey"
        )
        batch_op.drop_constraint(batch_op.f("fk_projecten_doel_id_doelen"), type_="foreignkey")
        batch_op.drop_index("ix_projecten_organisatie_id")
        batch_op.drop_index("ix_projecten_doel_id")
        batch_op.drop_column("organisatie_id")
        batch_op.drop_column("begrotingsprogramma")
        batch_op.drop_column("doel_id")
        batch_op.drop_column("verwijzingen")
        batch_op.drop_column("mijlpalen")
        batch_op.drop_column("fasering")

    with op.batch_alter_table("project_stand_gebieden", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_project_stand_gebieden_gebied_id"))

    op.drop_table("project_stand_gebieden")
    with op.batch_alter_table("project_standen", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_project_standen_newest",
            sqlite_where=sa.text("tot IS NULL"),
            postgresql_where=sa.text("tot IS NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_project_standen_zuid"))
        batch_op.drop_index(batch_op.f("ix_project_standen_west"))
        batch_op.drop_index("ix_project_standen_van_tot")
        batch_op.drop_index(batch_op.f("ix_project_standen_oost"))
        batch_op.drop_index(batch_op.f("ix_project_standen_noord"))

    op.drop_table("project_standen")
    with op.batch_alter_table("indicatoren", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_indicatoren_doel_tekst_id"))

    op.drop_table("indicatoren")
    with op.batch_alter_table("doel_teksten", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_doel_teksten_doel_id"))

    op.drop_table("doel_teksten")
    op.drop_table("opgave_versies")
    with op.batch_alter_table("doelen", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_doelen_opgave_id"))

    op.drop_table("doelen")
    with op.batch_alter_table("organisatie_leden", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_organisatie_leden_gebruiker_id"))

    op.drop_table("organisatie_leden")
    op.drop_table("gebiedsopgaven")
    op.drop_table("organisaties")
