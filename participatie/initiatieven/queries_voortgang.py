"""Reading how far an initiatief is, who does it, and what was told about it."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload, selectinload

from participatie.accounts.types import GebruikerId
from participatie.core.db import db
from participatie.core.errors import NotAllowedError, NotFoundError
from participatie.core.permissions import Permission
from participatie.initiatieven.errors_voortgang import NietOpDeSiteError
from participatie.initiatieven.models import Initiatief
from participatie.initiatieven.models_voortgang import (
    Fasestap,
    Initiatiefupdate,
    Medeinitiatiefnemer,
    Updatefoto,
)
from participatie.initiatieven.types_voortgang import Betrokkene, Hoedanigheid, UpdateId
from participatie.inzendingen.queries import may_see
from participatie.inzendingen.types import InzendingId, Kijker, Status

MOST_LINES = 500


def get_gepubliceerd(
    initiatief_id: InzendingId, kijker: Kijker | None, *, lock: bool = False
) -> Initiatief:
    """Return a published initiatief; what this person may see but is not published is refused.

    With `lock` others wait until we are done.
    """
    statement = select(Initiatief).where(Initiatief.id == initiatief_id)
    if lock:
        statement = statement.with_for_update(of=Initiatief).execution_options(
            populate_existing=True
        )
    found = db.session.scalar(statement)
    if found is None or not may_see(found, kijker):
        raise NotFoundError
    if found.status is not Status.GEPUBLICEERD:
        raise NietOpDeSiteError
    return found


def is_initiatiefnemer(initiatief: Initiatief, gebruiker_id: GebruikerId) -> bool:
    """Tell whether someone sent it in, or does it together with who did."""
    return (
        initiatief.indiener_id == gebruiker_id
        or find_mede(initiatief.id, gebruiker_id) is not None
    )


def find_mede(initiatief_id: InzendingId, gebruiker_id: GebruikerId) -> Medeinitiatiefnemer | None:
    """Return since when someone does it together with the sender, if so."""
    return db.session.scalar(
        select(Medeinitiatiefnemer).where(
            Medeinitiatiefnemer.initiatief_id == initiatief_id,
            Medeinitiatiefnemer.gebruiker_id == gebruiker_id,
        )
    )


def find_betrokkene(initiatief: Initiatief, kijker: Kijker | None) -> Betrokkene | None:
    """Return as what someone acts on it; who does it himself is no official in it."""
    if kijker is None:
        return None
    if is_initiatiefnemer(initiatief, kijker.id):
        return Betrokkene(kijker.id, Hoedanigheid.INITIATIEFNEMER)
    if kijker.may(Permission.INZENDING_MODEREREN, initiatief.gebied_id):
        return Betrokkene(kijker.id, Hoedanigheid.GEBIEDSVERBINDER)
    return None


def get_betrokkene(initiatief: Initiatief, kijker: Kijker) -> Betrokkene:
    """Return as what someone acts on it, or raise when he has no part in it."""
    found = find_betrokkene(initiatief, kijker)
    if found is None:
        raise NotAllowedError
    return found


def list_mede(initiatief_id: InzendingId) -> Sequence[Medeinitiatiefnemer]:
    """Return who does it together with the sender, longest first."""
    return db.session.scalars(
        select(Medeinitiatiefnemer)
        .where(Medeinitiatiefnemer.initiatief_id == initiatief_id)
        .order_by(Medeinitiatiefnemer.id)
        .options(joinedload(Medeinitiatiefnemer.gebruiker))
    ).all()


def list_fasestappen(initiatief_id: InzendingId) -> Sequence[Fasestap]:
    """Return the steps it took, oldest first."""
    return db.session.scalars(
        select(Fasestap)
        .where(Fasestap.initiatief_id == initiatief_id)
        .order_by(Fasestap.id)
        .options(joinedload(Fasestap.door))
    ).all()


def find_last_stap(initiatief_id: InzendingId) -> Fasestap | None:
    """Return the step that brought it where it is, if it took one."""
    return db.session.scalar(
        select(Fasestap)
        .where(Fasestap.initiatief_id == initiatief_id)
        .order_by(Fasestap.id.desc())
        .limit(1)
    )


def list_updates(
    initiatief_id: InzendingId, *, most: int = MOST_LINES
) -> Sequence[Initiatiefupdate]:
    """Return what was told about it, newest first, with the photos."""
    return db.session.scalars(
        select(Initiatiefupdate)
        .where(Initiatiefupdate.initiatief_id == initiatief_id)
        .order_by(Initiatiefupdate.id.desc())
        .limit(most)
        .options(
            joinedload(Initiatiefupdate.door),
            selectinload(Initiatiefupdate.fotos).joinedload(Updatefoto.foto),
        )
    ).all()


def count_updates(initiatief_id: InzendingId) -> int:
    """Return how often something was told about it."""
    return (
        db.session.scalar(
            select(func.count(Initiatiefupdate.id)).where(
                Initiatiefupdate.initiatief_id == initiatief_id
            )
        )
        or 0
    )


def find_update_by_sleutel(sleutel: str) -> Initiatiefupdate | None:
    """Return the update that came from this form, if it was sent before."""
    return db.session.scalar(select(Initiatiefupdate).where(Initiatiefupdate.sleutel == sleutel))


def get_update(initiatief_id: InzendingId, update_id: UpdateId) -> Initiatiefupdate:
    """Return an update of this initiatief, or raise."""
    found = db.session.scalar(
        select(Initiatiefupdate)
        .where(Initiatiefupdate.id == update_id, Initiatiefupdate.initiatief_id == initiatief_id)
        .options(selectinload(Initiatiefupdate.fotos).joinedload(Updatefoto.foto))
    )
    if found is None:
        raise NotFoundError
    return found
