"""What a row says of phases, milestones, links, goal and organisatie."""

from datetime import date

import pytest

from participatie.programmas.types import Fase, Fasering, Mijlpaal, Verwijzing
from participatie.uitwisseling.rules_lezer import Lezing, RijLezer
from participatie.uitwisseling.rules_mapping import ImportMapping
from participatie.uitwisseling.rules_meer import MAX_IN_LIJST, read_meer
from participatie.uitwisseling.types import Benoemd, RuweRij, Stelsel, Veld

BENOEMD = Benoemd(organisaties={"elan": {3}}, doelen={"groen": {4}, "meer": {5, 6}, "5": {5}})


def read(**cells):
    """Return what is read of a row with these cells, and in which fields it is wrong."""
    mapping = ImportMapping(velden={Veld(name): name for name in cells})
    lezer = RijLezer(RuweRij(2, cells), mapping)
    read_meer(lezer, Lezing(mapping, (), Stelsel.WGS84, met_vormen=False, gebieden=None,
                            benoemd=BENOEMD))  # fmt: skip
    return lezer.gelezen.waarden, [fout.veld for fout in lezer.gelezen.fouten]


def test_a_file_that_says_nothing_changes_nothing() -> None:
    assert read() == ({}, [])


def test_phases_are_read_in_order() -> None:
    waarden, _ = read(
        uitvoering_start="2027", uitvoering_eind="2028", idee_start="1-1-2026", idee_eind="2026"
    )
    assert waarden["fasering"] == (
        Fasering(Fase.IDEE, date(2026, 1, 1), date(2026, 12, 31)),
        Fasering(Fase.UITVOERING, date(2027, 1, 1), date(2028, 12, 31)),
    )


@pytest.mark.parametrize(
    ("start", "eind", "wrong"),
    [("2027", "", "idee_eind"), ("", "2027", "idee_start"), ("2028", "2027", "idee_eind")],
)
def test_a_phase_has_a_beginning_and_then_an_end(start, eind, wrong) -> None:
    assert wrong in read(idee_start=start, idee_eind=eind)[1]


def test_lists_are_read() -> None:
    waarden, fouten = read(
        mijlpalen="2027-03-31 Start; 31-12-2028 Klaar (gehaald)", verwijzingen="Plan https://x.nl"
    )
    assert (waarden, fouten) == (
        {
            "mijlpalen": (
                Mijlpaal("Start", date(2027, 3, 31)),
                Mijlpaal("Klaar", date(2028, 12, 31), gehaald=True),
            ),
            "verwijzingen": (Verwijzing("Plan", "https://x.nl"),),
        },
        [],
    )


def test_names_become_ids() -> None:
    waarden, _ = read(organisatie="Elan", doel="Groen", begrotingsprogramma="5.1")
    assert waarden == {"organisatie_id": 3, "doel_id": 4, "begrotingsprogramma": "5.1"}


@pytest.mark.parametrize(
    ("veld", "text"),
    [
        ("mijlpalen", "2027-03-31"),
        ("mijlpalen", "ooit Start"),
        ("mijlpalen", ";".join(["2027 Start"] * (MAX_IN_LIJST + 1))),
        ("verwijzingen", "https://x.nl"),
        ("verwijzingen", "Plan javascript:alert(1)"),
        ("begrotingsprogramma", "x" * 21),
        ("organisatie", "Wie"),
        ("doel", "Meer"),
    ],
)
def test_what_cannot_be_read_is_told_at_its_field(veld, text) -> None:
    assert read(**{veld: text})[1] == [veld]
