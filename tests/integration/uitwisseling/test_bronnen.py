"""A file that holds projects of several sources, as our own export does."""

import pytest
from sqlalchemy import select

from participatie.core.db import db
from participatie.programmas.models import Project
from participatie.programmas.queries import find_by_source
from participatie.programmas.types import ProjectFilter
from participatie.uitwisseling.queries_export import list_uitvoer
from participatie.uitwisseling.rules_bestand import read_bestand
from participatie.uitwisseling.rules_export import MAX_CEL, write_csv, write_xlsx
from participatie.uitwisseling.rules_voorstel import look_at, propose
from participatie.uitwisseling.services_import import import_projecten
from participatie.uitwisseling.services_plan import plan_import
from participatie.uitwisseling.types import Uitkomst
from tests.factories.gebieden import make_city
from tests.factories.programmas import ProjectFactory
from tests.integration.uitwisseling.files import csv_file
from tests.integration.uitwisseling.test_conflicten import edit
from tests.integration.uitwisseling.test_export import SCHRIJVERS

BRONNEN = ("mjgp", "partner-elan", "register")


@pytest.fixture
def city(session):
    return make_city()


@pytest.fixture
def register(city):
    """One key in three sources: three projects."""
    return [
        ProjectFactory(
            bronsysteem=bron, bronsleutel="P1", titel=f"Van {bron}", gebieden=[city.wijken[0]]
        )
        for bron in BRONNEN
    ]


def export() -> bytes:
    return write_csv(list_uitvoer(ProjectFilter()))


def changed(before: str, after: str) -> bytes:
    return export().decode().replace(before, after).encode()


def outcomes(plan) -> dict[Uitkomst, int]:
    return {uitkomst: n for uitkomst in Uitkomst if (n := plan.aantal(uitkomst))}


@pytest.mark.parametrize("bron", ["mjgp", "van-de-site"])
@pytest.mark.parametrize("formaat", SCHRIJVERS)
def test_the_whole_list_comes_back_in_and_changes_nothing(register, formaat, bron) -> None:
    data = SCHRIJVERS[formaat](list_uitvoer(ProjectFilter()))
    mapping = propose(look_at(read_bestand(data)))
    assert outcomes(plan_import(data, mapping=mapping, bronsysteem=bron)) == {
        Uitkomst.ONGEWIJZIGD: len(BRONNEN)
    }


def test_what_a_filter_left_out_of_our_file_is_not_gone(register, city) -> None:
    ProjectFactory(bronsysteem="mjgp", bronsleutel="P2", gebieden=[city.stad])
    data = write_csv(list_uitvoer(ProjectFilter())[:3])
    assert plan_import(data, bronsysteem="mjgp").weg == ()


def test_a_row_of_another_source_changes_the_project_of_that_source(register) -> None:
    import_projecten(changed("Van partner-elan", "Anders"), bronsysteem="mjgp")
    db.session.expire_all()
    assert sorted(one.titel for one in register) == ["Anders", "Van mjgp", "Van register"]


def test_a_row_of_another_source_that_nobody_knows_is_passed_over(register) -> None:
    data = export() + export().split(b"\r\n")[2].replace(b"P1", b"P9") + b"\r\n"
    plan = plan_import(data, bronsysteem="mjgp")
    (passed,) = plan.overgeslagen
    assert (passed.nummer, "Hoort bij bron partner-elan" in passed.waarom) == (5, True)
    assert len(plan.rijen) == len(BRONNEN)


def test_a_mistake_in_a_row_that_is_passed_over_refuses_nothing(city) -> None:
    data = csv_file({"bronsysteem": ""}, {"bronsysteem": "ander", "fase": "ooit"})
    assert outcomes(plan_import(data, bronsysteem="mjgp")) == {
        Uitkomst.NIEUW: 1,
        Uitkomst.OVERGESLAGEN: 1,
    }


def test_a_row_without_a_source_is_of_the_source_that_was_chosen(city) -> None:
    import_projecten(csv_file({"bronsysteem": ""}), bronsysteem="mjgp")
    assert find_by_source("mjgp", "P1") is not None


def test_a_row_of_another_source_in_a_gebied_of_others_is_passed_over(register) -> None:
    plan = plan_import(
        changed("Van partner-elan", "Anders"), bronsysteem="mjgp", mag=lambda _gebied: False
    )
    assert outcomes(plan) == {Uitkomst.ONGEWIJZIGD: 2, Uitkomst.OVERGESLAGEN: 1}


def test_our_own_file_is_not_taken_for_what_the_source_says(city) -> None:
    source = csv_file({})
    import_projecten(source, bronsysteem="mjgp")
    project = db.session.scalars(select(Project)).one()
    edit(project, titel="Van de redacteur")
    import_projecten(export(), bronsysteem="mjgp")
    import_projecten(source, bronsysteem="mjgp")
    db.session.expire_all()
    assert project.titel == "Van de redacteur"


def test_a_shape_too_large_for_a_cell_of_excel_stays_as_it_is(city) -> None:
    line = [[4.6 + step / 1e6, 52.37] for step in range(MAX_CEL // 16)]
    shape = {"type": "LineString", "coordinates": line}
    ProjectFactory(bronsysteem="mjgp", gebieden=[city.wijken[0]], place=shape)
    data = write_xlsx(list_uitvoer(ProjectFilter()))
    assert outcomes(plan_import(data, bronsysteem="mjgp")) == {Uitkomst.ONGEWIJZIGD: 1}
