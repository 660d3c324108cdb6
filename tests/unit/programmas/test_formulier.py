"""What is sent of the form of a project."""

import pytest

from participatie.programmas.errors import WaardeError
from participatie.programmas.rules_formulier import (
    count_rows,
    list_sent_years,
    take_over,
    veld_of,
    with_row,
    without_row,
)
from participatie.programmas.rules_planning import MIJLPALEN_MAX
from participatie.programmas.rules_verwijzing import parse_url

ROWS = {
    "titel": "t",
    "mijlpaal_0_titel": "a",
    "mijlpaal_1_titel": "b",
    "mijlpaal_1_gehaald": "y",
    "mijlpaal_2_titel": "c",
    "link_0_titel": "l",
}


def test_rows_are_counted_by_their_highest_number() -> None:
    assert (count_rows(ROWS, "mijlpaal"), count_rows(ROWS, "link"), count_rows((), "link")) == (
        3, 1, 0,
    )  # fmt: skip


@pytest.mark.parametrize("name", ["mijlpaal_²_titel", "mijlpaal_-1_titel", "mijlpaal_9999_titel"])
def test_a_forged_row_is_no_row(name) -> None:
    assert count_rows([name], "mijlpaal") == 0


def test_of_too_many_rows_one_more_is_read_than_may_be() -> None:
    assert count_rows(["mijlpaal_999_titel"], "mijlpaal") == MIJLPALEN_MAX + 1


def test_a_row_is_added_below_the_others() -> None:
    assert with_row(ROWS, "mijlpaal")["mijlpaal_3_titel"] == ""


def test_no_row_is_added_above_the_limit() -> None:
    full = {f"mijlpaal_{MIJLPALEN_MAX - 1}_titel": "x"}

    assert with_row(full, "mijlpaal") == full


def test_something_that_has_no_rows_gets_none() -> None:
    assert with_row(ROWS, "titel") == ROWS


def test_a_year_is_added_after_the_last() -> None:
    assert "bedrag_2031_exploitatie" in with_row({"bedrag_2030_derden": ""}, "jaar")


def test_years_are_read_from_amounts_within_reason() -> None:
    names = ("bedrag_2030_derden", "bedrag_1500_derden", "bedrag_x_derden")

    assert list_sent_years(names) == {2030}


def test_a_row_is_taken_away_and_those_below_move_up() -> None:
    assert without_row(ROWS, "mijlpaal_0") == {
        "titel": "t",
        "mijlpaal_0_titel": "b",
        "mijlpaal_0_gehaald": "y",
        "mijlpaal_1_titel": "c",
        "link_0_titel": "l",
    }


@pytest.mark.parametrize("rij", ["", "titel", "mijlpaal_", "mijlpaal_²", "mijlpaal_7"])
def test_a_row_that_is_not_there_takes_nothing_away(rij) -> None:
    assert without_row(ROWS, rij) == ROWS


@pytest.mark.parametrize(
    ("name", "veld"),
    [
        ("titel", "titel"),
        ("fase", "fase"),
        ("fasering_idee_start", "fasering"),
        ("punten", "geometrie"),
        ("meer_gebieden", "gebied_ids"),
        ("bedrag_2027_derden", "bedragen"),
        ("mijlpaal_3_datum", "mijlpalen"),
        ("link_0_url", "verwijzingen"),
    ],
)
def test_each_name_belongs_to_a_field_of_a_project(name, veld) -> None:
    assert veld_of(name) == veld


def test_a_field_that_is_taken_over_loses_all_its_rows() -> None:
    stored = {"titel": "anders", "mijlpaal_0_titel": "z"}

    assert take_over(ROWS, stored, {"mijlpalen"}) == {
        "titel": "t",
        "link_0_titel": "l",
        "mijlpaal_0_titel": "z",
    }


@pytest.mark.parametrize(
    "url",
    ["https://www.haarlem.nl/plan?x=1#y", "http://haarlem.nl", "https://haarlem.nl:8443/"],
)
def test_an_address_of_a_page_is_kept_as_typed(url) -> None:
    assert parse_url(f" {url} ") == url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)//haarlem.nl",
        "data:text/html,<script>",
        "ftp://haarlem.nl",
        "//haarlem.nl",
        "haarlem.nl",
        "https://",
        "https://localhost",
        "https://haarlem.nl/ <b>",
        "https://haarlem.nl\\@evil.example",
        'https://haarlem.nl/"onclick=',
        "https://haarlem.nl:99999/",
        "https://[haarlem.nl",
        "https://haar\u202elem.nl",
        "https://haarlem.nl/" + "x" * 500,
        "https://naam:geheim@haarlem.nl",
    ],
)
def test_any_other_address_is_refused(url) -> None:
    with pytest.raises(WaardeError):
        parse_url(url)
