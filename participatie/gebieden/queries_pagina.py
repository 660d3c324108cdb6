"""What the pages of the gebieden room show, in few queries."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from participatie.core import clock
from participatie.core.db import db
from participatie.gebieden.models import Contact, Gebied, Kengetal
from participatie.gebieden.queries import get_boom, get_gebied_by_slug, get_tekening
from participatie.gebieden.rules import Boom
from participatie.gebieden.rules_cijfers import INWONERS, PLACES, WONINGEN
from participatie.gebieden.rules_namen import search_score
from participatie.gebieden.rules_tekening import Tekening
from participatie.gebieden.types import NIVEAUS, GebiedId, Omtrek

MAX_FOUND = 40
MAX_QUERY = 80
JAREN_ACTUEEL = 5


@dataclass(frozen=True)
class Tak:
    """A gebied with what lies below it."""

    omtrek: Omtrek
    takken: tuple["Tak", ...]


@dataclass(frozen=True, kw_only=True)
class Gebiedspagina:
    """All that the page of one gebied shows itself; other rooms hang panels on it."""

    gebied: Gebied
    boven: tuple[Omtrek, ...]
    onder: tuple[Omtrek, ...]
    contacten: Sequence[Contact]
    contacten_van: Omtrek | None
    cijfers: Sequence[Kengetal]
    jaren: dict[str, int]
    oud_voor: int
    tekening: Tekening | None


def get_takken() -> tuple[Tak, ...]:
    """Return the whole city as a tree."""
    boom = get_boom()
    return tuple(_tak(boom, top) for top in boom.kinderen.get(None, ()))


def _tak(boom: Boom, gebied_id: GebiedId) -> Tak:
    below = boom.kinderen.get(gebied_id, ())
    takken = sorted((_tak(boom, found) for found in below), key=lambda tak: tak.omtrek.naam)
    return Tak(boom.omtrekken[gebied_id], tuple(takken))


def search_gebieden(text: str) -> list[Omtrek]:
    """Return gebieden by name or code, what is meant most likely first; typing errors may be."""
    query = text.strip()[:MAX_QUERY]
    boom = get_boom()
    found = []
    for omtrek in boom.omtrekken.values():
        score = 0 if omtrek.code == query.upper() else search_score(query, omtrek.naam)
        if score is not None:
            found.append((score, NIVEAUS.index(omtrek.niveau), omtrek.naam, omtrek.id))
    return [boom.omtrekken[gebied_id] for *_, gebied_id in sorted(found)[:MAX_FOUND]]


def get_gebiedspagina(slug: str) -> Gebiedspagina:
    """Return the page of a gebied, or raise `NotFoundError`."""
    gebied = get_gebied_by_slug(slug, with_cijfers=True)
    boom = get_boom()
    keten = boom.keten(gebied.id)
    contacten, owner = _contacten(keten)
    cijfers = _newest(gebied.kengetallen)
    onder = [boom.omtrekken[found] for found in boom.kinderen.get(gebied.id, ())]
    return Gebiedspagina(
        gebied=gebied,
        boven=tuple(boom.omtrekken[found] for found in reversed(keten[1:])),
        onder=tuple(sorted(onder, key=lambda omtrek: omtrek.naam)),
        contacten=contacten,
        contacten_van=boom.omtrekken[owner] if owner not in {None, gebied.id} else None,
        cijfers=[c for c in cijfers if c.sleutel not in {INWONERS.sleutel, WONINGEN.sleutel}],
        jaren={cijfer.sleutel: cijfer.jaar for cijfer in cijfers},
        tekening=get_tekening(gebied.id),
        oud_voor=clock.today().year - JAREN_ACTUEEL,
    )


def list_contacten(gebied_id: GebiedId) -> Sequence[Contact]:
    """Return who answers for the gebied, or for the nearest gebied above it that has someone."""
    return _contacten(get_boom().keten(gebied_id))[0]


def _contacten(keten: Sequence[GebiedId]) -> tuple[Sequence[Contact], GebiedId | None]:
    """Return who answers for the gebied, else for the nearest gebied above it that has someone."""
    statement = (
        select(Contact)
        .where(Contact.gebied_id.in_(keten))
        .order_by(Contact.volgorde, Contact.naam, Contact.id)
    )
    found = db.session.scalars(statement).all()
    for gebied_id in keten:
        own = [contact for contact in found if contact.gebied_id == gebied_id]
        if own:
            return own, gebied_id
    return (), None


def _newest(cijfers: Sequence[Kengetal]) -> list[Kengetal]:
    """Return the newest of each figure, in the order in which they are shown."""
    newest = {cijfer.sleutel: cijfer for cijfer in sorted(cijfers, key=lambda c: c.jaar)}
    last = len(PLACES)
    return sorted(newest.values(), key=lambda c: (PLACES.get(c.sleutel, last), c.naam))
