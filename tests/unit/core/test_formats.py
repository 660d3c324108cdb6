from datetime import UTC, date, datetime

import pytest

from participatie.core.formats import aantal, bestandsgrootte, datum, euro, hoofdletter, tijdstip


@pytest.fixture(autouse=True)
def _in_a_request(app):
    with app.test_request_context():
        yield


def test_a_day_is_written_in_words() -> None:
    assert datum(date(2027, 5, 1)) == "1 mei 2027"


def test_a_moment_late_in_the_evening_in_utc_is_the_next_day_in_haarlem() -> None:
    assert datum(datetime(2027, 4, 30, 23, 0, tzinfo=UTC)) == "1 mei 2027"


def test_a_moment_is_written_in_the_time_of_haarlem() -> None:
    assert tijdstip(datetime(2027, 5, 1, 12, 5, tzinfo=UTC)) == "1 mei 2027 om 14:05"


def test_a_whole_amount_has_no_cents() -> None:
    assert euro(1_250_000) == "€\xa012.500"


def test_an_amount_with_cents_shows_them() -> None:
    assert euro(1_250_050) == "€\xa012.500,50"


def test_a_negative_amount_has_a_minus_sign() -> None:
    assert euro(-100) == "-€\xa01"


def test_a_number_has_points_between_the_thousands() -> None:
    assert aantal(1_234_567) == "1.234.567"


def test_a_text_that_stands_alone_begins_with_a_capital() -> None:
    assert [hoofdletter(text) for text in ("langs het Spaarne", "", "'t Zand")] == [
        "Langs het Spaarne",
        "",
        "'t Zand",
    ]


@pytest.mark.parametrize(
    ("size", "written"), [(1, "1\xa0kB"), (120_400, "120\xa0kB"), (1_449_000, "1,4\xa0MB")]
)
def test_the_size_of_a_file_is_written_short(size, written) -> None:
    assert bestandsgrootte(size) == written
