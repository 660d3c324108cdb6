"""What the items of a year add up to, how they differ, what is missing, what is due."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from participatie.core.errors import InvalidInputError
from participatie.gebieden.types import Niveau, Omtrek
from participatie.gebiedsprogrammas import (
    rules_doorrollen,
    rules_pc,
    rules_programma,
    rules_resultaten,
    rules_vergelijk,
)
from participatie.gebiedsprogrammas.rules import CONCEPT
from participatie.gebiedsprogrammas.types import (
    Afwijking,
    Item,
    Jaarprogramma,
    Regel,
    Resultaat,
    Uitslag,
    Vastheid,
)
from participatie.gebiedsprogrammas.types_planning import (
    DoorrolKeuze,
    Keuze,
    PcSoort,
    PcTaak,
    Termijn,
)
from participatie.opgaven.types import Domein
from participatie.programmas.types import Fase, Geldbron, Participatieniveau, ProjectSoort

ITEM = Item(
    project_id=1,
    stand_id=10,
    van=datetime(2026, 1, 1, tzinfo=UTC),
    titel="Nieuw riool",
    soort=ProjectSoort.PROJECT,
    domein=Domein.FYSIEK,
    thema=None,
    fase=Fase.VOORBEREIDING,
    start=date(2027, 1, 1),
    eind=date(2027, 12, 31),
    participatieniveau=Participatieniveau.ADVISEREN,
    plek_omschrijving="",
    trekker="Beheer",
    heel_gebied=False,
    doel_id=None,
    organisatie_id=None,
    bedragen={(2027, Geldbron.SUBSIDIE): 5, (2028, Geldbron.DERDEN): 7},
    gebied_ids=frozenset({3}),
)
NOORD = Omtrek(
    id=3, slug="noord", code="SD", naam="Noord", niveau=Niveau.STADSDEEL, ouder_id=1, geometry=None
)
LATER = replace(ITEM, stand_id=11)


def _year(*items) -> Jaarprogramma:
    return Jaarprogramma(
        gebied=NOORD,
        jaar=2027,
        programma_id=None,
        versie=0,
        vastheid=Vastheid.CONCEPT,
        stand=CONCEPT,
        toelichting="",
        regels=tuple(Regel(item, item.bedrag(2027)) for item in items),
        groepen=(),
        heel=(),
        buiten=(),
        per_bron=rules_programma.sum_per_bron(items, 2027),
        totaal=sum(item.bedrag(2027) for item in items),
        gedeeld=0,
    )


def test_only_money_of_the_year_counts() -> None:
    assert rules_programma.sum_per_bron([ITEM], 2027) == {Geldbron.SUBSIDIE: 5}


def test_items_without_money_in_the_year_stay_out() -> None:
    assert rules_programma.split_by_money([ITEM], 2029) == ([], [ITEM])
    assert rules_programma.split_by_money([ITEM], 2027) == ([ITEM], [])


def test_the_fingerprint_does_not_depend_on_the_order() -> None:
    other = replace(ITEM, stand_id=12)
    one = rules_programma.fingerprint([ITEM, other])
    assert one == rules_programma.fingerprint([other, ITEM])
    assert one != rules_programma.fingerprint([ITEM, LATER])


@pytest.mark.parametrize(
    ("now", "afwijking"),
    [
        (ITEM, None),
        (None, Afwijking.GESTOPT),
        (LATER, Afwijking.GEWIJZIGD),
        (replace(LATER, fase=Fase.GESTOPT), Afwijking.GESTOPT),
        (replace(LATER, start=date(2028, 1, 1)), Afwijking.ANDER_JAAR),
        (replace(LATER, eind=date(2026, 1, 1)), Afwijking.ANDER_JAAR),
        (replace(LATER, gebied_ids=frozenset({9})), Afwijking.ANDER_GEBIED),
    ],
)
def test_an_adopted_item_differs_as_the_register_says(now, afwijking) -> None:
    assert rules_programma.afwijking_of(ITEM, now, 2027, {3}) is afwijking


def test_an_item_belongs_to_its_year_and_gebied() -> None:
    assert rules_programma.is_planned(ITEM, 2027, {3})
    assert not rules_programma.is_planned(ITEM, 2028, {3})


def test_outside_is_either_later_or_without_money() -> None:
    assert rules_programma.why_outside(ITEM, 2027) is Afwijking.LATER_ERBIJ
    assert rules_programma.why_outside(ITEM, 2026) is Afwijking.ZONDER_GELD


def test_items_are_grouped_by_domein_and_goal() -> None:
    social = replace(ITEM, domein=Domein.SOCIAAL, doel_id=4)
    groups = rules_programma.group_regels(
        [Regel(ITEM, 5), Regel(social, 5), Regel(replace(social, doel_id=None), 1)],
        {4: "Meer ontmoeten"},
    )
    assert [groep.domein for groep in groups] == [Domein.FYSIEK, Domein.SOCIAAL]
    assert [doel.titel for doel in groups[1].doelen] == ["Meer ontmoeten", None]
    assert (groups[1].aantal, groups[1].bedrag) == (2, 6)


def test_a_shared_project_counts_once() -> None:
    assert rules_programma.sum_once([(1, 5), (1, 7), (2, 1)]) == 8


def test_the_mjgp_sums_its_years() -> None:
    mjgp = rules_programma.make_mjgp([_year(ITEM)], None)
    assert (mjgp.totaal, mjgp.per_jaar) == (5, {(2027, Geldbron.SUBSIDIE): 5})


def test_the_same_stand_has_no_changes() -> None:
    assert rules_vergelijk.changed_fields(ITEM, ITEM) == ()


def test_a_change_names_its_fields() -> None:
    assert rules_vergelijk.changed_fields(ITEM, replace(LATER, titel="Anders")) == ("de titel",)


def test_a_change_of_what_is_not_shown_is_told_in_general() -> None:
    assert rules_vergelijk.changed_fields(ITEM, LATER) == rules_vergelijk.ANDERS


def test_a_comparison_tells_what_came_went_and_changed() -> None:
    two, three = replace(ITEM, project_id=2, stand_id=20), replace(ITEM, project_id=3, stand_id=30)
    same = replace(ITEM, project_id=4, stand_id=40)
    found = rules_vergelijk.compare(_year(ITEM, two, same), _year(LATER, three, same))

    assert [regel.item for regel in found.erbij] == [three]
    assert [regel.item for regel in found.eraf] == [two]
    assert [verschil.nieuw.item for verschil in found.gewijzigd] == [LATER]
    assert found.gelijk == 1


@pytest.mark.parametrize("fase", list(Fase))
def test_a_proposal_can_be_kept(fase) -> None:
    proposed = rules_resultaten.propose(fase, 2027)
    assert rules_resultaten.check_uitslag(proposed, 2027) == proposed


@pytest.mark.parametrize(
    ("uitslag", "complete"),
    [
        (Uitslag(None), False),
        (Uitslag(Resultaat.GEREALISEERD), True),
        (Uitslag(Resultaat.DEELS), False),
        (Uitslag(Resultaat.DEELS, None, "De helft."), True),
        (Uitslag(Resultaat.DOORGESCHOVEN, 2027, "Later."), False),
        (Uitslag(Resultaat.DOORGESCHOVEN, 2028, "Later."), True),
    ],
)
def test_closing_asks_for_a_result_and_why(uitslag, complete) -> None:
    assert (rules_resultaten.what_is_missing(uitslag, 2027) is None) == complete


def test_a_year_closes_when_all_is_told() -> None:
    rules_resultaten.check_all_results([Uitslag(Resultaat.GEREALISEERD)], jaar=2027)
    with pytest.raises(InvalidInputError):
        rules_resultaten.check_all_results([Uitslag(None)], jaar=2027)


@pytest.mark.parametrize(
    "uitslag",
    [Uitslag(Resultaat.DOORGESCHOVEN, 1800), Uitslag(Resultaat.DEELS, None, "x" * 1001)],
)
def test_a_result_that_cannot_be_is_refused(uitslag) -> None:
    with pytest.raises(InvalidInputError):
        rules_resultaten.check_uitslag(uitslag, 2027)


def test_a_year_is_kept_only_for_what_is_moved() -> None:
    found = rules_resultaten.check_uitslag(Uitslag(Resultaat.DEELS, 2028, " Zo. "), 2027)
    assert found == Uitslag(Resultaat.DEELS, None, "Zo.")


@pytest.mark.parametrize("namen", [*rules_pc.NAMEN, *rules_doorrollen.NAMEN])
def test_every_member_has_a_name(namen) -> None:
    assert set(namen) == set(type(next(iter(namen))))


def test_every_moment_has_a_usual_day_a_year_and_a_sentence() -> None:
    for found in (rules_pc.STANDAARD, rules_pc.PROGRAMMAJAAR, rules_pc.PC_UITLEG):
        assert set(found) == set(PcSoort)


def test_a_moment_stays_in_its_year() -> None:
    assert rules_pc.usual_moment(PcSoort.KADERNOTA, 2026).datum == date(2026, 5, 1)
    assert rules_pc.check_datum(date(2026, 5, 2), 2026) == date(2026, 5, 2)
    with pytest.raises(InvalidInputError):
        rules_pc.check_datum(None, 2026)


@pytest.mark.parametrize(
    ("dag", "open_taken", "termijn"),
    [
        (1, 0, Termijn.KLAAR),
        (19, 1, Termijn.TE_LAAT),
        (20, 1, Termijn.BINNENKORT),
        (30, 1, Termijn.BINNENKORT),
    ],
)
def test_time_left_is_told_in_one_word(dag, open_taken, termijn) -> None:
    found = rules_pc.termijn_of(date(2026, 4, dag), date(2026, 4, 20), open_taken=open_taken)
    assert found is termijn


def test_more_than_a_month_is_later() -> None:
    found = rules_pc.termijn_of(date(2026, 10, 1), date(2026, 4, 20), open_taken=1)
    assert found is Termijn.LATER


@pytest.mark.parametrize(
    ("dagen", "woorden"),
    [(0, "vandaag"), (1, "nog 1 dag"), (9, "nog 9 dagen"), (-2, "2 dagen geleden")],
)
def test_days_are_told_in_words(dagen, woorden) -> None:
    assert rules_pc.tijd_in_woorden(dagen) == woorden


def test_an_item_lacks_money_or_a_goal() -> None:
    assert rules_pc.lacks(ITEM, PcTaak.GELD_INVULLEN, range(2029, 2031))
    assert not rules_pc.lacks(ITEM, PcTaak.GELD_INVULLEN, range(2027, 2031))
    assert rules_pc.lacks(ITEM, PcTaak.DOEL_KIEZEN, range(2027, 2031))
    assert not rules_pc.lacks(ITEM, PcTaak.VASTSTELLEN, range(2027, 2031))


@pytest.mark.parametrize(
    "keuze", [Keuze(DoorrolKeuze.STOPPEN), Keuze(DoorrolKeuze.LATEN, "x" * 501)]
)
def test_a_choice_without_what_it_needs_is_refused(keuze) -> None:
    with pytest.raises(InvalidInputError):
        rules_doorrollen.check_keuze(keuze)


def test_going_on_needs_no_reason() -> None:
    keuze = Keuze(DoorrolKeuze.VERLENGEN)
    assert rules_doorrollen.check_keuze(keuze) == keuze
    assert rules_doorrollen.last_day(2027) == date(2027, 12, 31)
