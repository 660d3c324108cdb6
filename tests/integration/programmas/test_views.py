from http import HTTPStatus

import pytest

from participatie.programmas.panels import show_planned
from participatie.programmas.types import Fase, Geldbron, Participatieniveau
from tests.factories.accounts import make_redacteur
from tests.factories.gebieden import make_city
from tests.factories.programmas import JaarbedragFactory, ProjectFactory

IN_LEIDSEBUURT = {"type": "Point", "coordinates": [4.60, 52.37]}
NASTY = "<script>alert(1)</script>"
MAX_LIST, MAX_PAGE = 8, 16
OWN = 3  # who is signed in: the bell, whether he follows, whether he supports


@pytest.fixture
def city(session):
    return make_city()


@pytest.mark.parametrize(
    ("email", "address"),
    [("werk@haarlem.example", "mailto:werk@haarlem.example"), ("", "/gebieden/poort#contact")],
)
def test_who_is_troubled_by_the_work_finds_a_link_to_someone(client, city, email, address) -> None:
    project = ProjectFactory(
        fase=Fase.UITVOERING, contact_email=email, gebieden=[city.by_name["Poort"]]
    )
    page = client.get(f"/projecten/{project.id}").text
    assert page[: page.index("Neem contact op")].rpartition('href="')[2].startswith(f'{address}"')


def test_the_place_in_words_begins_with_a_capital(client, city) -> None:
    project = ProjectFactory(plek_omschrijving="langs het Spaarne", gebieden=[city.stad])
    assert "<p>Langs het Spaarne</p>" in client.get(f"/projecten/{project.id}").text


def test_the_list_shows_what_is_planned(client, city) -> None:
    ProjectFactory(titel="Riool Leidsestraat", gebieden=[city.by_name["Poort"]])
    page = client.get("/projecten")
    assert "Riool Leidsestraat" in page.text
    assert "1 project" in page.text


@pytest.mark.parametrize(
    "query",
    [
        "gebied=leidsewijk",
        "van=2027&tot=2027",
        "van=2027",
        "tot=2027",
        "domein=fysiek",
        "fase=voorbereiding",
        "soort=project",
        "thema=water",
        "tekst=riool+leidse",
        "gebied=leidsewijk&fase=voorbereiding&tekst=riool&van=2026&tot=2028",
    ],
)
def test_a_filter_in_the_address_keeps_what_matches(client, city, query) -> None:
    ProjectFactory(titel="Riool Leidsestraat", gebieden=[city.by_name["Poort"]])
    assert "Riool Leidsestraat" in client.get(f"/projecten?{query}").text


@pytest.mark.parametrize("query", ["gebied=boerhaave", "fase=idee", "tekst=bomen", "soort=proces"])
def test_a_filter_in_the_address_leaves_out_the_rest(client, city, query) -> None:
    ProjectFactory(titel="Riool Leidsestraat", gebieden=[city.by_name["Poort"]])
    assert "Geen projecten gevonden" in client.get(f"/projecten?{query}").text


@pytest.mark.parametrize(
    "query",
    [
        "gebied=atlantis&van=x&fase=%27--&domein=&pagina=99999999999999999999",
        "pagina=-1",
        "pagina=abc",
        "van=999999",
        "tekst=%00%ff",
        f"tekst={NASTY}",
        "tekst=" + "a+" * 2_000,
    ],
)
def test_nonsense_in_the_address_is_left_out(client, city, query) -> None:
    ProjectFactory()
    page = client.get(f"/projecten?{query}")
    assert page.status_code == HTTPStatus.OK
    assert NASTY not in page.text


def test_a_long_list_has_pages(client, city) -> None:
    ProjectFactory.create_batch(30)
    assert "pagina=2" in client.get("/projecten?fase=voorbereiding").text
    assert client.get("/projecten?pagina=2").text.count("card__title") == 5


@pytest.mark.parametrize("number", [1, 25])
def test_the_list_takes_few_queries_whatever_its_length(
    client, city, count_queries, number
) -> None:
    ProjectFactory.create_batch(number, gebieden=[city.by_name["Poort"]])
    client.get("/projecten")
    with count_queries() as statements:
        client.get("/projecten?gebied=leidsewijk&tekst=riool")
    assert len(statements) <= MAX_LIST


@pytest.fixture
def project(city):
    project = ProjectFactory(
        titel="Riool Leidsestraat", gebieden=[city.by_name["Leidsebuurt"]], place=IN_LEIDSEBUURT
    )
    JaarbedragFactory(project=project, jaar=2027, bedrag_cent=125_000_050)
    JaarbedragFactory(project=project, jaar=2029, bron=Geldbron.SUBSIDIE, bedrag_cent=25_000_001)
    return project


def test_a_project_says_first_what_can_be_influenced(client, project) -> None:
    page = client.get(f"/projecten/{project.id}").text
    assert page.index("Wat kunt u nog beïnvloeden?") < page.index("Wanneer?")
    assert "Advies geven" in page
    assert "De straat kan op meer manieren terugkomen." in page


def test_money_is_added_up_to_the_cent(client, project) -> None:
    page = client.get(f"/projecten/{project.id}").text.replace("\u00a0", " ")
    assert "€ 1.500.000,51" in page


def test_a_project_is_drawn_in_its_gebied(client, project) -> None:
    page = client.get(f"/projecten/{project.id}").text
    assert "kaartje__merk--project" in page
    assert "kaartje__vorm--gebied" in page


@pytest.mark.parametrize("fase", list(Fase))
@pytest.mark.parametrize("niveau", list(Participatieniveau))
def test_every_phase_and_level_makes_a_whole_page(client, city, fase, niveau) -> None:
    project = ProjectFactory(fase=fase, participatieniveau=niveau, thema=None, contact_email=None)
    assert client.get(f"/projecten/{project.id}").status_code == HTTPStatus.OK


def test_a_project_without_gebieden_or_money_is_shown(client, session) -> None:
    project = ProjectFactory(omschrijving="", plek_omschrijving="", participatie_toelichting="")
    assert client.get(f"/projecten/{project.id}").status_code == HTTPStatus.OK


def test_html_in_a_project_is_shown_as_text(client, city) -> None:
    fields = ("titel", "omschrijving", "plek_omschrijving", "trekker", "contact_naam",
              "contact_email", "participatie_toelichting")  # fmt: skip
    project = ProjectFactory(**dict.fromkeys(fields, NASTY), gebieden=[city.stad])
    for path in (f"/projecten/{project.id}", "/projecten"):
        assert NASTY not in client.get(path).text


@pytest.mark.parametrize("number", ["0", "999999", "99999999999999999999999", "abc", "-1"])
def test_an_unknown_project_is_not_found(client, session, number) -> None:
    assert client.get(f"/projecten/{number}").status_code == HTTPStatus.NOT_FOUND


def test_a_project_takes_few_queries(client, project, count_queries) -> None:
    client.get(f"/projecten/{project.id}")
    with count_queries() as statements:
        client.get(f"/projecten/{project.id}")
    assert len(statements) <= MAX_PAGE


def test_the_page_of_a_gebied_shows_what_is_planned_by_year(app, city) -> None:
    leidsewijk, poort = city.by_name["Leidsewijk"], city.by_name["Poort"]
    ProjectFactory(titel="Op een plek", gebieden=[poort], place=IN_LEIDSEBUURT)
    ProjectFactory(titel="Hele wijk", gebieden=[leidsewijk])
    ProjectFactory(titel="Hele stad", gebieden=[city.stad])
    ProjectFactory(titel="Elders", gebieden=[city.by_name["Boerhaave"]])
    ProjectFactory(titel="Voorbij", gebieden=[poort], fase=Fase.AFGEROND)
    with app.test_request_context():
        shown = show_planned(leidsewijk)
    before, after = shown.split("Voor het hele gebied of de hele stad (2)")
    assert ("Op een plek" in before, "Hele wijk" in before) == (True, False)
    assert ("Hele wijk" in after, "Hele stad" in after) == (True, True)
    assert "Elders" not in shown
    assert "Voorbij" not in shown


def test_a_redacteur_sees_the_same_pages_in_as_few_queries(
    client, city, project, count_queries
) -> None:
    client.sign_in(make_redacteur(city.stad))
    for path, most in (("/projecten", MAX_LIST), (f"/projecten/{project.id}", MAX_PAGE)):
        client.get(path)
        with count_queries() as statements:
            client.get(path)
        assert len(statements) <= most + OWN, path


def test_what_was_chosen_stands_in_pills_that_take_it_away(client, city) -> None:
    page = client.get("/projecten?gebied=leidsewijk&fase=voorbereiding&trekker=Afdeling+Beheer")
    assert "Wie: Afdeling Beheer" in page.text
    assert 'href="/projecten?gebied=leidsewijk&amp;trekker=Afdeling+Beheer"' in page.text


@pytest.mark.parametrize(
    ("query", "found"),
    [("trekker=Afdeling+Beheer", True), ("trekker=Beheer", False)],
)
def test_a_link_asks_for_who_does_it(client, city, query, found) -> None:
    ProjectFactory(titel="Riool Leidsestraat")
    assert ("Riool Leidsestraat" in client.get(f"/projecten?{query}").text) is found


@pytest.mark.parametrize("doel", ["x", "1 OR 1=1", "9" * 50, "²"])
def test_a_goal_that_is_no_number_is_left_out(client, city, doel) -> None:
    ProjectFactory(titel="Riool Leidsestraat")
    assert "Riool Leidsestraat" in client.get("/projecten", query_string={"doel": doel}).text
