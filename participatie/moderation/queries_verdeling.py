"""Reading who handles what, the departments, and the rules."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from participatie.accounts.models import Gebruiker, Rolverlening
from participatie.accounts.types import GebruikerId, Rol
from participatie.core.db import db
from participatie.core.errors import NotFoundError
from participatie.core.permissions import Permission
from participatie.gebieden.types import GebiedId
from participatie.inzendingen.types import InzendingId
from participatie.moderation.models_werk import Achterafgebied, Afdeling, Toewijzing, Verdeelregel


def find_toewijzing(inzending_id: InzendingId) -> Toewijzing | None:
    """Return who handles it now, if anyone in particular."""
    statement = (
        select(Toewijzing)
        .where(Toewijzing.inzending_id == inzending_id, Toewijzing.tot.is_(None))
        .options(
            joinedload(Toewijzing.gebruiker),
            joinedload(Toewijzing.afdeling),
            joinedload(Toewijzing.door),
        )
    )
    return db.session.scalars(statement).one_or_none()


def find_toewijzing_before(toewijzing: Toewijzing) -> Toewijzing | None:
    """Return who handled it until this one began."""
    statement = (
        select(Toewijzing)
        .where(
            Toewijzing.inzending_id == toewijzing.inzending_id,
            Toewijzing.id < toewijzing.id,
            Toewijzing.tot == toewijzing.op,
        )
        .order_by(Toewijzing.id.desc())
        .limit(1)
    )
    return db.session.scalars(statement).first()


def names_of_handlers(inzending_ids: Iterable[InzendingId]) -> Mapping[InzendingId, str]:
    """Return for the rows of a page who handles each."""
    statement = (
        select(Toewijzing.inzending_id, Gebruiker.naam, Afdeling.naam)
        .outerjoin(Gebruiker, Toewijzing.gebruiker_id == Gebruiker.id)
        .outerjoin(Afdeling, Toewijzing.afdeling_id == Afdeling.id)
        .where(Toewijzing.inzending_id.in_(list(inzending_ids)), Toewijzing.tot.is_(None))
    )
    return {row[0]: row[1] or row[2] for row in db.session.execute(statement)}


def list_regels() -> Sequence[Verdeelregel]:
    """Return every rule, in the order in which they were made."""
    statement = select(Verdeelregel).order_by(Verdeelregel.id)
    return db.session.scalars(
        statement.options(
            joinedload(Verdeelregel.gebied),
            joinedload(Verdeelregel.gebruiker),
            joinedload(Verdeelregel.afdeling),
        )
    ).all()


def list_afdelingen(*, only_active: bool = True) -> Sequence[Afdeling]:
    """Return the departments by name."""
    statement = select(Afdeling).order_by(Afdeling.naam)
    if only_active:
        statement = statement.where(Afdeling.is_actief)
    return db.session.scalars(statement).all()


def get_afdeling(afdeling_id: int) -> Afdeling:
    """Return a department, or raise."""
    found = db.session.get(Afdeling, afdeling_id)
    if found is None:
        raise NotFoundError
    return found


def list_collegas(gebied_id: GebiedId | None) -> Sequence[Gebruiker]:
    """Return who moderates here, by name; without a gebied everyone who does anywhere."""
    statement = (
        select(Gebruiker)
        .where(Gebruiker.rollen.any(Rolverlening.rol == Rol.GEBIEDSVERBINDER))
        .order_by(Gebruiker.naam, Gebruiker.id)
    )
    return [
        gebruiker
        for gebruiker in db.session.scalars(statement)
        if gebied_id is None
        or any(one.gives(Permission.INZENDING_MODEREREN, gebied_id) for one in gebruiker.rollen)
    ]


def find_handler(choice: str, gebied_id: GebiedId | None) -> Gebruiker | Afdeling | None:
    """Return who was chosen from the list: `a-` with a department, `g-` with a colleague."""
    kind, _, number = choice.partition("-")
    if not (number.isascii() and number.isdecimal()) or len(number) > len(str(2**31 - 1)):
        return None
    if kind == "a":
        return next((one for one in list_afdelingen() if one.id == int(number)), None)
    if kind == "g":
        wanted = GebruikerId(int(number))
        return next((one for one in list_collegas(gebied_id) if one.id == wanted), None)
    return None


def list_achteraf() -> frozenset[GebiedId]:
    """Return the gebieden in which the gemeente looks afterwards."""
    return frozenset(db.session.scalars(select(Achterafgebied.gebied_id)))
