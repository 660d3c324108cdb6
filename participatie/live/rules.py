"""The rules of live: who hears what, and which line was not told yet. Pure functions."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, replace
from typing import Any

from participatie.core.events import Event
from participatie.gebieden.types import GebiedId
from participatie.live.errors import OnbekendeVraagError
from participatie.live.types import Bericht, Gat, Melding, Stand, Vraag

MAX_NUMMER = 2**31 - 1
MAX_GATEN = 50
MAX_ONDERWERPEN = 20
MAX_MELDINGEN = 200
"""More than this at once, as after an import, is told as "look at everything anew"."""

STAND = re.compile(rf"\d{{1,10}}(\.\d{{1,10}}(-\d{{1,10}})?){{0,{MAX_GATEN}}}", re.ASCII)
ONDERWERP = re.compile(r"([a-z]{2,30})(?::(\d{1,10}))?", re.ASCII)
GEBIED = "gebied"
SAMEN: Mapping[str, frozenset[str]] = {"kaart": frozenset({"project", "initiatief"})}
"""Pages that show more than one kind."""


def openbare_namen() -> frozenset[str]:
    """Return the names of the events that open pages are told; one closed class closes a name."""
    names: dict[str, bool] = {}
    for event_type in _subtypes(Event):
        name = event_type.__name__
        names[name] = names.get(name, True) and event_type.openbaar
    return frozenset(name for name, openbaar in names.items() if openbaar)


def _subtypes(event_type: type[Event]) -> Iterator[type[Event]]:
    for subtype in event_type.__subclasses__():
        yield subtype
        yield from _subtypes(subtype)


def make_melding(
    *, nummer: int, naam: str, soort: str, onderwerp_id: int, data: Mapping[str, Any]
) -> Melding:
    """Return a line of the journal without all that is nobody's business."""
    return Melding(
        nummer=nummer,
        naam=naam,
        soort=soort,
        id=onderwerp_id,
        gebied_ids=_numbers(data.get("gebied_ids")) + _numbers([data.get("gebied_id")]),
        project_ids=_numbers(data.get("project_ids")),
        velden=tuple(str(veld) for veld in data.get("velden") or ()),
    )


def _numbers(given: Iterable[object] | None) -> tuple[int, ...]:
    return tuple(number for number in given or () if isinstance(number, int))


def read_vraag(given: str) -> Vraag:
    """Read what a page wants to hear about, as in `project:12,gebied:3,kaart`."""
    if not given:
        return Vraag(alles=True)
    parts = given.split(",")
    found = [ONDERWERP.fullmatch(part) for part in parts]
    if len(parts) > MAX_ONDERWERPEN or not all(found):
        raise OnbekendeVraagError
    named = [(match[1], match[2]) for match in found if match]
    soorten = [SAMEN.get(soort, frozenset({soort})) for soort, number in named if not number]
    dingen = frozenset((soort, int(number)) for soort, number in named if number)
    return Vraag(
        soorten=frozenset().union(*soorten),
        dingen=dingen,
        gebied_ids=frozenset(GebiedId(number) for soort, number in dingen if soort == GEBIED),
    )


def is_about(melding: Melding, vraag: Vraag) -> bool:
    """Tell whether a page with this question should hear it."""
    return (
        vraag.alles
        or melding.soort in vraag.soorten
        or (melding.soort, melding.id) in vraag.dingen
        or any(("project", number) in vraag.dingen for number in melding.project_ids)
        or not vraag.gebied_ids.isdisjoint(melding.gebied_ids)
    )


def select_for(bericht: Bericht, vraag: Vraag) -> Bericht | None:
    """Return what of a message is for this page, if anything."""
    if bericht.alles:
        return bericht
    meant = tuple(melding for melding in bericht.meldingen if is_about(melding, vraag))
    return replace(bericht, meldingen=meant) if meant else None


def make_bericht(stand: Stand, meldingen: Iterable[Melding]) -> Bericht:
    """Return the message about these meldingen; of too many only that there are."""
    meldingen = tuple(meldingen)
    if len(meldingen) > MAX_MELDINGEN:
        return Bericht(stand=stand, alles=True)
    return Bericht(stand=stand, meldingen=meldingen)


def read_stand(given: str) -> Stand:
    """Read how far a page has heard."""
    if not STAND.fullmatch(given):
        raise OnbekendeVraagError
    first, *others = given.split(".")
    edges = [other.split("-") for other in others]
    gaten = tuple((int(edge[0]), int(edge[-1])) for edge in edges)
    if int(first) > MAX_NUMMER or any(not 0 < van <= tot <= MAX_NUMMER for van, tot in gaten):
        raise OnbekendeVraagError
    return Stand(nummer=int(first), gaten=gaten)


def is_new(stand: Stand, nummer: int) -> bool:
    """Tell whether who is at this stand did not hear this number yet."""
    return nummer > stand.nummer or any(van <= nummer <= tot for van, tot in stand.gaten)


def advance(stand: Stand, nummers: Iterable[int]) -> Stand:
    """Return the stand after these numbers were seen; what was skipped becomes a gap."""
    seen = sorted(set(nummers))
    gaten = list(_without(stand.gaten, seen))
    last = stand.nummer
    for nummer in seen:
        if nummer > last + 1:
            gaten.append((last + 1, nummer - 1))
        last = max(last, nummer)
    return Stand(nummer=last, gaten=tuple(gaten[-MAX_GATEN:]))


def _without(gaten: Iterable[Gat], seen: list[int]) -> Iterator[Gat]:
    for van, tot in gaten:
        begin = van
        for nummer in seen:
            if begin <= nummer <= tot:
                if nummer > begin:
                    yield begin, nummer - 1
                begin = nummer + 1
        if begin <= tot:
            yield begin, tot


def forget_gaten(stand: Stand, before: int) -> Stand:
    """Stop waiting for the numbers up to `before`: their transactions were taken back."""
    gaten = [(max(van, before + 1), tot) for van, tot in stand.gaten if tot > before]
    return replace(stand, gaten=tuple(gaten))


def to_json(bericht: Bericht) -> dict[str, Any]:
    """Return a message as it leaves the server."""
    return {
        "stand": str(bericht.stand),
        "alles": bericht.alles,
        "meldingen": [asdict(melding) for melding in bericht.meldingen],
    }


def to_stream(bericht: Bericht) -> bytes:
    """Return a message as one event of a stream."""
    text = json.dumps(to_json(bericht), ensure_ascii=False, separators=(",", ":"))
    return f"id: {bericht.stand}\ndata: {text}\n\n".encode()
