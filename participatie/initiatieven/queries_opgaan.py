"""Reading which initiatief goes into which."""

from collections.abc import Sequence

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload

from participatie.accounts.types import GebruikerId
from participatie.core.db import db
from participatie.core.errors import NotFoundError
from participatie.core.onderwerpen import Onderwerp
from participatie.discussion.queries import is_steuner, is_volger
from participatie.initiatieven.models import Initiatief
from participatie.initiatieven.models_opgaan import Samenvoeging
from participatie.initiatieven.types_opgaan import SamenvoegingId, SamenvoegingStatus
from participatie.inzendingen.queries_vergelijkbaar import list_vergelijkbare
from participatie.inzendingen.types import InzendingId, Status
from participatie.zoeken.queries import list_similar

MOST_KEUZES = 8
OPEN = (SamenvoegingStatus.VOORGESTELD, SamenvoegingStatus.AKKOORD)


def find_samenvoeging(later_id: InzendingId) -> Samenvoeging | None:
    """Return the proposal about this initiatief that waits for an answer or stands."""
    return db.session.scalar(
        select(Samenvoeging)
        .where(Samenvoeging.later_id == later_id, Samenvoeging.status.in_(OPEN))
        .options(
            joinedload(Samenvoeging.eerder),
            joinedload(Samenvoeging.later),
            joinedload(Samenvoeging.voorgesteld_door),
        )
    )


def get_samenvoeging(
    later_id: InzendingId, samenvoeging_id: SamenvoegingId, *, lock: bool = False
) -> Samenvoeging:
    """Return a proposal about this initiatief, or raise; with `lock` others wait."""
    statement = (
        select(Samenvoeging)
        .where(Samenvoeging.id == samenvoeging_id, Samenvoeging.later_id == later_id)
        .options(joinedload(Samenvoeging.eerder), joinedload(Samenvoeging.later))
    )
    if lock:
        statement = statement.with_for_update(of=Samenvoeging).execution_options(
            populate_existing=True
        )
    found = db.session.scalar(statement)
    if found is None:
        raise NotFoundError
    return found


def list_samenvoegingen(initiatief_id: InzendingId) -> Sequence[Samenvoeging]:
    """Return what went into this one or where it went, also what was undone; oldest first."""
    return db.session.scalars(
        select(Samenvoeging)
        .where(
            or_(Samenvoeging.later_id == initiatief_id, Samenvoeging.eerder_id == initiatief_id),
            Samenvoeging.status.in_(
                (SamenvoegingStatus.AKKOORD, SamenvoegingStatus.TERUGGEDRAAID)
            ),
        )
        .order_by(Samenvoeging.id)
        .options(joinedload(Samenvoeging.eerder), joinedload(Samenvoeging.later))
    ).all()


def list_opgegane(eerder_id: InzendingId) -> Sequence[Initiatief]:
    """Return the initiatieven that went into this one and are still to be read."""
    return db.session.scalars(
        select(Initiatief)
        .where(Initiatief.opgegaan_in_id == eerder_id, Initiatief.status == Status.GEPUBLICEERD)
        .order_by(Initiatief.id)
    ).all()


def list_lijkende(initiatief: Initiatief) -> Sequence[Initiatief]:
    """Return published initiatieven that may be about the same, those most alike first."""
    here = [one.id for one in list_vergelijkbare(initiatief, MOST_KEUZES)]
    tekst = f"{initiatief.titel} {initiatief.toelichting}"
    worded = list_similar(
        tekst, initiatief.soort, MOST_KEUZES, behalve=frozenset({initiatief.id, *here})
    )
    alike = [*here, *(one.onderwerp_id for one in worded)][: 2 * MOST_KEUZES]
    found = db.session.scalars(
        select(Initiatief)
        .where(Initiatief.id.in_(alike), Initiatief.opgegaan_in_id.is_(None))
        .options(joinedload(Initiatief.gebied))
    ).all()
    return sorted(found, key=lambda one: alike.index(one.id))


def find_by_kenmerk(kenmerk: str) -> Initiatief | None:
    """Return the published initiatief with this number."""
    return db.session.scalar(
        select(Initiatief).where(
            Initiatief.kenmerk == kenmerk.strip(), Initiatief.status == Status.GEPUBLICEERD
        )
    )


def may_move(initiatief: Initiatief, gebruiker_id: GebruikerId) -> bool:
    """Tell whether someone follows or supports what went into another, and not yet the other."""
    if initiatief.opgegaan_in_id is None:
        return False
    van = Onderwerp(initiatief.soort, initiatief.id)
    naar = Onderwerp(initiatief.soort, initiatief.opgegaan_in_id)
    if is_volger(van, gebruiker_id) and not is_volger(naar, gebruiker_id):
        return True
    return is_steuner(van, gebruiker_id) and not is_steuner(naar, gebruiker_id)
