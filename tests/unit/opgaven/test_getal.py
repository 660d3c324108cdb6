import pytest

from participatie.opgaven.rules_getal import parse_getal, parse_jaar, write_getal


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("61", 61.0),
        ("7,25", 7.25),
        (" 61,5 % ", 61.5),
        ("1.250", 1250.0),
        ("1.250,5", 1250.5),
        ("7.5", 7.5),
        ("-3", -3.0),
        ("\u22123,5", -3.5),
        ("0", 0.0),
    ],
)
def test_a_number_is_read_as_it_is_written_here(text, number) -> None:
    assert parse_getal(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "",
        "veel",
        "1,2,3",
        "1,250,000.50",
        "12.34.5",
        "nan",
        "inf",
        "1e9",
        "--1",
        "9" * 10,
        "\u0661",
    ],
)
def test_what_is_no_number_is_refused(text) -> None:
    with pytest.raises(ValueError, match=r"^"):
        parse_getal(text)


@pytest.mark.parametrize(("number", "text"), [(61.0, "61"), (7.25, "7,25"), (1250.5, "1250,5")])
def test_a_number_is_written_as_one_types_it(number, text) -> None:
    assert (write_getal(number), parse_getal(text)) == (text, number)


def test_a_year_has_four_digits() -> None:
    assert parse_jaar(" 2026 ") == 2026


@pytest.mark.parametrize("text", ["", "26", "-2026", "20260", "jaar", "\u0662\u0660\u0662\u0666"])
def test_what_is_no_year_is_refused(text) -> None:
    with pytest.raises(ValueError, match=r"^"):
        parse_jaar(text)
