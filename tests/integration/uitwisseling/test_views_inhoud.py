"""What a redacteur sees of a file before agreeing to it."""

import pytest
from sqlalchemy import select

from participatie.core.db import db
from participatie.programmas.types import ProjectFilter
from participatie.uitwisseling.models import Bronmapping
from participatie.uitwisseling.queries_export import list_uitvoer
from participatie.uitwisseling.rules_export import write_csv
from tests.factories.accounts import make_redacteur
from tests.factories.gebieden import make_city
from tests.factories.programmas import ProjectFactory
from tests.integration.uitwisseling.files import csv_file
from tests.integration.uitwisseling.test_views import INDEX, bring


@pytest.fixture
def redacteur(client):
    make_city()
    return client.sign_in(make_redacteur())


@pytest.fixture
def page(redacteur):
    """The page of a file with one new project."""
    found = bring(redacteur, csv_file({"lon": "4,6", "lat": "52,37", "subsidie_2027": "1,250"}))
    return redacteur.get(f"{INDEX}/{found.id}").text


@pytest.mark.parametrize(
    "said",
    [
        "Noord",
        "een punt bij 52,37000, 4,60000",
        "1 januari 2027",
        "31 december 2028",
        "Voorbereiding",
        "2027 subsidie € 1.250",
    ],
)
def test_a_new_project_shows_what_it_says(page, said) -> None:
    assert said in page


def test_an_amount_to_look_at_is_told_above_the_rows_and_at_its_row(page) -> None:
    assert page.count("Bedoelt u € 1,25?") == 2


def test_a_row_that_is_passed_over_is_shown_with_why(redacteur) -> None:
    found = bring(redacteur, csv_file({"bronsysteem": "ander"}))
    page = redacteur.get(f"{INDEX}/{found.id}?toon=overgeslagen").text
    assert "Hoort bij bron ander en is daar niet bekend" in page
    assert "Er verandert niets" in page


def test_our_own_file_leaves_the_columns_of_its_source_as_they_were(redacteur) -> None:
    ProjectFactory(bronsysteem="mjgp")
    bring(redacteur, write_csv(list_uitvoer(ProjectFilter())))
    assert db.session.scalars(select(Bronmapping)).all() == []


def test_a_mistake_names_its_field_and_day_as_people_do(redacteur) -> None:
    found = bring(redacteur, csv_file({"eind": "2026-03-12"}))
    page = redacteur.get(f"{INDEX}/{found.id}").text
    assert "Einddatum" in page
    assert "12 maart 2026" in page


def test_a_mistake_in_the_whole_file_is_about_the_file(redacteur) -> None:
    data = csv_file({}).replace(b"fase;", b"stadium;")
    found = bring(redacteur, data)
    lines = redacteur.get(f"{INDEX}/{found.id}/fouten.csv").text.splitlines()
    assert lines[1].startswith("Het bestand;Fase;")
