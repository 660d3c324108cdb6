"""Reading berichten."""

from dataclasses import dataclass

from sqlalchemy import func, select

from participatie.accounts.types import GebruikerId
from participatie.core.db import db
from participatie.core.onderwerpen import Onderwerp
from participatie.core.paging import PAGE_SIZE, Page
from participatie.notifications.models import Bericht
from participatie.notifications.models_voorkeuren import Volgvoorkeur
from participatie.notifications.queries_onderwerpen import find_kort
from participatie.notifications.queries_voorkeuren import find_standaard, list_zoekopdrachten

MOST_COUNTED = 100


def count_ongelezen(gebruiker_id: int) -> int:
    """Return how many berichten someone did not read, and no more than needed to say "many"."""
    unread = (
        select(Bericht.id)
        .where(Bericht.gebruiker_id == gebruiker_id, Bericht.gelezen_op.is_(None))
        .limit(MOST_COUNTED)
        .subquery()
    )
    return db.session.scalar(select(func.count()).select_from(unread)) or 0


@dataclass(frozen=True)
class Getoond:
    """A bericht on the page; what is no longer public is only known to have been there."""

    bericht: Bericht
    is_zichtbaar: bool


def paginate_berichten(gebruiker_id: GebruikerId, number: int) -> Page[Getoond]:
    """Return a page of what someone was told, newest first."""
    mine = Bericht.gebruiker_id == gebruiker_id
    total = db.session.scalar(select(func.count(Bericht.id)).where(mine)) or 0
    number = min(max(number, 1), max(1, -(-total // PAGE_SIZE)))
    rows = db.session.scalars(
        select(Bericht)
        .where(mine)
        .order_by(Bericht.op.desc(), Bericht.id.desc())
        .limit(PAGE_SIZE)
        .offset((number - 1) * PAGE_SIZE)
    ).all()
    known = find_kort(Onderwerp(one.onderwerp_soort, one.onderwerp_id) for one in rows)
    items = [
        Getoond(one, one.persoonlijk or Onderwerp(one.onderwerp_soort, one.onderwerp_id) in known)
        for one in rows
    ]
    return Page(items, number, total)


def own_berichten(gebruiker_id: int) -> dict[str, object]:
    """Return what this room keeps about someone, for the download of his own data."""
    person = GebruikerId(gebruiker_id)
    return {
        "standaard": find_standaard(person).value,
        "keuzes": [
            {
                "onderwerp": f"{one.onderwerp_soort}:{one.onderwerp_id}",
                "hoeVaak": one.frequentie.value,
            }
            for one in db.session.scalars(
                select(Volgvoorkeur)
                .where(Volgvoorkeur.gebruiker_id == gebruiker_id)
                .order_by(Volgvoorkeur.onderwerp_soort, Volgvoorkeur.onderwerp_id)
            )
        ],
        "zoekopdrachten": [
            {
                "naam": one.naam,
                "zoektOp": one.pad,
                "midden": [one.lon, one.lat] if one.straal_m else None,
                "straalInMeter": one.straal_m,
                "hoeVaak": one.frequentie.value if one.frequentie else None,
                "sinds": one.aangemaakt_op.isoformat(),
            }
            for one in list_zoekopdrachten(person)
        ],
        "berichten": [
            {
                "titel": one.titel,
                "zin": one.zin,
                "op": one.op.isoformat(),
                "gelezenOp": one.gelezen_op.isoformat() if one.gelezen_op else None,
                "gemaildOp": one.verstuurd_op.isoformat() if one.verstuurd_op else None,
            }
            for one in db.session.scalars(
                select(Bericht).where(Bericht.gebruiker_id == gebruiker_id).order_by(Bericht.id)
            )
        ],
    }
