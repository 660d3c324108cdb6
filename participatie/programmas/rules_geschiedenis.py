"""What changed between two standen of a project, field by field. Pure."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from participatie.core.geometry import Geometry, distance_m
from participatie.programmas.rules import VELD_NAMEN
from participatie.programmas.rules_verschil import compare_texts
from participatie.programmas.types import Bedragen, Fasering, Geldbron, ProjectGegevens
from participatie.programmas.types_geschiedenis import (
    Namen,
    Plekwijziging,
    Regel,
    Verplaatsing,
    Vorm,
    Wijziging,
)

T = TypeVar("T")
PUNT = "Point"
VORMEN: Mapping[str, Vorm] = {
    "titel": Vorm.TEKST,
    "omschrijving": Vorm.LANG,
    "soort": Vorm.KEUZE,
    "domein": Vorm.KEUZE,
    "thema": Vorm.KEUZE,
    "fase": Vorm.KEUZE,
    "start": Vorm.DAG,
    "eind": Vorm.DAG,
    "plek_omschrijving": Vorm.TEKST,
    "trekker": Vorm.TEKST,
    "contact_naam": Vorm.TEKST,
    "contact_email": Vorm.TEKST,
    "participatieniveau": Vorm.KEUZE,
    "participatie_toelichting": Vorm.LANG,
    "begrotingsprogramma": Vorm.TEKST,
}
PERSOONLIJK = frozenset({"contact_naam", "contact_email"})
"""Whom to ask: who it was before is nobody's business any more."""

ONBEKEND_DOEL = "Een doel dat niet is vastgesteld"
ONBEKEND = "Onbekend"


def compare(oud: ProjectGegevens, nieuw: ProjectGegevens, namen: Namen) -> tuple[Wijziging, ...]:
    """Return the fields that differ, in the order of the form, with what they were and became."""
    return tuple(
        Wijziging(veld, tuple(_lines(veld, oud, nieuw, namen)))
        for veld in VELD_NAMEN
        if getattr(oud, veld) != getattr(nieuw, veld)
    )


def without_persons(wijzigingen: Iterable[Wijziging]) -> tuple[Wijziging, ...]:
    """Return the changes as everybody may read them: whom to ask changed, not who it was."""
    return tuple(
        Wijziging(found.veld, ()) if found.veld in PERSOONLIJK else found for found in wijzigingen
    )


def _lines(
    veld: str, oud: ProjectGegevens, nieuw: ProjectGegevens, namen: Namen
) -> Iterable[Regel]:
    before, after = getattr(oud, veld), getattr(nieuw, veld)
    if veld in VORMEN:
        vorm = VORMEN[veld]
        stukken = compare_texts(before, after) if vorm is Vorm.LANG else ()
        return [Regel(vorm, before, after, stukken=stukken)]
    return _VERGELIJKERS[veld](before, after, namen)


def _compare_geometrie(
    oud: Geometry | None, nieuw: Geometry | None, namen: Namen
) -> Iterator[Regel]:
    del namen
    yield Regel(Vorm.PLEK, nieuw=_move(oud, nieuw))


def _move(oud: Geometry | None, nieuw: Geometry | None) -> Plekwijziging:
    if nieuw is None:
        return Plekwijziging(Verplaatsing.HEEL_GEBIED)
    if oud is not None and oud["type"] == nieuw["type"] == PUNT:
        return Plekwijziging(Verplaatsing.VERPLAATST, max(1, round(distance_m(oud, nieuw))))
    if nieuw["type"] == PUNT:
        return Plekwijziging(Verplaatsing.OP_DE_KAART)
    return Plekwijziging(Verplaatsing.GETEKEND)


def _compare_gebieden(oud: Iterable[Any], nieuw: Iterable[Any], namen: Namen) -> Iterator[Regel]:
    def words(gebied_ids: Iterable[Any]) -> str:
        return ", ".join(sorted(namen.gebieden.get(one, ONBEKEND) for one in gebied_ids))

    yield Regel(Vorm.TEKST, words(oud), words(nieuw))


def _compare_doel(oud: Any, nieuw: Any, namen: Namen) -> Iterator[Regel]:  # noqa: ANN401  # an id or None
    yield _named(oud, nieuw, namen.doelen, ONBEKEND_DOEL)


def _compare_organisatie(oud: Any, nieuw: Any, namen: Namen) -> Iterator[Regel]:  # noqa: ANN401  # an id or None
    yield _named(oud, nieuw, namen.organisaties, ONBEKEND)


def _named(oud: Any, nieuw: Any, namen: Mapping[Any, str], unknown: str) -> Regel:  # noqa: ANN401
    before, after = (one and namen.get(one, unknown) for one in (oud, nieuw))
    return Regel(Vorm.TEKST, before, after)


def _compare_bedragen(oud: Bedragen, nieuw: Bedragen, namen: Namen) -> Iterator[Regel]:
    del namen
    order = list(Geldbron)
    for key in sorted({*oud, *nieuw}, key=lambda key: (key[0], order.index(key[1]))):
        before, after = oud.get(key), nieuw.get(key)
        if before != after:
            yield Regel(Vorm.BEDRAG, before, after, wat=key)


def _compare_fasering(
    oud: Iterable[Fasering], nieuw: Iterable[Fasering], namen: Namen
) -> Iterator[Regel]:
    del namen
    return _matched(oud, nieuw, Vorm.PERIODE, lambda deel: deel.fase, show_key=True)


def _compare_mijlpalen(oud: Iterable[Any], nieuw: Iterable[Any], namen: Namen) -> Iterator[Regel]:
    del namen
    return _matched(oud, nieuw, Vorm.MIJLPAAL, lambda mijlpaal: mijlpaal.titel)


def _compare_links(oud: Iterable[Any], nieuw: Iterable[Any], namen: Namen) -> Iterator[Regel]:
    del namen
    return _matched(oud, nieuw, Vorm.LINK, lambda verwijzing: verwijzing.url)


def _matched(
    oud: Iterable[T],
    nieuw: Iterable[T],
    vorm: Vorm,
    key: Callable[[T], Any],
    *,
    show_key: bool = False,
) -> Iterator[Regel]:
    """Yield what went, came or differs; what has the same key is the same one, in its turn."""
    before, after = _by_key(oud, key), _by_key(nieuw, key)
    for found in dict.fromkeys((*before, *after)):
        if before.get(found) != after.get(found):
            yield Regel(
                vorm, before.get(found), after.get(found), wat=found[0] if show_key else None
            )


def _by_key(values: Iterable[T], key: Callable[[T], Any]) -> dict[tuple[Any, int], T]:
    found: dict[tuple[Any, int], T] = {}
    for value in values:
        turn = sum(known[0] == key(value) for known in found)
        found[key(value), turn] = value
    return found


_VERGELIJKERS: Mapping[str, Callable[[Any, Any, Namen], Iterable[Regel]]] = {
    "geometrie": _compare_geometrie,
    "gebied_ids": _compare_gebieden,
    "bedragen": _compare_bedragen,
    "fasering": _compare_fasering,
    "mijlpalen": _compare_mijlpalen,
    "verwijzingen": _compare_links,
    "doel_id": _compare_doel,
    "organisatie_id": _compare_organisatie,
}
