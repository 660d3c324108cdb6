"""Everything public as files, and nothing else."""

import csv
import io
import json
from dataclasses import replace
from datetime import UTC, date, datetime
from http import HTTPStatus

import pytest

from participatie.core import clock
from participatie.core.geometry import point
from participatie.gebieden.models import Gebied
from participatie.gebiedsprogrammas.models import Gebiedsprogramma, ProgrammaItem
from participatie.initiatieven.models import Initiatief
from participatie.inzendingen.types import Status
from participatie.moderation.models import Besluit
from participatie.opendata.rules import DATASETS
from participatie.opgaven.models import DoelTekst, Indicator, OpgaveVersie
from participatie.programmas.models import Jaarbedrag, Project
from participatie.programmas.queries_gegevens import gegevens_of
from participatie.programmas.services import add_project, change_project
from participatie.programmas.types import Geldbron
from participatie.vraagaanbod.models import Aanbod, Oproep
from tests.factories.gebieden import make_city
from tests.factories.initiatieven import InitiatiefFactory
from tests.factories.opgaven import adopt, make_concept, make_herijking, make_vastgesteld
from tests.factories.programmas import JaarbedragFactory, ProjectFactory

LINE = {"type": "LineString", "coordinates": [[4.6, 52.38], [4.61, 52.39]]}
MODELS = {
    "besluiten": Besluit,
    "projecten": Project,
    "geld": Jaarbedrag,
    "gebiedsprogrammas": Gebiedsprogramma,
    "programmaonderdelen": ProgrammaItem,
    "initiatieven": Initiatief,
    "oproepen": Oproep,
    "aanbod": Aanbod,
    "gebieden": Gebied,
    "opgaven": OpgaveVersie,
    "doelen": DoelTekst,
    "indicatoren": Indicator,
}


@pytest.fixture
def city(session):
    return make_city()


@pytest.fixture
def rows(client):
    def read(naam) -> list[dict]:
        text = client.get(f"/open-data/{naam}.csv").text
        return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))

    return read


@pytest.fixture
def features(client):
    def read(naam) -> list[dict]:
        return json.loads(client.get(f"/open-data/{naam}.geojson").text)["features"]

    return read


def test_the_page_describes_every_column(client) -> None:
    page = client.get("/open-data").text
    for dataset in DATASETS.values():
        assert all(kolom.uitleg and f">{kolom.naam}<" in page for kolom in dataset.kolommen)


@pytest.mark.parametrize("naam", DATASETS)
def test_every_stored_value_is_published_or_left_out_for_a_reason(naam) -> None:
    dataset = DATASETS[naam]
    published = {source for kolom in dataset.kolommen for source in kolom.uit}
    stored = {attribute.key for attribute in MODELS[naam].__mapper__.column_attrs}
    assert published | {*dataset.weggelaten} == stored
    assert published & {*dataset.weggelaten} == set()
    assert all(dataset.weggelaten.values())


@pytest.mark.parametrize("naam", DATASETS)
def test_the_columns_of_a_file_are_those_on_the_page(client, city, naam) -> None:
    head = client.get(f"/open-data/{naam}.csv").text.splitlines()[0]
    assert head == "\ufeff" + ",".join(kolom.naam for kolom in DATASETS[naam].kolommen)


def test_a_project_is_in_the_csv_with_its_money_and_gebieden(rows, city) -> None:
    project = ProjectFactory(gebieden=[city.stad, city.wijken[0]], place=point(4.6, 52.39))
    JaarbedragFactory(project=project, jaar=2027, bedrag_cent=125_000_050)
    JaarbedragFactory(project=project, jaar=2028, bedrag_cent=100)
    row = rows("projecten")[0]
    assert row["bedrag_euro"] == "1250001.5"
    assert row["bedragen"] == "2027:investeringsplan:1250000.5|2028:investeringsplan:1"
    assert row["gebied_namen"] == "Haarlem|Noordwijk"
    assert (row["lengtegraad"], row["breedtegraad"]) == ("4.6", "52.39")
    assert row["adres"] == f"http://localhost/projecten/{project.id}"


def test_a_line_is_in_the_geojson_as_it_is(features, city) -> None:
    ProjectFactory(gebieden=[city.stad], place=LINE)
    assert features("projecten")[0]["geometry"] == LINE


def test_whole_gebieden_have_no_geometry_of_their_own(features, city) -> None:
    ProjectFactory(gebieden=[city.stad])
    assert features("projecten")[0]["geometry"] is None


def test_no_rows_is_still_a_good_file(features) -> None:
    assert features("projecten") == []


def test_a_published_initiatief_is_in_both_files(rows, features, city) -> None:
    InitiatiefFactory(titel="Buurttuin", gebied=city.stad, punt=(4.6, 52.39))
    assert rows("initiatieven")[0]["titel"] == "Buurttuin"
    assert features("initiatieven")[0]["properties"]["vraag"] == "handen|geld"


@pytest.mark.parametrize("status", [status for status in Status if status != "gepubliceerd"])
@pytest.mark.parametrize("formaat", ["csv", "geojson"])
def test_any_other_status_is_in_no_file(client, city, status, formaat) -> None:
    InitiatiefFactory(titel="Geheim", gebied=city.stad, status=status)
    assert "Geheim" not in client.get(f"/open-data/initiatieven.{formaat}").text


def test_the_sender_and_the_contact_are_in_no_file(client, city) -> None:
    initiatief = InitiatiefFactory(gebied=city.stad)
    project = ProjectFactory(gebieden=[city.stad], contact_naam="Kanarie")
    naam, email = initiatief.indiener.naam, initiatief.indiener.email
    for address in (
        "projecten.csv",
        "projecten.geojson",
        "initiatieven.csv",
        "initiatieven.geojson",
    ):
        text = client.get(f"/open-data/{address}").text
        assert not any(
            secret in text for secret in (naam, email, "Kanarie", project.contact_email)
        )


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "  =1", "＝1"])  # noqa: RUF001
def test_a_formula_in_a_title_stays_text(rows, city, start) -> None:
    InitiatiefFactory(titel=start, gebied=city.stad)
    assert rows("initiatieven")[0]["titel"].startswith("'")


def test_adopted_goals_are_in_the_files_with_their_figures(rows, city) -> None:
    make_vastgesteld(city.by_name["Noord"])
    opgave, doel, indicator = (rows(naam)[0] for naam in ("opgaven", "doelen", "indicatoren"))
    assert opgave["besluitnummer"] == "2025/100"
    assert (doel["opgave_versie_id"], doel["gebied_naam"]) == (opgave["id"], "Noord")
    assert (indicator["doel_tekst_id"], indicator["streefwaarde"]) == (doel["id"], "75.0")


def test_an_earlier_version_stays_in_the_files(rows, city) -> None:
    oud = make_vastgesteld(city.by_name["Noord"])
    adopt(make_herijking(oud), date(2026, 6, 1))
    assert [row["nummer"] for row in rows("opgaven")] == ["1", "2"]


@pytest.mark.parametrize("naam", ["opgaven", "doelen", "indicatoren"])
def test_a_concept_is_in_no_file(rows, city, naam) -> None:
    make_concept(city.by_name["Noord"])
    assert rows(naam) == []


def test_gebieden_say_in_which_gebied_they_lie(features, city) -> None:
    by_name = {one["properties"]["naam"]: one["properties"] for one in features("gebieden")}
    assert by_name["Duinbuurt"]["ouder_code"] == by_name["Noordwijk"]["code"]


def test_other_sites_may_read_the_files(client, city) -> None:
    headers = client.get("/open-data/projecten.geojson").headers
    assert headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("address", ["gebruikers.csv", "projecten.exe", "projecten"])
def test_what_is_no_dataset_is_not_found(client, address) -> None:
    assert client.get(f"/open-data/{address}").status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("number", [10, 500])
def test_a_download_asks_the_database_at_most_8_times(client, city, count_queries, number) -> None:
    ProjectFactory.create_batch(number, gebieden=[city.stad])
    with count_queries() as statements:
        assert len(client.get("/open-data/projecten.csv").text.splitlines()) > number
    assert len([one for one in statements if one.startswith("SELECT")]) <= 8


def test_money_is_in_the_csv_once_for_each_gebied(rows, city) -> None:
    project = ProjectFactory(gebieden=city.wijken[:2])
    JaarbedragFactory(project=project, jaar=2027, bedrag_cent=101)

    assert [(row["gebied_naam"], row["bedrag_euro"]) for row in rows("geld")] == [
        (city.wijken[0].naam, "0.51"),
        (city.wijken[1].naam, "0.5"),
    ]


@pytest.fixture
def changed(city):
    """A project that was added in February with a euro, and costs two from May."""
    known = gegevens_of(ProjectFactory(gebieden=[city.stad]))
    bedragen = {(2027, Geldbron.SUBSIDIE): 100}
    first = replace(known, titel="Oud", bedragen=bedragen)
    with clock.set_to(datetime(2026, 2, 10, 9, tzinfo=UTC)):
        project = add_project(first, bronsysteem="r", bronsleutel="1", actor_id=None)
    later = replace(first, titel="Nieuw", bedragen={(2027, Geldbron.SUBSIDIE): 200})
    with clock.set_to(datetime(2026, 5, 20, 9, tzinfo=UTC)):
        change_project(project, later, actor_id=None)


@pytest.mark.parametrize(
    ("naam", "expected"),
    [("projecten", {"titel": "Oud", "bedrag_euro": "1"}), ("geld", {"bedrag_euro": "1"})],
)
def test_a_file_can_be_of_an_earlier_day(client, changed, naam, expected) -> None:
    text = client.get(f"/open-data/{naam}.csv?stand=2026-03-01").text.removeprefix("\ufeff")
    [row] = csv.DictReader(io.StringIO(text))

    assert row | expected == row


@pytest.mark.parametrize("address", ["gebieden.csv?stand=2026-03-01", "geld.csv?stand=morgen"])
def test_a_day_that_is_not_known_is_refused(client, city, address) -> None:
    assert client.get(f"/open-data/{address}").status_code == HTTPStatus.UNPROCESSABLE_ENTITY
