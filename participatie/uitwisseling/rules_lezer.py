"""What holds for every row of a file, and reading the cells of one. Pure."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from participatie.core.geometry import Geometry, GeometryError
from participatie.gebieden.types import GebiedId
from participatie.programmas.errors import WaardeError
from participatie.uitwisseling.rules_mapping import VERPLICHT, GeldKolom, ImportMapping
from participatie.uitwisseling.types import Benoemd, GelezenRij, RijFout, RuweRij, Stelsel, Veld

T = TypeVar("T")

ALL_OTHERS = "*"
FORMULE = ("=", "+", "-", "@")
PLEKVELDEN = (Veld.GEOMETRIE, Veld.LON, Veld.LAT)
FOUT_IN_CEL = frozenset(
    {"#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?", "#NULL!", "#NUM!", "#VERW!", "#N/B"}
)


class Gebiedzoeker(Protocol):
    """Finds gebieden by what a file calls them, or by a place."""

    def named(self, text: str) -> GebiedId:
        """Return the gebied with this code or name, or raise `WaardeError`."""

    def at(self, geometry: Geometry) -> GebiedId | None:
        """Return the smallest gebied at a place; None outside the city."""

    @property
    def knows_outlines(self) -> bool:
        """Tell whether a place can be looked up at all."""


@dataclass(frozen=True)
class Lezing:
    """What holds for every row of a file."""

    mapping: ImportMapping
    geld: Sequence[tuple[str, int, GeldKolom]]
    stelsel: Stelsel
    met_vormen: bool
    gebieden: Gebiedzoeker
    benoemd: Benoemd = field(default_factory=Benoemd)

    @property
    def gives_plek(self) -> bool:
        """Tell whether the file says where things lie; if not, a stored place stays."""
        return self.met_vormen or any(map(self.mapping.gives, PLEKVELDEN))


class RijLezer:
    """Reads the cells of one row and remembers what is wrong."""

    def __init__(self, rij: RuweRij, mapping: ImportMapping) -> None:
        self.rij = rij
        self.mapping = mapping
        self.gelezen = GelezenRij(rij.nummer)

    def cell(self, veld: Veld) -> str:
        """Return the text of a field after its value map, or the value for an empty cell."""
        kolom = self.mapping.velden.get(veld)
        raw = text_of(self.rij.waarden.get(kolom)) if kolom is not None else ""
        if not raw:
            return self.mapping.standaard.get(veld, "")
        known = self.mapping.waarden.get(veld, {})
        return known.get(raw, known.get(ALL_OTHERS, raw))

    def read(self, veld: Veld, parse: Callable[[str], T], *, empty: T) -> T | None:
        """Return the value of a field; None, with a mistake noted, when it cannot be read."""
        text = self.cell(veld)
        if not text:
            if veld in VERPLICHT or veld in {Veld.START, Veld.EIND}:
                self.wrong(veld, "dit is leeg. Vul het in.")
            return empty
        if text in FOUT_IN_CEL:
            self.wrong(veld, f"hier staat een fout uit het rekenblad ({text}). Herstel die.")
            return None
        try:
            return parse(text)
        except (WaardeError, GeometryError) as error:
            self.wrong(veld, str(error))
            return None

    def wrong(self, veld: str, melding: str) -> None:
        """Note a mistake."""
        self.gelezen.fouten.append(RijFout(self.rij.nummer, str(veld), melding))

    def warn(self, veld: str, melding: str) -> None:
        """Note what was read in one way and may be meant in another."""
        self.gelezen.let_op.append(RijFout(self.rij.nummer, str(veld), melding))


def text_of(value: object) -> str:
    """Return what stands in a cell, without the sign that keeps it from being a formula."""
    if value is None:
        return ""
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    text = str(value).strip()
    return text[1:] if text.startswith("'") and text[1:].startswith(FORMULE) else text
