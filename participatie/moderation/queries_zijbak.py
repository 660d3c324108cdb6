"""Reading what waits besides inzendingen: reported comments, and doubts that something is done."""

from collections.abc import Mapping, Sequence

from participatie.core.paging import Page
from participatie.discussion.queries_meldingen import count_open, list_open
from participatie.discussion.rules import GROND_NAMEN
from participatie.gebieden.queries import get_boom
from participatie.gebieden.types import GebiedId
from participatie.initiatieven.queries_klopt import list_open_bezwaren
from participatie.moderation.types import Zijbak, Zijrij


def count_zijbakken(gebied_ids: frozenset[GebiedId]) -> Mapping[Zijbak, int]:
    """Return how much waits in these gebieden."""
    return {
        Zijbak.GEMELD: sum(count_open(gebied_ids).values()),
        Zijbak.BETWIJFELD: len(list_open_bezwaren(gebied_ids)),
    }


def list_zijbak(zijbak: Zijbak, gebied_ids: frozenset[GebiedId], number: int) -> Page[Zijrij]:
    """Return a page of what waits there, longest waiting first."""
    if zijbak is Zijbak.GEMELD:
        return _reported(gebied_ids, number)
    rows = _doubted(gebied_ids)
    return Page(items=rows, number=1, total=len(rows), size=max(len(rows), 1))


def _reported(gebied_ids: frozenset[GebiedId], number: int) -> Page[Zijrij]:
    page = list_open(gebied_ids, number)
    rows = [
        Zijrij(
            titel=one.titel,
            pad=f"/bureau/reacties/{one.reactie_id}",
            gebied=_name(one.gebied_id),
            tekst=one.tekst,
            waarom=", ".join(GROND_NAMEN[grond] for grond in one.gronden),
            op=one.op,
        )
        for one in page.items
    ]
    return Page(items=rows, number=page.number, total=page.total)


def _doubted(gebied_ids: frozenset[GebiedId]) -> Sequence[Zijrij]:
    return [
        Zijrij(
            titel=one.realisatie.initiatief.titel,
            pad=f"/initiatieven/{one.realisatie.initiatief_id}",
            gebied=_name(one.realisatie.initiatief.gebied_id),
            tekst=one.reden,
            waarom="",
            op=one.op,
        )
        for one in list_open_bezwaren(gebied_ids)
    ]


def _name(gebied_id: GebiedId | None) -> str:
    omtrek = get_boom().omtrekken.get(gebied_id) if gebied_id is not None else None
    return omtrek.naam if omtrek else ""
