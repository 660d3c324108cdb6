"""Reading besluiten, notes and what happened at the desk."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from participatie.core.db import db
from participatie.core.errors import NotFoundError
from participatie.gebieden.queries import get_boom
from participatie.gebieden.types import GebiedId, Niveau
from participatie.inzendingen.models import Inzending
from participatie.inzendingen.types import InzendingId
from participatie.moderation.models import Besluit, Notitie, Ontkoppeling
from participatie.moderation.rules import STATUS_NA, VERGELIJKBAAR_AANTAL
from participatie.moderation.types import BesluitId, NotitieId, Uitkomst

NOT_COMPARED = Uitkomst.AANPASSEN


def find_standing_besluit(inzending: Inzending) -> Besluit | None:
    """Return the decision that made the inzending what it is now, if it still stands."""
    return standing_of(list_besluiten(inzending.id), inzending)


def standing_of(besluiten: Sequence[Besluit], inzending: Inzending) -> Besluit | None:
    """Return which of the decisions about an inzending, newest first, still stands."""
    if not besluiten or besluiten[0].teruggedraaid_op is not None:
        return None
    newest = besluiten[0]
    return newest if STATUS_NA[newest.uitkomst] is inzending.status else None


def get_besluit(inzending_id: InzendingId, besluit_id: BesluitId) -> Besluit:
    """Return a decision about this inzending, or raise."""
    besluit = db.session.get(Besluit, besluit_id)
    if besluit is None or besluit.inzending_id != inzending_id:
        raise NotFoundError
    return besluit


def list_besluiten(inzending_id: InzendingId) -> Sequence[Besluit]:
    """Return all decisions about an inzending, newest first."""
    statement = (
        select(Besluit)
        .where(Besluit.inzending_id == inzending_id)
        .order_by(Besluit.id.desc())
        .options(
            joinedload(Besluit.door),
            joinedload(Besluit.teruggedraaid_door),
            joinedload(Besluit.woorden),
        )
    )
    return db.session.scalars(statement).all()


def list_similar(inzending: Inzending) -> Sequence[Besluit]:
    """Return the newest decisions that stand about the same thema, in this stadsdeel first.

    A request for a change is not compared: it is not an outcome yet.
    """
    nearby = _compared_in(inzending, _stadsdeel_ids(inzending.gebied_id))
    if len(nearby) >= VERGELIJKBAAR_AANTAL:
        return nearby
    known = {besluit.id for besluit in nearby}
    elsewhere = [besluit for besluit in _compared_in(inzending, None) if besluit.id not in known]
    return [*nearby, *elsewhere][:VERGELIJKBAAR_AANTAL]


def _compared_in(
    inzending: Inzending, gebied_ids: frozenset[GebiedId] | None
) -> Sequence[Besluit]:
    statement = (
        select(Besluit)
        .where(
            Besluit.thema == inzending.thema,
            Besluit.teruggedraaid_op.is_(None),
            Besluit.uitkomst != NOT_COMPARED,
            Besluit.inzending_id != inzending.id,
        )
        .order_by(Besluit.op.desc(), Besluit.id.desc())
        .options(joinedload(Besluit.inzending), joinedload(Besluit.woorden))
        .limit(VERGELIJKBAAR_AANTAL)
    )
    if gebied_ids is not None:
        statement = statement.where(Besluit.gebied_id.in_(sorted(gebied_ids)))
    return db.session.scalars(statement).all()


def _stadsdeel_ids(gebied_id: GebiedId | None) -> frozenset[GebiedId]:
    """Return everything in the stadsdeel of this gebied; for the stad the whole city."""
    boom = get_boom()
    keten = boom.keten(gebied_id)
    for gebied in keten:
        if boom.omtrekken[gebied].niveau is Niveau.STADSDEEL:
            return boom.onder(gebied)
    return boom.onder(keten[-1]) if keten else frozenset()


def list_notities(inzending_id: InzendingId) -> Sequence[Notitie]:
    """Return the internal notes about an inzending, oldest first."""
    statement = (
        select(Notitie)
        .where(Notitie.inzending_id == inzending_id)
        .order_by(Notitie.id)
        .options(joinedload(Notitie.door))
    )
    return db.session.scalars(statement).all()


def get_notitie(inzending_id: InzendingId, notitie_id: NotitieId) -> Notitie:
    """Return a note about this inzending, or raise."""
    notitie = db.session.get(Notitie, notitie_id)
    if notitie is None or notitie.inzending_id != inzending_id:
        raise NotFoundError
    return notitie


def list_ontkoppelingen(inzending_id: InzendingId) -> Sequence[Ontkoppeling]:
    """Return the links that were removed, oldest first."""
    statement = (
        select(Ontkoppeling)
        .where(Ontkoppeling.inzending_id == inzending_id)
        .order_by(Ontkoppeling.id)
        .options(joinedload(Ontkoppeling.project), joinedload(Ontkoppeling.door))
    )
    return db.session.scalars(statement).all()
