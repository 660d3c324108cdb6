"""Imports in the background: checked, agreed to and done."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import InvalidInputError
from participatie.core.locks import held_alone
from participatie.core.uploads import folder_of
from participatie.programmas.queries import count_projecten, find_by_source
from participatie.programmas.types import Fase
from participatie.uitwisseling.models import ImportRij, ProgrammaImport
from participatie.uitwisseling.queries import get_import, list_rijen
from participatie.uitwisseling.rules_mapping import default_mapping
from participatie.uitwisseling.services import (
    approve,
    choose_columns,
    choose_rest,
    receive,
    withdraw,
)
from participatie.uitwisseling.services_stap import FOLDER
from participatie.uitwisseling.services_werk import forget_old_imports, lock_name, run_due_imports
from participatie.uitwisseling.types import ImportStatus, Keuze, Uitkomst, WegKeuze
from tests.factories.accounts import make_redacteur
from tests.factories.gebieden import make_city
from tests.factories.uitwisseling import ImportFactory
from tests.integration.uitwisseling.test_conflicten import OURS, THEIRS, edit
from tests.integration.uitwisseling.test_import import COLUMNS, csv_of, one


@pytest.fixture
def city(session):
    return make_city()


@pytest.fixture
def bring(city):
    """Bring a file in as a redacteur and let it be checked."""

    def bring(*rows, gebied=None) -> ProgrammaImport:
        redacteur = make_redacteur(gebied)
        found = receive(
            csv_of(*rows),
            bestandsnaam="p.csv",
            bronsysteem="mjgp",
            kolommen={},
            actor_id=redacteur.id,
        )
        choose_columns(found, default_mapping(COLUMNS.split(";")))
        work()
        return get_import(found.id)

    return bring


def work() -> None:
    """Do what the job does."""
    db.session.commit()
    run_due_imports()


def test_a_checked_file_waits_for_a_choice_and_changed_nothing(bring) -> None:
    found = bring({}, {"sleutel": "P2"})
    assert (found.status, found.tellingen["nieuw"], count_projecten()) == (
        ImportStatus.KEUZE,
        2,
        0,
    )


def test_what_was_agreed_is_done(bring) -> None:
    found = bring({}, {"sleutel": "P2"})
    approve(found, weg=WegKeuze.LAAT_STAAN)
    work()
    assert (get_import(found.id).status, count_projecten()) == (ImportStatus.KLAAR, 2)


def test_every_mistake_of_a_refused_file_is_kept(bring) -> None:
    found = bring({"fase": "ooit"}, {"sleutel": "P2", "titel": ""})
    assert found.status is ImportStatus.GEWEIGERD
    assert [fout[:2] for fout in found.fouten["fouten"]] == [[2, "fase"], [3, "titel"]]


def test_a_difference_is_kept_in_words(bring) -> None:
    approve(bring({}), weg=WegKeuze.LAAT_STAAN)
    work()
    found = bring({"fase": "uitvoering"})
    (rij,) = list_rijen(found.id, Uitkomst.GEWIJZIGD).items
    assert rij.verschillen["velden"] == [["fase", "wijzigt", "Voorbereiding", "Uitvoering"]]


def test_a_conflict_must_be_chosen_first(bring) -> None:
    approve(bring({}), weg=WegKeuze.LAAT_STAAN)
    work()
    edit(one(), titel=OURS)
    found = bring({"titel": THEIRS})
    with pytest.raises(InvalidInputError):
        approve(found, weg=WegKeuze.LAAT_STAAN)
    choose_rest(found, Keuze.BESTAND)
    approve(found, weg=WegKeuze.LAAT_STAAN)
    work()
    assert one().titel == THEIRS


def test_stopping_what_is_gone_needs_a_reason(bring) -> None:
    found = bring({})
    with pytest.raises(InvalidInputError):
        approve(found, weg=WegKeuze.GESTOPT, weg_reden=" ")


def test_what_is_gone_can_be_stopped(bring) -> None:
    approve(bring({}), weg=WegKeuze.LAAT_STAAN)
    work()
    found = bring({"sleutel": "P2"})
    approve(found, weg=WegKeuze.GESTOPT, weg_reden="Vervallen.")
    work()
    assert one_with("P1").fase is Fase.GESTOPT


def one_with(sleutel):

    db.session.expire_all()
    return find_by_source("mjgp", sleutel)


def test_a_change_after_the_check_asks_to_look_again(bring) -> None:
    approve(bring({}), weg=WegKeuze.LAAT_STAAN)
    work()
    found = bring({"fase": "uitvoering"})
    approve(found, weg=WegKeuze.LAAT_STAAN)
    db.session.flush()
    edit(one(), trekker="Iemand anders")
    work()
    found = get_import(found.id)
    assert (found.status, "intussen gewijzigd" in found.melding) == (ImportStatus.KEUZE, True)


def test_a_redacteur_of_one_gebied_imports_only_there(bring, city) -> None:
    found = bring({"gebieden": "Schalkwijk", "lon": "", "lat": ""}, gebied=city.stadsdelen[0])
    assert (found.status, found.fouten["fouten"][0][1]) == (ImportStatus.GEWEIGERD, "gebieden")


def test_a_redacteur_who_lost_the_role_imports_nothing(bring) -> None:
    found = bring({})
    approve(found, weg=WegKeuze.LAAT_STAAN)
    for rol in db.session.scalars(select(type(make_redacteur().rollen[0]))):
        db.session.delete(rol)
    work()
    assert (get_import(found.id).status, count_projecten()) == (ImportStatus.GEWEIGERD, 0)


def test_a_withdrawn_import_leaves_no_file(bring) -> None:
    found = bring({})
    path = folder_of(FOLDER) / found.bestand
    withdraw(found)
    rows = db.session.scalar(select(func.count()).select_from(ImportRij))
    db.session.commit()
    assert (found.bestand, rows, path.name) == (None, 0, path.name)


def test_after_a_month_the_file_is_gone_and_the_import_still_known(bring) -> None:
    found = bring({})
    with clock.set_to(clock.now() + timedelta(days=31)):
        forget_old_imports()
    assert (get_import(found.id).bestand, get_import(found.id).bestandsnaam) == (None, "p.csv")


@pytest.mark.parametrize("status", [ImportStatus.LEZEN, ImportStatus.BEZIG])
def test_work_that_nobody_does_any_more_is_told_to_be_cut_off(city, status) -> None:
    found = ImportFactory(status=status)
    work()
    found = get_import(found.id)
    assert found.status is ImportStatus.AFGEBROKEN
    assert "Er is niets gewijzigd" in found.melding


def test_of_two_imports_of_one_source_the_second_waits(city) -> None:

    first = ImportFactory(status=ImportStatus.BEZIG)
    second = ImportFactory(status=ImportStatus.AKKOORD)
    with held_alone(lock_name(first.id)):
        work()
    assert get_import(second.id).status is ImportStatus.AKKOORD
