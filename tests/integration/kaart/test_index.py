"""The page of the map, as someone without JavaScript sees it."""

from datetime import date
from http import HTTPStatus

import pytest

from participatie.core import clock
from participatie.core.geometry import point
from participatie.initiatieven.types_voortgang import InitiatiefFase
from participatie.inzendingen.types import Status
from participatie.opgaven.types import Domein
from participatie.programmas.types import Fase, ProjectSoort, Thema
from tests.factories.initiatieven import InitiatiefFactory
from tests.factories.organisaties import OrganisatieFactory
from tests.factories.programmas import ProjectFactory

DUINBUURT = (4.60, 52.39)
DAMBUURT = (4.64, 52.39)


@pytest.fixture
def plans(city):
    """One of everything, in and around the wijk Noordwijk."""
    place = city.by_name
    return {
        "riool": ProjectFactory(
            titel="Riool Duinbuurt", gebieden=[place["Duinbuurt"]], place=point(*DUINBUURT)
        ),
        "bomen": ProjectFactory(
            titel="Bomen Dambuurt",
            gebieden=[place["Dambuurt"]],
            place=point(*DAMBUURT),
            domein=Domein.SOCIAAL,
            fase=Fase.UITVOERING,
            soort=ProjectSoort.ONDERHOUD,
            thema=Thema.GROEN,
            start=date(2025, 1, 1),
            eind=date(2025, 12, 31),
        ),
        "wijk": ProjectFactory(titel="Schone wijk", gebieden=[place["Noordwijk"]]),
        "deel": ProjectFactory(titel="Veilig Noord", gebieden=[place["Noord"]]),
        "stad": ProjectFactory(titel="Warmtevisie", gebieden=[place["Haarlem"]]),
        "tuin": InitiatiefFactory(titel="Buurttuin", gebied=place["Zeebuurt"], punt=(4.62, 52.39)),
    }


def titles(page) -> set[str]:
    names = ("Riool Duinbuurt", "Bomen Dambuurt", "Schone wijk", "Veilig Noord")
    return {name for name in (*names, "Warmtevisie", "Buurttuin") if name in page.text}


def test_everything_public_is_in_the_list(client, plans) -> None:
    assert len(titles(client.get("/kaart"))) == len(plans)


def test_a_site_without_gebieden_and_plans_has_a_map_too(client) -> None:
    assert "Niets gevonden" in client.get("/kaart").text


def test_what_lies_here_and_what_is_for_the_whole_city_have_their_own_heading(
    client, plans
) -> None:
    page = client.get("/kaart")
    assert "In dit gebied (3)" in page.text
    assert "Hele wijk of buurt (1)" in page.text
    assert "Hele stad en stadsdeel (2)" in page.text


def test_a_gebied_shows_what_lies_in_it_and_what_is_about_the_gebieden_above(
    client, plans
) -> None:
    page = client.get("/kaart?gebied=duinbuurt")
    assert titles(page) == {"Riool Duinbuurt", "Schone wijk", "Veilig Noord", "Warmtevisie"}


def test_a_pin_is_found_in_its_buurt_also_when_the_register_names_only_the_stadsdeel(
    client, city
) -> None:
    ProjectFactory(titel="Warmtenet", gebieden=[city.by_name["Noord"]], place=point(*DUINBUURT))
    assert "Warmtenet" in client.get("/kaart?gebied=duinbuurt").text


def test_another_gebied_hides_what_is_not_about_it(client, plans) -> None:
    assert titles(client.get("/kaart?gebied=schalkwijk")) == {"Bomen Dambuurt", "Warmtevisie"}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("soort=initiatieven", {"Buurttuin"}),
        ("soort=onderhoud", {"Bomen Dambuurt"}),
        ("soort=onderhoud&soort=initiatieven", {"Bomen Dambuurt", "Buurttuin"}),
        ("fase=uitvoering", {"Bomen Dambuurt"}),
        ("domein=sociaal", {"Bomen Dambuurt"}),
        ("thema=groen", {"Bomen Dambuurt", "Buurttuin"}),
        ("tot=2025", {"Bomen Dambuurt"}),
        ("van=2025&tot=2025", {"Bomen Dambuurt"}),
        ("tekst=RÍOOL+duin", {"Riool Duinbuurt"}),
        ("tekst=%25", set()),
        ("tekst=_", set()),
        ("bbox=4.63,52.38,4.65,52.40&soort=onderhoud", {"Bomen Dambuurt"}),
        ("bbox=4.59,52.38,4.61,52.395&soort=project&tekst=duin", {"Riool Duinbuurt"}),
    ],
)
def test_a_filter_leaves_what_was_asked(client, plans, query, found) -> None:
    assert titles(client.get(f"/kaart?{query}")) == found


def test_a_piece_of_the_map_keeps_what_is_for_the_whole_city(client, plans) -> None:
    page = client.get("/kaart?bbox=4.635,52.38,4.65,52.40")
    assert titles(page) == {"Bomen Dambuurt", "Warmtevisie", "Veilig Noord"}


def test_a_filter_can_be_taken_away_with_a_link(client, plans) -> None:
    page = client.get("/kaart?fase=uitvoering&domein=sociaal")
    assert 'href="/kaart?domein=sociaal"' in page.text


@pytest.mark.parametrize(
    "query",
    [
        "van=vroeger",
        "van=99999999999999999999",
        "van=2030&tot=2020",
        "fase=onbekend",
        "soort=%00",
        "gebied=bestaat-niet",
        "bbox=1,2,3",
        "bbox=nan,nan,nan,nan",
        "bbox=5,52,4,53",
        "bbox=1e400,0,1,1",
    ],
)
def test_what_makes_no_sense_in_the_address_is_said_and_left_out(client, plans, query) -> None:
    page = client.get(f"/kaart?{query}")
    assert page.status_code == HTTPStatus.OK
    assert "alert--warning" in page.text
    assert len(titles(page)) == len(plans)


def test_a_page_beyond_the_last_shows_the_last(client, plans) -> None:
    assert len(titles(client.get("/kaart?pagina=999&breed=99999999999999"))) == len(plans)


def test_a_phase_leaves_the_initiatieven_that_are_as_far(client, city) -> None:
    buurt, moment = city.by_name["Zeebuurt"], clock.now()
    InitiatiefFactory(gebied=buurt, titel="Een plan")
    InitiatiefFactory(
        gebied=buurt, titel="Bezig", fase=InitiatiefFase.UITVOERING, fase_sinds=moment
    )
    page = client.get("/kaart?fase=uitvoering").text
    assert ("Bezig" in page, "Een plan" in page) == (True, False)


def test_what_went_into_another_is_not_on_the_map(client, city) -> None:
    buurt = city.by_name["Zeebuurt"]
    eerder = InitiatiefFactory(gebied=buurt, titel="Het eerste")
    InitiatiefFactory(gebied=buurt, titel="Het tweede", opgegaan_in_id=eerder.id)
    page = client.get("/kaart").text
    assert ("Het eerste" in page, "Het tweede" in page) == (True, False)


def test_pages_that_are_left_out_of_the_row_have_a_sign(client, city) -> None:
    ProjectFactory.create_batch(150, gebieden=[city.by_name["Zeebuurt"]], place=point(4.62, 52.39))
    row = client.get("/kaart").text
    assert row.count('class="pagination__gap"') == 1
    assert client.get("/kaart?pagina=3").text.count('class="pagination__gap"') == 0


def test_nothing_found_says_what_to_do(client, plans) -> None:
    assert "Haal een keuze weg" in client.get("/kaart?tekst=olifant").text


@pytest.mark.parametrize("status", [status for status in Status if status != "gepubliceerd"])
def test_an_initiatief_that_is_not_published_is_not_in_the_list(client, city, status) -> None:
    InitiatiefFactory(titel="Geheim plan", gebied=city.stad, punt=DUINBUURT, status=status)
    assert "Geheim plan" not in client.get("/kaart").text


def test_script_in_a_title_is_shown_as_text(client, city) -> None:
    ProjectFactory(titel="<script>alert(1)</script>", gebieden=[city.stad])
    page = client.get("/kaart?tekst=<script>alert(1)</script>")
    assert "<script>alert" not in page.text


def test_a_new_plan_is_there_at_once(client, plans, something_happened) -> None:
    client.get("/kaart")
    project = ProjectFactory(titel="Nieuwe brug")
    something_happened(number=project.id)
    assert "Nieuwe brug" in client.get("/kaart").text


@pytest.mark.parametrize("rows", [10, 500])
def test_the_list_asks_the_database_at_most_8_times(client, city, count_queries, rows) -> None:
    ProjectFactory.create_batch(
        rows, gebieden=[city.by_name["Zeebuurt"]], place=point(4.62, 52.39)
    )
    client.get("/kaart")  # the session of the visitor
    with count_queries() as statements:
        client.get("/kaart")
    assert len(statements) <= 8


@pytest.mark.parametrize("rows", [10, 500])
def test_reading_everything_anew_asks_the_database_at_most_9_times(
    client, city, count_queries, rows
) -> None:
    ProjectFactory.create_batch(
        rows, gebieden=[city.by_name["Zeebuurt"]], place=point(4.62, 52.39)
    )
    with count_queries() as statements:
        client.get("/kaart")
    assert len([one for one in statements if one.startswith("SELECT")]) <= 9


def test_what_a_partner_does_is_visible_as_theirs(client, city) -> None:
    partner = OrganisatieFactory(naam="Woningcorporatie")
    ProjectFactory(titel="Daken", gebieden=[city.by_name["Duinbuurt"]], organisatie=partner)

    assert "van Woningcorporatie" in client.get("/kaart").text


def test_only_what_a_partner_does_can_be_asked(client, city) -> None:
    partner = OrganisatieFactory(naam="Woningcorporatie")
    place = city.by_name["Duinbuurt"]
    ProjectFactory(titel="Daken", gebieden=[place], organisatie=partner)
    ProjectFactory(titel="Riool", gebieden=[place])

    page = client.get(f"/kaart?organisatie={partner.slug}").text

    assert ("Daken" in page, "Riool" in page) == (True, False)
