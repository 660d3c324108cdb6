"""Giving and taking roles."""

from sqlalchemy import select

from participatie.accounts.errors import LaatsteBeheerderError, RolAlVerleendError
from participatie.accounts.events import RolIngetrokken, RolVerleend
from participatie.accounts.models import Gebruiker, Rolverlening
from participatie.accounts.services_publish import publish_about
from participatie.accounts.types import GebruikerId, Rol
from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import InvalidInputError
from participatie.core.mail import queue_mail
from participatie.gebieden.models import Gebied


def give_rol(
    gebruiker: Gebruiker, *, rol: Rol, gebied: Gebied | None, door_id: GebruikerId | None
) -> Rolverlening:
    """Give someone a role in a gebied, or without gebied in the whole city."""
    if rol is Rol.BEHEERDER and gebied is not None:
        raise InvalidInputError("Een beheerder is er voor de hele stad.", field="gebied")
    gebied_id = gebied.id if gebied is not None else None
    if any(held.rol is rol and held.gebied_id == gebied_id for held in gebruiker.rollen):
        raise RolAlVerleendError(field="rol")
    moment = clock.now()
    verlening = Rolverlening(rol=rol, gebied=gebied, verleend_op=moment, verleend_door_id=door_id)
    gebruiker.rollen.append(verlening)
    queue_mail(
        to=gebruiker.email,
        template="accounts/mail/rol_verleend.txt",
        naam=gebruiker.naam,
        rol=rol,
        gebied=gebied,
        staff=gebruiker.is_staff,
    )
    publish_about(RolVerleend, gebruiker.id, door_id=door_id, rol=rol.value, gebied_id=gebied_id)
    return verlening


def take_rol(verlening: Rolverlening, *, door_id: GebruikerId | None) -> None:
    """Take a role from someone, unless nobody could ever give a role again."""
    if verlening.rol is Rol.BEHEERDER:
        check_not_last_beheerder()
    gebruiker = verlening.gebruiker
    gebruiker.rollen.remove(verlening)
    queue_mail(
        to=gebruiker.email,
        template="accounts/mail/rol_ingetrokken.txt",
        naam=gebruiker.naam,
        rol=verlening.rol,
        gebied=verlening.gebied,
    )
    publish_about(
        RolIngetrokken,
        gebruiker.id,
        door_id=door_id,
        rol=verlening.rol.value,
        gebied_id=verlening.gebied_id,
    )


def check_not_last_beheerder() -> None:
    """Raise when there is only one beheerder; two who leave at once wait for each other."""
    statement = select(Rolverlening.id).where(Rolverlening.rol == Rol.BEHEERDER).with_for_update()
    if len(db.session.scalars(statement).all()) <= 1:
        raise LaatsteBeheerderError
