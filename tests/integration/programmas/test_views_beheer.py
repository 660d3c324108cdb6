from http import HTTPStatus

import pytest
from sqlalchemy import select

from participatie.core.db import db
from participatie.journal.models import JournalEntry
from participatie.programmas.models import Project
from participatie.programmas.queries import count_projecten
from participatie.programmas.rules_punten import write_punten
from tests.factories.accounts import GebruikerFactory, make_gebiedsverbinder, make_redacteur
from tests.factories.gebieden import make_city
from tests.factories.programmas import JaarbedragFactory, ProjectFactory

IN_LEIDSEBUURT = {"type": "Point", "coordinates": [4.6, 52.37]}
LINE = {"type": "LineString", "coordinates": [[4.60, 52.37], [4.605, 52.371]]}
KEY = "0123456789abcdef0123456789abcdef"
PUNT = {"plek": "tekening", "tekening": "punt"}
GOOD = {
    "sleutel": KEY,
    "titel": "Speelplek opknappen",
    "omschrijving": "Nieuwe toestellen.",
    "soort": "project",
    "domein": "fysiek",
    "thema": "spelen",
    "participatieniveau": "coproduceren",
    "participatie_toelichting": "U kiest de toestellen.",
    "fase": "idee",
    "start": "2027-03-01",
    "eind": "2027-09-30",
    "plek": "heel",
    "gebied": "WK039202",
    "trekker": "Afdeling Beheer",
    "contact_naam": "Gebiedsteam",
    "bedrag_2027_subsidie": "1.250,50",
}


@pytest.fixture
def city(session):
    return make_city()


@pytest.fixture
def redacteur(client, city):
    redacteur = make_redacteur(city.by_name["Noord"])
    client.sign_in(redacteur)
    return redacteur


def one() -> Project:
    db.session.expire_all()
    return db.session.scalars(select(Project)).one()


def test_a_project_is_added_and_shown(client, redacteur) -> None:
    answer = client.post("/projecten/nieuw", data=GOOD)
    assert answer.status_code == HTTPStatus.SEE_OTHER
    assert "Speelplek opknappen" in client.get(answer.location).text


def test_what_was_filled_in_is_stored(client, redacteur) -> None:
    client.post("/projecten/nieuw", data=GOOD)
    project = one()
    assert [gebied.naam for gebied in project.gebieden] == ["Leidsewijk"]
    assert [(b.jaar, b.bron, b.bedrag_cent) for b in project.jaarbedragen] == [
        (2027, "subsidie", 125_050)
    ]


def test_a_point_finds_its_own_gebied(client, redacteur) -> None:
    place = {"plek": "tekening", "tekening": "punt", "punten": "52,37 4,6", "gebied": ""}
    client.post("/projecten/nieuw", data=GOOD | place)
    project = one()
    assert project.geometrie == IN_LEIDSEBUURT
    assert [gebied.naam for gebied in project.gebieden] == ["Leidsebuurt"]


def test_the_same_form_twice_adds_one_project(client, redacteur) -> None:
    client.post("/projecten/nieuw", data=GOOD)
    again = client.post("/projecten/nieuw", data=GOOD)
    assert (again.status_code, count_projecten()) == (HTTPStatus.SEE_OTHER, 1)


@pytest.mark.parametrize(
    ("changed", "field", "message"),
    [
        ({"titel": " "}, "titel", "Vul een titel in."),
        ({"titel": "x" * 161}, "titel", "hoogstens 160"),
        ({"omschrijving": "x" * 1_000_000}, "omschrijving", "hoogstens 10000"),
        ({"soort": "anders"}, "soort", "Kies een soort"),
        ({"domein": ""}, "domein", "Kies een domein"),
        ({"thema": "anders"}, "thema", "Deze keuze kennen we niet"),
        ({"participatieniveau": ""}, "participatieniveau-0", "Kies hoeveel bewoners"),
        ({"participatie_toelichting": ""}, "participatie_toelichting", "Leg uit waarom"),
        ({"start": "morgen"}, "start", "Schrijf bijvoorbeeld 31-03-2027"),
        ({"start": ""}, "start", "Vul in wanneer het begint"),
        ({"start": "1900"}, "start", "Het jaar 1900 kan niet"),
        ({"eind": "2026-01-01"}, "eind", "voordat het begint"),
        (
            {"fase": "uitvoering", "start": "2098-01-01", "eind": "2099-01-01"},
            "start",
            "pas later",
        ),
        ({"contact_email": "geen adres"}, "contact_email", "geen e-mailadres"),
        (PUNT | {"punten": "x 4"}, "punten", "is geen punt"),
        (PUNT | {"punten": "40,7 -73,9"}, "punten", "buiten Nederland"),
        (PUNT | {"punten": "52,30 4,9"}, "punten", "ligt niet in Haarlem. Controleer"),
        (PUNT | {"punten": "nan inf"}, "punten", "is geen punt"),
        (PUNT | {"punten": ""}, "punten", "Vul een punt in"),
        (PUNT | {"tekening": "lijn", "punten": "52,37 4,6"}, "punten", "minstens twee punten"),
        (PUNT | {"tekening": "cirkel"}, "punten", "een punt, een lijn of een vlak"),
        ({"plek": "maan"}, "plek-0", "Kies waar het is"),
        ({"plek": "vorm"}, "plek-0", "Kies waar het is"),
        ({"gebied": ""}, "gebied", "Kies een gebied"),
        ({"gebied": "WK039204"}, "gebied", "Deze keuze kennen we niet"),
        ({"gebied": "GM9999"}, "gebied", "Deze keuze kennen we niet"),
        ({"meer_gebieden": "Boerhaave"}, "gebied", "U beheert geen projecten in Boerhaave"),
        ({"meer_gebieden": "Atlantis"}, "meer_gebieden", "“Atlantis” kennen wij niet"),
        ({"bedrag_2027_subsidie": "veel"}, "bedrag_2027_subsidie", "geen bedrag"),
        ({"bedrag_2028_derden": "-5"}, "bedrag_2028_derden", "lager zijn dan 0"),
    ],
)
def test_a_mistake_is_told_at_its_field_and_stores_nothing(
    client, redacteur, changed, field, message
) -> None:
    answer = client.post("/projecten/nieuw", data=GOOD | changed)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert f'href="#{field}"' in answer.text
    assert message in answer.text
    assert count_projecten() == 0


def test_every_unknown_gebied_is_told_as_it_was_typed_with_the_name_that_was_meant(
    client, redacteur
) -> None:
    answer = client.post("/projecten/nieuw", data=GOOD | {"meer_gebieden": "Schalwijk\nAtlantis"})
    told = "Het gebied “Schalwijk” kennen wij niet. Bedoelt u “Schalkwijk”? Het gebied “Atlantis”"
    assert told in answer.text
    assert "flask" not in answer.text


def test_a_drawing_outside_the_new_outlines_is_told(client, redacteur, city) -> None:
    project = ProjectFactory(
        gebieden=[city.by_name["Poort"]],
        place={"type": "LineString", "coordinates": [[4.9, 52.3], [4.91, 52.31]]},
    )
    data = change_of(project)
    assert (
        "Deze plek ligt niet in Haarlem"
        in client.post(f"/projecten/{project.id}/bewerken", data=data).text
    )


def test_an_empty_form_names_every_choice_that_is_missing(client, redacteur) -> None:
    page = client.post("/projecten/nieuw", data={"sleutel": KEY}).text
    asked = ("Kies een soort.", "Kies een domein.", "Kies een fase.", "Kies een gebied.")
    assert [text for text in asked if text not in page] == []


def test_mistakes_are_listed_in_the_order_of_the_page(client, redacteur) -> None:
    wrong = PUNT | {"punten": "x", "meer_gebieden": "Atlantis", "trekker": ""}
    page = client.post("/projecten/nieuw", data=GOOD | wrong).text
    places = [page.index(f'href="#{name}"') for name in ("punten", "meer_gebieden", "trekker")]
    assert places == sorted(places)


@pytest.mark.parametrize("path", ["/projecten/nieuw", "/projecten/{}/bewerken"])
def test_who_saved_a_project_is_told_so(client, redacteur, project, path) -> None:
    answer = client.post(path.format(project.id), data=change_of(project, plek="heel"))
    assert "Het project is opgeslagen." in client.get(answer.location).text


def test_the_influence_is_told_to_the_redacteur_not_to_a_resident(client, redacteur) -> None:
    page = client.get("/projecten/nieuw").text
    assert ("Bewoners kunnen advies geven" in page, "U kunt advies" in page) == (True, False)


def test_beheer_leads_the_redacteur_to_the_projects(client, redacteur) -> None:
    page = client.get("/beheer").text
    assert ('href="/projecten/nieuw"' in page, "Project toevoegen" in page) == (True, True)


def test_beheer_is_silent_about_projects_to_who_keeps_none(client, city) -> None:
    client.sign_in(make_gebiedsverbinder())
    assert "Project toevoegen" not in client.get("/beheer").text


@pytest.mark.parametrize("key", ["", "x", "'; DROP TABLE projecten; --"])
def test_a_forged_key_is_refused(client, redacteur, key) -> None:
    answer = client.post("/projecten/nieuw", data=GOOD | {"sleutel": key})
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def test_html_in_a_refused_form_is_shown_as_text(client, redacteur) -> None:
    nasty = "<script>alert(1)</script>"
    data = dict.fromkeys(GOOD, nasty)
    assert nasty not in client.post("/projecten/nieuw", data=data).text


@pytest.fixture
def project(city):
    project = ProjectFactory(gebieden=[city.by_name["Poort"]], place=LINE)
    JaarbedragFactory(project=project)
    return project


def place_of(project) -> dict[str, str]:
    """Return the place as the form shows it."""
    written = write_punten(project.geometrie)
    if written is None:
        return {"plek": "vorm"}
    return {"plek": "tekening", "tekening": written[0].value, "punten": written[1]}


def change_of(project, **changed) -> dict[str, str]:
    return GOOD | {
        "versie": str(project.versie),
        **place_of(project),
        "gebied": project.gebieden[0].code,
        "reden": "De raad heeft anders besloten.",
        **changed,
    }


def test_a_change_is_stored_and_stands_in_the_journal_by_its_fields(
    client, redacteur, project
) -> None:
    answer = client.post(f"/projecten/{project.id}/bewerken", data=change_of(project))
    assert answer.status_code == HTTPStatus.SEE_OTHER
    assert (one().titel, one().geometrie) == ("Speelplek opknappen", LINE)
    entry = db.session.scalars(
        select(JournalEntry).where(JournalEntry.name == "ProjectGewijzigd")
    ).one()
    assert {"titel", "bedragen", "thema"} <= set(entry.data["velden"])
    assert entry.actor_id == redacteur.id


def test_the_form_shows_what_is_stored(client, redacteur, project) -> None:
    page = client.get(f"/projecten/{project.id}/bewerken").text
    assert 'value="Vernieuwen van het riool"' in page
    assert 'value="1250000,50"' in page


def test_the_second_of_two_redacteuren_is_told_and_keeps_his_text(
    client, redacteur, project
) -> None:
    mine = change_of(project, titel="Mijn titel")
    client.post(f"/projecten/{project.id}/bewerken", data=change_of(project, titel="De eerste"))
    answer = client.post(f"/projecten/{project.id}/bewerken", data=mine)
    assert answer.status_code == HTTPStatus.CONFLICT
    assert "Dat deed iemand anders, of u zelf in een ander venster." in answer.text
    assert 'value="Mijn titel"' in answer.text
    assert one().titel == "De eerste"


@pytest.mark.parametrize("versie", ["", "0", "x", "-1", "٣", "9" * 50])
def test_a_forged_version_is_a_stale_one(client, redacteur, project, versie) -> None:
    data = change_of(project, versie=versie)
    answer = client.post(f"/projecten/{project.id}/bewerken", data=data)
    assert answer.status_code == HTTPStatus.CONFLICT


def test_a_redacteur_of_another_gebied_may_not_change_it(client, city, project) -> None:
    client.sign_in(make_redacteur(city.by_name["Schalkwijk"]))
    for ask in (client.get, client.post):
        answer = ask(f"/projecten/{project.id}/bewerken")
        assert answer.status_code == HTTPStatus.FORBIDDEN


def test_a_redacteur_of_one_of_two_gebieden_may_not_change_it(client, city) -> None:
    both = [city.by_name["Poort"], city.by_name["Hoeve"]]
    project = ProjectFactory(gebieden=both)
    client.sign_in(make_redacteur(city.by_name["Noord"]))
    answer = client.get(f"/projecten/{project.id}/bewerken")
    assert answer.status_code == HTTPStatus.FORBIDDEN


@pytest.mark.parametrize("make", [GebruikerFactory, make_gebiedsverbinder])
def test_others_may_not_add_or_change(client, project, make) -> None:
    client.sign_in(make())
    for path in ("/projecten/nieuw", f"/projecten/{project.id}/bewerken"):
        assert client.get(path).status_code == HTTPStatus.FORBIDDEN
        assert client.post(path, data=GOOD).status_code == HTTPStatus.FORBIDDEN


def test_a_visitor_is_asked_to_sign_in(client, project) -> None:
    assert client.get("/projecten/nieuw").status_code == HTTPStatus.SEE_OTHER


def test_an_unknown_project_cannot_be_changed(client, redacteur) -> None:
    assert client.get("/projecten/999999/bewerken").status_code == HTTPStatus.NOT_FOUND


def test_the_link_to_change_is_for_the_redacteur_of_the_gebied(client, city, project) -> None:
    address = f"/projecten/{project.id}/bewerken"
    assert address not in client.get(f"/projecten/{project.id}").text
    client.sign_in(make_redacteur(city.stad))
    assert address in client.get(f"/projecten/{project.id}").text


def test_the_form_shows_a_stored_point_as_its_numbers(client, redacteur, city) -> None:
    place = {"type": "Point", "coordinates": [4.6366, 52.3812]}
    project = ProjectFactory(gebieden=[city.by_name["Poort"]], place=place)

    assert "52,3812 4,6366" in client.get(f"/projecten/{project.id}/bewerken").text


def test_a_line_that_was_typed_is_stored(client, redacteur) -> None:
    place = {"plek": "tekening", "tekening": "lijn", "punten": "52,37 4,60\n52,371 4,601"}
    client.post("/projecten/nieuw", data=GOOD | place)

    assert one().geometrie["type"] == "LineString"


def test_a_stored_line_comes_back_as_its_points(client, redacteur, city) -> None:
    line = {"type": "LineString", "coordinates": [[4.60, 52.37], [4.601, 52.371]]}
    project = ProjectFactory(gebieden=[city.by_name["Poort"]], place=line)

    assert "52,371 4,601" in client.get(f"/projecten/{project.id}/bewerken").text


def test_an_area_with_a_hole_stays_as_it_is(client, redacteur, city) -> None:
    ring = [[4.60, 52.365], [4.62, 52.365], [4.62, 52.375], [4.60, 52.365]]
    hole = [[4.612, 52.367], [4.618, 52.367], [4.618, 52.37], [4.612, 52.367]]
    area = {"type": "Polygon", "coordinates": [ring, hole]}
    project = ProjectFactory(gebieden=[city.by_name["Poort"]], place=area)
    stored = project.geometrie

    client.post(f"/projecten/{project.id}/bewerken", data=change_of(project))

    assert project.geometrie == stored
