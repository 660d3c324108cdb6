"""The rules of a wijkuitvoeringsprogramma: what stands where in the year. Pure."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from participatie.gebieden.types import GebiedId, Omtrek
from participatie.programmas.types import Fase
from participatie.wijkprogrammas.types import (
    Deel,
    Groep,
    Moment,
    Reikwijdte,
    WijkItem,
    Wijkprogramma,
)

KWARTAAL_NAMEN: Mapping[int, str] = {
    0: "Al begonnen voor dit jaar",
    1: "Begint in januari, februari of maart",
    2: "Begint in april, mei of juni",
    3: "Begint in juli, augustus of september",
    4: "Begint in oktober, november of december",
}
JAREN_VOORUIT = 4
MAANDEN = 12


def reikwijdte_of(item: WijkItem, *, wijk_id: GebiedId, boven: Collection[GebiedId]) -> Reikwijdte:
    """Return how far an item reaches, seen from a wijk; `boven` is what the wijk lies in."""
    if not item.heel_gebied:
        return Reikwijdte.PLEK
    if wijk_id in item.gebied_ids:
        return Reikwijdte.WIJK
    return Reikwijdte.PLEK if item.gebied_ids.isdisjoint(boven) else Reikwijdte.BREDER


def kwartaal_of(item: WijkItem, jaar: int) -> int:
    """Return in which quarter of the year an item begins; 0 when it went on already."""
    return 0 if item.start.year < jaar else (item.start.month + 2) // 3


def make_programma(
    wijk: Omtrek, jaar: int, found: Sequence[WijkItem], boven: Collection[GebiedId]
) -> Wijkprogramma:
    """Lay the items of a wijk out over the year."""
    items = [item for item in found if item.fase is not Fase.GESTOPT]
    reach = {item.id: reikwijdte_of(item, wijk_id=wijk.id, boven=boven) for item in items}
    here = [item for item in items if reach[item.id] is Reikwijdte.PLEK]
    return Wijkprogramma(
        wijk=wijk,
        jaar=jaar,
        delen=tuple(
            Deel(kwartaal, groepen)
            for kwartaal in KWARTAAL_NAMEN
            if (groepen := group(item for item in here if kwartaal_of(item, jaar) == kwartaal))
        ),
        heel=group(item for item in items if reach[item.id] is Reikwijdte.WIJK),
        breder=group(item for item in items if reach[item.id] is Reikwijdte.BREDER),
        momenten=_momenten(items, jaar),
        gestopt=tuple(item for item in found if item.fase is Fase.GESTOPT),
    )


def group(items: Iterable[WijkItem]) -> tuple[Groep, ...]:
    """Return the items by who does them, by name."""
    found: dict[str, list[WijkItem]] = defaultdict(list)
    for item in items:
        found[item.wie].append(item)
    return tuple(Groep(wie, tuple(found[wie])) for wie in sorted(found, key=str.casefold))


def _momenten(items: Sequence[WijkItem], jaar: int) -> tuple[Moment, ...]:
    momenten = (
        Moment(item, mijlpaal)
        for item in items
        for mijlpaal in item.mijlpalen
        if mijlpaal.datum.year == jaar
    )
    return tuple(sorted(momenten, key=lambda moment: (moment.mijlpaal.datum, moment.item.titel)))


def maanden_of(item: WijkItem, jaar: int) -> tuple[bool, ...]:
    """Return for each month of the year whether an item is going on."""
    return tuple(
        item.start < _first_after(jaar, maand) and item.eind >= date(jaar, maand, 1)
        for maand in range(1, MAANDEN + 1)
    )


def _first_after(jaar: int, maand: int) -> date:
    return date(jaar + maand // MAANDEN, maand % MAANDEN + 1, 1)


def jaren_of(planned: range, dit_jaar: int) -> range:
    """Return the years that have a page: from the first that anything is planned in."""
    first = min(planned.start, dit_jaar) if planned else dit_jaar
    last = max(planned.stop, dit_jaar + 1) if planned else dit_jaar + 1
    return range(first, max(last, dit_jaar + JAREN_VOORUIT))
