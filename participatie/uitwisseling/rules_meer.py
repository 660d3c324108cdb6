"""Reading what else a row may say: phases, milestones, links, goal and organisatie. Pure."""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, timedelta
from functools import partial

from participatie.programmas.errors import WaardeError
from participatie.programmas.rules import BEGROTINGSPROGRAMMA_MAX_LENGTH
from participatie.programmas.rules_waarden import (
    DATUM_FORMATEN,
    dag_in_woorden,
    parse_datum,
    parse_tekst,
    plain_naam,
    shown,
)
from participatie.programmas.types import Fase, Fasering, Mijlpaal, Verwijzing
from participatie.uitwisseling.rules_lezer import Lezing, RijLezer
from participatie.uitwisseling.types import Veld

FASEN = (Fase.IDEE, Fase.VOORBEREIDING, Fase.UITVOERING)
GEHAALD = "(gehaald)"
MAX_IN_LIJST = 30
TITEL_MAX_LENGTH = 160
EXCEL_BEGIN = date(1899, 12, 30)
_EXCEL = re.compile(r"[1-9][0-9]{4}")
_TIME = re.compile(r"[T ][0-9]{2}:[0-9]{2}.*$")
_PARTS = re.compile(r"[;\n]")


def parse_dag(text: str, formaten: Sequence[str] = DATUM_FORMATEN, *, eind: bool) -> date:
    """Return the day, also of the number that Excel keeps for it and of a day with its time."""
    if _EXCEL.fullmatch(text):
        text = (EXCEL_BEGIN + timedelta(days=int(text))).isoformat()
    return parse_datum(_TIME.sub("", text), [*formaten, "%Y-%m-%d"], eind=eind)


def read_meer(lezer: RijLezer, lezing: Lezing) -> None:
    """Read what a row says beside what every project must have."""
    mapping, waarden = lezing.mapping, lezer.gelezen.waarden
    if any(mapping.gives(veld) for fase in FASEN for veld in _velden(fase)):
        waarden["fasering"] = tuple(
            found for fase in FASEN if (found := _fasering(lezer, fase)) is not None
        )
    if mapping.gives(Veld.MIJLPALEN):
        waarden["mijlpalen"] = lezer.read(Veld.MIJLPALEN, _mijlpalen, empty=())
    if mapping.gives(Veld.VERWIJZINGEN):
        waarden["verwijzingen"] = lezer.read(Veld.VERWIJZINGEN, _verwijzingen, empty=())
    if mapping.gives(Veld.BEGROTINGSPROGRAMMA):
        parse = partial(parse_tekst, max_length=BEGROTINGSPROGRAMMA_MAX_LENGTH)
        waarden["begrotingsprogramma"] = lezer.read(Veld.BEGROTINGSPROGRAMMA, parse, empty="")
    for veld, naam, known in (
        (Veld.ORGANISATIE, "organisatie_id", lezing.benoemd.organisaties),
        (Veld.DOEL, "doel_id", lezing.benoemd.doelen),
    ):
        if mapping.gives(veld):
            waarden[naam] = lezer.read(veld, partial(_named, known), empty=None)


def _velden(fase: Fase) -> tuple[Veld, Veld]:
    return Veld(f"{fase.value}_start"), Veld(f"{fase.value}_eind")


def _fasering(lezer: RijLezer, fase: Fase) -> Fasering | None:
    formaten = lezer.mapping.datumformaten
    first, last = _velden(fase)
    if not lezer.cell(first) and not lezer.cell(last):
        return None
    start = lezer.read(first, partial(parse_dag, formaten=formaten, eind=False), empty=None)
    eind = lezer.read(last, partial(parse_dag, formaten=formaten, eind=True), empty=None)
    if not lezer.cell(first) or not lezer.cell(last):
        lezer.wrong(
            last if lezer.cell(first) else first, "vul bij een fase het begin en het einde in."
        )
    if start is None or eind is None:
        return None
    if eind < start:
        lezer.wrong(
            last,
            f"het einde ({dag_in_woorden(eind)}) ligt voor het begin ({dag_in_woorden(start)}).",
        )
    return Fasering(fase, start, eind)


def _mijlpalen(text: str) -> tuple[Mijlpaal, ...]:
    return tuple(_mijlpaal(part) for part in _list(text))


def _mijlpaal(part: str) -> Mijlpaal:
    dag, _, titel = part.partition(" ")
    gehaald = titel.endswith(GEHAALD)
    titel = titel.removesuffix(GEHAALD).strip()
    if not titel:
        raise WaardeError(
            f"“{shown(part)}” is geen mijlpaal. Schrijf bijvoorbeeld 31-03-2027 Start werk."
        )
    plain = parse_tekst(titel, max_length=TITEL_MAX_LENGTH)
    return Mijlpaal(plain, parse_dag(dag, eind=False), gehaald)


def _verwijzingen(text: str) -> tuple[Verwijzing, ...]:
    return tuple(_verwijzing(part) for part in _list(text))


def _verwijzing(part: str) -> Verwijzing:
    titel, _, url = part.rpartition(" ")
    if not titel or not url.startswith("https://"):
        raise WaardeError(
            f"“{shown(part)}” is geen verwijzing. "
            "Schrijf bijvoorbeeld: Het ontwerp https://haarlem.nl/ontwerp."
        )
    return Verwijzing(parse_tekst(titel, max_length=TITEL_MAX_LENGTH), url)


def _list(text: str) -> list[str]:
    parts = [part.strip() for part in _PARTS.split(text) if part.strip()]
    if len(parts) > MAX_IN_LIJST:
        raise WaardeError(f"er staan er {len(parts)} in. Maak er hoogstens {MAX_IN_LIJST} van.")
    return parts


def _named(known: Mapping[str, AbstractSet[int]], text: str) -> int:
    found = known.get(plain_naam(text), set())
    if not found:
        raise WaardeError(f"“{shown(text)}” is niet bekend. Controleer de spelling.")
    if len(found) > 1:
        numbers = " of ".join(str(number) for number in sorted(found))
        raise WaardeError(f"“{shown(text)}” is er vaker. Schrijf het nummer: {numbers}.")
    return next(iter(found))
