"""The rules of the kennisbank. Pure."""

import difflib
from collections.abc import Iterable, Mapping, Sequence

from participatie.core.errors import InvalidInputError
from participatie.core.tekst import is_blank
from participatie.kennisbank.types import (
    ArtikelGegevens,
    ArtikelSoort,
    ArtikelStatus,
    Doelgroep,
    HulpFase,
    Punt,
)

TITEL_MAX_LENGTH = 120
SAMENVATTING_MAX_LENGTH = 300
TEKST_MAX_LENGTH = 20_000
WIJZIGING_MAX_LENGTH = 300
PUNT_MAX_LENGTH = 200
MAX_PUNTEN = 40
LIKENESS = 0.6
"""From this likeness on a reworded point is still the same point."""

SOORT_NAMEN: Mapping[ArtikelSoort, str] = {
    ArtikelSoort.ARTIKEL: "Artikel",
    ArtikelSoort.CHECKLIST: "Checklist",
}
STATUS_NAMEN: Mapping[ArtikelStatus, str] = {
    ArtikelStatus.CONCEPT: "Concept",
    ArtikelStatus.GEPUBLICEERD: "Op de site",
    ArtikelStatus.INGETROKKEN: "Van de site gehaald",
}
DOELGROEP_NAMEN: Mapping[Doelgroep, str] = {
    Doelgroep.BEWONER: "Bewoners",
    Doelgroep.INITIATIEFNEMER: "Wie een idee uitvoert",
    Doelgroep.WIJKRAAD: "Wijkraden",
    Doelgroep.AMBTENAAR: "Ambtenaren",
}
FASE_NAMEN: Mapping[HulpFase, str] = {
    HulpFase.IDEE: "Een idee bedenken",
    HulpFase.ZOEKEN: "Hulp en geld zoeken",
    HulpFase.HAALBAARHEID: "Kijken of het kan",
    HulpFase.UITVOERING: "Het doen",
    HulpFase.AFRONDEN: "Afronden",
}
NAMEN = (SOORT_NAMEN, STATUS_NAMEN, DOELGROEP_NAMEN, FASE_NAMEN)
VELD_NAMEN: Mapping[str, str] = {
    "titel": "titel",
    "samenvatting": "samenvatting",
    "tekst": "tekst",
    "doelgroepen": "voor wie",
    "fasen": "fasen",
    "thema": "thema",
    "stappen": "stappen van het formulier",
    "initiatiefsoort": "soort initiatief",
    "punten": "punten",
}


def check_gegevens(gegevens: ArtikelGegevens, soort: ArtikelSoort, *, eerste: bool) -> None:
    """Raise unless this can be kept: it says something, for someone, and why it changed."""
    for veld, ask in (
        ("titel", "Vul een titel in."),
        ("samenvatting", "Vat het artikel in één of twee zinnen samen."),
    ):
        if is_blank(getattr(gegevens, veld)):
            raise InvalidInputError(ask, field=veld)
    if not gegevens.doelgroepen:
        raise InvalidInputError("Kies voor wie dit is.", field="doelgroepen")
    if not gegevens.fasen:
        raise InvalidInputError("Kies in welke fase dit helpt.", field="fasen")
    if len(gegevens.tekst) > TEKST_MAX_LENGTH:
        raise InvalidInputError(
            f"Maak de tekst korter: hoogstens {TEKST_MAX_LENGTH} tekens.", field="tekst"
        )
    if not eerste and is_blank(gegevens.wijziging):
        raise InvalidInputError("Schrijf kort wat u veranderde.", field="wijziging")
    _check_soort(gegevens, soort)


def _check_soort(gegevens: ArtikelGegevens, soort: ArtikelSoort) -> None:
    if soort is ArtikelSoort.CHECKLIST:
        check_punten(gegevens.punten)
    elif is_blank(gegevens.tekst):
        raise InvalidInputError("Schrijf de tekst van het artikel.", field="tekst")
    elif gegevens.punten:
        raise InvalidInputError("Alleen een checklist heeft punten.", field="punten")


def check_punten(punten: Sequence[str]) -> None:
    """Raise unless these can be the points of a checklist."""
    if not punten:
        raise InvalidInputError(
            "Schrijf minstens één punt, elk op een eigen regel.", field="punten"
        )
    if len(punten) > MAX_PUNTEN:
        raise InvalidInputError(f"Schrijf hoogstens {MAX_PUNTEN} punten.", field="punten")
    if any(len(punt) > PUNT_MAX_LENGTH for punt in punten):
        raise InvalidInputError(
            f"Maak elk punt korter: hoogstens {PUNT_MAX_LENGTH} tekens.", field="punten"
        )
    if len(set(punten)) < len(punten):
        raise InvalidInputError("Schrijf elk punt één keer.", field="punten")


def is_intern(doelgroepen: Iterable[Doelgroep]) -> bool:
    """Tell whether only officials may read it: it is for nobody else."""
    return set(doelgroepen) == {Doelgroep.AMBTENAAR}


def number_punten(
    oud: Sequence[Punt], teksten: Sequence[str], *, laatste: int
) -> tuple[Punt, ...]:
    """Return the points; what stays or is only reworded keeps its number, and so its ticks."""
    by_text = {punt.tekst: punt.nummer for punt in oud}
    known = {tekst: by_text[tekst] for tekst in teksten if tekst in by_text}
    rest = {punt.tekst: punt.nummer for punt in oud if punt.tekst not in known}
    for tekst in teksten:
        if tekst in known:
            continue
        near = difflib.get_close_matches(tekst, rest, n=1, cutoff=LIKENESS)
        if near:
            known[tekst] = rest.pop(near[0])
        else:
            laatste += 1
            known[tekst] = laatste
    return tuple(Punt(known[tekst], tekst) for tekst in teksten)


def list_changed(oud: ArtikelGegevens, nieuw: ArtikelGegevens) -> tuple[str, ...]:
    """Return the fields that say something else."""
    return tuple(naam for naam in VELD_NAMEN if getattr(oud, naam) != getattr(nieuw, naam))


def compare_lines(oud: str, nieuw: str) -> tuple[tuple[str, str], ...]:
    """Return the lines of a text that went ("weg") and came ("erbij"), in order."""
    before, after = oud.splitlines(), nieuw.splitlines()
    found: list[tuple[str, str]] = []
    for what, a, b, c, d in difflib.SequenceMatcher(None, before, after).get_opcodes():
        if what != "equal":
            found += [("weg", line) for line in before[a:b] if line.strip()]
            found += [("erbij", line) for line in after[c:d] if line.strip()]
    return tuple(found)


def clean_punten(text: str) -> tuple[str, ...]:
    """Return the points as they were typed, one on each line."""
    lines = (" ".join(line.lstrip("-*• ").split()) for line in text.splitlines())
    return tuple(line for line in lines if line)
