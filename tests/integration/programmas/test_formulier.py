"""The whole form: planning, milestones, links, goal, organisation, budget and why."""

from datetime import date
from http import HTTPStatus

import pytest
from sqlalchemy import select

from participatie.core.db import db
from participatie.programmas.models import Project, ProjectStand
from participatie.programmas.queries import count_projecten
from participatie.programmas.queries_gegevens import gegevens_of
from participatie.programmas.services import change_project
from participatie.programmas.types import Fase, Fasering, Mijlpaal, Verwijzing
from tests.factories.accounts import make_redacteur
from tests.factories.gebieden import make_city
from tests.factories.programmas import ProjectFactory
from tests.integration.programmas.test_views_beheer import GOOD

PLANNING = {
    "fasering_idee_start": "2027-03-01",
    "fasering_idee_eind": "30-04-2027",
    "fasering_uitvoering_start": "2027-05-01",
    "fasering_uitvoering_eind": "2027-09-30",
    "mijlpaal_0_titel": "Feest",
    "mijlpaal_0_datum": "2027-09-30",
    "mijlpaal_1_titel": "Ontwerp klaar",
    "mijlpaal_1_datum": "2020-04-30",
    "mijlpaal_1_gehaald": "y",
    "mijlpaal_2_titel": "",
    "link_0_titel": "Het plan",
    "link_0_url": "https://www.haarlem.nl/plan",
    "begrotingsprogramma": "5.1",
    "fase": "voorbereiding",
}


@pytest.fixture
def city(session):
    return make_city()


@pytest.fixture
def redacteur(client, city):
    redacteur = make_redacteur(city.by_name["Noord"])
    client.sign_in(redacteur)
    return redacteur


@pytest.fixture
def project(city):
    return ProjectFactory(gebieden=[city.by_name["Poort"]])


def test_a_line_lies_in_every_buurt_that_it_crosses(client, redacteur) -> None:
    line = {"plek": "tekening", "tekening": "lijn", "punten": "52,37 4,6\n52,37 4,62"}
    client.post("/projecten/nieuw", data=GOOD | line | {"gebied": ""})
    assert {gebied.naam for gebied in one().gebieden} == {"Leidsebuurt", "Poort"}


def one() -> Project:
    db.session.expire_all()
    return db.session.scalars(select(Project)).one()


def sent_for(project, **changed) -> dict[str, str]:
    """Return what a browser sends when nothing but this is changed."""
    known = {
        "sleutel": GOOD["sleutel"],
        "versie": str(project.versie),
        "basis": str(project.versie),
        "start": project.start.isoformat(),
        "eind": project.eind.isoformat(),
        "plek": "heel",
        "gebied": project.gebieden[0].code,
    }
    same = ("titel", "omschrijving", "soort", "domein", "thema", "fase", "plek_omschrijving",
            "trekker", "contact_naam", "contact_email", "participatieniveau",
            "participatie_toelichting")  # fmt: skip
    return known | {name: str(getattr(project, name)) for name in same} | changed


def test_the_planning_is_stored_in_order(client, redacteur) -> None:
    client.post("/projecten/nieuw", data=GOOD | PLANNING)
    project = one()
    assert project.fasering == (
        Fasering(Fase.IDEE, date(2027, 3, 1), date(2027, 4, 30)),
        Fasering(Fase.UITVOERING, date(2027, 5, 1), date(2027, 9, 30)),
    )
    assert project.mijlpalen == (
        Mijlpaal("Ontwerp klaar", date(2020, 4, 30), gehaald=True),
        Mijlpaal("Feest", date(2027, 9, 30)),
    )


def test_links_and_the_programme_of_the_budget_are_stored(client, redacteur) -> None:
    client.post("/projecten/nieuw", data=GOOD | PLANNING)
    project = one()
    assert project.verwijzingen == (Verwijzing("Het plan", "https://www.haarlem.nl/plan"),)
    assert project.begrotingsprogramma == "5.1"


def test_the_form_shows_the_stored_planning(client, redacteur) -> None:
    client.post("/projecten/nieuw", data=GOOD | PLANNING)
    page = client.get(f"/projecten/{one().id}/bewerken").text
    shown = ("2027-04-30", "Ontwerp klaar", "https://www.haarlem.nl/plan", "5.1")
    assert [text for text in shown if f'value="{text}"' not in page] == []


def test_saving_what_the_form_shows_changes_nothing(client, redacteur) -> None:
    client.post("/projecten/nieuw", data=GOOD | PLANNING)
    project = one()
    client.post(f"/projecten/{project.id}/bewerken", data=GOOD | PLANNING | {"versie": "1"})
    assert one().versie == 1


@pytest.mark.parametrize(
    ("changed", "field", "message"),
    [
        ({"fasering_idee_eind": "2027-02-01"}, "fasering_idee_eind", "klaar voordat die begint"),
        ({"fasering_idee_eind": ""}, "fasering_idee_eind", "Vul bij “Het idee: tot en met”"),
        ({"fasering_idee_eind": "ooit"}, "fasering_idee_eind", "is geen datum"),
        ({"fasering_uitvoering_start": "2027-04-01"}, "fasering_uitvoering_start", "begint voor"),
        ({"fase": "idee"}, "fasering_idee_start", "begint die later"),
        ({"mijlpaal_0_datum": ""}, "mijlpaal_0_datum", "wanneer deze mijlpaal is"),
        ({"mijlpaal_0_titel": " "}, "mijlpaal_0_titel", "haal deze regel weg"),
        ({"mijlpaal_0_datum": "9999-99-99"}, "mijlpaal_0_datum", "is geen datum"),
        ({"mijlpaal_0_gehaald": "y"}, "mijlpaal_0_datum", "moet nog komen"),
        ({"mijlpaal_0_titel": "x" * 121}, "mijlpaal_0_titel", "hoogstens 120"),
        ({"link_0_url": "javascript:alert(1)"}, "link_0_url", "Schrijf het hele adres"),
        ({"link_0_url": ""}, "link_0_url", "Vul het adres"),
        ({"link_0_titel": ""}, "link_0_titel", "hoe deze link heet"),
        ({"begrotingsprogramma": "vijf"}, "begrotingsprogramma", "alleen het nummer"),
        ({"doel": "999"}, "doel", "Deze keuze kennen we niet"),
        ({"organisatie": "1 OR 1=1"}, "organisatie", "Deze keuze kennen we niet"),
        ({"reden": "x" * 2_001}, "reden", "hoogstens 2000"),
        ({"bedrag_2027_subsidie": "-1.000"}, "bedrag_2027_subsidie", "lager zijn dan 0"),
        ({"bedrag_2027_subsidie": "1.2.3"}, "bedrag_2027_subsidie", "geen bedrag"),
        ({"bedrag_2027_subsidie": "1" * 400}, "bedrag_2027_subsidie", "te groot"),
    ],
)
def test_a_mistake_is_told_at_its_field(client, redacteur, changed, field, message) -> None:
    answer = client.post("/projecten/nieuw", data=GOOD | PLANNING | changed)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert (f'href="#{field}"' in answer.text, message in answer.text) == (True, True)
    assert count_projecten() == 0


@pytest.mark.parametrize(
    "text", ["1.250.000,50", "1,250,000.50", "€ 1.250.000,50", "1250000,5", " 1250000.50 "]
)
def test_money_is_read_as_people_and_systems_write_it(client, redacteur, text) -> None:
    client.post("/projecten/nieuw", data=GOOD | {"bedrag_2027_subsidie": text})
    assert one().jaarbedragen[0].bedrag_cent == 125_000_050


def test_five_hundred_milestones_are_refused_in_words(client, redacteur) -> None:
    rows = {f"mijlpaal_{n}_titel": f"m{n}" for n in range(500)}
    rows |= {f"mijlpaal_{n}_datum": "2027-04-01" for n in range(500)}
    answer = client.post("/projecten/nieuw", data=GOOD | rows)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "hoogstens 50 mijlpalen" in answer.text


def test_a_button_adds_a_row_and_keeps_what_was_typed(client, redacteur) -> None:
    data = GOOD | PLANNING | {"titel": "", "erbij": "mijlpaal"}
    answer = client.post("/projecten/nieuw", data=data)
    assert (answer.status_code, count_projecten()) == (HTTPStatus.OK, 0)
    assert 'name="mijlpaal_3_titel"' in answer.text
    assert 'value="Ontwerp klaar"' in answer.text


def test_a_button_takes_a_row_away(client, redacteur, project) -> None:
    data = sent_for(project, **PLANNING, weg="mijlpaal_0")
    page = client.post(f"/projecten/{project.id}/bewerken", data=data).text
    assert ('value="Feest"' in page, 'value="Ontwerp klaar"' in page) == (False, True)


def test_a_button_adds_a_year_for_money(client, redacteur) -> None:
    data = GOOD | {"bedrag_2040_derden": "5", "erbij": "jaar"}
    page = client.post("/projecten/nieuw", data=data).text
    assert ('name="bedrag_2041_subsidie"' in page, 'value="5"' in page) == (True, True)


@pytest.mark.parametrize(
    "changed",
    [
        {"fase": "gestopt"},
        {"eind": "2030-01-01"},
        {"fasering_idee_start": "2027-03-01", "fasering_idee_eind": "2027-04-01"},
        {"bedrag_2027_subsidie": "100"},
        {"participatieniveau": "informeren"},
    ],
)
def test_what_others_count_on_is_changed_with_a_reason(
    client, redacteur, project, changed
) -> None:
    path = f"/projecten/{project.id}/bewerken"
    refused = client.post(path, data=sent_for(project, **changed))
    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert 'href="#reden"' in refused.text
    again = client.post(path, data=sent_for(project, **changed, reden="De raad wil het zo."))
    assert again.status_code == HTTPStatus.SEE_OTHER


def test_a_reason_is_kept_with_what_was_changed(client, redacteur, project) -> None:
    data = sent_for(project, fase="gestopt", reden=" Het geld is op. ")
    client.post(f"/projecten/{project.id}/bewerken", data=data)
    stand = db.session.scalars(select(ProjectStand)).one()
    assert (stand.reden, stand.actor_id) == ("Het geld is op.", redacteur.id)


def test_words_alone_need_no_reason(client, redacteur, project) -> None:
    data = sent_for(project, omschrijving="Beter uitgelegd.")
    answer = client.post(f"/projecten/{project.id}/bewerken", data=data)
    assert answer.status_code == HTTPStatus.SEE_OTHER


def test_the_form_has_a_list_of_its_sections(client, redacteur) -> None:
    page = client.get("/projecten/nieuw").text
    for part in ("wat", "invloed", "wanneer", "waar", "wie", "geld", "links", "reden"):
        assert (f'href="#deel-{part}"' in page, f'id="deel-{part}"' in page) == (True, True)


def test_an_imported_planning_that_the_form_cannot_show_is_not_in_the_way(
    client, redacteur, project
) -> None:
    nazorg = Fasering(Fase.AFGEROND, project.start, project.eind)
    known = gegevens_of(project)
    change_project(project, type(known)(**{**vars(known), "fasering": (nazorg,)}), actor_id=None)
    assert client.get(f"/projecten/{project.id}/bewerken").status_code == HTTPStatus.OK
