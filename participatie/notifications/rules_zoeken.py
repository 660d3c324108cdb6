"""Which saved search finds what: the words of it, and how they are kept. Pure."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from participatie.core.geometry import Bounds
from participatie.gebieden.types import GebiedId
from participatie.notifications.types import Zoekvraag
from participatie.opgaven.types import Domein
from participatie.programmas.types import Fase, ProjectSoort, Thema

ACCENTS = re.compile("[\u0300-\u036f]")
DOEL = re.compile("[1-9][0-9]{0,8}")
STRAAL_MIN, STRAAL_MAX = 250, 3_000
STRALEN = (250, 500, 750, 1_000, 1_500, 2_000, 3_000)
NAAM_MAX_LENGTH = 60
TEKST_MAX_LENGTH = 100
WERELD = Bounds(-180, -90, 180, 90)


def fold(text: str) -> str:
    """Return the text without accents and capitals."""
    if text.isascii():
        return text.lower()
    return ACCENTS.sub("", unicodedata.normalize("NFKD", text.casefold()))


def is_within(woorden: str, text: str) -> bool:
    """Tell whether all words (folded already) stand in the text."""
    return not woorden or all(word in text for word in woorden.split())


def barred(values: Iterable[str]) -> str:
    """Return the values between bars, so that one can be looked for."""
    found = sorted(values)
    return f"|{'|'.join(found)}|" if found else ""


LIJSTEN: Mapping[str, str] = {
    "/kaart": "",
    "/projecten": "projecten",
    "/initiatieven": "initiatieven",
}
"""The lists of which a filter can be saved, and what each of them shows only."""

NAMEN_VAN: Mapping[str, type[StrEnum]] = {"thema": Thema, "fase": Fase, "domein": Domein}
SOORTEN = frozenset({"projecten", "initiatieven", *ProjectSoort})


def read_vraag(
    lijst: str, query: Mapping[str, Sequence[str]], by_slug: Mapping[str, GebiedId]
) -> Zoekvraag:
    """Return what the address of a list asks. What makes no sense does not limit."""
    first = {name: values[0].strip() for name, values in query.items() if values}
    soorten = {one for one in query.get("soort", ()) if one in SOORTEN}
    chosen = {
        name: frozenset(one for one in query.get(name, ()) if one in set(kind))
        for name, kind in NAMEN_VAN.items()
    }
    only = LIJSTEN[lijst]
    return Zoekvraag(
        tekst=" ".join(first.get("tekst", "").split())[:TEKST_MAX_LENGTH],
        gebied_id=by_slug.get(first.get("gebied", "")),
        van=_jaar(first.get("van", "")),
        tot=_jaar(first.get("tot", "")),
        soorten=frozenset(soorten or ({only} if only else ())),
        fasen=chosen["fase"],
        domeinen=chosen["domein"],
        themas=chosen["thema"],
        organisatie=first.get("organisatie", "")[:140],
        doel_id=_doel(first.get("doel", "")),
        trekker=" ".join(first.get("trekker", "").split())[:TEKST_MAX_LENGTH],
        bbox=_box(first.get("bbox", "")),
    )


def _doel(text: str) -> int | None:
    return int(text) if DOEL.fullmatch(text) else None


def _jaar(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) == len("2027") else None


def _box(text: str) -> tuple[float, float, float, float] | None:
    try:
        west, zuid, oost, noord = (float(part) for part in text.split(","))
    except ValueError:
        return None
    fits = -180 <= west < oost <= 180 and -90 <= zuid < noord <= 90  # noqa: PLR2004  # degrees
    return (west, zuid, oost, noord) if fits else None
