"""What one row of a file says, and what is wrong with it."""

import pytest

from participatie.opgaven.types import Domein
from participatie.programmas.types import ProjectSoort
from participatie.uitwisseling.rules_lezer import Lezing, RijLezer
from participatie.uitwisseling.rules_mapping import ImportMapping
from participatie.uitwisseling.rules_rij import read_rij
from participatie.uitwisseling.types import RuweRij, Stelsel, Veld


class Nergens:
    """Knows one gebied by every name, and no places."""

    knows_outlines = False

    def named(self, _text):
        return 1

    def at(self, _geometry):
        return None


def read(**cells):
    """Return what is read of a row with these cells."""
    mapping = ImportMapping(velden={Veld(name): name for name in cells})
    lezing = Lezing(mapping, (), Stelsel.WGS84, met_vormen=False, gebieden=Nergens())
    return read_rij(RuweRij(2, cells), lezing)


def wrong(rij) -> set[str]:
    return {fout.veld for fout in rij.fouten}


def test_a_contact_that_is_named_is_read() -> None:
    assert read(contact_naam="Team Groen").waarden["contact_naam"] == "Team Groen"


def test_an_empty_contact_says_nothing() -> None:
    assert "contact_naam" not in read(contact_naam="").waarden


def test_an_address_is_read() -> None:
    found = read(contact_email="groen@haarlem.example")
    assert found.waarden["contact_email"] == "groen@haarlem.example"


@pytest.mark.parametrize("address", ["groen", "a@b", f"{'x' * 250}@haarlem.example"])
def test_something_else_is_no_address(address) -> None:
    assert "contact_email" in wrong(read(contact_email=address))


def test_a_theme_tells_the_domain() -> None:
    assert read(thema="groen").waarden["domein"] is Domein.FYSIEK


def test_without_a_theme_the_domain_must_be_told() -> None:
    assert "domein" in wrong(read(thema="", domein=""))


def test_an_empty_kind_is_a_project() -> None:
    assert read(soort="").waarden["soort"] is ProjectSoort.PROJECT


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (3.0, "3"),
        (3.5, "3.5"),
        ({"a": "é"}, '{"a": "é"}'),
        (["a"], '["a"]'),
        ("'=1", "=1"),
        ("'t Hof", "'t Hof"),
        (" a ", "a"),
    ],
)
def test_a_cell_becomes_text(value, text) -> None:
    mapping = ImportMapping(velden={Veld.TITEL: "titel"})
    assert RijLezer(RuweRij(2, {"titel": value}), mapping).cell(Veld.TITEL) == text
