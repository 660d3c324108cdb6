from dataclasses import replace
from datetime import date

import pytest

from participatie.core.errors import InvalidInputError
from participatie.opgaven import rules
from participatie.opgaven.types import Besluit, Domein, Prioriteit
from tests.factories.opgaven import DOEL, INDICATOR, PERIODE

BESLUIT = Besluit(nummer="2026/12", datum=date(2026, 3, 1))
VANDAAG = date(2026, 6, 1)


@pytest.mark.parametrize("namen", rules.NAMEN)
def test_every_member_has_a_name_and_no_two_the_same(namen) -> None:
    soort = type(next(iter(namen)))
    assert set(namen) == set(soort)
    assert len(set(namen.values())) == len(namen)


def test_the_domein_comes_before_the_priority_and_that_before_the_order() -> None:
    places = [
        rules.place_of(Domein.FYSIEK, Prioriteit.HOOG, 9),
        rules.place_of(Domein.FYSIEK, Prioriteit.LAAG, 1),
        rules.place_of(Domein.BESTUUR, Prioriteit.HOOG, 1),
    ]
    assert places == sorted(places)


@pytest.mark.parametrize("tot_jaar", [2029, 2030])
def test_a_period_is_four_or_five_years(tot_jaar) -> None:
    rules.check_versie(replace(PERIODE, tot_jaar=tot_jaar), nummer=1)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"tot_jaar": 2028}, "tot_jaar"),
        ({"tot_jaar": 2031}, "tot_jaar"),
        ({"tot_jaar": 2020}, "tot_jaar"),
        ({"van_jaar": -2026, "tot_jaar": -2022}, "van_jaar"),
        ({"van_jaar": 9999, "tot_jaar": 10003}, "van_jaar"),
    ],
)
def test_another_period_is_refused_at_its_field(changed, field) -> None:
    with pytest.raises(InvalidInputError) as refused:
        rules.check_versie(replace(PERIODE, **changed), nummer=1)
    assert refused.value.field == field


def test_a_herijking_needs_a_reason() -> None:
    with pytest.raises(InvalidInputError) as refused:
        rules.check_versie(replace(PERIODE, reden=" \n"), nummer=2)
    assert refused.value.field == "reden"


def test_a_herijking_with_a_reason_is_fine() -> None:
    rules.check_versie(replace(PERIODE, reden="De wijk groeit."), nummer=2)


@pytest.mark.parametrize(
    ("van", "tot", "expected"),
    [(2026, 2030, True), (2029, 2033, True), (2030, 2034, False), (2022, 2026, False)],
)
def test_a_period_may_share_its_first_or_last_year(van, tot, expected) -> None:
    assert rules.overlaps(van, tot, [(2026, 2030)]) is expected


def test_a_goal_has_a_title() -> None:
    with pytest.raises(InvalidInputError) as refused:
        rules.check_doel(replace(DOEL, titel="\u200b "))
    assert refused.value.field == "titel"


def test_a_goal_without_figures_is_fine() -> None:
    rules.check_doel(replace(DOEL, indicatoren=()))


@pytest.mark.parametrize(
    "changed",
    [
        {"streefjaar": 2025},
        {"streefjaar": 2020},
        {"nulmeting_jaar": -1},
        {"streefjaar": 99999},
    ],
)
def test_impossible_years_of_a_figure_are_refused_with_its_name(changed) -> None:
    doel = replace(DOEL, indicatoren=(replace(INDICATOR, **changed),))
    with pytest.raises(InvalidInputError, match=INDICATOR.naam):
        rules.check_doel(doel)


def test_a_decision_of_today_adopts() -> None:
    rules.check_vaststellen(
        [DOEL], replace(BESLUIT, datum=VANDAAG), vandaag=VANDAAG, niet_voor=date(2026, 1, 1)
    )


@pytest.mark.parametrize(
    ("doelen", "besluit", "niet_voor", "message"),
    [
        ([], BESLUIT, None, "minstens één doel"),
        ([replace(DOEL, resultaat=" ")], BESLUIT, None, "resultaat bij “Meer groen"),
        ([DOEL], replace(BESLUIT, nummer=" "), None, "nummer van het besluit"),
        ([DOEL], replace(BESLUIT, datum=date(2026, 6, 2)), None, "toekomst"),
        ([DOEL], BESLUIT, date(2026, 3, 2), "voor het vorige besluit"),
        ([DOEL], replace(BESLUIT, datum=date(1999, 1, 1)), None, "voor het vorige besluit"),
    ],
)
def test_what_cannot_be_adopted_is_refused(doelen, besluit, niet_voor, message) -> None:
    with pytest.raises(InvalidInputError, match=message):
        rules.check_vaststellen(doelen, besluit, vandaag=VANDAAG, niet_voor=niet_voor)


def test_a_figure_with_a_target_after_its_baseline_is_fine() -> None:
    rules.check_indicator(INDICATOR)
