"""Values of what an import would do, and did."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from participatie.programmas.types import ProjectGegevens, ProjectId
from participatie.uitwisseling.types import Keuze, RijFout, Uitkomst, Verschilsoort

Vingerafdrukken = Mapping[str, str]
"""By field, what a source said of a project: short texts that only tell same from other."""


@dataclass(frozen=True)
class Bekend:
    """What the register says of a project that a file names, and what its source said before."""

    project_id: ProjectId
    versie: int
    gegevens: ProjectGegevens
    gezegd: Vingerafdrukken = field(default_factory=dict)


@dataclass(frozen=True)
class PlanRij:
    """What a row asks: to add a project, to change one that is known, or nothing.

    `waarden` is what the row says, by field of `ProjectGegevens`. `bekend` is the project it is
    about, with its id, its version and what is stored; None for a new one. `verschillen` names
    the fields in which they differ, and what is the matter.
    """

    nummer: int
    sleutel: str
    waarden: Mapping[str, Any]
    bekend: Bekend | None
    verschillen: Mapping[str, Verschilsoort] = field(default_factory=dict)
    bron: str = ""
    let_op: Sequence[RijFout] = ()

    @property
    def uitkomst(self) -> Uitkomst:
        """Tell what would happen to the project."""
        if self.bekend is None:
            return Uitkomst.NIEUW
        if Verschilsoort.CONFLICT in self.verschillen.values():
            return Uitkomst.CONFLICT
        is_changed = Verschilsoort.WIJZIGT in self.verschillen.values()
        return Uitkomst.GEWIJZIGD if is_changed else Uitkomst.ONGEWIJZIGD

    def velden_bij(self, keuze: Keuze) -> tuple[str, ...]:
        """Return the fields that change when conflicts are chosen so."""
        changing = {Verschilsoort.WIJZIGT}
        if keuze is Keuze.BESTAND:
            changing.add(Verschilsoort.CONFLICT)
        return tuple(veld for veld, soort in self.verschillen.items() if soort in changing)

    def gegevens_bij(self, keuze: Keuze) -> ProjectGegevens:
        """Return the whole project as it would become when conflicts are chosen so."""
        if self.bekend is None:
            return ProjectGegevens(**self.waarden)
        changed = {veld: self.waarden[veld] for veld in self.velden_bij(keuze)}
        return replace(self.bekend.gegevens, **changed)

    @property
    def conflicten(self) -> tuple[str, ...]:
        """Return the fields about which someone must choose."""
        conflict = Verschilsoort.CONFLICT
        return tuple(veld for veld, soort in self.verschillen.items() if soort is conflict)

    @property
    def velden(self) -> tuple[str, ...]:
        """Return the fields that change when the file wins every conflict."""
        return self.velden_bij(Keuze.BESTAND)

    @property
    def gegevens(self) -> ProjectGegevens:
        """Return the whole project as it would become when the file wins every conflict."""
        return self.gegevens_bij(Keuze.BESTAND)

    @property
    def titel(self) -> str:
        """Return how the project is called in the file."""
        return str(self.waarden["titel"])


@dataclass(frozen=True)
class Verdwenen:
    """A project of a source that its file no longer names."""

    project_id: ProjectId
    sleutel: str
    titel: str
    versie: int


@dataclass(frozen=True)
class Overgeslagen:
    """A row of another source with which nothing is done, and why."""

    nummer: int
    sleutel: str
    titel: str
    bron: str
    waarom: str


@dataclass(frozen=True)
class Plan:
    """What a file asks of the register, row by row. Nothing is changed yet.

    A file that was made here (`van_hier`) shows what a filter showed: what is not in it is not
    gone, and what it says is not what its source says.
    """

    bronsysteem: str
    rijen: Sequence[PlanRij]
    weg: Sequence[Verdwenen] = ()
    overgeslagen: Sequence[Overgeslagen] = ()
    van_hier: bool = False

    def aantal(self, uitkomst: Uitkomst) -> int:
        """Return how many rows have this outcome."""
        if uitkomst is Uitkomst.WEG:
            return len(self.weg)
        if uitkomst is Uitkomst.OVERGESLAGEN:
            return len(self.overgeslagen)
        return sum(rij.uitkomst is uitkomst for rij in self.rijen)


@dataclass(frozen=True)
class Verschil:
    """One field that differs, in words."""

    veld: str
    soort: Verschilsoort
    staat: str
    bestand: str


@dataclass(frozen=True)
class RijVerslag:
    """What the import does, or would do, with a row. Row 0 is not in the file."""

    rij: int
    sleutel: str
    titel: str
    uitkomst: Uitkomst
    velden: tuple[str, ...] = ()
    bron: str = ""
    let_op: tuple[str, ...] = ()


@dataclass(frozen=True)
class ImportVerslag:
    """What an import did, or would do."""

    bronsysteem: str
    proef: bool
    rijen: Sequence[RijVerslag]

    def aantal(self, uitkomst: Uitkomst) -> int:
        """Return how many rows had this outcome."""
        return sum(rij.uitkomst is uitkomst for rij in self.rijen)

    def as_dict(self) -> dict[str, Any]:
        """Return the report as plain values."""
        return {
            "bronsysteem": self.bronsysteem,
            "proef": self.proef,
            **{uitkomst.value: self.aantal(uitkomst) for uitkomst in Uitkomst},
            "rijen": [
                {
                    "rij": rij.rij,
                    "sleutel": rij.sleutel,
                    "titel": rij.titel,
                    "uitkomst": rij.uitkomst.value,
                    "velden": list(rij.velden),
                    "bronsysteem": rij.bron,
                    "let_op": list(rij.let_op),
                }
                for rij in self.rijen
            ],
        }
