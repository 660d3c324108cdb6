from hypothesis import given
from hypothesis import strategies as st

from participatie.programmas.rules_geld import draw_chart, kort_bedrag, make_table
from participatie.programmas.types import Geldbron

bedragen = st.dictionaries(
    st.tuples(st.integers(2020, 2040), st.sampled_from(Geldbron)),
    st.integers(0, 10**15),
    min_size=1,
)


@given(bedragen)
def test_totals_agree_to_the_cent_however_they_are_added(bedragen) -> None:
    tabel = make_table(bedragen)
    total = sum(bedragen.values())
    assert sum(tabel.totalen) == sum(rij.totaal for rij in tabel.rijen) == tabel.totaal == total


@given(bedragen)
def test_bars_stay_inside_the_chart(bedragen) -> None:
    grafiek = draw_chart(make_table(bedragen))
    assert all(0 < staaf.top <= grafiek.basis for staaf in grafiek.staven)


def test_a_year_without_money_between_others_is_shown() -> None:
    tabel = make_table({(2027, Geldbron.SUBSIDIE): 1, (2029, Geldbron.SUBSIDIE): 2})
    assert [rij.jaar for rij in tabel.rijen] == [2027, 2028, 2029]


def test_without_money_there_is_no_table() -> None:
    assert make_table({}) is None


def test_amounts_above_a_bar_are_short() -> None:
    assert [kort_bedrag(cents) for cents in (130_000_050, 25_000_000, 0)] == [
        "€\u00a01,3\u00a0mln",
        "€\u00a0250.000",
        "",
    ]
