"""Reading organisaties and their people."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import selectinload

from participatie.accounts.models import Gebruiker
from participatie.accounts.types import GebruikerId
from participatie.core.db import db
from participatie.core.errors import NotFoundError
from participatie.organisaties.errors import GeenLidError
from participatie.organisaties.models import Organisatie, organisatie_leden
from participatie.organisaties.rules import SLUG_MAX_LENGTH
from participatie.organisaties.types import OrganisatieId


def list_organisaties() -> Sequence[Organisatie]:
    """Return all of them by name."""
    statement = select(Organisatie).order_by(func.lower(Organisatie.naam), Organisatie.id)
    return db.session.scalars(statement).all()


def list_slugs() -> frozenset[str]:
    """Return the addresses that are taken."""
    return frozenset(db.session.scalars(select(Organisatie.slug)))


def get_organisatie(slug: str, *, with_leden: bool = False) -> Organisatie:
    """Return the organisatie with this address, or raise; the address may be anything."""
    plain = slug if len(slug) <= SLUG_MAX_LENGTH and slug.isascii() and slug.isprintable() else ""
    statement = select(Organisatie).where(Organisatie.slug == plain)
    if with_leden:
        statement = statement.options(selectinload(Organisatie.leden))
    organisatie = db.session.scalars(statement).one_or_none()
    if organisatie is None:
        raise NotFoundError("Deze organisatie bestaat niet.")
    return organisatie


def list_own(gebruiker_id: GebruikerId) -> Sequence[Organisatie]:
    """Return the organisaties someone belongs to, by name."""
    statement = (
        select(Organisatie)
        .join(organisatie_leden, organisatie_leden.c.organisatie_id == Organisatie.id)
        .where(organisatie_leden.c.gebruiker_id == gebruiker_id)
        .order_by(func.lower(Organisatie.naam), Organisatie.id)
    )
    return db.session.scalars(statement).all()


def is_lid(organisatie_id: OrganisatieId, gebruiker_id: GebruikerId) -> bool:
    """Tell whether someone belongs to this organisatie."""
    statement = select(organisatie_leden.c.gebruiker_id).where(
        organisatie_leden.c.organisatie_id == organisatie_id,
        organisatie_leden.c.gebruiker_id == gebruiker_id,
    )
    return db.session.execute(statement).one_or_none() is not None


def check_lid(organisatie_id: OrganisatieId, gebruiker_id: GebruikerId) -> None:
    """Raise unless someone belongs to this organisatie."""
    if not is_lid(organisatie_id, gebruiker_id):
        raise GeenLidError


def list_leden(organisatie_id: OrganisatieId) -> Sequence[Gebruiker]:
    """Return who belongs to it, by name."""
    statement = (
        select(Gebruiker)
        .join(organisatie_leden, organisatie_leden.c.gebruiker_id == Gebruiker.id)
        .where(organisatie_leden.c.organisatie_id == organisatie_id)
        .order_by(func.lower(Gebruiker.naam), Gebruiker.id)
    )
    return db.session.scalars(statement).all()


def own_organisaties(gebruiker_id: int) -> list[dict[str, object]]:
    """Return which organisaties someone belongs to, as values that can be written as JSON."""
    return [{"naam": found.naam} for found in list_own(GebruikerId(gebruiker_id))]
