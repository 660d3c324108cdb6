from datetime import date
from types import SimpleNamespace

import pytest

from participatie.opgaven.types import Domein
from participatie.programmas.types import (
    Fase,
    Fasering,
    Geldbron,
    Mijlpaal,
    ProjectId,
    Verwijzing,
)
from participatie.uitwisseling.rules import OVERGANGEN, may_become
from participatie.uitwisseling.rules_export import projecten_of
from participatie.uitwisseling.rules_verschil import plan_rij, vingerafdruk
from participatie.uitwisseling.rules_verslag import Namen, in_woorden, list_verschillen
from participatie.uitwisseling.types import GelezenRij, ImportStatus, Verschilsoort
from participatie.uitwisseling.types_plan import Bekend, PlanRij

DAG = date(2027, 3, 1)
PUNT = {"type": "Point", "coordinates": [4.6, 52.37]}
LIJN = {"type": "LineString", "coordinates": [[4.6, 52.37], [4.61, 52.37]]}
NAMEN = Namen(gebieden={1: "Noord", 2: "Oost"}, organisaties={3: "Elan"}, doelen={4: "Groen"})


def test_every_status_has_its_next_steps() -> None:
    assert OVERGANGEN.keys() == set(ImportStatus)


def test_what_is_done_stays_done() -> None:
    assert not any(may_become(ImportStatus.KLAAR, status) for status in ImportStatus)


@pytest.mark.parametrize(
    ("veld", "value", "said"),
    [
        ("titel", "", "(leeg)"),
        ("titel", "x" * 500, "x" * 400 + "…"),
        ("doel_id", None, "(leeg)"),
        ("doel_id", 4, "Groen"),
        ("organisatie_id", 3, "Elan"),
        ("gebied_ids", frozenset({1, 2}), "Noord, Oost"),
        ("fase", Fase.UITVOERING, "Uitvoering"),
        ("domein", Domein.FYSIEK, "Straat en gebouwen"),
        ("start", DAG, "1 maart 2027"),
        ("bedragen", {}, "(leeg)"),
        ("bedragen", {(2027, Geldbron.SUBSIDIE): 125_050}, "2027 subsidie € 1.250,50"),
        ("geometrie", PUNT, "een punt bij 52,37000, 4,60000"),
        ("geometrie", LIJN, "een lijn bij 52,37000, 4,60000"),
        ("fasering", (), "(leeg)"),
        ("fasering", (Fasering(Fase.IDEE, DAG, DAG),), "idee 1 maart 2027 tot 1 maart 2027"),
        ("mijlpalen", (Mijlpaal("Klaar", DAG, gehaald=True),), "1 maart 2027 Klaar (gehaald)"),
        ("verwijzingen", (Verwijzing("Plan", "https://x.nl"),), "Plan https://x.nl"),
    ],
)
def test_a_value_is_told_in_words(veld, value, said) -> None:
    assert in_woorden(veld, value, NAMEN) == said


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (frozenset({1, 2}), frozenset({2, 1})),
        ({(2027, Geldbron.DERDEN): 1, (2026, Geldbron.DERDEN): 2},
         {(2026, Geldbron.DERDEN): 2, (2027, Geldbron.DERDEN): 1}),
        ((Mijlpaal("a", DAG),), (Mijlpaal("a", DAG),)),
        (PUNT, dict(reversed(PUNT.items()))),
    ],
)  # fmt: skip
def test_equal_values_have_one_fingerprint(one, other) -> None:
    assert vingerafdruk(one) == vingerafdruk(other)


@pytest.mark.parametrize("other", [None, "", DAG.replace(day=2), Fase.IDEE, PUNT, frozenset({1})])
def test_other_values_have_another_fingerprint(other) -> None:
    assert vingerafdruk(DAG) != vingerafdruk(other)


def test_a_new_project_differs_from_nothing() -> None:
    assert list_verschillen(PlanRij(2, "P1", {}, None), NAMEN) == []


def test_what_the_source_says_for_the_first_time_changes_the_register() -> None:
    bekend = Bekend(ProjectId(1), 1, SimpleNamespace(titel="Oud"), gezegd={})
    rij = plan_rij(GelezenRij(2, "P1", {"titel": "Nieuw"}), bekend)
    assert rij.verschillen == {"titel": Verschilsoort.WIJZIGT}


def test_a_list_of_something_else_is_told_as_it_is() -> None:
    assert in_woorden("gebieden", ("a", "b"), NAMEN) == "a; b"


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ({"fase": ["idee"]}, {"fase": ["idee"]}),
        ({"soort": ["projecten", "onderhoud"]}, {}),
        ({"soort": ["initiatieven", "onderhoud"]}, {"soort": ["onderhoud"]}),
        ({"soort": ["initiatieven"]}, None),
    ],
)
def test_the_filter_of_the_map_is_kept_for_projects_alone(asked, kept) -> None:
    assert projecten_of(asked) == kept
