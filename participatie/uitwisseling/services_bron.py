"""Sorting the rows of a file by their source: which are read, and which are passed over."""

from collections.abc import Sequence
from dataclasses import dataclass

from participatie.programmas.rules_waarden import shown
from participatie.uitwisseling.queries_bekend import find_bekend
from participatie.uitwisseling.rules_bron import (
    by_bron,
    waarom_elders,
    waarom_onbekend,
    waarom_van_ander,
)
from participatie.uitwisseling.rules_lezer import RijLezer
from participatie.uitwisseling.rules_mapping import ImportMapping
from participatie.uitwisseling.types import Bestand, RuweRij, Veld
from participatie.uitwisseling.types_plan import Bekend, Overgeslagen, PlanRij


@dataclass(frozen=True)
class Gesorteerd:
    """The rows to read, what is known of those of other sources, and the rows passed over."""

    rijen: Sequence[RuweRij]
    bekend: dict[str, dict[str, Bekend]]
    overgeslagen: Sequence[Overgeslagen]


def sort_rijen(
    bestand: Bestand, mapping: ImportMapping, bron: str, *, alleen_eigen: bool
) -> Gesorteerd:
    """Return which rows of a file are read: its own, and of others what the register knows."""
    known: dict[str, dict[str, Bekend]] = {}
    passed: dict[int, Overgeslagen] = {}
    for ander, rijen in by_bron(bestand.rijen, bron).items():
        if ander == bron:
            continue
        lezers = [RijLezer(rij, mapping) for rij in rijen]
        sleutels = [lezer.cell(Veld.SLEUTEL) for lezer in lezers]
        known[ander] = {} if alleen_eigen else find_bekend(ander, sleutels)
        waarom = waarom_van_ander(ander, eigen=bron) if alleen_eigen else waarom_onbekend(ander)
        passed |= {
            lezer.rij.nummer: _pass_over(lezer, sleutel, ander, waarom)
            for lezer, sleutel in zip(lezers, sleutels, strict=True)
            if sleutel not in known[ander]
        }
    read = [rij for rij in bestand.rijen if rij.nummer not in passed] if passed else bestand.rijen
    return Gesorteerd(read, known, [passed[nummer] for nummer in sorted(passed)])


def _pass_over(lezer: RijLezer, sleutel: str, bron: str, waarom: str) -> Overgeslagen:
    titel = lezer.cell(Veld.TITEL)
    return Overgeslagen(lezer.rij.nummer, shown(sleutel), shown(titel), shown(bron), waarom)


def pass_over_elders(rij: PlanRij) -> Overgeslagen:
    """Return the row as passed over, because it lies in a gebied of others."""
    waarom = waarom_elders(rij.bron)
    return Overgeslagen(rij.nummer, rij.sleutel, rij.titel, rij.bron, waarom)
