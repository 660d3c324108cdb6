"""The work list of editors: pairs in their own gebieden."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, case, func, or_, select, union_all
from sqlalchemy.orm import aliased

from participatie.accounts.models import Gebruiker
from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import NotFoundError
from participatie.core.paging import Page
from participatie.core.permissions import Permission
from participatie.gebieden.queries import get_boom
from participatie.gebieden.rules import Boom
from participatie.gebieden.types import GebiedId
from participatie.opgaven.types import Domein
from participatie.programmas.models import Project, project_gebieden
from participatie.raakvlakken.models import Raakvlak
from participatie.raakvlakken.rules_woorden import (
    AL_UW_GEBIEDEN,
    near_in_words,
    together_in_words,
)
from participatie.raakvlakken.types import Oordeel
from participatie.raakvlakken.types_werklijst import (
    Bak,
    Buren,
    Kaart,
    Kant,
    Rij,
    WerkFilter,
    Werkplek,
)

SIZE = 50
A, B = aliased(Project), aliased(Project)
KANT = ("id", "titel", "domein", "fase", "start", "eind", "trekker")
COLUMNS = (
    Raakvlak.id,
    Raakvlak.versie,
    Raakvlak.oordeel,
    Raakvlak.opnieuw,
    Raakvlak.afstand_m,
    Raakvlak.gebied_id,
    Raakvlak.van,
    Raakvlak.tot,
    Raakvlak.gat_dagen,
    *(getattr(A, name).label(f"a_{name}") for name in KANT),
    *(getattr(B, name).label(f"b_{name}") for name in KANT),
)
ORDER = (Raakvlak.van, Raakvlak.tot, Raakvlak.id)


def list_own_gebieden(gebruiker: Gebruiker) -> tuple[GebiedId, ...]:
    """Return the gebieden whose programme someone keeps, without those inside another of them."""
    boom = get_boom()
    given = {
        verlening.gebied_id
        for verlening in gebruiker.rollen
        if verlening.gives(Permission.PROJECT_BEHEREN, None)
    }
    if None in given:
        return tuple(boom.kinderen.get(None, ()))
    own = {one for one in given if one is not None}
    return tuple(
        sorted(
            (one for one in own if not own & set(boom.keten(one)[1:])),
            key=lambda one: boom.omtrekken[one].naam,
        )
    )


def get_own_part(gebruiker: Gebruiker, slug: str) -> frozenset[GebiedId]:
    """Return all of someone's gebieden, or those in the one with this slug, or raise."""
    boom = get_boom()
    return _below(boom, _chosen(boom, list_own_gebieden(gebruiker), slug))


def _chosen(boom: Boom, own: tuple[GebiedId, ...], slug: str) -> tuple[GebiedId, ...]:
    if not slug:
        return own
    chosen = tuple(one for one in _below(boom, own) if boom.omtrekken[one].slug == slug)
    if not chosen:
        raise NotFoundError("Dit gebied is niet van u, of het bestaat niet.")
    return chosen


def get_werkplek(gebruiker: Gebruiker, slug: str) -> Werkplek:
    """Return where someone works, or the part of it with this slug, with its numbers."""
    boom = get_boom()
    own = list_own_gebieden(gebruiker)
    everything = _below(boom, own)
    chosen = _chosen(boom, own, slug)
    parts = boom.kinderen.get(chosen[0], ()) if len(chosen) == 1 else chosen
    above = [one for one in boom.keten(chosen[0])[1:] if one in everything] if slug else []
    gebied_ids = _below(boom, chosen)
    aantallen = _count_trays(gebied_ids)
    return Werkplek(
        slug=slug,
        naam=boom.omtrekken[chosen[0]].naam if slug else AL_UW_GEBIEDEN,
        gebied_ids=gebied_ids,
        aantallen=aantallen,
        kaarten=_cards(boom, parts) if aantallen[Bak.TE_BEOORDELEN] else (),
        boven=tuple(Kaart(_slug(boom, one), boom.omtrekken[one].naam, 0) for one in above[::-1]),
    )


def _below(boom: Boom, gebieden: Iterable[GebiedId]) -> frozenset[GebiedId]:
    return frozenset().union(*(boom.onder(gebied) for gebied in gebieden))


def _slug(boom: Boom, gebied_id: GebiedId) -> str:
    return boom.omtrekken[gebied_id].slug


def _count_trays(gebied_ids: frozenset[GebiedId]) -> dict[Bak, int]:
    counts = [func.coalesce(func.sum(case((in_bak(bak), 1), else_=0)), 0) for bak in Bak]
    row = db.session.execute(select(*counts).where(_in_gebieden(gebied_ids))).one()
    return dict(zip(Bak, row, strict=True))


def _cards(boom: Boom, parts: Sequence[GebiedId]) -> tuple[Kaart, ...]:
    """Count what is to be judged in each part; a pair in two parts counts in both."""
    if not parts:
        return ()
    links = union_all(
        *(
            select(Raakvlak.id.label("raakvlak_id"), project_gebieden.c.gebied_id)
            .join(project_gebieden, project_gebieden.c.project_id == project_id)
            .where(in_bak(Bak.TE_BEOORDELEN))
            for project_id in (Raakvlak.project_a_id, Raakvlak.project_b_id)
        )
    ).subquery()
    inside = [links.c.gebied_id.in_(sorted(boom.onder(part))) for part in parts]
    counts = [func.count(func.distinct(case((each, links.c.raakvlak_id)))) for each in inside]
    row = db.session.execute(select(*counts)).one()
    cards = [
        Kaart(_slug(boom, part), boom.omtrekken[part].naam, number)
        for part, number in zip(parts, row, strict=True)
    ]
    return tuple(card for card in cards if card.aantal)


def in_bak(bak: Bak) -> ColumnElement[bool]:
    """Return the condition that a pair lies in this tray."""
    stands = Raakvlak.vervallen_op.is_(None)
    if bak is Bak.VERVALLEN:
        return Raakvlak.vervallen_op.is_not(None) & (Raakvlak.oordeel != Oordeel.OPEN)
    if bak is Bak.TE_BEOORDELEN:
        return and_(stands, Raakvlak.oordeel == Oordeel.OPEN, Raakvlak.tot >= clock.today())
    if bak is Bak.OPNIEUW:
        return and_(stands, Raakvlak.opnieuw != "")
    return and_(stands, Raakvlak.oordeel == Oordeel(bak.value))


def _in_gebieden(gebied_ids: frozenset[GebiedId]) -> ColumnElement[bool]:
    """Return the condition that one of both lies in these gebieden; the whole city is all."""
    boom = get_boom()
    if gebied_ids >= boom.omtrekken.keys():
        return Raakvlak.id.is_not(None)
    inside = select(project_gebieden.c.project_id).where(
        project_gebieden.c.gebied_id.in_(sorted(gebied_ids))
    )
    return or_(Raakvlak.project_a_id.in_(inside), Raakvlak.project_b_id.in_(inside))


def _matches(wanted: WerkFilter) -> ColumnElement[bool]:
    conditions = [in_bak(wanted.bak), _in_gebieden(wanted.gebied_ids)]
    if wanted.domeinen is not None:
        conditions.append(_of_domeinen(*wanted.domeinen))
    if wanted.jaar is not None:
        first, last = date(wanted.jaar, 1, 1), date(wanted.jaar, 12, 31)
        conditions += [Raakvlak.van <= last, Raakvlak.tot >= first]
    if wanted.afstand_m is not None:
        conditions.append(Raakvlak.afstand_m <= wanted.afstand_m)
    return and_(*conditions)


def _of_domeinen(one: Domein, other: Domein) -> ColumnElement[bool]:
    return or_(and_(A.domein == one, B.domein == other), and_(A.domein == other, B.domein == one))


def list_werk(wanted: WerkFilter, number: int = 1) -> Page[Rij]:
    """Return a page of the work list: what comes first stands first."""
    both = _matches(wanted)
    counted = select(func.count()).select_from(Raakvlak)
    total = db.session.scalar(_with_projecten(counted).where(both)) or 0
    number = min(max(number, 1), Page((), 1, total, SIZE).count)
    statement = _with_projecten(select(*COLUMNS)).where(both).order_by(*ORDER)
    rows = db.session.execute(statement.limit(SIZE).offset((number - 1) * SIZE))
    return Page([_rij(row) for row in rows], number, total, SIZE)


def find_buren(wanted: WerkFilter, raakvlak_id: int) -> Buren:
    """Return what stands before and after a pair in a list; after a judged one comes the first."""
    statement = _with_projecten(select(Raakvlak.id)).where(_matches(wanted)).order_by(*ORDER)
    ids = db.session.scalars(statement).all()
    if raakvlak_id not in ids:
        return Buren(volgende=ids[0] if ids else None, totaal=len(ids))
    place = ids.index(raakvlak_id)
    return Buren(
        vorige=ids[place - 1] if place else None,
        volgende=ids[place + 1] if place + 1 < len(ids) else None,
        plaats=place + 1,
        totaal=len(ids),
    )


def list_jaren() -> range:
    """Return the years in which pairs that still stand are planned."""
    statement = select(func.min(Raakvlak.van), func.max(Raakvlak.tot))
    row = db.session.execute(statement.where(Raakvlak.vervallen_op.is_(None))).one()
    found: tuple[date | None, date | None] = (row[0], row[1])
    first, last = found
    return range(first.year, last.year + 1) if first and last else range(0)


def _with_projecten(statement: Any) -> Any:  # noqa: ANN401  # any select of pairs
    return statement.join(A, A.id == Raakvlak.project_a_id).join(B, B.id == Raakvlak.project_b_id)


def _rij(row: Row[Any]) -> Rij:
    found = row._mapping  # noqa: SLF001  # the documented way to read by name
    return Rij(
        id=row.id,
        versie=row.versie,
        a=Kant(**{name: found[f"a_{name}"] for name in KANT}),
        b=Kant(**{name: found[f"b_{name}"] for name in KANT}),
        oordeel=row.oordeel,
        opnieuw=row.opnieuw,
        hoe_dichtbij=near_in_words(row.afstand_m, gebied_naam(row.gebied_id)),
        wanneer=together_in_words(row.van, row.tot, row.gat_dagen),
    )


def gebied_naam(gebied_id: GebiedId | None) -> str | None:
    """Return the name of the gebied that two projects share, if that is why they touch."""
    return None if gebied_id is None else get_boom().omtrekken[gebied_id].naam
