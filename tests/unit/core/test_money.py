import pytest

from participatie.core.money import format_euro, parse_euro


@pytest.mark.parametrize(
    ("text", "cent"),
    [
        ("0", 0),
        ("250", 25_000),
        ("1.250", 125_000),
        ("1.250,5", 125_050),
        ("1250,50", 125_050),
        ("€ 1.250,-", 125_000),
        ("1.000.000,--", 100_000_000),
    ],
)
def test_an_amount_is_read_as_people_write_it(text, cent) -> None:
    assert parse_euro(text) == cent


@pytest.mark.parametrize(
    "text", ["", "veel", "-5", "1.25", "12,345", "1,000.00", "1e9", "٣٠", "9" * 13, "1 euro"]
)
def test_what_is_no_amount_is_refused(text) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # the message is that of the field
        parse_euro(text)


@pytest.mark.parametrize("cent", [0, 1, 99, 25_000, 125_050])
def test_an_amount_is_shown_so_that_it_can_be_read_again(cent) -> None:
    assert parse_euro(format_euro(cent)) == cent
