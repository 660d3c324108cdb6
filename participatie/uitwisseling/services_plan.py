"""Planning an import: what a file would change. Reads only."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from participatie.gebieden.queries import gebied_at, get_boom
from participatie.gebieden.types import GebiedId
from participatie.programmas.rules_gebieden import GebiedenInGeheugen
from participatie.uitwisseling.errors import ImportRefusedError
from participatie.uitwisseling.queries_bekend import find_bekend, get_gegevens, list_verdwenen
from participatie.uitwisseling.queries_benoemd import find_benoemd
from participatie.uitwisseling.rules_bestand import read_bestand
from participatie.uitwisseling.rules_bron import bron_of, is_van_hier
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
from participatie.uitwisseling.services_bron import pass_over_elders, sort_rijen
from participatie.uitwisseling.types import Bestand, GelezenRij, RijFout, Veld
from participatie.uitwisseling.types_plan import Plan, PlanRij, Verdwenen

Mag = Callable[[GebiedId], bool]
Voortgang = Callable[[int], None]
BRONSYSTEEM = "bestand"
STAP = 1_000
BRON_MAX_LENGTH = 40


def plan_import(
    data: bytes,
    *,
    mapping: ImportMapping | None = None,
    bronsysteem: str | None = None,
    mag: Mag | None = None,
    voortgang: Voortgang | None = None,
    alleen_eigen: bool = False,
) -> Plan:
    """Return what a file asks of the register, or raise `ImportRefusedError` with every mistake.

    Nothing is written. Each `PlanRij` of `Plan.rijen` holds the number of its row, its key, the
    project it is about (`bekend` with id, version and what is stored; None when it is new), the
    fields that differ and the whole `gegevens` as they would become. `Plan.weg` are the projects
    of this source that the file no longer names. To apply it: `services_import.apply_plan`. To
    ask someone first: keep `gegevens` as the proposal and `bekend.versie` as what it was about.

    A row that names another source in its column `bronsysteem` is about the project of that
    source, when there is one; else, or with `alleen_eigen`, it is passed over and told.

    `mag` tells in which gebieden whoever brings the file may change something; `voortgang` is
    told now and then how many rows were read.
    """
    bestand = read_bestand(data)
    van_hier = is_van_hier(bestand.kolommen)
    mapping = _choose_mapping(mapping, bestand.kolommen)
    bron = check_bron(bronsysteem or mapping.bronsysteem or BRONSYSTEEM)
    gesorteerd = sort_rijen(bestand, mapping, bron, alleen_eigen=alleen_eigen)
    bestand = replace(bestand, rijen=gesorteerd.rijen)
    gelezen, fouten = _read_rijen(bestand, mapping, bron, voortgang)
    del bestand
    if fouten:
        raise ImportRefusedError(fouten)
    eigen = [rij.sleutel for rij in gelezen if rij.bron == bron]
    known = {bron: find_bekend(bron, eigen)} | gesorteerd.bekend
    rijen = [plan_rij(rij, known[rij.bron].get(rij.sleutel)) for rij in gelezen]
    elders = [rij for rij in rijen if mag and _is_elsewhere(rij, mag)]
    fouten = [
        RijFout(rij.nummer, Veld.GEBIEDEN.value, "U beheert geen projecten in dit gebied.")
        for rij in elders
        if rij.bron == bron
    ]
    if fouten:
        raise ImportRefusedError(fouten)
    passed = {rij.nummer for rij in elders}
    weg = () if van_hier else list_verdwenen(bron, set(eigen))
    return Plan(
        bron,
        [rij for rij in rijen if rij.nummer not in passed],
        _within(weg, mag) if mag else weg,
        [*gesorteerd.overgeslagen, *map(pass_over_elders, elders)],
        van_hier=van_hier,
    )


def _choose_mapping(mapping: ImportMapping | None, kolommen: Sequence[str]) -> ImportMapping:
    """Return how a file is read: one that was made here by its own names, whatever was kept."""
    own = default_mapping(kolommen)
    if mapping is None or (is_van_hier(kolommen) and check_columns(mapping, kolommen)):
        return own
    return mapping


def _is_elsewhere(rij: PlanRij, mag: Mag) -> bool:
    """Tell whether a row would change something in a gebied that is someone else's."""
    gebied_ids = set(rij.waarden["gebied_ids"])
    if rij.bekend is not None:
        if not rij.velden:
            return False
        gebied_ids |= rij.bekend.gegevens.gebied_ids
    return not all(map(mag, gebied_ids))


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
    bestand: Bestand, mapping: ImportMapping, bron: str, voortgang: Voortgang | None
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
        one = read_rij(rij, lezing)
        one.bron = bron_of(rij, bron)
        gelezen.append(one)
        if voortgang and number % STAP == 0:
            voortgang(number)
    fouten = [*missing, *bestand.fouten]
    fouten += [fout for rij in gelezen for fout in rij.fouten if fout.veld not in passed_over]
    return gelezen, fouten + _double_keys(gelezen)


def _double_keys(gelezen: Sequence[GelezenRij]) -> list[RijFout]:
    first: dict[tuple[str, str], int] = {}
    fouten = []
    for rij in gelezen:
        key = (rij.bron, rij.sleutel)
        if rij.sleutel and first.setdefault(key, rij.nummer) != rij.nummer:
            melding = f"“{rij.sleutel}” staat ook in rij {first[key]}. Gebruik hem een keer."
            fouten.append(RijFout(rij.nummer, Veld.SLEUTEL.value, melding))
    return fouten
