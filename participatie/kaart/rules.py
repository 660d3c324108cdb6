"""The rules of the map: what a filter leaves, in which order, and how an item travels. Pure."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from participatie.core.geometry import Bounds
from participatie.gebieden.rules import Boom
from participatie.gebieden.types import GebiedId, Niveau
from participatie.initiatieven.types_voortgang import InitiatiefFase
from participatie.kaart.types import Binnen, Bron, Gevonden, JaarTelling, KaartFilter, KaartItem
from participatie.programmas.types import Fase

TEKST_MAX_LENGTH = 100
BREDE_NIVEAUS = frozenset({Niveau.STAD, Niveau.STADSDEEL})

ACCENTS = re.compile("[\u0300-\u036f]")

# Lines and polygons are drawn within about five metres of where they are.
VEREENVOUDIGING = 0.00005
DECIMALEN = 5

BRON_NAMEN: Mapping[Bron, str] = {
    Bron.PROJECTEN: "Alle projecten",
    Bron.INITIATIEVEN: "Alle initiatieven",
}

NAMEN = (BRON_NAMEN,)

Query = tuple[tuple[str, str], ...]

KOLOMMEN = (
    "sleutel",
    "titel",
    "soort",
    "domein",
    "thema",
    "fase",
    "van",
    "tot",
    "gebieden",
    "vorm",
    "organisatie",
)
"""The columns of one item in the data of the map. Nothing else leaves the server."""

WOORDEN = (
    "Inzoomen",
    "Uitzoomen",
    "Sluit",
    "sinds {jaar}",
    "vanaf {van}",
    "tot en met {tot}",
    "{van} tot en met {tot}",
    "Alle jaren",
    "Laat de jaren zien",
    "Stop",
    "{aantal} plannen of ideeën bij elkaar",
    "{aantal} plannen of ideeën bij elkaar in {plek}",
    "{een} raakt {twee}",
    "van {naam}",
    "De lijst kon niet worden vernieuwd. Probeer het opnieuw.",
    "De kaart kan nu niet laden. De lijst werkt wel.",
)
"""What the scripts of the map say; a test compares it with `say(...)` in static/js/kaart."""

INITIATIEF_FASEN: Mapping[InitiatiefFase, Fase] = {
    InitiatiefFase.GEZOCHT: Fase.IDEE,
    InitiatiefFase.HAALBAARHEID: Fase.VOORBEREIDING,
    InitiatiefFase.UITVOERING: Fase.UITVOERING,
    InitiatiefFase.GEREALISEERD: Fase.AFGEROND,
    InitiatiefFase.GESTOPT: Fase.GESTOPT,
}
"""How far an initiatief is, in the words that the map uses for everything on it."""

_VOLGORDE: Mapping[Fase | None, int] = {
    Fase.UITVOERING: 0,
    Fase.VOORBEREIDING: 1,
    Fase.IDEE: 2,
    None: 2,
    Fase.AFGEROND: 3,
    Fase.GESTOPT: 4,
}


def fold(text: str) -> str:
    """Return the text without accents and capitals, so that "café" is found by "CAFE"."""
    if text.isascii():
        return text.lower()
    return ACCENTS.sub("", unicodedata.normalize("NFKD", text.casefold()))


def sort_key(item: KaartItem) -> tuple[int, int, str, str]:
    """Return what comes first: what goes on, then what is coming, then what is over."""
    return (_VOLGORDE[item.fase], item.van, fold(item.titel), item.sleutel)


def binnen(boom: Boom, gebied_id: GebiedId) -> Binnen:
    """Return the gebieden a choice for this gebied is about."""
    hier = boom.onder(gebied_id)
    return Binnen(hier=hier, ook=hier | frozenset(boom.keten(gebied_id)))


def find(
    items: Iterable[KaartItem], wanted: KaartFilter, boom: Boom, gebied: Binnen | None
) -> Gevonden:
    """Return the items a filter leaves, in their own order."""
    breed_ids = frozenset(
        omtrek.id for omtrek in boom.omtrekken.values() if omtrek.niveau in BREDE_NIVEAUS
    )
    conditions = list(_conditions(wanted))
    hier: list[KaartItem] = []
    wijk: list[KaartItem] = []
    breed: list[KaartItem] = []
    for item in items:
        if conditions and not all(holds(item) for holds in conditions):
            continue
        if item.bounds is None and item.gebied_ids & breed_ids:
            if gebied is None or item.gebied_ids & gebied.ook:
                breed.append(item)
        elif _is_here(item, wanted.bounds, boom, gebied):
            (wijk if item.bounds is None else hier).append(item)
    return Gevonden(hier=tuple(hier), wijk=tuple(wijk), breed=tuple(breed))


def count_per_jaar(
    items: Iterable[KaartItem], jaren: range, wanted: KaartFilter
) -> list[JaarTelling]:
    """Return how many of these items are planned in each year."""
    starts, ends = [0] * (len(jaren) + 1), [0] * (len(jaren) + 1)
    for item in items:
        starts[max(item.van, jaren.start) - jaren.start] += 1
        ends[min(item.tot or jaren[-1], jaren[-1]) - jaren.start + 1] += 1
    tellingen, going_on = [], 0
    for place, jaar in enumerate(jaren):
        going_on += starts[place] - ends[place]
        only = replace(wanted, van=jaar, tot=jaar)
        tellingen.append(
            JaarTelling(
                jaar=jaar,
                aantal=going_on,
                gekozen=wanted.van == wanted.tot == jaar,
                query=to_query(only),
            )
        )
    return tellingen


def _conditions(wanted: KaartFilter) -> Iterable[Callable[[KaartItem], bool]]:
    """Yield what an item must meet; only what was asked, so that asking nothing costs nothing."""
    bronnen, soorten, van, tot = wanted.bronnen, wanted.soorten, wanted.van, wanted.tot
    if bronnen or soorten:
        yield lambda item: item.bron in bronnen or item.soort in soorten
    if wanted.domeinen:
        yield lambda item: item.domein in wanted.domeinen
    if wanted.themas:
        yield lambda item: item.thema in wanted.themas
    if wanted.fasen:
        yield lambda item: item.fase in wanted.fasen
    if tot is not None:
        yield lambda item: item.van <= tot
    if van is not None:
        yield lambda item: item.tot is None or item.tot >= van
    yield from _other_conditions(wanted)


def _other_conditions(wanted: KaartFilter) -> Iterable[Callable[[KaartItem], bool]]:
    words = fold(wanted.tekst).split()
    if words:
        yield lambda item: all(word in item.zoektekst for word in words)
    if wanted.organisatie:
        yield (
            lambda item: (
                item.organisatie is not None and (item.organisatie[0] == wanted.organisatie)
            )
        )


def _is_here(item: KaartItem, bounds: Bounds | None, boom: Boom, gebied: Binnen | None) -> bool:
    if item.bounds is not None:
        in_gebied = gebied is None or bool(item.gebied_ids & gebied.hier)
        return in_gebied and (bounds is None or overlaps(item.bounds, bounds))
    if gebied is not None:
        return bool(item.gebied_ids & gebied.ook)
    return bounds is None or any(
        grens is not None and overlaps(grens, bounds)
        for grens in (boom.grenzen.get(gebied_id) for gebied_id in item.gebied_ids)
    )


def overlaps(one: Bounds, other: Bounds) -> bool:
    """Tell whether two boxes touch."""
    return (
        one.west <= other.oost
        and one.oost >= other.west
        and one.zuid <= other.noord
        and one.noord >= other.zuid
    )


def to_row(item: KaartItem) -> list[Any]:
    """Return the item as a row of `KOLOMMEN`."""
    vorm: Any = item.vorm
    if vorm is not None and vorm["type"] == "Point":
        vorm = vorm["coordinates"]
    return [
        item.sleutel,
        item.titel,
        item.soort,
        item.domein,
        item.thema,
        item.fase,
        item.van,
        item.tot,
        sorted(item.gebied_ids),
        vorm,
        item.organisatie,
    ]


def jaren_van(items: Iterable[KaartItem]) -> range:
    """Return the years the items together are about, without gaps."""
    years = {jaar for item in items for jaar in (item.van, item.tot or item.van)}
    return range(min(years), max(years) + 1) if years else range(0)


def plek(item: KaartItem, boom: Boom) -> tuple[str, ...]:
    """Return the names of the smallest gebieden the item is about."""
    known = [gebied_id for gebied_id in item.gebied_ids if gebied_id in boom.omtrekken]
    above = {upper for gebied_id in known for upper in boom.keten(gebied_id)[1:]}
    return tuple(sorted(boom.omtrekken[gebied_id].naam for gebied_id in set(known) - above))


def planning(item: KaartItem) -> str:
    """Return the years of the item in few words; the first one while its end is unknown."""
    if item.tot is None or item.tot == item.van:
        return str(item.van)
    return f"{item.van} tot en met {item.tot}"


def adres(item: KaartItem) -> str:
    """Return the address of the page about the item."""
    return f"/{item.bron}/{item.id}"


def to_query(wanted: KaartFilter) -> Query:
    """Return the filter as the pairs of an address, always in the same order."""
    pairs: list[tuple[str, str]] = []
    _add(pairs, "tekst", wanted.tekst)
    _add(pairs, "gebied", wanted.gebied)
    _add(pairs, "organisatie", wanted.organisatie)
    _add(pairs, "van", wanted.van)
    _add(pairs, "tot", wanted.tot)
    _add(pairs, "stand", wanted.peildatum)
    for name, members in (
        ("soort", (*wanted.bronnen, *wanted.soorten)),
        ("fase", wanted.fasen),
        ("domein", wanted.domeinen),
        ("thema", wanted.themas),
    ):
        pairs += [(name, member.value) for member in sorted(members)]
    if wanted.bounds is not None:
        box = wanted.bounds
        pairs.append(
            ("bbox", ",".join(f"{edge:.5f}" for edge in (box.west, box.zuid, box.oost, box.noord)))
        )
    return tuple(pairs)


def _add(pairs: list[tuple[str, str]], name: str, value: object) -> None:
    if value not in (None, ""):
        pairs.append((name, str(value)))
