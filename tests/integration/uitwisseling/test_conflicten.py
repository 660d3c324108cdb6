"""What the file changed, what an editor changed, and what both changed."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from participatie.core.db import db
from participatie.core.errors import StaleError
from participatie.programmas.models import Project, ProjectStand
from participatie.programmas.queries_gegevens import gegevens_of
from participatie.programmas.services import change_project
from participatie.programmas.types import Fase
from participatie.uitwisseling.errors import ImportRefusedError
from participatie.uitwisseling.services_import import apply_plan, import_projecten
from participatie.uitwisseling.services_plan import plan_import
from participatie.uitwisseling.types import Keuze, Uitkomst, Verschilsoort
from tests.factories.gebieden import make_city
from tests.integration.uitwisseling.test_import import csv_of, one

OURS = "Titel van de redacteur"
THEIRS = "Titel uit het bestand"


@pytest.fixture
def known(session):
    """A project that came from a file."""
    make_city()
    import_projecten(csv_of({}))
    return one()


def edit(project: Project, **changed) -> None:
    change_project(project, replace(gegevens_of(project), **changed), actor_id=None)


def test_what_only_an_editor_changed_stays_and_is_told(known) -> None:
    edit(known, titel=OURS)

    (rij,) = plan_import(csv_of({})).rijen

    assert (rij.uitkomst, rij.verschillen) == (
        Uitkomst.ONGEWIJZIGD,
        {"titel": Verschilsoort.BLIJFT},
    )


def test_what_an_editor_changed_stays_when_the_file_changes_something_else(known) -> None:
    edit(known, titel=OURS)
    changed = csv_of({"fase": "uitvoering"})
    import_projecten(changed)
    import_projecten(changed)  # a base that forgot what the file said would now take its title
    assert (one().titel, one().fase) == (OURS, Fase.UITVOERING)


def test_a_field_that_both_changed_is_a_conflict(known) -> None:
    edit(known, titel=OURS)
    (rij,) = plan_import(csv_of({"titel": THEIRS})).rijen
    assert (rij.uitkomst, rij.conflicten) == (Uitkomst.CONFLICT, ("titel",))


def test_a_field_that_both_changed_to_the_same_is_none(known) -> None:
    edit(known, titel=THEIRS)
    (rij,) = plan_import(csv_of({"titel": THEIRS})).rijen
    assert rij.uitkomst is Uitkomst.ONGEWIJZIGD


def test_a_conflict_is_refused_when_nobody_chose(known) -> None:
    edit(known, titel=OURS)
    with pytest.raises(ImportRefusedError) as refused:
        import_projecten(csv_of({"titel": THEIRS}))
    assert [(fout.rij, fout.veld) for fout in refused.value.fouten] == [(2, "titel")]


@pytest.mark.parametrize(("keuze", "titel"), [(Keuze.BESTAND, THEIRS), (Keuze.PLATFORM, OURS)])
def test_who_wins_is_what_was_chosen(known, keuze, titel) -> None:
    edit(known, titel=OURS)
    import_projecten(csv_of({"titel": THEIRS}), keuze=keuze)
    assert one().titel == titel


def test_a_choice_is_not_asked_again_for_the_same_file(known) -> None:
    edit(known, titel=OURS)
    data = csv_of({"titel": THEIRS})
    import_projecten(data, keuze=Keuze.PLATFORM)
    assert plan_import(data).rijen[0].uitkomst is Uitkomst.ONGEWIJZIGD


def test_start_and_eind_are_chosen_together(known) -> None:
    edit(known, eind=known.eind.replace(year=2029))
    (rij,) = plan_import(csv_of({"start": "2026"})).rijen
    assert rij.conflicten == ("start", "eind")


def test_what_the_file_no_longer_names_is_told(known) -> None:
    plan = plan_import(csv_of({"sleutel": "P2"}))
    assert [one.sleutel for one in plan.weg] == ["P1"]


def test_what_the_file_no_longer_names_can_be_stopped_with_a_reason(known) -> None:
    plan = plan_import(csv_of({"sleutel": "P2"}))
    apply_plan(plan, kies=lambda _: Keuze.BESTAND, weg_reden="Vervallen.", actor_id=None)
    db.session.expire_all()
    stand = db.session.scalars(
        select(ProjectStand).where(ProjectStand.project_id == known.id, ProjectStand.tot.is_(None))
    ).one()
    assert (known.fase, stand.reden) == (Fase.GESTOPT, "Vervallen.")


def test_a_plan_of_a_register_that_moved_on_is_refused_whole(known) -> None:
    plan = plan_import(csv_of({"titel": THEIRS}, {"sleutel": "P2"}))
    edit(known, trekker="Iemand anders")
    with pytest.raises(StaleError):
        apply_plan(plan, kies=lambda _: Keuze.BESTAND, actor_id=None)
    assert one().titel != THEIRS


def test_many_rows_keep_their_money_gebieden_and_stand(session) -> None:
    make_city()
    rows = [{"sleutel": f"P{n}"} for n in range(600)]
    import_projecten(csv_of(*rows))
    import_projecten(csv_of(*({**row, "subsidie_2028": "7"} for row in rows)))
    standen = db.session.scalars(select(ProjectStand).where(ProjectStand.tot.is_(None))).all()
    assert {stand.versie for stand in standen} == {2}
    assert {str(stand.bedragen["2028"]) for stand in standen} == {"{'subsidie': 700}"}
    assert {len(stand.gebieden) for stand in standen} == {1}
