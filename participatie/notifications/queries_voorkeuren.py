"""Reading what someone wants to be told, and how often."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import and_, func, select

from participatie.accounts.types import GebruikerId
from participatie.core.db import db
from participatie.core.errors import NotFoundError
from participatie.core.onderwerpen import Onderwerp
from participatie.core.paging import Page
from participatie.discussion.models import Volging
from participatie.notifications.models_voorkeuren import (
    Berichtvoorkeur,
    Volgvoorkeur,
    Zoekopdracht,
)
from participatie.notifications.queries_onderwerpen import find_kort
from participatie.notifications.rules_berichten import EIGEN, STANDAARD, read_via, via_volging
from participatie.notifications.types import Frequentie, Kort

GEVOLGD_PER_PAGE = 50


@dataclass(frozen=True)
class Gevolgd:
    """Something someone follows; without `kort` it is not on the site any longer."""

    via: str
    soort: str
    kort: Kort | None
    frequentie: Frequentie | None


def find_standaard(gebruiker_id: GebruikerId) -> Frequentie:
    """Return how often someone is mailed where he chose nothing else."""
    found = db.session.get(Berichtvoorkeur, gebruiker_id)
    return found.standaard if found is not None else STANDAARD


def find_frequentie(gebruiker_id: GebruikerId, via: str) -> Frequentie | None:
    """Return how often someone is mailed about one subscription; None when he has it not."""
    zoekopdracht_id, onderwerp = read_via(via)
    if zoekopdracht_id is not None:
        zoekopdracht = find_zoekopdracht(gebruiker_id, zoekopdracht_id)
        if zoekopdracht is None:
            return None
        return zoekopdracht.frequentie or find_standaard(gebruiker_id)
    if onderwerp is None or not (via == EIGEN or _follows(gebruiker_id, onderwerp)):
        return None
    key = (gebruiker_id, onderwerp.soort, onderwerp.id)
    chosen = db.session.get(Volgvoorkeur, key)
    return chosen.frequentie if chosen is not None else find_standaard(gebruiker_id)


def find_eigen(gebruiker_id: GebruikerId) -> Frequentie | None:
    """Return what someone chose about what he sent in himself."""
    found = db.session.get(Volgvoorkeur, (gebruiker_id, EIGEN, 0))
    return found.frequentie if found is not None else None


def find_zoekopdracht(gebruiker_id: GebruikerId, zoekopdracht_id: int) -> Zoekopdracht | None:
    """Return a saved search of this person."""
    return db.session.scalar(
        select(Zoekopdracht).where(
            Zoekopdracht.id == zoekopdracht_id, Zoekopdracht.gebruiker_id == gebruiker_id
        )
    )


def get_zoekopdracht(gebruiker_id: GebruikerId, zoekopdracht_id: int) -> Zoekopdracht:
    """Return a saved search of this person, or raise."""
    found = find_zoekopdracht(gebruiker_id, zoekopdracht_id)
    if found is None:
        raise NotFoundError("Deze zoekopdracht bestaat niet meer.")
    return found


def list_zoekopdrachten(gebruiker_id: GebruikerId) -> Sequence[Zoekopdracht]:
    """Return the saved searches and neighbourhoods of someone, oldest first."""
    return db.session.scalars(
        select(Zoekopdracht)
        .where(Zoekopdracht.gebruiker_id == gebruiker_id)
        .order_by(Zoekopdracht.id)
    ).all()


def paginate_gevolgd(gebruiker_id: GebruikerId, number: int) -> Page[Gevolgd]:
    """Return a page of what someone follows, gebieden first, then the newest."""
    mine = Volging.gebruiker_id == gebruiker_id
    total = db.session.scalar(select(func.count(Volging.id)).where(mine)) or 0
    number = min(max(number, 1), max(1, -(-total // GEVOLGD_PER_PAGE)))
    rows = db.session.execute(
        select(Volging.onderwerp_soort, Volging.onderwerp_id, Volgvoorkeur.frequentie)
        .outerjoin(
            Volgvoorkeur,
            and_(
                Volgvoorkeur.gebruiker_id == Volging.gebruiker_id,
                Volgvoorkeur.onderwerp_soort == Volging.onderwerp_soort,
                Volgvoorkeur.onderwerp_id == Volging.onderwerp_id,
            ),
        )
        .where(mine)
        .order_by((Volging.onderwerp_soort == "gebied").desc(), Volging.id.desc())
        .limit(GEVOLGD_PER_PAGE)
        .offset((number - 1) * GEVOLGD_PER_PAGE)
    ).all()
    things = [Onderwerp(row.onderwerp_soort, row.onderwerp_id) for row in rows]
    known = find_kort(things)
    items = [
        Gevolgd(via_volging(thing), thing.soort, known.get(thing), row.frequentie)
        for thing, row in zip(things, rows, strict=True)
    ]
    return Page(items, number, total, GEVOLGD_PER_PAGE)


def _follows(gebruiker_id: GebruikerId, onderwerp: Onderwerp) -> bool:
    return bool(
        db.session.scalar(
            select(Volging.id).where(
                Volging.gebruiker_id == gebruiker_id,
                Volging.onderwerp_soort == onderwerp.soort,
                Volging.onderwerp_id == onderwerp.id,
            )
        )
    )
