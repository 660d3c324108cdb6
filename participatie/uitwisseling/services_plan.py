"""Planning an import: what a file would change. Reads only."""

from collections.abc import Callable, Sequence

from participatie.gebieden.queries import gebied_at, get_boom
from participatie.gebieden.types import GebiedId
from participatie.programmas.rules_gebieden import GebiedenInGeheugen
from participatie.programmas.rules_waarden import shown
from participatie.uitwisseling.errors import ImportRefusedError
from participatie.uitwisseling.queries_bekend import find_bekend, get_gegevens, list_verdwenen
from participatie.uitwisseling.queries_benoemd import find_benoemd
from participatie.uitwisseling.rules_bestand import read_bestand
from participatie.uitwisseling.rules_lezer import Lezing
from participatie.uitwisseling.rules_mapping import (
    ImportMapping,
    check_columns,
    default_mapping,
    velden_without_columns,
)
from participatie.uitwisseling.rules_rij import read_rij
from participatie.uitwisseling.rules_tabel import refused
from participatie.uitwisseling.rules_verschil import plan_rij
from participatie.uitwisseling.types import Bestand, GelezenRij, RijFout, RuweRij, Veld
from participatie.uitwisseling.types_plan import Plan, PlanRij, Verdwenen

Mag = Callable[[GebiedId], bool]
Voortgang = Callable[[int], None]
BRONSYSTEEM = "bestand"
STAP = 1_000
BRONKOLOM = "bronsysteem"
BRON_MAX_LENGTH = 40


def plan_import(
    data: bytes,
    *,
    mapping: ImportMapping | None = None,
    bronsysteem: str | None = None,
    mag: Mag | None = None,
    voortgang: Voortgang | None = None,
) -> Plan:
    """Return what a file asks of the register, or raise `ImportRefusedError` with every mistake.

    Nothing is written. Each `PlanRij` of `Plan.rijen` holds the number of its row, its key, the
    project it is about (`bekend` with id, version and what is stored; None when it is new), the
    fields that differ and the whole `gegevens` as they would become. `Plan.weg` are the projects
    of this source that the file no longer names. To apply it: `services_import.apply_plan`. To
    ask someone first: keep `gegevens` as the proposal and `bekend.versie` as what it was about.

    `mag` tells in which gebieden whoever brings the file may change something; `voortgang` is
    told now and then how many rows were read.
    """
    bestand = read_bestand(data)
    mapping = mapping or default_mapping(bestand.kolommen)
    bron = check_bron(bronsysteem or mapping.bronsysteem or BRONSYSTEEM)
    gelezen, fouten = _read_rijen(bestand, mapping, voortgang)
    fouten += [fout for rij in bestand.rijen for fout in _of_other_source(rij, bron)]
    del bestand
    if fouten:
        raise ImportRefusedError(fouten)
    known = find_bekend(bron, [rij.sleutel for rij in gelezen])
    rijen = [plan_rij(rij, known.get(rij.sleutel)) for rij in gelezen]
    fouten = [fout for rij in rijen for fout in _elsewhere(rij, mag)] if mag else []
    if fouten:
        raise ImportRefusedError(fouten)
    weg = list_verdwenen(bron, {rij.sleutel for rij in gelezen})
    return Plan(bron, rijen, _within(weg, mag) if mag else weg)


def _of_other_source(rij: RuweRij, bron: str) -> list[RijFout]:
    """Return what is wrong when a file of our own holds projects of more than one source."""
    other = str(rij.waarden.get(BRONKOLOM) or bron)
    if other == bron:
        return []
    return [
        RijFout(rij.nummer, BRONKOLOM, f"dit project komt uit {shown(other)}. Lees dat apart in.")
    ]


def _elsewhere(rij: PlanRij, mag: Mag) -> list[RijFout]:
    """Return what is wrong when a row is about a gebied that is someone else's."""
    gebied_ids = set(rij.waarden["gebied_ids"])
    if rij.bekend is not None:
        if not rij.velden:
            return []
        gebied_ids |= rij.bekend.gegevens.gebied_ids
    if all(map(mag, gebied_ids)):
        return []
    return [RijFout(rij.nummer, Veld.GEBIEDEN.value, "U beheert geen projecten in dit gebied.")]


def _within(weg: Sequence[Verdwenen], mag: Mag) -> list[Verdwenen]:
    known = get_gegevens([one.project_id for one in weg])
    return [one for one in weg if all(map(mag, known[one.project_id].gegevens.gebied_ids))]


def check_bron(bronsysteem: str) -> str:
    """Return the name of a source as it is stored, or raise."""
    bron = bronsysteem.strip()
    if not bron or len(bron) > BRON_MAX_LENGTH:
        raise refused(f"De naam van het bronsysteem heeft 1 tot {BRON_MAX_LENGTH} tekens.")
    return bron


def _read_rijen(
    bestand: Bestand, mapping: ImportMapping, voortgang: Voortgang | None
) -> tuple[list[GelezenRij], list[RijFout]]:
    missing = check_columns(mapping, bestand.kolommen)
    passed_over = velden_without_columns(missing)
    lezing = Lezing(
        mapping=mapping,
        geld=mapping.money_columns(bestand.kolommen),
        stelsel=mapping.stelsel or bestand.stelsel,
        met_vormen=bestand.met_vormen,
        gebieden=GebiedenInGeheugen(get_boom().omtrekken.values(), gebied_at),
        benoemd=find_benoemd(),
    )
    gelezen = []
    for number, rij in enumerate(bestand.rijen, start=1):
        gelezen.append(read_rij(rij, lezing))
        if voortgang and number % STAP == 0:
            voortgang(number)
    fouten = [*missing, *bestand.fouten]
    fouten += [fout for rij in gelezen for fout in rij.fouten if fout.veld not in passed_over]
    return gelezen, fouten + _double_keys(gelezen)


def _double_keys(gelezen: Sequence[GelezenRij]) -> list[RijFout]:
    first: dict[str, int] = {}
    fouten = []
    for rij in gelezen:
        if rij.sleutel and first.setdefault(rij.sleutel, rij.nummer) != rij.nummer:
            melding = (
                f"“{rij.sleutel}” staat ook in rij {first[rij.sleutel]}. Gebruik hem een keer."
            )
            fouten.append(RijFout(rij.nummer, Veld.SLEUTEL.value, melding))
    return fouten
