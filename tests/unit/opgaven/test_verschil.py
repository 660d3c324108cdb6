from dataclasses import replace

from participatie.opgaven.rules_verschil import compare
from participatie.opgaven.types import DoelId, Prioriteit, Veld, Wijziging
from tests.factories.opgaven import DOEL, INDICATOR, PERIODE, make_doel

GROEN, WEG, NIEUW = DoelId(1), DoelId(2), DoelId(3)


def _compare(oud, nieuw, *, versie=PERIODE):
    return compare(PERIODE, versie, oude_doelen=oud, nieuwe_doelen=nieuw)


def test_the_same_is_no_difference() -> None:
    assert _compare({GROEN: DOEL}, {GROEN: DOEL}).is_leeg


def test_goals_that_came_and_went_are_told() -> None:
    found = _compare({WEG: make_doel("Weg")}, {NIEUW: make_doel("Nieuw")})
    titles = [[doel.titel for doel in doelen] for doelen in (found.nieuw, found.vervallen)]
    assert titles == [["Nieuw"], ["Weg"]]


def test_each_field_of_a_goal_is_told_apart() -> None:
    nieuw = replace(DOEL, titel="Anders", prioriteit=Prioriteit.LAAG, partners=())
    found = _compare({GROEN: DOEL}, {GROEN: nieuw}).gewijzigd[0]
    assert found.wijzigingen == (
        Wijziging(Veld.TITEL, DOEL.titel, "Anders"),
        Wijziging(Veld.PRIORITEIT, Prioriteit.HOOG, Prioriteit.LAAG),
        Wijziging(Veld.PARTNERS, DOEL.partners, ()),
    )


def test_another_period_and_introduction_are_told() -> None:
    versie = replace(PERIODE, van_jaar=2027, tot_jaar=2031, inleiding="Nieuw")
    velden = [wijziging.veld for wijziging in _compare({}, {}, versie=versie).algemeen]
    assert velden == [Veld.PERIODE, Veld.INLEIDING]


def _figures(*nieuw):
    return _compare({GROEN: DOEL}, {GROEN: replace(DOEL, indicatoren=nieuw)}).gewijzigd[0]


def test_another_target_is_told_with_the_figure() -> None:
    found = _figures(replace(INDICATOR, streefwaarde=80.0)).indicatoren[0]
    assert found.wijzigingen == (Wijziging(Veld.STREEFWAARDE, 75.0, 80.0),)


def test_figures_that_came_and_went_are_told() -> None:
    came, went = _figures(replace(INDICATOR, naam="Bomen")).indicatoren
    assert (came.oud, came.naam, went.nieuw, went.naam) == (None, "Bomen", None, INDICATOR.naam)


def test_another_order_is_told() -> None:
    een, twee = make_doel("Een"), make_doel("Twee")
    assert _compare({GROEN: een, WEG: twee}, {WEG: twee, GROEN: een}).andere_volgorde


def test_a_goal_that_matters_more_now_is_no_other_order() -> None:
    een, twee = make_doel("Een"), make_doel("Twee")
    hoger = replace(twee, domein=een.domein, prioriteit=Prioriteit.LAAG)
    found = _compare({GROEN: een, WEG: twee}, {WEG: hoger, GROEN: een})
    assert (found.andere_volgorde, len(found.gewijzigd)) == (False, 1)
