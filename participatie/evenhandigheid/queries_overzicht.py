"""Putting the decisions of a period into rows, for officials and for everyone."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from participatie.evenhandigheid.queries import list_twijfels, list_zaken, names_of_gronden
from participatie.evenhandigheid.rules import bars, differences, make_rij, sleutel_of
from participatie.evenhandigheid.types import Keuze, Openbaar, Per, Rij, Twijfel, Zaak
from participatie.gebieden.queries import get_boom
from participatie.moderation.rules_openbaar import (
    KLEINSTE_AANTAL,
    Uitkomsten,
    fold_small,
    safe_telling,
)
from participatie.moderation.types import Uitkomst
from participatie.programmas.rules import THEMA_NAMEN


@dataclass(frozen=True, kw_only=True)
class Overzicht:
    """What was decided: all together, laid out in rows, and with which grounds."""

    stad: Rij
    rijen: Sequence[Rij]
    gronden: Sequence[tuple[str, str, int]]


@dataclass(frozen=True, kw_only=True)
class Samenvatting:
    """What everyone may see of it. `zaken` is nothing when there are too few to show."""

    stad: Rij | None
    samen: Openbaar | None
    per_gebied: Sequence[Openbaar]
    per_thema: Sequence[Openbaar]
    gronden: Sequence[tuple[str, int]]


def make_overzicht(keuze: Keuze, per: Per, *, alleen_door: int | None) -> Overzicht:
    """Return the rows; `alleen_door` leaves the rows of other moderators out."""
    zaken, twijfels = list_zaken(keuze), list_twijfels(keuze)
    stad = make_rij("", zaken, twijfels)
    by_key = _zaken_by_key(zaken, per)
    doubts: dict[str, list[Twijfel]] = defaultdict(list)
    for one in twijfels:
        doubts[sleutel_of(per, one, one.door_id)].append(one)
    keys = sorted(by_key.keys() | doubts.keys())
    if per is Per.MODERATOR and alleen_door is not None:
        keys = [key for key in keys if key == str(alleen_door)]
    rijen = [make_rij(key, by_key.get(key, []), doubts.get(key, [])) for key in keys]
    return Overzicht(
        stad=stad,
        rijen=[replace(rij, verschillen=differences(rij, stad)) for rij in rijen],
        gronden=_gronden(zaken),
    )


def _zaken_by_key(zaken: Sequence[Zaak], per: Per) -> Mapping[str, list[Zaak]]:
    found: dict[str, list[Zaak]] = defaultdict(list)
    for zaak in zaken:
        found[sleutel_of(per, zaak.genomen, zaak.door_id)].append(zaak)
    return found


def _gronden(zaken: Sequence[Zaak]) -> Sequence[tuple[str, str, int]]:
    """Return how often each ground was used for which outcome, of what still stands."""
    names = names_of_gronden()
    counts = Counter(
        (zaak.genomen.uitkomst, zaak.grond) for zaak in zaken if not zaak.genomen.teruggedraaid
    )
    order = sorted(counts, key=lambda key: (tuple(Uitkomst).index(key[0]), -counts[key], key[1]))
    return [(names.get(key[1], key[1]), key[0].value, counts[key]) for key in order]


def make_samenvatting(keuze: Keuze, *, samen: str, overig: str) -> Samenvatting:
    """Return what everyone may see: no moderator, nothing too small."""
    zaken = list_zaken(keuze)
    omtrekken = get_boom().omtrekken
    gebied_namen = {str(found.id): found.naam for found in omtrekken.values()}
    thema_namen = {thema.value: naam for thema, naam in THEMA_NAMEN.items()}
    gronden: Counter[str] = Counter()
    for naam, _uitkomst, aantal in _gronden(zaken):
        gronden[naam] += aantal
    shown, rest = fold_small(
        {naam: {Uitkomst.PUBLICEREN: aantal} for naam, aantal in gronden.items()}
    )
    most = sorted(((naam, sum(found.values())) for naam, found in shown.items()), key=_most_first)
    few = sum(rest.values())
    per_gebied = _rows(zaken, Per.GEBIED, gebied_namen, overig)
    per_thema = _rows(zaken, Per.THEMA, thema_namen, overig)
    stad = make_rij("", zaken)
    can_be_derived = any(_one_hidden(rows) for rows in (per_gebied, per_thema))
    return Samenvatting(
        stad=stad if len(zaken) >= KLEINSTE_AANTAL else None,
        samen=None if can_be_derived else _openbaar(samen, stad.uitkomsten),
        per_gebied=per_gebied,
        per_thema=per_thema,
        gronden=[*most, *([(overig, few)] if few >= KLEINSTE_AANTAL else [])],
    )


def _one_hidden(rows: Sequence[Openbaar]) -> bool:
    """Tell whether a total would give away what one row hides."""
    hidden = [row for row in rows if None in row.uitkomsten.values()]
    return len(hidden) == 1


def _most_first(pair: tuple[str, int]) -> tuple[int, str]:
    return (-pair[1], pair[0])


def _rows(
    zaken: Sequence[Zaak], per: Per, namen: Mapping[str, str], overig: str
) -> Sequence[Openbaar]:
    counts: dict[str, Counter[Uitkomst]] = defaultdict(Counter)
    for zaak in zaken:
        if not zaak.genomen.teruggedraaid:
            key = sleutel_of(per, zaak.genomen, zaak.door_id)
            counts[namen.get(key, key)][zaak.genomen.uitkomst] += 1
    shown, rest = fold_small(counts)
    found = [_openbaar(naam, shown[naam]) for naam in sorted(shown)]
    return [*found, *([_openbaar(overig, rest)] if sum(rest.values()) else [])]


def _openbaar(naam: str, uitkomsten: Uitkomsten) -> Openbaar:
    telling = safe_telling(uitkomsten)
    return Openbaar(
        naam=naam,
        totaal=telling.totaal,
        uitkomsten=dict(telling.uitkomsten),
        staven=bars(telling.uitkomsten),
    )


def select_zaken(
    zaken: Sequence[Zaak],
    *,
    hoort: Callable[[Zaak], bool],
    gebied_ids: Collection[int] | None,
    door_id: int,
) -> Sequence[Zaak]:
    """Return the decisions someone may look into, newest first: in his gebieden, or his own."""
    return [
        zaak
        for zaak in reversed(zaken)
        if hoort(zaak)
        and (gebied_ids is None or zaak.gebied_id in gebied_ids or zaak.door_id == door_id)
    ]
