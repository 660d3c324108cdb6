"""How decisions compare, from outside."""

import csv
import io
import re
from datetime import UTC, datetime
from http import HTTPStatus

import pytest

from participatie.moderation.types import Uitkomst
from participatie.programmas.types import Thema
from tests.factories.accounts import GebruikerFactory, make_redacteur


def row_of(page: str, name: str) -> list[str]:
    """Return the cells of the row that begins with a name."""
    rows = re.findall(r"<tr.*?</tr>", page, re.DOTALL)
    found = next(one for one in rows if re.search(rf'<th scope="row">\s*{name}\s*</th>', one))
    plain = re.sub(r'<span class="visually-hidden">.*?</span>', "", found)
    return [
        " ".join(re.sub(r"<[^>]*>", " ", cell).split())
        for cell in re.findall(r"<td.*?</td>", plain, re.DOTALL)
    ]


@pytest.fixture
def verschil(city, moderator, collega, besluit):
    """In Noord almost all is declined, in Schalkwijk nothing."""
    for _ in range(12):
        besluit(city.by_name["Duinbuurt"], moderator, Uitkomst.AFWIJZEN)
    for _ in range(40):
        besluit(city.by_name["Dambuurt"], collega, thema=Thema.VERKEER)


def test_a_resident_has_no_comparison(client, city) -> None:
    response = client.sign_in(GebruikerFactory()).get("/evenhandigheid")
    assert response.status_code == HTTPStatus.FORBIDDEN


@pytest.mark.parametrize("path", ["/evenhandigheid", "/evenhandigheid/besluiten"])
def test_an_editor_has_none_either(client, city, path) -> None:
    assert client.sign_in(make_redacteur()).get(path).status_code == HTTPStatus.FORBIDDEN


def test_an_empty_period_says_what_to_do(client, beheerder) -> None:
    assert "Kies een langere periode" in client.sign_in(beheerder).get("/evenhandigheid").text


def test_a_row_adds_up_its_decisions(client, beheerder, verschil) -> None:
    page = client.sign_in(beheerder).get("/evenhandigheid").text
    assert row_of(page, "Noord")[:5] == ["12", "0", "0", "12", "5 dagen"]


def test_a_real_difference_is_named(client, beheerder, verschil) -> None:
    page = client.sign_in(beheerder).get("/evenhandigheid").text
    assert "Hier wordt vaker afgewezen dan in de hele stad." in page


def test_a_difference_of_few_is_not(client, beheerder, city, moderator, besluit) -> None:
    besluit(city.by_name["Duinbuurt"], moderator, Uitkomst.AFWIJZEN)
    page = client.sign_in(beheerder).get("/evenhandigheid").text
    assert "niet groter dan toeval" in page


def test_a_decision_after_the_term_is_late(client, beheerder, city, moderator, besluit) -> None:
    besluit(city.by_name["Duinbuurt"], moderator, dagen=40)
    page = client.sign_in(beheerder).get("/evenhandigheid").text
    assert row_of(page, "Noord")[5] == "1 van 1"


def test_an_undone_decision_is_told(client, beheerder, city, moderator, besluit) -> None:
    besluit(city.by_name["Duinbuurt"], moderator, terug=True)
    page = client.sign_in(beheerder).get("/evenhandigheid").text
    assert row_of(page, "Noord")[:7:6] == ["1", "1 van 1"]


def test_outside_the_period_nothing_counts(client, beheerder, city, moderator, besluit) -> None:
    besluit(city.by_name["Duinbuurt"], moderator, op=datetime(2024, 3, 1, tzinfo=UTC))
    page = client.sign_in(beheerder).get("/evenhandigheid")
    assert "Geen besluiten gevonden" in page.text


def test_another_period_can_be_chosen(client, beheerder, city, moderator, besluit) -> None:
    besluit(city.by_name["Duinbuurt"], moderator, op=datetime(2024, 3, 1, tzinfo=UTC))
    page = client.sign_in(beheerder).get("/evenhandigheid?van=2024-01-01&tot=2024-12-31").text
    assert row_of(page, "Noord")[0] == "1"


@pytest.mark.parametrize("query", ["gebied=noord", "thema=groen", "gebied=noord&thema=groen"])
def test_one_gebied_or_thema_can_be_chosen(client, beheerder, verschil, query) -> None:
    page = client.sign_in(beheerder).get(f"/evenhandigheid?{query}").text
    assert row_of(page, "Alles samen")[0] == "12"


@pytest.mark.parametrize("query", ["per=alles", "van=%00", "gebied=' OR 1=1", "sleutel=9e9"])
def test_what_is_not_a_choice_is_left_out(client, beheerder, verschil, query) -> None:
    response = client.sign_in(beheerder).get(f"/evenhandigheid?{query}")
    assert response.status_code == HTTPStatus.OK


def test_the_beheerder_sees_every_moderator(client, beheerder, verschil) -> None:
    page = client.sign_in(beheerder).get("/evenhandigheid?per=moderator").text
    assert row_of(page, "Verbinder Noord")[0] == "12"


def test_a_moderator_sees_himself_only(client, moderator, verschil) -> None:
    page = client.sign_in(moderator).get("/evenhandigheid?per=moderator").text
    assert "Verbinder Schalkwijk" not in page
    assert row_of(page, "Uw besluiten")[0] == "12"


def test_a_moderator_cannot_ask_for_a_colleague(client, moderator, collega, verschil) -> None:
    path = f"/evenhandigheid/besluiten?per=moderator&sleutel={collega.id}"
    page = client.sign_in(moderator).get(path).text
    assert "Verbinder Schalkwijk" not in page
    assert len(re.findall(r'<th scope="row">', page)) == 12


def test_small_numbers_are_hidden_for_a_moderator(
    client, moderator, collega, city, besluit
) -> None:
    besluit(city.by_name["Dambuurt"], collega, Uitkomst.AFWIJZEN)
    page = client.sign_in(moderator).get("/evenhandigheid").text
    assert row_of(page, "Schalkwijk")[0] == "minder dan 5"


def test_the_beheerder_sees_small_numbers(client, beheerder, collega, city, besluit) -> None:
    besluit(city.by_name["Dambuurt"], collega, Uitkomst.AFWIJZEN)
    page = client.sign_in(beheerder).get("/evenhandigheid").text
    assert row_of(page, "Schalkwijk")[0] == "1"


def test_a_number_leads_to_its_decisions(client, moderator, verschil, city) -> None:
    path = f"/evenhandigheid/besluiten?sleutel={city.by_name['Noord'].id}&wat=afwijzen"
    page = client.sign_in(moderator).get(path).text
    assert len(re.findall(r"/bureau/\d+", page)) == 12


def test_decisions_elsewhere_are_only_counted(client, moderator, verschil, city) -> None:
    page = client.sign_in(moderator).get("/evenhandigheid/besluiten").text
    assert "Nog 40 besluiten zijn uit andere gebieden." in page


def test_the_beheerder_sees_no_title_of_what_is_not_public(client, beheerder, verschil) -> None:
    page = client.sign_in(beheerder).get("/evenhandigheid/besluiten?wat=afwijzen").text
    assert "/bureau/" not in page


def test_the_table_can_be_downloaded(client, beheerder, verschil) -> None:
    text = client.sign_in(beheerder).get("/evenhandigheid/besluiten.csv").text
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    assert [row[:2] for row in rows[1:]] == [["Noord", "12"], ["Schalkwijk", "40"]]


def test_no_name_is_run_as_a_formula(client, beheerder, moderator, city, besluit) -> None:
    moderator.naam = "=HYPERLINK(1)"
    besluit(city.by_name["Duinbuurt"], moderator)
    text = client.sign_in(beheerder).get("/evenhandigheid/besluiten.csv?per=moderator").text
    assert "\n=" not in text.replace("\r", "")


def test_more_decisions_ask_no_more_queries(
    *, client, beheerder, city, moderator, besluit, count_queries
) -> None:
    besluit(city.by_name["Duinbuurt"], moderator)
    client.sign_in(beheerder)
    with count_queries() as few:
        client.get("/evenhandigheid")
    for _ in range(20):
        besluit(city.by_name["Dambuurt"], moderator)
    with count_queries() as many:
        client.get("/evenhandigheid")
    assert len(many) <= len(few)
