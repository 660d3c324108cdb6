"""Reading what people answer to "klopt dit?"."""

from collections.abc import Collection, Sequence

from sqlalchemy import Integer, cast, func, select
from sqlalchemy.orm import contains_eager, joinedload

from participatie.accounts.types import GebruikerId
from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import NotFoundError
from participatie.core.onderwerpen import Onderwerp
from participatie.discussion.queries import is_volger
from participatie.gebieden.types import GebiedId
from participatie.initiatieven.models import Initiatief
from participatie.initiatieven.models_klopt import Kloptantwoord, Realisatie
from participatie.initiatieven.rules_voortgang import may_answer
from participatie.initiatieven.types_voortgang import (
    AntwoordId,
    Klopttelling,
    Oordeel,
    RealisatieId,
)
from participatie.inzendingen.types import InzendingId, Status

MOST_BEZWAREN = 200


def find_lopende_realisatie(initiatief_id: InzendingId) -> Realisatie | None:
    """Return the time it was called gerealiseerd that still stands, if there is one."""
    return db.session.scalar(
        select(Realisatie)
        .where(Realisatie.initiatief_id == initiatief_id, Realisatie.voorbij_op.is_(None))
        .order_by(Realisatie.id.desc())
        .limit(1)
        .options(joinedload(Realisatie.fasestap))
    )


def count_klopt(realisatie_id: RealisatieId) -> Klopttelling:
    """Return how many answered, and how many of them say that it is done."""
    row = db.session.execute(
        select(func.count(Kloptantwoord.id), func.sum(cast(Kloptantwoord.klopt, Integer))).where(
            Kloptantwoord.realisatie_id == realisatie_id
        )
    ).one()
    return Klopttelling(totaal=row[0], klopt=row[1] or 0)


def find_antwoord(realisatie_id: RealisatieId, gebruiker_id: GebruikerId) -> Kloptantwoord | None:
    """Return what someone answered, if he did."""
    return db.session.scalar(
        select(Kloptantwoord).where(
            Kloptantwoord.realisatie_id == realisatie_id,
            Kloptantwoord.gebruiker_id == gebruiker_id,
        )
    )


def is_gevraagd(initiatief: Initiatief, realisatie: Realisatie, gebruiker_id: GebruikerId) -> bool:
    """Tell whether someone may say if it is done: the sender and who follows, once, in time."""
    asked = initiatief.indiener_id == gebruiker_id or is_volger(
        Onderwerp(initiatief.soort, initiatief.id), gebruiker_id
    )
    return may_answer(
        open_tot=realisatie.open_tot,
        nu=clock.now(),
        is_gevraagd=asked,
        is_zegger=realisatie.fasestap.door_id == gebruiker_id,
    )


def list_open_bezwaren(gebied_ids: Collection[GebiedId]) -> Sequence[Kloptantwoord]:
    """Return who says that something in these gebieden is not done, longest waiting first."""
    return db.session.scalars(
        select(Kloptantwoord)
        .join(Kloptantwoord.realisatie)
        .join(Realisatie.initiatief)
        .where(
            Kloptantwoord.oordeel == Oordeel.OPEN,
            Initiatief.status == Status.GEPUBLICEERD,
            Initiatief.gebied_id.in_(sorted(gebied_ids)),
        )
        .order_by(Kloptantwoord.op, Kloptantwoord.id)
        .limit(MOST_BEZWAREN)
        .options(
            contains_eager(Kloptantwoord.realisatie).contains_eager(Realisatie.initiatief),
            joinedload(Kloptantwoord.gebruiker),
        )
    ).all()


def list_bezwaren(realisatie_id: RealisatieId) -> Sequence[Kloptantwoord]:
    """Return every no, oldest first: for the initiatiefnemers and the gebiedsverbinder."""
    return db.session.scalars(
        select(Kloptantwoord)
        .where(Kloptantwoord.realisatie_id == realisatie_id, Kloptantwoord.klopt.is_(False))
        .order_by(Kloptantwoord.id)
        .options(joinedload(Kloptantwoord.gebruiker))
    ).all()


def get_bezwaar(
    initiatief_id: InzendingId, antwoord_id: AntwoordId, *, lock: bool = False
) -> Kloptantwoord:
    """Return the no of someone about this initiatief, or raise."""
    statement = (
        select(Kloptantwoord)
        .join(Kloptantwoord.realisatie)
        .where(
            Kloptantwoord.id == antwoord_id,
            Kloptantwoord.klopt.is_(False),
            Realisatie.initiatief_id == initiatief_id,
        )
        .options(contains_eager(Kloptantwoord.realisatie), joinedload(Kloptantwoord.gebruiker))
    )
    if lock:
        statement = statement.with_for_update(of=Kloptantwoord).execution_options(
            populate_existing=True
        )
    found = db.session.scalar(statement)
    if found is None:
        raise NotFoundError
    return found


def list_antwoorden_van(gebruiker_id: GebruikerId) -> Sequence[Kloptantwoord]:
    """Return everything someone answered, with what it was about."""
    return db.session.scalars(
        select(Kloptantwoord)
        .where(Kloptantwoord.gebruiker_id == gebruiker_id)
        .order_by(Kloptantwoord.id)
        .options(joinedload(Kloptantwoord.realisatie).joinedload(Realisatie.initiatief))
    ).all()
