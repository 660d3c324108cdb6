"""Whatever stands in the address: a filter comes out, and never an error."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from participatie.kaart.forms import list_pillen, read_filter, read_page
from participatie.kaart.rules import TEKST_MAX_LENGTH, to_query

NAMES = ("tekst", "gebied", "van", "tot", "soort", "fase", "domein", "thema", "bbox", "pagina")
NAUGHTY = st.one_of(
    st.text(max_size=300),
    st.integers().map(str),
    st.floats(allow_nan=True, allow_infinity=True).map(str),
    st.lists(st.floats(allow_nan=True).map(str), min_size=3, max_size=5).map(",".join),
    st.sampled_from(
        [
            "2027",
            "idee",
            "projecten",
            "werk",
            "groen",
            "%",
            "_",
            "\x00",
            "' OR 1=1 --",
            "<script>alert(1)</script>",
            "²",
            "١٩٩٩",  # digits, but not ours
            "\u202e",
            "😀" * 80,
            "../../etc/passwd",
        ]
    ),
)
QUERIES = st.dictionaries(st.sampled_from(NAMES), st.lists(NAUGHTY, max_size=4))


@pytest.fixture(autouse=True)
def request_context(app):
    with app.test_request_context("/kaart"):
        yield


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(args=QUERIES)
def test_any_address_gives_a_filter_that_reads_back_as_itself(args) -> None:
    wanted = read_filter(args).filter
    again: dict[str, list[str]] = {}
    for name, value in to_query(wanted):
        again.setdefault(name, []).append(value)
    found = read_filter(again)
    assert found.filter == wanted
    assert found.meldingen == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(args=QUERIES)
def test_any_page_number_is_a_number_from_1(args) -> None:
    assert read_page(args, "pagina") >= 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(args=QUERIES)
def test_every_pill_takes_its_filter_away(args) -> None:
    wanted = read_filter(args).filter
    for pil in list_pillen(wanted, "Haarlem"):
        assert len(pil.zonder) < len(to_query(wanted))


def test_a_long_text_is_cut_and_that_is_said() -> None:
    gelezen = read_filter({"tekst": ["a" * 1_000_000]})
    assert len(gelezen.filter.tekst) == TEKST_MAX_LENGTH
    assert gelezen.meldingen


@pytest.mark.parametrize(
    ("van", "tot", "words"),
    [
        ("2026", "2026", "2026"),
        ("2026", "", "vanaf 2026"),
        ("", "2027", "tot en met 2027"),
        ("2026", "2027", "2026 tot en met 2027"),
    ],
)
def test_the_years_are_one_pill_in_words(van, tot, words) -> None:
    wanted = read_filter({"van": [van], "tot": [tot]}).filter
    assert [pil.tekst for pil in list_pillen(wanted, "")] == [words]
