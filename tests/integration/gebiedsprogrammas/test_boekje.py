import shutil
from dataclasses import replace
from datetime import date

import pytest

from participatie.core import clock
from participatie.core.db import db
from participatie.core.pdf import make_pdf
from participatie.documenten.models import Document
from participatie.gebiedsprogrammas.queries_boekje import make_inhoud
from participatie.programmas.types import Geldbron
from tests.factories.gebiedsprogrammas import adopt, change_item, make_item, make_programma
from tests.factories.opgaven import DOEL, make_vastgesteld
from tests.integration.gebiedsprogrammas.conftest import JUNI
from tests.pdf import alts_of, read, tags_of, text_of

JAAR = "/programma/noord/2027/boekje"
MJGP = "/programma/noord/boekje"
HOSTILE = '#read("/etc/passwd") $x$ `raw` <label>'
MANY = 200
MAX_QUERIES = 20
MAX_BYTES = 900_000


@pytest.fixture(autouse=True)
def _no_files_left(app):
    yield
    shutil.rmtree(app.config["DATA_DIR"] / "documenten", ignore_errors=True)


def data_of(jaar="2027", stand="", gebied="noord"):
    gegevens = {"gebied": gebied, "jaar": jaar, "stand": stand}
    return make_inhoud(gegevens, site="Haarlem", adres="http://localhost").data


def pdf_of(**given) -> bytes:
    return make_pdf("gebiedsprogramma.typ", data_of(**given))


def documents() -> list[Document]:
    return list(db.session.scalars(db.select(Document)))


def one_item(data):
    return data["jaren"][0]["groepen"][0]["doelen"][0]["items"][0]


def facts(data) -> dict[str, str]:
    return {feit["naam"]: feit["waarde"] for feit in one_item(data)["feiten"]}


def test_the_booklet_of_a_year_says_what_is_in_it(noord) -> None:
    make_item(noord, titel="Nieuw riool in de Leidsestraat")
    assert "Nieuw riool in de Leidsestraat" in text_of(pdf_of())


def test_the_booklet_says_how_sure_it_is(noord) -> None:
    make_item(noord)
    assert data_of()["ondertitel"] == "Indicatief"


def test_an_adopted_year_has_its_decision(noord) -> None:
    make_item(noord)
    adopt(make_programma(noord), nummer="2026/0451", dag=date(2026, 4, 18))
    assert "Vastgesteld op 18 april 2026, besluit 2026/0451." in text_of(pdf_of())


def test_an_adopted_year_stays_as_it_was_adopted(noord) -> None:
    item = make_item(noord, titel="Zoals besloten")
    adopt(make_programma(noord))
    with clock.set_to(JUNI):
        change_item(item, titel="Intussen anders")
        assert one_item(data_of())["titel"] == "Zoals besloten"


def test_a_booklet_of_an_earlier_day_says_what_was_so_then(noord) -> None:
    item = make_item(noord, titel="Zoals het was")
    with clock.set_to(JUNI):
        change_item(item, titel="Zoals het is")
        assert one_item(data_of(stand="2026-05-01"))["titel"] == "Zoals het was"


def test_the_facts_of_an_item_are_all_there(noord) -> None:
    make_item(noord, cent=123_456)
    assert facts(data_of()) == {
        "Waar": "Leidsestraat (Noord)",
        "Planning": "1 februari 2027 tot en met 30 november 2027",
        "Fase": "Voorbereiding",
        "Wie het doet": "Beheer",
        "Geld in 2027": "Investeringsplan €\u00a01.234,56",
    }


def test_money_of_more_sources_is_added_up(noord) -> None:
    bedragen = {(2027, Geldbron.SUBSIDIE): 101, (2027, Geldbron.DERDEN): 202}
    make_item(noord, bedragen=bedragen)
    assert facts(data_of())["Geld in 2027"].endswith("samen €\u00a03,03")


def test_the_sums_agree_to_the_cent(noord) -> None:
    for cent in (33_333, 33_333, 33_335):
        make_item(noord, cent=cent)
    data = data_of()
    assert data["geld"]["voet"] == ["Samen", "€\u00a01.000,01"]
    assert data["jaren"][0]["groepen"][0]["bedrag"] == "€\u00a01.000,01"


def test_the_years_together_have_a_sum_of_their_own(noord) -> None:
    make_item(noord, jaar=2026, cent=100)
    make_item(noord, jaar=2028, cent=250)
    assert data_of(jaar="")["geld"]["voet"][-1] == "€\u00a03,50"


def test_the_years_together_are_four(noord) -> None:
    assert [year["jaar"] for year in data_of(jaar="")["jaren"]] == [2026, 2027, 2028, 2029]


def test_each_year_with_plans_has_its_map(noord) -> None:
    make_item(noord, jaar=2026)
    make_item(noord, jaar=2028)
    alts = alts_of(pdf_of(jaar=""))
    assert [alt.split(" met ")[0] for alt in alts] == [
        "Overzichtskaart van Noord in 2026",
        "Overzichtskaart van Noord in 2028",
    ]


def test_an_item_of_two_years_keeps_its_number(noord) -> None:
    make_item(noord, jaar=2027, eind=date(2028, 5, 1))
    jaren = data_of(jaar="")["jaren"]
    numbers = [year["groepen"][0]["doelen"][0]["items"][0]["nummer"] for year in jaren[1:3]]
    assert numbers == [1, 1]


def test_the_goals_of_the_opgave_are_in_it(noord) -> None:
    make_vastgesteld(noord, replace(DOEL, titel="Meer groen"))
    assert "Meer groen" in text_of(pdf_of())


def test_a_gebied_without_opgave_has_a_booklet_too(noord) -> None:
    assert data_of()["doelen"] is None


def test_a_year_without_plans_says_so(noord) -> None:
    assert "Voor dit jaar is nog niets gepland." in text_of(pdf_of())


def test_the_booklet_has_contents_that_lead_somewhere(noord) -> None:
    make_item(noord)
    pdf = pdf_of()
    assert {"TOC", "TOCI", "H1", "H2", "P", "Figure"} <= set(tags_of(pdf))
    assert len(read(pdf).outline) > 0


def test_what_people_typed_stays_text(noord) -> None:
    make_item(noord, titel=HOSTILE, omschrijving=HOSTILE, trekker=HOSTILE)
    assert text_of(pdf_of()).count('#read("/etc/passwd")') >= 3


@pytest.mark.parametrize("path", [JAAR, MJGP, "/programma/haarlem/2027/boekje"])
def test_the_booklet_can_be_printed_from_the_page(client, noord, path) -> None:
    make_item(noord)
    assert client.get(path).status_code == 200


def test_the_page_says_the_same_as_the_pdf(client, noord) -> None:
    make_item(noord, titel="Nieuw riool in de Leidsestraat", cent=123_456)
    page = client.get(JAAR).text
    assert "Nieuw riool in de Leidsestraat" in page
    assert "1.234,56" in page


def test_the_map_of_the_page_is_a_picture_with_words_in_its_place(client, noord) -> None:
    make_item(noord)
    page = client.get(JAAR).text
    assert 'src="data:image/svg+xml;base64,' in page
    assert 'alt="Overzichtskaart van Noord in 2027' in page


def test_asking_leads_to_the_page_of_the_document(client, noord) -> None:
    make_item(noord)
    response = client.post(JAAR)
    assert response.location == f"/documenten/{documents()[0].kenmerk}"


def test_asking_twice_is_one_document(client, noord) -> None:
    make_item(noord)
    assert client.post(MJGP).location == client.post(MJGP).location


def test_an_earlier_day_is_asked_for_as_such(client, noord) -> None:
    make_item(noord)
    with clock.set_to(JUNI):
        client.post(f"{JAAR}?stand=2026-05-01")
    assert documents()[0].gegevens["stand"] == "2026-05-01"


@pytest.mark.parametrize(
    "path",
    ["/programma/duinbuurt/boekje", "/programma/weg/2027/boekje", "/programma/noord/1500/boekje"],
)
def test_what_does_not_exist_is_not_found(client, noord, path) -> None:
    assert (client.get(path).status_code, client.post(path).status_code) == (404, 404)


def test_a_day_that_cannot_be_says_so(client, noord) -> None:
    assert client.get(f"{JAAR}?stand=morgen").status_code == 422


def test_the_page_of_a_gebied_leads_to_its_booklet(client, noord) -> None:
    assert 'href="/programma/noord/2026/boekje"' in client.get("/gebieden/noord").text


def test_two_hundred_items_fit_on_a_page(client, noord, count_queries) -> None:
    for number in range(MANY):
        make_item(noord, titel=f"Plan {number}")
    with count_queries() as queries:
        page = client.get(JAAR)
    assert len(page.data) < MAX_BYTES
    assert len(queries) <= MAX_QUERIES
