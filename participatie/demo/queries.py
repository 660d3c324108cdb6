"""Reading the state of the demo city."""

from collections.abc import Sequence

import pyotp
from sqlalchemy import func, select
from sqlalchemy.orm import joinedload, selectinload

from participatie.accounts.models import Gebruiker, Rolverlening
from participatie.core import clock
from participatie.core.db import db
from participatie.demo.rules import DEMO_DOMEIN
from participatie.demo.types import Toegang
from participatie.gebieden.models import Gebied


def is_empty() -> bool:
    """Tell whether nobody and nothing is here yet."""
    return not any(
        db.session.scalar(select(func.count()).select_from(table)) for table in (Gebied, Gebruiker)
    )


def list_toegang() -> Sequence[Toegang]:
    """Return who a visitor of the demo can be, with the code of this moment, officials first."""
    statement = (
        select(Gebruiker)
        .where(Gebruiker.email.endswith(DEMO_DOMEIN))
        .options(selectinload(Gebruiker.rollen).options(joinedload(Rolverlening.gebied)))
        .order_by(Gebruiker.totp_geheim.is_(None), Gebruiker.id)
    )
    return [_toegang(gebruiker) for gebruiker in db.session.scalars(statement)]


def _toegang(gebruiker: Gebruiker) -> Toegang:
    rollen = [
        f"{verlening.rol} {verlening.gebied.naam if verlening.gebied else 'hele stad'}"
        for verlening in gebruiker.rollen
    ]
    geheim = gebruiker.totp_geheim
    code = pyotp.TOTP(geheim).at(clock.now()) if geheim else None
    return Toegang(gebruiker.naam, gebruiker.email, ", ".join(rollen) or "bewoner", code)
