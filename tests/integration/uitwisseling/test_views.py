"""The pages of an import, as a redacteur walks through them."""

import io

import pytest
from sqlalchemy import select

from participatie.core.db import db
from participatie.programmas.queries import count_projecten
from participatie.uitwisseling.models import Bronmapping, ProgrammaImport
from participatie.uitwisseling.queries import get_import, list_rijen
from participatie.uitwisseling.rules_mapping import read_mapping
from participatie.uitwisseling.services_werk import run_due_imports
from participatie.uitwisseling.types import ImportStatus, Keuze, Uitkomst
from tests.factories.accounts import make_redacteur
from tests.factories.gebieden import make_city
from tests.factories.uitwisseling import ImportFactory
from tests.integration.uitwisseling.files import csv_file
from tests.integration.uitwisseling.test_conflicten import OURS, THEIRS, edit
from tests.integration.uitwisseling.test_import import one

INDEX = "/projecten/inlezen"


@pytest.fixture
def redacteur(client):
    make_city()
    return client.sign_in(make_redacteur())


def bring(client, data: bytes, bron="mjgp") -> ProgrammaImport:
    """Bring a file in and agree with the columns that are proposed."""
    answer = client.post(
        INDEX, data={"bronsysteem": bron, "bestand": (io.BytesIO(data), "projecten.csv")}
    )
    assert answer.status_code == 303
    page = client.get(answer.location)
    assert page.status_code == 200
    assert client.post(answer.location, data=proposed(page.text)).status_code == 303
    db.session.commit()
    run_due_imports()
    return db.session.scalars(select(ProgrammaImport).order_by(ProgrammaImport.id.desc())).first()


def proposed(page: str) -> dict[str, str]:
    """Return what a form would send as it stands."""
    import html5lib  # noqa: PLC0415

    tree = html5lib.parse(page, namespaceHTMLElements=False)
    sent = {"csrf_token": ""}
    for select_ in tree.iter("select"):
        options = list(select_.iter("option"))
        chosen = [one for one in options if one.get("selected") is not None] or options
        sent[select_.get("name")] = chosen[0].get("value")
    return sent


def test_a_file_is_brought_in_agreed_to_and_done(redacteur) -> None:
    found = bring(redacteur, csv_file({}, {"sleutel": "P2"}))
    page = redacteur.get(f"{INDEX}/{found.id}")
    assert "Nieuw (2)" in page.text
    redacteur.post(f"{INDEX}/{found.id}/uitvoeren", data={"weg": "laat-staan"})
    run_due_imports()
    assert "Het bestand is verwerkt" in redacteur.get(f"{INDEX}/{found.id}").text
    assert count_projecten() == 2


def test_columns_with_names_of_their_own_are_proposed_and_remembered(redacteur) -> None:
    data = csv_file({"x": "101500", "y": "487000", "Krediet 2027": "7"})
    data = data.replace(b"sleutel;titel", b"Projectnummer;Projectnaam")
    found = bring(redacteur, data)
    kept = db.session.scalars(select(Bronmapping)).one().mapping
    assert (kept["velden"]["sleutel"], kept["velden"]["lon"]) == ("Projectnummer", "x")
    assert kept["geld"][0]["kolom"] == "Krediet {jaar}"
    assert found.mapping == kept


def test_the_chosen_columns_can_be_taken_to_the_command(redacteur) -> None:
    found = bring(redacteur, csv_file({"subsidie_2027": "7"}))
    text = redacteur.get(f"{INDEX}/{found.id}/mapping.toml").text
    mapping = read_mapping(text, is_json=False)
    assert mapping.model_dump(mode="json", exclude_defaults=True) == found.mapping


def test_mistakes_are_shown_and_can_be_taken_along(redacteur) -> None:
    found = bring(redacteur, csv_file({"fase": "ooit", "titel": "=1+1"}))
    assert "“ooit” is niet bekend" in redacteur.get(f"{INDEX}/{found.id}").text
    lines = redacteur.get(f"{INDEX}/{found.id}/fouten.csv").text.splitlines()
    assert lines[0] == "\ufeffrij;veld;melding"
    assert len(lines) == 3


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04half", b"a;a\n1;2\n"])
def test_a_file_that_cannot_be_read_is_refused_at_its_field(redacteur, data) -> None:
    answer = redacteur.post(
        INDEX, data={"bronsysteem": "mjgp", "bestand": (io.BytesIO(data), "x.csv")}
    )
    assert answer.status_code == 422
    assert db.session.scalars(select(ProgrammaImport)).all() == []


@pytest.fixture
def conflict(redacteur):
    """An import with one row in conflict."""
    found = bring(redacteur, csv_file({}))
    redacteur.post(f"{INDEX}/{found.id}/uitvoeren", data={"weg": "laat-staan"})
    run_due_imports()
    edit(one(), titel=OURS)
    return bring(redacteur, csv_file({"titel": THEIRS}))


def test_a_conflict_shows_both_sides(redacteur, conflict) -> None:
    page = redacteur.get(f"{INDEX}/{conflict.id}").text
    assert OURS in page
    assert THEIRS in page


def test_without_a_choice_nothing_is_done(redacteur, conflict) -> None:
    answer = redacteur.post(f"{INDEX}/{conflict.id}/uitvoeren", data={"weg": "laat-staan"})
    assert answer.status_code == 422
    assert get_import(conflict.id).status is ImportStatus.KEUZE


def test_a_choice_per_row_is_kept(redacteur, conflict) -> None:
    (rij,) = list_rijen(conflict.id, Uitkomst.CONFLICT).items
    redacteur.post(f"{INDEX}/{conflict.id}/keuzes", data={f"rij_{rij.id}": "bestand"})
    db.session.expire_all()
    assert rij.keuze is Keuze.BESTAND


def test_one_choice_can_hold_for_all(redacteur, conflict) -> None:
    redacteur.post(f"{INDEX}/{conflict.id}/keuzes", data={"rest": "bestand"})
    redacteur.post(f"{INDEX}/{conflict.id}/uitvoeren", data={"weg": "laat-staan"})
    run_due_imports()
    assert one().titel == THEIRS


def test_the_rest_leaves_what_was_chosen_before(redacteur, conflict) -> None:
    (rij,) = list_rijen(conflict.id, Uitkomst.CONFLICT).items
    redacteur.post(f"{INDEX}/{conflict.id}/keuzes", data={f"rij_{rij.id}": "bestand"})
    redacteur.post(f"{INDEX}/{conflict.id}/keuzes", data={"rest": "platform"})
    db.session.expire_all()
    assert rij.keuze is Keuze.BESTAND


def test_a_choice_for_a_row_of_another_import_does_nothing(redacteur, conflict) -> None:
    (rij,) = list_rijen(conflict.id, Uitkomst.CONFLICT).items
    other = ImportFactory(status=ImportStatus.KEUZE)
    redacteur.post(f"{INDEX}/{other.id}/keuzes", data={f"rij_{rij.id}": "bestand"})
    db.session.expire_all()
    assert rij.keuze is None


def test_going_back_withdrawing_and_trying_again_are_steps(redacteur) -> None:
    found = ImportFactory(status=ImportStatus.AFGEBROKEN, bestand="x", mapping={"velden": {}})
    redacteur.post(f"{INDEX}/{found.id}/opnieuw")
    assert get_import(found.id).status is ImportStatus.ONTVANGEN
    redacteur.post(f"{INDEX}/{found.id}/intrekken")
    assert get_import(found.id).status is ImportStatus.INGETROKKEN


def test_other_columns_can_be_chosen_before_it_is_done(redacteur) -> None:
    found = bring(redacteur, csv_file({}))
    answer = redacteur.post(f"{INDEX}/{found.id}/andere-kolommen")
    assert "Wat u de vorige keer" not in redacteur.get(answer.location).text
    assert get_import(found.id).status is ImportStatus.KOPPELEN


def test_a_page_of_work_refreshes_itself_and_says_how_far_it_is(redacteur) -> None:
    found = ImportFactory(status=ImportStatus.ONTVANGEN)
    page = redacteur.get(f"{INDEX}/{found.id}").text
    assert 'data-module="import-wacht"' in page
    assert 'role="status"' in page


def test_work_that_nobody_does_is_shown_as_cut_off(redacteur) -> None:
    found = ImportFactory(status=ImportStatus.BEZIG)
    page = redacteur.get(f"{INDEX}/{found.id}").text
    assert "Er is niets gewijzigd" in page
    assert "import-wacht" not in page


def test_a_redacteur_of_one_gebied_does_not_see_the_imports_of_others(client) -> None:
    city = make_city()
    found = ImportFactory(actor_id=make_redacteur().id, status=ImportStatus.KEUZE)
    visitor = client.sign_in(make_redacteur(city.stadsdelen[0]))
    assert visitor.get(f"{INDEX}/{found.id}").status_code == 403
    assert found.bestandsnaam not in visitor.get(INDEX).text


def test_thousands_of_rows_are_shown_in_pages_with_few_queries(redacteur, count_queries) -> None:
    found = bring(redacteur, csv_file(*({"sleutel": f"P{n}"} for n in range(300))))
    with count_queries() as statements:
        page = redacteur.get(f"{INDEX}/{found.id}?pagina=2")
    assert page.status_code == 200
    assert len(statements) <= 9


def test_the_example_is_only_there_in_the_demo(redacteur) -> None:
    assert redacteur.get(f"{INDEX}/voorbeeld.csv").status_code == 404
