"""Who wants to hear of something: followers, and who saved a search that finds it.

Two queries, however many there are.
"""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import shapely
from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from participatie.accounts.models import Gebruiker
from participatie.accounts.types import GebruikerId
from participatie.core.db import db
from participatie.core.geometry import Bounds, bounds_of, shape_of, to_rd
from participatie.core.onderwerpen import Onderwerp
from participatie.discussion.models import Volging
from participatie.gebieden.queries import get_boom
from participatie.gebieden.rules import Boom
from participatie.gebieden.types import GebiedId, Niveau
from participatie.notifications.models_voorkeuren import (
    Berichtvoorkeur,
    Volgvoorkeur,
    Zoekopdracht,
)
from participatie.notifications.rules_berichten import (
    EIGEN,
    STANDAARD,
    via_volging,
    via_zoekopdracht,
)
from participatie.notifications.rules_zoeken import WERELD, fold, is_within
from participatie.notifications.types import Frequentie, Melding, Ontvanger, Vindplek

GEBIED = "gebied"
SMALL = frozenset({Niveau.WIJK, Niveau.BUURT})


def list_ontvangers(melding: Melding) -> list[Ontvanger]:
    """Return who is told, each once: what someone chose for the nearest subscription holds.

    That is the thing itself, then his searches, then the gebied it lies in, smallest first.
    """
    if melding.persoonlijk:
        return []
    boom = get_boom()
    keten = _keten(melding.gebied_ids, boom)
    things = list(melding.volgers)
    found = _list_volgers(things)
    if melding.nieuw is not None:
        found += list_zoekers(melding.nieuw)
    found += _list_volgers([Onderwerp(GEBIED, gebied_id) for gebied_id in keten])
    per_person: dict[GebruikerId, Ontvanger] = {}
    for one in found:
        per_person.setdefault(one.gebruiker_id, one)
    return [one for one in per_person.values() if one.frequentie is not Frequentie.NOOIT]


def list_eigen(gebruiker_ids: Iterable[GebruikerId]) -> dict[GebruikerId, Frequentie]:
    """Return how often each of these people is mailed about what he sent in himself."""
    ids = sorted(set(gebruiker_ids))
    rows = db.session.execute(
        select(
            Gebruiker.id,
            func.coalesce(Volgvoorkeur.frequentie, Berichtvoorkeur.standaard, STANDAARD).label(
                "frequentie"
            ),
        )
        .outerjoin(
            Volgvoorkeur,
            and_(Volgvoorkeur.gebruiker_id == Gebruiker.id, Volgvoorkeur.onderwerp_soort == EIGEN),
        )
        .outerjoin(Berichtvoorkeur, Berichtvoorkeur.gebruiker_id == Gebruiker.id)
        .where(Gebruiker.id.in_(ids), Gebruiker.bevestigd_op.is_not(None))
    )
    return {row.id: Frequentie(row.frequentie) for row in rows}


def list_zoekers(vindplek: Vindplek) -> list[Ontvanger]:
    """Return whose saved searches find this: one query for all, then one exact measure."""
    boom = get_boom()
    rows = db.session.execute(
        select(
            Zoekopdracht.id,
            Zoekopdracht.gebruiker_id,
            Zoekopdracht.woorden,
            Zoekopdracht.x,
            Zoekopdracht.y,
            Zoekopdracht.straal_m,
            func.coalesce(Zoekopdracht.frequentie, Berichtvoorkeur.standaard, STANDAARD).label(
                "frequentie"
            ),
        )
        .outerjoin(Berichtvoorkeur, Berichtvoorkeur.gebruiker_id == Zoekopdracht.gebruiker_id)
        .where(*_finds(vindplek, boom))
        .order_by(Zoekopdracht.id)
    ).all()
    text = fold(vindplek.tekst)
    named = [row for row in rows if is_within(row.woorden, text)]
    near = _near(vindplek, boom, [row for row in named if row.straal_m is not None])
    return [
        Ontvanger(row.gebruiker_id, via_zoekopdracht(row.id), Frequentie(row.frequentie))
        for row in named
        if row.straal_m is None or row.id in near
    ]


def _list_volgers(things: Sequence[Onderwerp]) -> list[Ontvanger]:
    """Return who follows these, those of the first thing first."""
    if not things:
        return []
    chosen = func.coalesce(Volgvoorkeur.frequentie, Berichtvoorkeur.standaard, STANDAARD)
    rows = db.session.execute(
        select(
            Volging.gebruiker_id,
            Volging.onderwerp_soort,
            Volging.onderwerp_id,
            chosen.label("frequentie"),
        )
        .join(Gebruiker, Gebruiker.id == Volging.gebruiker_id)
        .outerjoin(
            Volgvoorkeur,
            and_(
                Volgvoorkeur.gebruiker_id == Volging.gebruiker_id,
                Volgvoorkeur.onderwerp_soort == Volging.onderwerp_soort,
                Volgvoorkeur.onderwerp_id == Volging.onderwerp_id,
            ),
        )
        .outerjoin(Berichtvoorkeur, Berichtvoorkeur.gebruiker_id == Volging.gebruiker_id)
        .where(
            Gebruiker.bevestigd_op.is_not(None),
            or_(
                *(
                    and_(Volging.onderwerp_soort == one.soort, Volging.onderwerp_id == one.id)
                    for one in things
                )
            ),
        )
        .order_by(Volging.id)
    ).all()
    order = {one: place for place, one in enumerate(things)}
    found = [(Onderwerp(row.onderwerp_soort, row.onderwerp_id), row) for row in rows]
    found.sort(key=lambda pair: order[pair[0]])
    return [
        Ontvanger(row.gebruiker_id, via_volging(onderwerp), Frequentie(row.frequentie))
        for onderwerp, row in found
    ]


def _keten(gebied_ids: Iterable[GebiedId], boom: Boom) -> list[GebiedId]:
    """Return these gebieden and all above them, each once, the smallest first."""
    ketens = [boom.keten(gebied_id) for gebied_id in sorted(gebied_ids)]
    depths = {
        gebied_id: len(keten) - place for keten in ketens for place, gebied_id in enumerate(keten)
    }
    return sorted(depths, key=lambda gebied_id: (-depths[gebied_id], gebied_id))


def _finds(vindplek: Vindplek, boom: Boom) -> Iterable[ColumnElement[bool]]:
    """Yield what a saved search must say to find this; the words and the circle come after."""
    box = _bounds(vindplek, boom)
    yield Zoekopdracht.west <= box.oost
    yield Zoekopdracht.oost >= box.west
    yield Zoekopdracht.zuid <= box.noord
    yield Zoekopdracht.noord >= box.zuid
    yield _open_or(Zoekopdracht.soorten, vindplek.soorten)
    for column, value in (
        (Zoekopdracht.fasen, vindplek.fase),
        (Zoekopdracht.domeinen, vindplek.domein),
        (Zoekopdracht.themas, vindplek.thema),
    ):
        yield _open_or(column, {value} - {""})
    yield Zoekopdracht.organisatie.in_(sorted({"", vindplek.organisatie}))
    yield Zoekopdracht.trekker.in_(sorted({"", vindplek.trekker}))
    yield or_(Zoekopdracht.doel_id.is_(None), Zoekopdracht.doel_id == vindplek.doel_id)
    yield or_(
        Zoekopdracht.gebied_id.is_(None),
        Zoekopdracht.gebied_id.in_(_keten(vindplek.gebied_ids, boom)),
    )
    if vindplek.tot is not None:
        yield or_(Zoekopdracht.van.is_(None), Zoekopdracht.van <= vindplek.tot)
    yield or_(Zoekopdracht.tot.is_(None), Zoekopdracht.tot >= vindplek.van)


def _open_or(column: InstrumentedAttribute[str], values: Iterable[str]) -> ColumnElement[bool]:
    """Return the condition that the column is empty or holds one of these between its bars."""
    holds = (column.contains(f"|{one}|", autoescape=True) for one in sorted(values))
    return or_(column == "", *holds)


def _bounds(vindplek: Vindplek, boom: Boom) -> Bounds:
    if vindplek.geometrie is not None:
        return bounds_of(vindplek.geometrie)
    boxes = [boom.grenzen[one] for one in vindplek.gebied_ids if one in boom.grenzen]
    if not boxes:
        return WERELD
    return Bounds(
        min(one.west for one in boxes),
        min(one.zuid for one in boxes),
        max(one.oost for one in boxes),
        max(one.noord for one in boxes),
    )


def _near(vindplek: Vindplek, boom: Boom, rows: Iterable[Any]) -> frozenset[int]:
    """Return which circles it lies in. About a whole wijk: the circles with their middle in it."""
    place = _place(vindplek, boom)
    rows = list(rows)
    if place is None or not rows:
        return frozenset()
    points = shapely.points(np.array([(row.x, row.y) for row in rows], dtype=np.float64))
    shapely.prepare(place)
    reach = np.array([row.straal_m if vindplek.geometrie else 0 for row in rows])
    inside = shapely.distance(points, place) <= reach
    return frozenset(row.id for row, is_in in zip(rows, inside, strict=True) if is_in)


def _place(vindplek: Vindplek, boom: Boom) -> shapely.Geometry | None:
    if vindplek.geometrie is not None:
        return to_rd(shape_of(vindplek.geometrie))
    outlines = [
        shape_of(omtrek.geometry)
        for omtrek in (boom.omtrekken.get(one) for one in sorted(vindplek.gebied_ids))
        if omtrek is not None and omtrek.geometry is not None and omtrek.niveau in SMALL
    ]
    return to_rd(shapely.union_all(outlines)) if outlines else None
