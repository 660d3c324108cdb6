"""What the filter shows, as a file that comes back in unchanged."""

import io
import json
import re
from dataclasses import replace
from datetime import date, timedelta
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from openpyxl import load_workbook

from participatie.core import clock
from participatie.core.formats import datum
from participatie.programmas.services import add_project, change_project, gegevens_of
from participatie.programmas.types import (
    Fase,
    Fasering,
    Geldbron,
    Mijlpaal,
    ProjectFilter,
    Verwijzing,
)
from participatie.uitwisseling.queries_export import list_uitvoer
from participatie.uitwisseling.rules_export import write_csv, write_geojson, write_xlsx
from participatie.uitwisseling.rules_geopackage_schrijven import write_geopackage
from participatie.uitwisseling.services_plan import plan_import
from participatie.uitwisseling.types import Uitkomst
from participatie.uitwisseling.views_export import stand_in_woorden
from tests.factories.gebieden import make_city
from tests.factories.organisaties import OrganisatieFactory
from tests.factories.programmas import ProjectFactory

DAG = date(2027, 3, 1)
SHAPES = (
    {"type": "Point", "coordinates": [4.601234, 52.371234]},
    {"type": "LineString", "coordinates": [[4.6, 52.37], [4.610001, 52.371]]},
    {
        "type": "Polygon",
        "coordinates": [[[4.6, 52.37], [4.61, 52.37], [4.61, 52.38], [4.6, 52.37]]],
    },
    None,
)
SCHRIJVERS = {
    "csv": write_csv,
    "xlsx": write_xlsx,
    "geojson": write_geojson,
    "geojson-rd": lambda found: write_geojson(found, rd=True),
    "gpkg": write_geopackage,
    "gpkg-rd": lambda found: write_geopackage(found, rd=True),
}


@pytest.fixture
def register(session):
    """A register with everything that a project can say."""
    city = make_city()
    for number, shape in enumerate(SHAPES):
        project = ProjectFactory(
            bronsysteem="mjgp", bronsleutel=f"P{number}", gebieden=[city.wijken[0]], place=shape,
            titel=f"- Titel; met “tekens” {number}", omschrijving="Een regel.\nNog een regel.",
        )  # fmt: skip
        gegevens = replace(
            gegevens_of(project),
            bedragen={(2027, Geldbron.SUBSIDIE): 125_050, (2028, Geldbron.DERDEN): 100},
            fasering=(Fasering(Fase.IDEE, DAG, DAG),),
            mijlpalen=(Mijlpaal("Klaar", DAG, gehaald=True),),
            verwijzingen=(Verwijzing("Het plan", "https://example.nl/plan"),),
            begrotingsprogramma="5.1",
        )
        change_project(project, gegevens, actor_id=None)
    return city


@pytest.mark.parametrize("formaat", SCHRIJVERS)
def test_a_file_comes_back_in_unchanged(register, formaat) -> None:
    data = SCHRIJVERS[formaat](list_uitvoer(ProjectFilter()))
    plan = plan_import(data, bronsysteem="mjgp")
    assert [(rij.uitkomst, dict(rij.verschillen)) for rij in plan.rijen] == [
        (Uitkomst.ONGEWIJZIGD, {})
    ] * len(SHAPES)


def test_no_text_is_a_formula_and_money_is_a_number(register) -> None:
    found = list_uitvoer(ProjectFilter())
    assert b";'- Titel" in write_csv(found) or b";\"'- Titel" in write_csv(found)
    sheet = load_workbook(io.BytesIO(write_xlsx(found))).active
    head = [cell.value for cell in sheet[1]]
    row = dict(zip(head, sheet[2], strict=True))
    assert (row["titel"].data_type, row["subsidie_2027"].value) == ("s", 1250.5)
    assert row["start"].is_date


def test_an_earlier_day_gives_what_it_said_then(session) -> None:
    city = make_city()
    with clock.set_to(clock.now() - timedelta(days=20)):
        gegevens = gegevens_of(ProjectFactory(gebieden=[city.stad], titel="Toen"))
        project = add_project(
            replace(gegevens, bedragen={(2027, Geldbron.SUBSIDIE): 5}),
            bronsysteem="r", bronsleutel="1", actor_id=None,
        )  # fmt: skip
    change_project(project, replace(gegevens, titel="Nu"), actor_id=None)
    peildatum = clock.today() - timedelta(days=3)
    (found,) = list_uitvoer(ProjectFilter(peildatum=peildatum))
    assert (found.rij["titel"], found.bedragen) == ("Toen", {(2027, Geldbron.SUBSIDIE): 5})


@pytest.mark.parametrize("formaat", ["csv", "xlsx", "geojson", "geojson-rd", "gpkg", "gpkg-rd"])
def test_a_visitor_downloads_what_the_filter_shows(client, formaat) -> None:
    make_city()
    ProjectFactory(titel="Dit wel", fase=Fase.IDEE)
    ProjectFactory(titel="Dit niet", fase=Fase.UITVOERING)
    answer = client.get(f"/projecten/download/{formaat}?fase=idee&van=2027&gebied=haarlem")
    assert answer.status_code == 200
    assert len(plan_rows(answer.data)) == 1


def plan_rows(data: bytes):
    from participatie.uitwisseling.rules_bestand import read_bestand  # noqa: PLC0415

    return read_bestand(data).rijen


def test_the_list_as_pdf_is_tagged(client) -> None:
    ProjectFactory(gebieden=[make_city().stad])
    answer = client.get("/projecten/download/pdf")
    assert answer.data.startswith(b"%PDF")
    assert b"StructTreeRoot" in answer.data


@pytest.mark.parametrize("formaat", ["docx", "", "csv/x"])
def test_another_kind_of_file_is_not_there(client, formaat) -> None:
    assert client.get(f"/projecten/download/{formaat}").status_code == 404


@pytest.mark.parametrize("formaat", ["csv", "xlsx", "geojson", "gpkg"])
def test_an_empty_list_is_a_file_too(client, formaat) -> None:
    make_city()
    assert client.get(f"/projecten/download/{formaat}").status_code == 200


def test_the_list_offers_its_own_filter(client) -> None:
    make_city()
    page = client.get("/projecten?fase=idee").text
    assert "/projecten/download/xlsx?fase=idee" in page


def test_no_file_holds_an_address_of_someone(client) -> None:
    ProjectFactory(gebieden=[make_city().stad], contact_email="iemand@example.invalid")
    found = json.loads(client.get("/projecten/download/geojson").data)
    assert "iemand@" not in json.dumps(found)
    assert len(found["features"]) == 1


def test_a_file_keeps_to_the_organisatie_of_the_list(client) -> None:
    partner = OrganisatieFactory(slug="elan")
    make_city()
    ProjectFactory(organisatie_id=partner.id)
    ProjectFactory()
    answer = client.get("/projecten/download/csv?organisatie=elan")
    assert len(plan_rows(answer.data)) == 1


def test_a_file_keeps_to_the_trekker_of_the_list(client) -> None:
    make_city()
    ProjectFactory(trekker="Afdeling Groen")
    ProjectFactory(trekker="Afdeling Riool")
    answer = client.get("/projecten/download/csv?trekker=Afdeling+Groen")
    assert len(plan_rows(answer.data)) == 1


def test_a_goal_that_is_not_there_has_no_projects(client) -> None:
    make_city()
    ProjectFactory()
    found = json.loads(client.get("/projecten/download/geojson?doel=999").data)
    assert found["features"] == []


def test_a_pdf_of_an_earlier_day_says_so(app) -> None:
    day = clock.today() - timedelta(days=3)
    assert datum(day) in stand_in_woorden(day)


def test_a_pdf_of_today_says_when_it_was_made(app) -> None:
    assert stand_in_woorden(None) == f"Gemaakt op {datum(clock.today())}"


def test_the_map_offers_its_projects_with_its_filter_and_its_frame(client) -> None:
    make_city()
    page = client.get("/kaart?fase=idee&fase=uitvoering&bbox=4.6,52.3,4.7,52.4").text
    (address,) = re.findall(r'href="(/projecten/download/xlsx[^"]*)"', page)
    assert parse_qs(urlsplit(unescape(address)).query) == {
        "fase": ["idee", "uitvoering"],
        "bbox": ["4.60000,52.30000,4.70000,52.40000"],
    }


def test_a_map_of_initiatieven_alone_offers_no_projects(client) -> None:
    make_city()
    assert "/projecten/download/" not in client.get("/kaart?soort=initiatieven").text
