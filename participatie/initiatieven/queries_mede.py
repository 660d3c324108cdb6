"""Reading invitations to become an initiatiefnemer too."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from participatie.accounts.types import GebruikerId
from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import NotFoundError
from participatie.initiatieven.errors_voortgang import UitnodigingVerlopenError
from participatie.initiatieven.models import Initiatief
from participatie.initiatieven.models_voortgang import Medeinitiatiefnemer, Uitnodiging
from participatie.initiatieven.types_voortgang import MedeId, UitnodigingId
from participatie.inzendingen.types import InzendingId, Status


def get_uitnodiging(digest: str) -> Uitnodiging:
    """Return the invitation of a link while it can be answered, or raise."""
    found = db.session.scalar(
        select(Uitnodiging)
        .join(Uitnodiging.initiatief)
        .where(
            Uitnodiging.digest == digest,
            Uitnodiging.verloopt_op > clock.now(),
            Initiatief.status == Status.GEPUBLICEERD,
        )
        .options(joinedload(Uitnodiging.initiatief), joinedload(Uitnodiging.door))
    )
    if found is None:
        raise UitnodigingVerlopenError
    return found


def find_uitnodiging_by_sleutel(sleutel: str) -> Uitnodiging | None:
    """Return the invitation that came from this form, if it was sent before."""
    return db.session.scalar(select(Uitnodiging).where(Uitnodiging.sleutel == sleutel))


def list_uitnodigingen(initiatief_id: InzendingId) -> Sequence[Uitnodiging]:
    """Return the invitations that wait for an answer, oldest first."""
    return db.session.scalars(
        select(Uitnodiging)
        .where(Uitnodiging.initiatief_id == initiatief_id, Uitnodiging.verloopt_op > clock.now())
        .order_by(Uitnodiging.id)
    ).all()


def get_open_uitnodiging(initiatief_id: InzendingId, uitnodiging_id: UitnodigingId) -> Uitnodiging:
    """Return an invitation of this initiatief that was not answered, or raise."""
    found = db.session.get(Uitnodiging, uitnodiging_id)
    if found is None or found.initiatief_id != initiatief_id:
        raise NotFoundError
    return found


def get_mede(initiatief_id: InzendingId, mede_id: MedeId) -> Medeinitiatiefnemer:
    """Return someone who does this initiatief too, or raise."""
    found = db.session.get(Medeinitiatiefnemer, mede_id)
    if found is None or found.initiatief_id != initiatief_id:
        raise NotFoundError
    return found


def count_plaatsen(initiatief_id: InzendingId) -> int:
    """Return how many are initiatiefnemer too, or invited to be."""
    mede = select(func.count(Medeinitiatiefnemer.id)).where(
        Medeinitiatiefnemer.initiatief_id == initiatief_id
    )
    return (db.session.scalar(mede) or 0) + len(list_uitnodigingen(initiatief_id))


def list_mede_van(gebruiker_id: GebruikerId) -> Sequence[Medeinitiatiefnemer]:
    """Return what someone is initiatiefnemer of together with others, newest first."""
    return db.session.scalars(
        select(Medeinitiatiefnemer)
        .where(Medeinitiatiefnemer.gebruiker_id == gebruiker_id)
        .order_by(Medeinitiatiefnemer.id.desc())
        .options(joinedload(Medeinitiatiefnemer.initiatief))
    ).all()
