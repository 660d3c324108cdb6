from dataclasses import replace
from datetime import date

import pytest

from participatie.core.geometry import point
from participatie.gebieden.types import GebiedId
from participatie.opgaven.types import DoelId, Domein
from participatie.organisaties.types import OrganisatieId
from participatie.programmas.rules import VELD_NAMEN
from participatie.programmas.rules_geschiedenis import compare, without_persons
from participatie.programmas.rules_verschil import compare_texts
from participatie.programmas.types import (
    Fase,
    Fasering,
    Geldbron,
    Mijlpaal,
    Participatieniveau,
    ProjectGegevens,
    ProjectSoort,
    Verwijzing,
)
from participatie.programmas.types_geschiedenis import (
    Namen,
    Plekwijziging,
    Regel,
    StukSoort,
    Verplaatsing,
    Vorm,
)

START, EIND = date(2027, 1, 1), date(2028, 1, 1)
LINE = {"type": "LineString", "coordinates": [[4.6, 52.37], [4.605, 52.371]]}
NAMEN = Namen(
    gebieden={GebiedId(1): "Poort", GebiedId(2): "Noord"},
    doelen={DoelId(7): "Meer groen"},
    organisaties={OrganisatieId(3): "Woningcorporatie"},
)
OUD = ProjectGegevens(
    titel="Riool",
    omschrijving="Het riool is oud. De gemeente vervangt het. Daarna komt er groen.",
    soort=ProjectSoort.PROJECT,
    domein=Domein.FYSIEK,
    thema=None,
    fase=Fase.IDEE,
    start=START,
    eind=EIND,
    plek_omschrijving="",
    trekker="Beheer",
    contact_naam="Iemand",
    contact_email=None,
    participatieniveau=Participatieniveau.ADVISEREN,
    participatie_toelichting="",
    geometrie=None,
    gebied_ids=frozenset({GebiedId(1)}),
    bedragen={(2027, Geldbron.SUBSIDIE): 100, (2028, Geldbron.DERDEN): 5},
)


def lines(**changed):
    """Return the lines of the only field that changes."""
    (wijziging,) = compare(OUD, replace(OUD, **changed), NAMEN)
    assert wijziging.veld == next(iter(changed))
    return wijziging.regels


def test_what_is_the_same_did_not_change() -> None:
    assert compare(OUD, replace(OUD), NAMEN) == ()


def test_changes_stand_in_the_order_of_the_form() -> None:
    found = compare(OUD, replace(OUD, eind=START, titel="Nieuw", bedragen={}), NAMEN)

    assert [wijziging.veld for wijziging in found] == ["titel", "eind", "bedragen"]


@pytest.mark.parametrize(
    ("changed", "regel"),
    [
        ({"titel": "Nieuw"}, Regel(Vorm.TEKST, "Riool", "Nieuw")),
        ({"fase": Fase.UITVOERING}, Regel(Vorm.KEUZE, Fase.IDEE, Fase.UITVOERING)),
        ({"start": EIND}, Regel(Vorm.DAG, START, EIND)),
        ({"gebied_ids": frozenset({1, 2})}, Regel(Vorm.TEKST, "Poort", "Noord, Poort")),
        ({"gebied_ids": frozenset({99})}, Regel(Vorm.TEKST, "Poort", "Onbekend")),
        ({"doel_id": 7}, Regel(Vorm.TEKST, None, "Meer groen")),
        ({"doel_id": 8}, Regel(Vorm.TEKST, None, "Een doel dat niet is vastgesteld")),
        ({"organisatie_id": 3}, Regel(Vorm.TEKST, None, "Woningcorporatie")),
        ({"begrotingsprogramma": "5.1"}, Regel(Vorm.TEKST, "", "5.1")),
    ],
)
def test_a_field_says_what_it_was_and_became(changed, regel) -> None:
    assert lines(**changed) == (regel,)


def test_money_is_told_per_year_and_source() -> None:
    money = {(2026, Geldbron.DERDEN): 1, (2027, Geldbron.SUBSIDIE): 200}

    assert lines(bedragen=money | {(2028, Geldbron.DERDEN): 5}) == (
        Regel(Vorm.BEDRAG, None, 1, wat=(2026, Geldbron.DERDEN)),
        Regel(Vorm.BEDRAG, 100, 200, wat=(2027, Geldbron.SUBSIDIE)),
    )


def test_a_phase_is_told_by_its_name() -> None:
    later = Fasering(Fase.IDEE, START, EIND)

    assert lines(fasering=(later,)) == (Regel(Vorm.PERIODE, None, later, wat=Fase.IDEE),)


def test_a_milestone_with_the_same_title_is_the_same_one() -> None:
    was, now = Mijlpaal("Start", START), Mijlpaal("Start", EIND)
    oud = replace(OUD, mijlpalen=(was,))

    (wijziging,) = compare(oud, replace(oud, mijlpalen=(now, Mijlpaal("Feest", EIND))), NAMEN)

    assert wijziging.regels == (
        Regel(Vorm.MIJLPAAL, was, now),
        Regel(Vorm.MIJLPAAL, None, Mijlpaal("Feest", EIND)),
    )


def test_a_milestone_that_stayed_is_not_told() -> None:
    one, other = Mijlpaal("Start", START), Mijlpaal("Feest", EIND)
    oud = replace(OUD, mijlpalen=(one,))

    (wijziging,) = compare(oud, replace(oud, mijlpalen=(one, other)), NAMEN)

    assert wijziging.regels == (Regel(Vorm.MIJLPAAL, None, other),)


def test_two_milestones_of_one_title_are_told_apart() -> None:
    one, other = Mijlpaal("Overleg", START), Mijlpaal("Overleg", EIND)

    assert lines(mijlpalen=(one, other)) == (
        Regel(Vorm.MIJLPAAL, None, one),
        Regel(Vorm.MIJLPAAL, None, other),
    )


def test_a_link_is_known_by_its_address() -> None:
    link = Verwijzing("Het plan", "https://haarlem.nl")

    assert lines(verwijzingen=(link,)) == (Regel(Vorm.LINK, None, link),)


@pytest.mark.parametrize(
    ("oud", "nieuw", "soort"),
    [
        (None, point(4.6, 52.37), Verplaatsing.OP_DE_KAART),
        (LINE, point(4.6, 52.37), Verplaatsing.OP_DE_KAART),
        (point(4.6, 52.37), LINE, Verplaatsing.GETEKEND),
        (LINE, None, Verplaatsing.HEEL_GEBIED),
    ],
)
def test_another_kind_of_place_is_told_as_such(oud, nieuw, soort) -> None:
    before = replace(OUD, geometrie=oud)

    (wijziging,) = compare(before, replace(before, geometrie=nieuw), NAMEN)

    assert wijziging.regels == (Regel(Vorm.PLEK, nieuw=Plekwijziging(soort)),)


def test_a_point_that_is_moved_tells_how_far() -> None:
    before = replace(OUD, geometrie=point(4.6, 52.37))

    (wijziging,) = compare(before, replace(before, geometrie=point(4.6, 52.371)), NAMEN)

    assert wijziging.regels[0].nieuw == Plekwijziging(Verplaatsing.VERPLAATST, 111)


def test_every_field_can_be_told() -> None:
    other = ProjectGegevens(
        titel="x", omschrijving="x", soort=ProjectSoort.WERK, domein=Domein.SOCIAAL,
        thema=None, fase=Fase.GESTOPT, start=EIND, eind=START, plek_omschrijving="x",
        trekker="x", contact_naam="x", contact_email="x",
        participatieniveau=Participatieniveau.INFORMEREN, participatie_toelichting="x",
        geometrie=LINE, gebied_ids=frozenset(), bedragen={}, doel_id=DoelId(1),
        fasering=(Fasering(Fase.IDEE, START, EIND),), mijlpalen=(Mijlpaal("x", START),),
        verwijzingen=(Verwijzing("x", "https://x.nl"),), begrotingsprogramma="1",
        organisatie_id=OrganisatieId(1),
    )  # fmt: skip

    assert [one.veld for one in compare(OUD, other, NAMEN)] == [
        veld for veld in VELD_NAMEN if veld != "thema"
    ]


def test_who_was_asked_before_is_for_staff_alone() -> None:
    found = without_persons(compare(OUD, replace(OUD, contact_naam="x", titel="y"), NAMEN))

    assert [(one.veld, len(one.regels)) for one in found] == [("titel", 1), ("contact_naam", 0)]


def pieces(oud, nieuw):
    return [(stuk.soort.value, stuk.tekst) for stuk in compare_texts(oud, nieuw)]


def test_only_the_sentence_that_changed_is_shown_word_by_word() -> None:
    assert pieces(OUD.omschrijving, OUD.omschrijving.replace("gemeente", "provincie")) == [
        ("gat", ""),
        ("gelijk", "De"),
        ("weg", "gemeente"),
        ("erbij", "provincie"),
        ("gelijk", "vervangt het."),
        ("gat", ""),
    ]


def test_a_sentence_that_came_or_went_is_shown_whole() -> None:
    assert pieces("Een. Twee.", "Een. Twee. Drie.") == [("gat", ""), ("erbij", "Drie.")]
    assert pieces("Een. Twee.", "Twee.") == [("weg", "Een."), ("gat", "")]


def test_sentences_with_nothing_in_common_replace_each_other() -> None:
    assert pieces("Wij planten bomen in de straat.", "Het plein wordt kaal.") == [
        ("weg", "Wij planten bomen in de straat."),
        ("erbij", "Het plein wordt kaal."),
    ]


def test_other_white_lines_are_no_other_text() -> None:
    assert compare_texts("Een. Twee.", "Een.\n\nTwee.") == ()


def test_a_long_hostile_text_is_compared_in_no_time() -> None:
    found = compare_texts("a b " * 2_500, "b a " * 2_500)

    assert {stuk.soort for stuk in found} <= set(StukSoort)
