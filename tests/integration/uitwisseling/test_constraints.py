"""What must never be stored is refused by the database."""

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from participatie.core import clock
from participatie.core.db import db
from participatie.uitwisseling.models import Bronmapping, Bronstand, ImportRij
from participatie.uitwisseling.types import ImportStatus, Keuze, Uitkomst, WegKeuze
from tests.factories.gebieden import make_city
from tests.factories.programmas import ProjectFactory
from tests.factories.uitwisseling import ImportFactory

pytestmark = pytest.mark.usefixtures("session")


def make_rij(found, **changed) -> ImportRij:
    row = {
        "import_id": found.id,
        "uitkomst": Uitkomst.NIEUW,
        "volgorde": 2,
        "sleutel": "P1",
        "titel": "Riool",
        "verschillen": {"velden": []},
    }
    return ImportRij(**row | changed)


def refuse(name: str, *rows) -> None:
    """Store rows, and expect the constraint to refuse them."""
    db.session.add_all(rows)
    with pytest.raises(IntegrityError, match=name):
        db.session.flush()
    db.session.rollback()


def test_a_source_has_one_mapping() -> None:
    refuse(
        "bronmappings.bronsysteem|uq_bronmappings_bronsysteem",
        *(Bronmapping(bronsysteem="mjgp", mapping={}, gewijzigd_op=clock.now()) for _ in "ab"),
    )


def test_a_project_has_one_thing_its_source_last_said() -> None:
    project = ProjectFactory(gebieden=[make_city().stad])
    row = {"project_id": project.id, "gezegd": {}, "gezegd_op": clock.now()}
    db.session.execute(insert(Bronstand), [row])
    with pytest.raises(IntegrityError, match=r"bronstanden.project_id|pk_bronstanden"):
        db.session.execute(insert(Bronstand), [row])
    db.session.rollback()


def test_what_its_source_said_goes_with_a_project() -> None:
    project = ProjectFactory(gebieden=[make_city().stad])
    db.session.add(Bronstand(project_id=project.id, gezegd={}, gezegd_op=clock.now()))
    db.session.flush()
    db.session.expunge_all()
    db.session.execute(project.__table__.delete())
    assert db.session.query(Bronstand).count() == 0


def test_projects_are_not_stopped_without_a_reason() -> None:
    with pytest.raises(IntegrityError, match="gestopt_has_reden"):
        ImportFactory(weg_keuze=WegKeuze.GESTOPT, weg_reden="")
    db.session.rollback()


def test_of_one_source_only_one_import_is_written_at_a_time() -> None:
    ImportFactory(status=ImportStatus.BEZIG)
    with pytest.raises(IntegrityError, match=r"imports.bronsysteem|uq_programma_imports_bezig"):
        ImportFactory(status=ImportStatus.BEZIG)
    db.session.rollback()


def test_two_sources_can_be_written_side_by_side() -> None:
    ImportFactory(status=ImportStatus.BEZIG)
    assert ImportFactory(status=ImportStatus.BEZIG, bronsysteem="ander").id


def test_a_row_has_its_own_place_in_an_import() -> None:
    found = ImportFactory()
    refuse(
        "rijen.import_id, programma_import_rijen.uitkomst|uq_programma_import_rijen",
        make_rij(found),
        make_rij(found, sleutel="P2"),
    )


def test_only_a_conflict_has_a_choice() -> None:
    refuse("keuze_of_conflict", make_rij(ImportFactory(), keuze=Keuze.BESTAND))


def test_a_conflict_can_have_a_choice() -> None:
    row = make_rij(ImportFactory(), uitkomst=Uitkomst.CONFLICT, keuze=Keuze.BESTAND)
    db.session.add(row)
    db.session.flush()
    assert row.id
