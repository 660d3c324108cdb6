"""Reading accounts."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, or_, select
from sqlalchemy.orm import joinedload, selectinload

from participatie.accounts.models import Gebruiker, Rolverlening
from participatie.accounts.types import GebruikerId, Rol
from participatie.core.db import db
from participatie.core.errors import NotFoundError
from participatie.core.mail import list_mail_to
from participatie.core.mail_sending import KEEP
from participatie.core.paging import PAGE_SIZE, Page
from participatie.gebieden.queries import keten_ids
from participatie.gebieden.types import GebiedId

ZOEK_MAX_LENGTH = 100


def find_by_session_id(session_id: str) -> Gebruiker | None:
    """Return the gebruiker of a session cookie, unless the zegel has changed since."""
    number, _, zegel = session_id.partition(":")
    if not number.isdecimal() or len(number) > len(str(2**31)):
        return None
    statement = (
        select(Gebruiker)
        .where(Gebruiker.id == int(number), Gebruiker.zegel == zegel)
        .options(joinedload(Gebruiker.rollen))
    )
    return db.session.scalars(statement).unique().one_or_none()


def find_by_email(email: str) -> Gebruiker | None:
    """Return the gebruiker with this address, however it is written."""
    return db.session.scalar(select(Gebruiker).where(Gebruiker.email == email.strip().lower()))


def find_id_by_email(email: str) -> GebruikerId | None:
    """Return who has this address, in the same time whether someone has it or not."""
    return db.session.scalar(select(Gebruiker.id).where(Gebruiker.email == email.strip().lower()))


def find_credentials(email: str) -> tuple[GebruikerId, str] | None:
    """Return who confirmed this address and the digest of the password, in the same time."""
    statement = select(Gebruiker.id, Gebruiker.wachtwoord_hash).where(
        Gebruiker.email == email.strip().lower(), Gebruiker.bevestigd_op.is_not(None)
    )
    row = db.session.execute(statement).one_or_none()
    return None if row is None else (row.id, row.wachtwoord_hash)


def get_gebruiker(gebruiker_id: GebruikerId) -> Gebruiker:
    """Return the gebruiker, or raise when there is none."""
    gebruiker = db.session.get(Gebruiker, gebruiker_id)
    if gebruiker is None:
        raise NotFoundError
    return gebruiker


def get_verlening(gebruiker: Gebruiker, verlening_id: int) -> Rolverlening:
    """Return a role of this gebruiker, or raise when it is of someone else or gone."""
    for verlening in gebruiker.rollen:
        if verlening.id == verlening_id:
            return verlening
    raise NotFoundError


def paginate_gebruikers(zoek: str, *, number: int) -> Page[Gebruiker]:
    """Return the people whose name or address contains a text, by name."""
    found = or_(
        Gebruiker.naam.icontains(zoek, autoescape=True),
        Gebruiker.email.icontains(zoek, autoescape=True),
    )
    total = db.session.scalar(select(func.count(Gebruiker.id)).where(found)) or 0
    last = max(1, -(-total // PAGE_SIZE))
    shown = min(max(number, 1), last)
    statement = (
        select(Gebruiker)
        .where(found)
        .options(selectinload(Gebruiker.rollen).joinedload(Rolverlening.gebied))
        .order_by(func.lower(Gebruiker.naam), Gebruiker.id)
        .limit(PAGE_SIZE)
        .offset((shown - 1) * PAGE_SIZE)
    )
    return Page(db.session.scalars(statement).all(), shown, total)


def list_moderators(gebied_id: GebiedId) -> Sequence[Gebruiker]:
    """Return who moderates in this gebied, by role in it or above it."""
    statement = (
        select(Gebruiker)
        .join(Gebruiker.rollen)
        .where(
            Rolverlening.rol == Rol.GEBIEDSVERBINDER,
            or_(
                Rolverlening.gebied_id.is_(None), Rolverlening.gebied_id.in_(keten_ids(gebied_id))
            ),
        )
        .distinct()
        .order_by(Gebruiker.id)
    )
    return db.session.scalars(statement).all()


def own_account(gebruiker_id: int) -> dict[str, object]:
    """Return everything this room keeps about someone, except secrets."""
    gebruiker = get_gebruiker(GebruikerId(gebruiker_id))
    return {
        "naam": gebruiker.naam,
        "email": gebruiker.email,
        "aangemaaktOp": gebruiker.aangemaakt_op.isoformat(),
        "extraControleSinds": _iso(gebruiker.totp_bevestigd_op),
        "rollen": [
            {
                "rol": verlening.rol.value,
                "gebied": verlening.gebied.naam if verlening.gebied else None,
                "sinds": verlening.verleend_op.isoformat(),
            }
            for verlening in gebruiker.rollen
        ],
    }


def own_mails(gebruiker_id: int) -> list[dict[str, object]]:
    """Return which mails to someone are still kept and until when, without their text."""
    gebruiker = get_gebruiker(GebruikerId(gebruiker_id))
    return [
        {
            "onderwerp": mail.onderwerp,
            "gemaaktOp": mail.aangemaakt_op.isoformat(),
            "verzondenOp": _iso(mail.verzonden_op),
            "gewistOp": (mail.aangemaakt_op + KEEP).isoformat() if mail.verzonden_op else None,
        }
        for mail in list_mail_to(gebruiker.email)
    ]


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
