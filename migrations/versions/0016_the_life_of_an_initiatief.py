"""the life of an initiatief

Revises: 0015
"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

NEW = (
    "fasestappen",
    "initiatiefupdates",
    "updatefotos",
    "medeinitiatiefnemers",
    "uitnodigingen",
    "realisaties",
    "kloptantwoorden",
    "samenvoegingen",
)


def upgrade() -> None:
    _add_columns()
    _make_fasen()
    _make_people()
    _make_answers()
    _make_samenvoegingen()


def _add_columns() -> None:
    with op.batch_alter_table("fotos") as batch_op:
        batch_op.add_column(
            sa.Column("is_later", sa.Boolean(), nullable=False, server_default=sa.false())
        )
    with op.batch_alter_table("fotos") as batch_op:
        batch_op.alter_column("is_later", server_default=None)
    with op.batch_alter_table("initiatieven") as batch_op:
        batch_op.add_column(
            sa.Column("fase", sa.String(40), nullable=False, server_default="gezocht")
        )
        batch_op.add_column(sa.Column("fase_sinds", sa.DateTime(timezone=True)))
        batch_op.add_column(sa.Column("opgegaan_in_id", sa.Integer()))
    with op.batch_alter_table("initiatieven") as batch_op:
        batch_op.alter_column("fase", server_default=None)
        batch_op.create_check_constraint(
            op.f("ck_initiatieven_goes_into_another"), "opgegaan_in_id <> id"
        )
        batch_op.create_check_constraint(
            op.f("ck_initiatieven_fase_has_a_moment"),
            "fase = 'gezocht' OR fase_sinds IS NOT NULL",
        )
        batch_op.create_foreign_key(
            op.f("fk_initiatieven_opgegaan_in_id_initiatieven"),
            "initiatieven",
            ["opgegaan_in_id"],
            ["id"],
        )
        batch_op.create_index(op.f("ix_initiatieven_fase"), ["fase"])
        batch_op.create_index(op.f("ix_initiatieven_opgegaan_in_id"), ["opgegaan_in_id"])


def _make_fasen() -> None:
    op.create_table(
        "fasestappen",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("initiatief_id", sa.Integer(), nullable=False),
        sa.Column("van", sa.String(40), nullable=False),
        sa.Column("naar", sa.String(40), nullable=False),
        sa.Column("toelichting", sa.Text(), nullable=False),
        sa.Column("gezocht", sa.JSON(), nullable=False),
        sa.Column("als", sa.String(40), nullable=False),
        sa.Column("door_id", sa.Integer(), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("length(toelichting) > 0", name=op.f("ck_fasestappen_explained")),
        sa.CheckConstraint("van <> naar", name=op.f("ck_fasestappen_goes_somewhere")),
        sa.ForeignKeyConstraint(
            ["door_id"], ["gebruikers.id"], name=op.f("fk_fasestappen_door_id_gebruikers")
        ),
        sa.ForeignKeyConstraint(
            ["initiatief_id"],
            ["initiatieven.id"],
            name=op.f("fk_fasestappen_initiatief_id_initiatieven"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fasestappen")),
    )
    op.create_index(op.f("ix_fasestappen_door_id"), "fasestappen", ["door_id"])
    op.create_index(op.f("ix_fasestappen_initiatief_id"), "fasestappen", ["initiatief_id"])
    op.create_table(
        "initiatiefupdates",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("initiatief_id", sa.Integer(), nullable=False),
        sa.Column("sleutel", sa.String(length=43), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("door_id", sa.Integer(), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("length(tekst) > 0", name=op.f("ck_initiatiefupdates_says_something")),
        sa.ForeignKeyConstraint(
            ["door_id"], ["gebruikers.id"], name=op.f("fk_initiatiefupdates_door_id_gebruikers")
        ),
        sa.ForeignKeyConstraint(
            ["initiatief_id"],
            ["initiatieven.id"],
            name=op.f("fk_initiatiefupdates_initiatief_id_initiatieven"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_initiatiefupdates")),
        sa.UniqueConstraint("sleutel", name=op.f("uq_initiatiefupdates_sleutel")),
    )
    op.create_index(op.f("ix_initiatiefupdates_door_id"), "initiatiefupdates", ["door_id"])
    op.create_index(
        op.f("ix_initiatiefupdates_initiatief_id"), "initiatiefupdates", ["initiatief_id"]
    )
    op.create_table(
        "updatefotos",
        sa.Column("foto_id", sa.Integer(), nullable=False),
        sa.Column("update_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["foto_id"], ["fotos.id"], name=op.f("fk_updatefotos_foto_id_fotos")
        ),
        sa.ForeignKeyConstraint(
            ["update_id"],
            ["initiatiefupdates.id"],
            name=op.f("fk_updatefotos_update_id_initiatiefupdates"),
        ),
        sa.PrimaryKeyConstraint("foto_id", name=op.f("pk_updatefotos")),
    )
    op.create_index(op.f("ix_updatefotos_update_id"), "updatefotos", ["update_id"])


def _make_people() -> None:
    op.create_table(
        "medeinitiatiefnemers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("initiatief_id", sa.Integer(), nullable=False),
        sa.Column("gebruiker_id", sa.Integer(), nullable=False),
        sa.Column("sinds", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["gebruiker_id"],
            ["gebruikers.id"],
            name=op.f("fk_medeinitiatiefnemers_gebruiker_id_gebruikers"),
        ),
        sa.ForeignKeyConstraint(
            ["initiatief_id"],
            ["initiatieven.id"],
            name=op.f("fk_medeinitiatiefnemers_initiatief_id_initiatieven"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_medeinitiatiefnemers")),
        sa.UniqueConstraint(
            "initiatief_id",
            "gebruiker_id",
            name=op.f("uq_medeinitiatiefnemers_initiatief_id_gebruiker_id"),
        ),
    )
    op.create_index(
        op.f("ix_medeinitiatiefnemers_gebruiker_id"), "medeinitiatiefnemers", ["gebruiker_id"]
    )
    op.create_table(
        "uitnodigingen",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("initiatief_id", sa.Integer(), nullable=False),
        sa.Column("sleutel", sa.String(length=43), nullable=False),
        sa.Column("aan", sa.String(length=254), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("door_id", sa.Integer(), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("verloopt_op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["door_id"], ["gebruikers.id"], name=op.f("fk_uitnodigingen_door_id_gebruikers")
        ),
        sa.ForeignKeyConstraint(
            ["initiatief_id"],
            ["initiatieven.id"],
            name=op.f("fk_uitnodigingen_initiatief_id_initiatieven"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_uitnodigingen")),
        sa.UniqueConstraint("digest", name=op.f("uq_uitnodigingen_digest")),
        sa.UniqueConstraint("sleutel", name=op.f("uq_uitnodigingen_sleutel")),
    )
    op.create_index(op.f("ix_uitnodigingen_door_id"), "uitnodigingen", ["door_id"])
    op.create_index(op.f("ix_uitnodigingen_initiatief_id"), "uitnodigingen", ["initiatief_id"])
    op.create_index(op.f("ix_uitnodigingen_verloopt_op"), "uitnodigingen", ["verloopt_op"])


def _make_answers() -> None:
    op.create_table(
        "realisaties",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("initiatief_id", sa.Integer(), nullable=False),
        sa.Column("fasestap_id", sa.Integer(), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("open_tot", sa.DateTime(timezone=True), nullable=False),
        sa.Column("voorbij_op", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["fasestap_id"],
            ["fasestappen.id"],
            name=op.f("fk_realisaties_fasestap_id_fasestappen"),
        ),
        sa.ForeignKeyConstraint(
            ["initiatief_id"],
            ["initiatieven.id"],
            name=op.f("fk_realisaties_initiatief_id_initiatieven"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_realisaties")),
        sa.UniqueConstraint("fasestap_id", name=op.f("uq_realisaties_fasestap_id")),
    )
    op.create_index(op.f("ix_realisaties_initiatief_id"), "realisaties", ["initiatief_id"])
    op.create_table(
        "kloptantwoorden",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("realisatie_id", sa.Integer(), nullable=False),
        sa.Column("gebruiker_id", sa.Integer(), nullable=False),
        sa.Column("klopt", sa.Boolean(), nullable=False),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("oordeel", sa.String(40), nullable=True),
        sa.Column("oordeel_reden", sa.Text(), nullable=False),
        sa.Column("beoordeeld_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("beoordeeld_door_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(oordeel IS NULL OR oordeel = 'open') = (beoordeeld_op IS NULL)",
            name=op.f("ck_kloptantwoorden_judged_has_a_moment"),
        ),
        sa.CheckConstraint(
            "(klopt AND oordeel IS NULL) OR (NOT klopt AND oordeel IS NOT NULL)",
            name=op.f("ck_kloptantwoorden_no_is_judged"),
        ),
        sa.CheckConstraint(
            "klopt OR length(reden) > 0", name=op.f("ck_kloptantwoorden_no_has_a_reason")
        ),
        sa.ForeignKeyConstraint(
            ["beoordeeld_door_id"],
            ["gebruikers.id"],
            name=op.f("fk_kloptantwoorden_beoordeeld_door_id_gebruikers"),
        ),
        sa.ForeignKeyConstraint(
            ["gebruiker_id"],
            ["gebruikers.id"],
            name=op.f("fk_kloptantwoorden_gebruiker_id_gebruikers"),
        ),
        sa.ForeignKeyConstraint(
            ["realisatie_id"],
            ["realisaties.id"],
            name=op.f("fk_kloptantwoorden_realisatie_id_realisaties"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kloptantwoorden")),
        sa.UniqueConstraint(
            "realisatie_id",
            "gebruiker_id",
            name=op.f("uq_kloptantwoorden_realisatie_id_gebruiker_id"),
        ),
    )
    op.create_index(
        op.f("ix_kloptantwoorden_beoordeeld_door_id"), "kloptantwoorden", ["beoordeeld_door_id"]
    )
    op.create_index(op.f("ix_kloptantwoorden_gebruiker_id"), "kloptantwoorden", ["gebruiker_id"])
    op.create_index("ix_kloptantwoorden_oordeel", "kloptantwoorden", ["oordeel", "op"])


def _make_samenvoegingen() -> None:
    op.create_table(
        "samenvoegingen",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("later_id", sa.Integer(), nullable=False),
        sa.Column("eerder_id", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(40), nullable=False),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.Column("als", sa.String(40), nullable=False),
        sa.Column("voorgesteld_door_id", sa.Integer(), nullable=False),
        sa.Column("voorgesteld_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("antwoord", sa.Text(), nullable=False),
        sa.Column("beantwoord_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("teruggedraaid_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("teruggedraaid_door_id", sa.Integer(), nullable=True),
        sa.Column("teruggedraaid_reden", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "(status = 'teruggedraaid') = (teruggedraaid_op IS NOT NULL)",
            name=op.f("ck_samenvoegingen_undone_has_a_moment"),
        ),
        sa.CheckConstraint(
            "(status = 'voorgesteld') = (beantwoord_op IS NULL)",
            name=op.f("ck_samenvoegingen_answer_has_a_moment"),
        ),
        sa.CheckConstraint("later_id <> eerder_id", name=op.f("ck_samenvoegingen_two_different")),
        sa.CheckConstraint("length(reden) > 0", name=op.f("ck_samenvoegingen_reden_given")),
        sa.ForeignKeyConstraint(
            ["eerder_id"],
            ["initiatieven.id"],
            name=op.f("fk_samenvoegingen_eerder_id_initiatieven"),
        ),
        sa.ForeignKeyConstraint(
            ["later_id"], ["initiatieven.id"], name=op.f("fk_samenvoegingen_later_id_initiatieven")
        ),
        sa.ForeignKeyConstraint(
            ["teruggedraaid_door_id"],
            ["gebruikers.id"],
            name=op.f("fk_samenvoegingen_teruggedraaid_door_id_gebruikers"),
        ),
        sa.ForeignKeyConstraint(
            ["voorgesteld_door_id"],
            ["gebruikers.id"],
            name=op.f("fk_samenvoegingen_voorgesteld_door_id_gebruikers"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_samenvoegingen")),
    )
    op.create_index(op.f("ix_samenvoegingen_eerder_id"), "samenvoegingen", ["eerder_id"])
    op.create_index(op.f("ix_samenvoegingen_later_id"), "samenvoegingen", ["later_id"])
    op.create_index(
        op.f("ix_samenvoegingen_teruggedraaid_door_id"),
        "samenvoegingen",
        ["teruggedraaid_door_id"],
    )
    op.create_index(
        op.f("ix_samenvoegingen_voorgesteld_door_id"), "samenvoegingen", ["voorgesteld_door_id"]
    )
    op.create_index(
        "uq_samenvoegingen_loopt",
        "samenvoegingen",
        ["later_id"],
        unique=True,
        sqlite_where=sa.text("status IN ('voorgesteld', 'akkoord')"),
        postgresql_where=sa.text("status IN ('voorgesteld', 'akkoord')"),
    )


def downgrade() -> None:
    op.execute("DELETE FROM updatefotos")
    op.execute("DELETE FROM fotos WHERE is_later")
    for table in reversed(NEW):
        op.drop_table(table)
    with op.batch_alter_table("initiatieven") as batch_op:
        batch_op.drop_constraint(
            op.f("fk_initiatieven_opgegaan_in_id_initiatieven"), type_="foreignkey"
        )
        for name in ("goes_into_another", "fase_has_a_moment"):
            batch_op.drop_constraint(op.f(f"ck_initiatieven_{name}"), type_="check")
        for column in ("opgegaan_in_id", "fase"):
            batch_op.drop_index(op.f(f"ix_initiatieven_{column}"))
        for column in ("opgegaan_in_id", "fase_sinds", "fase"):
            batch_op.drop_column(column)
    with op.batch_alter_table("fotos") as batch_op:
        batch_op.drop_column("is_later")
