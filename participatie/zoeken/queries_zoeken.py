"""Looking for what answers a question: the same answers in the same order on both databases."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from participatie.core.db import db
from participatie.core.onderwerpen import Onderwerp
from participatie.core.paging import Page
from participatie.zoeken.models import Zoekdocument
from participatie.zoeken.queries_index import Eis, select_ids
from participatie.zoeken.queries_suggestie import find_bedoelde
from participatie.zoeken.rules import (
    IN_TEKST,
    IN_TITEL,
    kenmerken_of,
    prefix_of,
    read_vraag,
    score_of,
)
from participatie.zoeken.rules_fragment import make_fragment, mark
from participatie.zoeken.types import Filters, Gevonden, Resultaat, Term, Vraag

PAGE_SIZE = 20
MOST = 300
"""How many answers are looked at; whoever gets more is asked to say more."""
TITELS = 100
"""Of more answers than that, so many that say it in their title are looked at as well."""
FEW = 10
"""With fewer answers than this, longer words that begin the same count too."""
NO_FILTERS = Filters()


@dataclass(frozen=True, kw_only=True)
class Kandidaat:
    """A document that may be an answer."""

    id: int
    soort: str
    score: int
    op: datetime
    onderwerp_id: int


def search(vraag: Vraag, filters: Filters = NO_FILTERS, pagina: int = 1) -> Resultaat:
    """Return a page of the documents that have every word that was asked for, best first."""
    if not vraag.termen:
        return Resultaat()
    found = _find(vraag, filters)
    kept = found[:MOST]
    meer = len(found) > MOST
    bedoelde = None if kept else _find_bedoelde(vraag)
    page: Page[Kandidaat] = Page((), 1, len(kept), PAGE_SIZE)
    number = min(max(pagina, 1), page.count)
    shown = kept[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
    return Resultaat(
        items=_read([one.id for one in shown], vraag),
        totaal=len(kept),
        pagina=number,
        paginas=page.count,
        meer=meer,
        per_soort={} if meer else dict(Counter(one.soort for one in kept)),
        bedoelde=bedoelde,
    )


def _find_bedoelde(vraag: Vraag) -> str | None:
    """Return another question that does have an answer, or None."""
    bedoelde = find_bedoelde(vraag)
    return bedoelde if bedoelde and _find(read_vraag(bedoelde), NO_FILTERS) else None


def _find(vraag: Vraag, filters: Filters) -> Sequence[Kandidaat]:
    """Return what has every word, best first; of very many at least those that say it first."""
    limits: list[Eis] = [[kenmerk] for kenmerk in kenmerken_of(filters)]

    def with_terms(place: str, most: int, *, prefixes: bool = False) -> dict[int, Kandidaat]:
        eisen = [_eis_of(term, place, prefixes=prefixes) for term in vraag.termen]
        return _candidates([*eisen, *limits], vraag, most)

    found = with_terms(IN_TEKST, MOST + 1)
    if len(found) > MOST:
        found |= with_terms(IN_TITEL, TITELS)
    elif len(found) < FEW:
        found |= with_terms(IN_TEKST, MOST + 1, prefixes=True)
    return sorted(found.values(), key=_best_first)


def _eis_of(term: Term, place: str, *, prefixes: bool) -> Eis:
    terms = {place + stam for stam in term.stammen}
    prefix = prefix_of(term) if prefixes else None
    return terms if prefix is None else terms | {f"{place}{prefix}*"}


def _candidates(eisen: Sequence[Eis], vraag: Vraag, most: int) -> dict[int, Kandidaat]:
    ids = select_ids(eisen, most).subquery()
    columns = (
        Zoekdocument.id,
        Zoekdocument.onderwerp_soort,
        Zoekdocument.onderwerp_id,
        Zoekdocument.op,
        Zoekdocument.titel,
        Zoekdocument.termen,
    )
    statement = select(*columns).join(ids, ids.c.id == Zoekdocument.id)
    return {
        row.id: Kandidaat(
            id=row.id,
            soort=row.onderwerp_soort,
            score=score_of(vraag, set(row.termen.split()), row.titel),
            op=row.op,
            onderwerp_id=row.onderwerp_id,
        )
        for row in db.session.execute(statement)
    }


def _best_first(one: Kandidaat) -> tuple[int, float, str, int]:
    return -one.score, -one.op.timestamp(), one.soort, one.onderwerp_id


def _read(ids: Sequence[int], vraag: Vraag) -> tuple[Gevonden, ...]:
    statement = select(Zoekdocument).where(Zoekdocument.id.in_(ids))
    rows: Mapping[int, Zoekdocument] = {row.id: row for row in db.session.scalars(statement)}
    return tuple(_gevonden(rows[one], vraag) for one in ids)


def _gevonden(row: Zoekdocument, vraag: Vraag) -> Gevonden:
    years = None
    if row.jaar_van is not None and row.jaar_tot is not None:
        years = row.jaar_van, row.jaar_tot
    return Gevonden(
        onderwerp=Onderwerp(row.onderwerp_soort, row.onderwerp_id),
        titel=mark(row.titel, vraag),
        fragment=make_fragment(row.tekst, vraag),
        pad=row.pad,
        gebied_id=row.gebied_id,
        thema=row.thema,
        jaren=years,
        op=row.op,
    )
