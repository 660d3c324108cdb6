"""The page with the history of a project."""

from dataclasses import replace
from datetime import UTC, datetime
from http import HTTPStatus

import pytest

from participatie.core import clock
from participatie.organisaties.models import Organisatie
from participatie.organisaties.types import OrganisatieSoort
from participatie.programmas.queries_gegevens import gegevens_of
from participatie.programmas.queries_geschiedenis import find_last_change, list_geschiedenis
from participatie.programmas.services import add_project, change_project
from participatie.programmas.types import Fase, Geldbron, Verwijzing
from tests.factories.accounts import make_partner, make_redacteur
from tests.factories.gebieden import make_city
from tests.factories.programmas import ProjectFactory

FEBRUARI = datetime(2026, 2, 10, 9, tzinfo=UTC)
MEI = datetime(2026, 5, 20, 9, tzinfo=UTC)
NASTY = "<script>alert(1)</script>"
MAX_QUERIES = 9


@pytest.fixture
def city(session):
    return make_city()


@pytest.fixture
def schrijver(city):
    return make_redacteur(city.stad, naam="Naam van de redacteur")


@pytest.fixture
def project(city, schrijver):
    """A project that was added in February and changed in May."""
    known = gegevens_of(ProjectFactory(titel="Oude titel"))
    known = replace(
        known,
        gebied_ids=frozenset({city.by_name["Poort"].id}),
        bedragen={(2027, Geldbron.SUBSIDIE): 123_400},
    )
    with clock.set_to(FEBRUARI):
        project = add_project(known, bronsysteem="r", bronsleutel="1", actor_id=schrijver.id)
    changed = replace(
        known, titel="Nieuwe titel", fase=Fase.UITVOERING, contact_naam="Nieuwe contactpersoon",
        bedragen={(2027, Geldbron.SUBSIDIE): 200_000},
    )  # fmt: skip
    with clock.set_to(MEI):
        change_project(project, changed, actor_id=schrijver.id, reden="De subsidie is hoger.")
    return project


def history(client, project, query="") -> str:
    page = client.get(f"/projecten/{project.id}/geschiedenis{query}").text
    return page.replace("\u00a0", " ")


def test_the_history_tells_what_changed_when_and_why(client, project) -> None:
    page = history(client, project)
    told = ("20 mei 2026", "De subsidie is hoger.", "Oude titel", "Nieuwe titel", "In uitvoering")
    told = (*told[:4], "Uitvoering", "2027, Subsidie:", "€ 1.234", "€ 2.000", "Toegevoegd")
    assert [words for words in told if words not in page] == []


def test_everybody_sees_the_role_and_who_keeps_the_programme_the_name(
    client, project, schrijver
) -> None:
    page = history(client, project)
    assert ("Programmaredacteur" in page, schrijver.naam in page) == (True, False)
    client.sign_in(schrijver)
    assert schrijver.naam in history(client, project)


def test_a_name_that_is_the_role_is_said_once(client, project, schrijver) -> None:
    schrijver.naam = "Programmaredacteur"
    client.sign_in(schrijver)
    assert "(Programmaredacteur)" not in history(client, project)


def test_who_was_asked_before_is_not_told(client, project, schrijver) -> None:
    assert "Nieuwe contactpersoon" not in history(client, project)
    client.sign_in(schrijver)
    assert "Nieuwe contactpersoon" in history(client, project)


def test_an_import_is_told_by_its_system(client, project) -> None:
    changed = replace(gegevens_of(project), titel="Ingelezen")
    change_project(project, changed, actor_id=None, bron="gisib")
    assert "ingelezen uit gisib" in history(client, project)


def test_a_partner_is_told_by_its_organisation(client, project, session) -> None:
    partner = make_partner(naam="Medewerker")
    organisatie = Organisatie(
        naam="Woningcorporatie", slug="w", soort=OrganisatieSoort.CORPORATIE, omschrijving="",
        aangemaakt_op=MEI, gewijzigd_op=MEI, leden=[partner],
    )  # fmt: skip
    session.add(organisatie)
    session.flush()
    changed = replace(gegevens_of(project), organisatie_id=organisatie.id)
    change_project(project, changed, actor_id=partner.id)
    page = history(client, project)
    assert ("· Woningcorporatie" in page, "Medewerker" in page) == (True, False)


def test_someone_without_a_role_is_the_gemeente(client, project, session) -> None:
    changed = replace(gegevens_of(project), titel="Anders")
    change_project(project, changed, actor_id=999_999)
    assert "· de gemeente" in history(client, project)


def test_a_change_leads_to_the_project_as_it_was_then(client, project) -> None:
    assert f'href="/projecten/{project.id}?stand=2026-02-10"' in history(client, project)


def test_of_two_changes_on_a_day_only_the_last_can_be_looked_at(project) -> None:
    for number in range(2):
        changed = replace(gegevens_of(project), titel=f"Titel {number}")
        with clock.set_to(MEI.replace(month=6, hour=8 + number)):
            change_project(project, changed, actor_id=None)
    found = list_geschiedenis(project.id).items
    assert [bool(one.dag) for one in found] == [True, False, True, True]


def test_a_long_history_has_pages_without_a_gap(client, project) -> None:
    for number in range(23):
        changed = replace(gegevens_of(project), titel=f"Titel {number}")
        change_project(project, changed, actor_id=None)
    pages = [list_geschiedenis(project.id, number) for number in (1, 2, 3, 4)]
    versions = [one.versie for page in pages[:3] for one in page.items]
    assert versions == list(range(25, 0, -1))
    assert pages[3].number == 3
    assert [one.is_eerste for one in pages[2].items] == [False] * 4 + [True]
    assert all(one.wijzigingen for page in pages[:3] for one in page.items if not one.is_eerste)
    assert "pagina=2" in history(client, project)


def test_what_was_typed_is_shown_as_text(client, project) -> None:
    changed = replace(
        gegevens_of(project),
        titel=NASTY, omschrijving=NASTY, trekker=NASTY,
        verwijzingen=(Verwijzing(NASTY, "javascript:alert(1)"),),
    )  # fmt: skip
    change_project(project, changed, actor_id=None, reden=NASTY, bron=NASTY)
    page = history(client, project)
    assert (NASTY in page, 'href="javascript' in page) == (False, False)


def test_the_history_of_an_unknown_project_is_not_found(client, session) -> None:
    assert client.get("/projecten/999999/geschiedenis").status_code == HTTPStatus.NOT_FOUND


def test_a_project_without_standen_has_an_empty_history(client, city) -> None:
    project = ProjectFactory()
    assert client.get(f"/projecten/{project.id}/geschiedenis").status_code == HTTPStatus.OK
    assert find_last_change(project.id) is None


@pytest.mark.parametrize("number", [1, 30])
def test_the_history_takes_few_queries_whatever_its_length(
    client, project, schrijver, count_queries, number
) -> None:
    for turn in range(number):
        changed = replace(gegevens_of(project), titel=f"Titel {turn}")
        change_project(project, changed, actor_id=schrijver.id)
    client.sign_in(schrijver)
    history(client, project)
    with count_queries() as statements:
        history(client, project)
    assert len(statements) <= MAX_QUERIES
