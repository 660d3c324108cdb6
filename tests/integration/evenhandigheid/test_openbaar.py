"""What everyone may see of how the gemeente decides."""

import csv
import io

import pytest

from participatie.moderation.types import Uitkomst
from tests.integration.evenhandigheid.test_pages import row_of


@pytest.fixture
def veel(city, moderator, collega, besluit):
    for _ in range(30):
        besluit(city.by_name["Duinbuurt"], moderator)
    for _ in range(6):
        besluit(city.by_name["Duinbuurt"], moderator, Uitkomst.AFWIJZEN)
    for _ in range(7):
        besluit(city.by_name["Dambuurt"], collega)


def open_data(client) -> list[dict[str, str]]:
    text = client.get("/open-data/besluiten.csv").text
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_everyone_can_see_how_the_gemeente_decides(client, veel) -> None:
    page = client.get("/hoe-beslist-de-gemeente").text
    assert row_of(page, "Noord")[1:] == ["36", "30", "0", "6"]


def test_no_moderator_is_named(client, veel) -> None:
    assert "Verbinder" not in client.get("/hoe-beslist-de-gemeente").text


def test_with_few_decisions_there_is_nothing_to_see(client, city, moderator, besluit) -> None:
    besluit(city.by_name["Duinbuurt"], moderator)
    assert "Nog te weinig besluiten" in client.get("/hoe-beslist-de-gemeente").text


def test_a_small_group_is_added_to_others(client, city, moderator, collega, besluit) -> None:
    for _ in range(30):
        besluit(city.by_name["Duinbuurt"], moderator)
    besluit(city.by_name["Dambuurt"], collega)
    page = client.get("/hoe-beslist-de-gemeente").text
    assert row_of(page, "Andere samen")[1] == "31"


def test_the_numbers_are_open_data(client, veel) -> None:
    [noord, schalkwijk, thema] = open_data(client)
    assert (noord["gebied_naam"], noord["aantal"], noord["afwijzen"]) == ("Noord", "36", "6")
    assert (schalkwijk["aantal"], thema["thema"]) == ("7", "groen")


def test_open_data_holds_no_small_number(client, city, moderator, besluit, veel) -> None:
    besluit(city.by_name["Duinbuurt"], moderator, Uitkomst.AANPASSEN)
    assert all(
        not value or int(value) == 0 or int(value) >= 5
        for row in open_data(client)
        for value in (row[name] for name in ("aantal", "publiceren", "aanpassen", "afwijzen"))
    )


def test_what_was_undone_is_not_in_open_data(client, city, moderator, besluit, veel) -> None:
    besluit(city.by_name["Duinbuurt"], moderator, terug=True)
    assert open_data(client)[0]["aantal"] == "36"
