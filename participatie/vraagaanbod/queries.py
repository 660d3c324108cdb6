"""Reading needs and offers that everyone can see, and how they fit."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import joinedload

from participatie.accounts.types import GebruikerId
from participatie.core.db import db
from participatie.core.errors import NotFoundError
from participatie.core.paging import Page
from participatie.core.permissions import Permission
from participatie.gebieden.queries import get_boom
from participatie.gebieden.types import GebiedId
from participatie.initiatieven.models import Initiatief
from participatie.initiatieven.models_voortgang import Medeinitiatiefnemer
from participatie.initiatieven.types_voortgang import InitiatiefFase
from participatie.inzendingen.types import InzendingId, Kijker, Status
from participatie.vraagaanbod.models import Aanbod, Oproep
from participatie.vraagaanbod.rules import fits
from participatie.vraagaanbod.types import (
    AanbodId,
    AanbodStatus,
    OproepId,
    OproepStatus,
    Zoekvraag,
)

BLADZIJDE = 10
PANEEL = 4
KLAAR = frozenset({InitiatiefFase.GEREALISEERD, InitiatiefFase.GESTOPT})
ALLES = Zoekvraag()


def is_gaande() -> ColumnElement[bool]:
    """Return the condition that an initiatief is on the site and not finished."""
    return and_(
        Initiatief.status == Status.GEPUBLICEERD,
        Initiatief.fase.not_in(sorted(KLAAR)),
        Initiatief.opgegaan_in_id.is_(None),
    )


def may_ask(initiatief: Initiatief) -> bool:
    """Tell whether an initiatief is on the site and not finished."""
    return (
        initiatief.status is Status.GEPUBLICEERD
        and initiatief.fase not in KLAAR
        and initiatief.opgegaan_in_id is None
    )


def _open(vraag: Zoekvraag) -> ColumnElement[bool]:
    conditions = [Oproep.status == OproepStatus.OPEN, is_gaande()]
    if vraag.gebied_ids is not None:
        conditions.append(Initiatief.gebied_id.in_(sorted(vraag.gebied_ids)))
    if vraag.soort is not None:
        conditions.append(Oproep.soort == vraag.soort)
    if vraag.thema is not None:
        conditions.append(Initiatief.thema == vraag.thema)
    return and_(*conditions)


def _zichtbaar(vraag: Zoekvraag) -> ColumnElement[bool]:
    conditions: list[ColumnElement[bool]] = [Aanbod.status == AanbodStatus.ZICHTBAAR]
    if vraag.gebied_ids is not None:
        conditions.append(Aanbod.gebied_id.in_(sorted(vraag.gebied_ids)))
    if vraag.soort is not None:
        conditions.append(Aanbod.soort == vraag.soort)
    if vraag.thema is not None:  # an offer without a theme is for all of them
        conditions.append(or_(Aanbod.thema == vraag.thema, Aanbod.thema.is_(None)))
    return and_(*conditions)


def around(gebied_id: GebiedId) -> frozenset[GebiedId]:
    """Return a gebied with everything below it and all it lies in."""
    boom = get_boom()
    return boom.onder(gebied_id) | frozenset(boom.keten(gebied_id))


def list_oproepen(
    vraag: Zoekvraag = ALLES, number: int = 1, size: int = BLADZIJDE
) -> Page[Oproep]:
    """Return a page of what is sought, newest first, with the initiatief."""
    condition = _open(vraag)
    count = select(func.count(Oproep.id)).join(Oproep.initiatief).where(condition)
    statement = (
        select(Oproep)
        .join(Oproep.initiatief)
        .where(condition)
        .order_by(Oproep.aangemaakt_op.desc(), Oproep.id.desc())
        .limit(size)
        .offset((max(number, 1) - 1) * size)
        .options(joinedload(Oproep.initiatief).joinedload(Initiatief.gebied))
    )
    items = db.session.scalars(statement).all()
    return Page(items, number, db.session.scalar(count) or 0, size)


def list_aanbod(vraag: Zoekvraag = ALLES, number: int = 1, size: int = BLADZIJDE) -> Page[Aanbod]:
    """Return a page of what is offered, newest first, with who offers it."""
    condition = _zichtbaar(vraag)
    statement = (
        select(Aanbod)
        .where(condition)
        .order_by(Aanbod.aangemaakt_op.desc(), Aanbod.id.desc())
        .limit(size)
        .offset((max(number, 1) - 1) * size)
        .options(
            joinedload(Aanbod.gebied),
            joinedload(Aanbod.aanbieder),
            joinedload(Aanbod.organisatie),
        )
    )
    total = db.session.scalar(select(func.count(Aanbod.id)).where(condition)) or 0
    return Page(db.session.scalars(statement).all(), number, total, size)


def count_passend(oproepen: Iterable[Oproep]) -> Mapping[OproepId, int]:
    """Return for each need how many offers of its kind there are where it is."""
    boom = get_boom()
    tellingen = db.session.execute(
        select(Aanbod.soort, Aanbod.gebied_id, func.count())
        .where(Aanbod.status == AanbodStatus.ZICHTBAAR)
        .group_by(Aanbod.soort, Aanbod.gebied_id)
    ).all()
    return {
        oproep.id: sum(
            aantal
            for soort, gebied_id, aantal in tellingen
            if soort is oproep.soort
            and oproep.initiatief.gebied_id is not None
            and fits(boom, gebied_id, oproep.initiatief.gebied_id)
        )
        for oproep in oproepen
    }


def list_of_initiatief(initiatief_id: InzendingId, *, closed: bool = False) -> Sequence[Oproep]:
    """Return what an initiatief seeks and found, oldest first; with `closed` all there was."""
    statement = (
        select(Oproep)
        .where(Oproep.initiatief_id == initiatief_id)
        .order_by(Oproep.id)
        .options(joinedload(Oproep.initiatief))
    )
    if not closed:
        statement = statement.where(Oproep.status != OproepStatus.GESLOTEN)
    return db.session.scalars(statement).all()


def get_oproep(oproep_id: OproepId, *, lock: bool = False) -> Oproep:
    """Return a need with its initiatief, or raise; with `lock` others wait until we are done."""
    statement = select(Oproep).where(Oproep.id == oproep_id).options(joinedload(Oproep.initiatief))
    if lock:
        statement = statement.with_for_update(of=Oproep).execution_options(populate_existing=True)
    found = db.session.scalar(statement)
    if found is None:
        raise NotFoundError("Deze oproep bestaat niet.")
    return found


def get_aanbod(aanbod_id: AanbodId, *, lock: bool = False) -> Aanbod:
    """Return an offer, whoever asks, or raise."""
    statement = (
        select(Aanbod)
        .where(Aanbod.id == aanbod_id)
        .options(joinedload(Aanbod.gebied), joinedload(Aanbod.aanbieder))
    )
    if lock:
        statement = statement.with_for_update(of=Aanbod).execution_options(populate_existing=True)
    found = db.session.scalar(statement)
    if found is None:
        raise NotFoundError("Dit aanbod bestaat niet.")
    return found


def get_zichtbaar_aanbod(aanbod_id: AanbodId, kijker: Kijker | None) -> Aanbod:
    """Return an offer when this person may see it; else it does not exist for him."""
    aanbod = get_aanbod(aanbod_id)
    if aanbod.status is AanbodStatus.ZICHTBAAR:
        return aanbod
    if kijker is not None and (
        aanbod.aanbieder_id == kijker.id
        or kijker.may(Permission.INZENDING_MODEREREN, aanbod.gebied_id)
    ):
        return aanbod
    raise NotFoundError("Dit aanbod staat niet op de site.")


def list_eigen_initiatieven(gebruiker_id: GebruikerId) -> Sequence[Initiatief]:
    """Return the initiatieven someone can ask for, by name."""
    mede = select(Medeinitiatiefnemer.initiatief_id).where(
        Medeinitiatiefnemer.gebruiker_id == gebruiker_id
    )
    statement = (
        select(Initiatief)
        .where(
            is_gaande(),
            or_(Initiatief.indiener_id == gebruiker_id, Initiatief.id.in_(mede)),
        )
        .order_by(Initiatief.titel, Initiatief.id)
    )
    return db.session.scalars(statement).all()


def list_eigen_aanbod(gebruiker_id: GebruikerId) -> Sequence[Aanbod]:
    """Return what someone offers and offered, newest first."""
    statement = (
        select(Aanbod)
        .where(Aanbod.aanbieder_id == gebruiker_id)
        .order_by(Aanbod.id.desc())
        .options(joinedload(Aanbod.gebied), joinedload(Aanbod.organisatie))
    )
    return db.session.scalars(statement).all()


def list_te_bekijken(
    gebied_ids: frozenset[GebiedId] | None, *, most: int = 50
) -> Sequence[Aanbod]:
    """Return what waits or is hidden in these gebieden, or in the whole city, oldest first."""
    statement = (
        select(Aanbod)
        .where(Aanbod.status.in_((AanbodStatus.WACHT, AanbodStatus.VERBORGEN)))
        .order_by(Aanbod.status.desc(), Aanbod.id)
        .limit(most)
        .options(
            joinedload(Aanbod.gebied),
            joinedload(Aanbod.aanbieder),
            joinedload(Aanbod.organisatie),
        )
    )
    if gebied_ids is not None:
        statement = statement.where(Aanbod.gebied_id.in_(sorted(gebied_ids)))
    return db.session.scalars(statement).all()
