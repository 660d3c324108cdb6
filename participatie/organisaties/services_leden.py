"""Who keeps the items of an organisatie. Whoever does, has the role of partner."""

from sqlalchemy import delete

from participatie.accounts.events import AccountVerwijderd, RolIngetrokken
from participatie.accounts.models import Gebruiker
from participatie.accounts.queries import find_by_email, get_gebruiker
from participatie.accounts.services_rollen import give_rol, take_rol
from participatie.accounts.types import GebruikerId, Rol
from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import NotFoundError
from participatie.core.events import Event, publish
from participatie.core.onderwerpen import Onderwerp
from participatie.organisaties.errors import AlLidError, GeenAccountError
from participatie.organisaties.events import LidToegevoegd, LidVerwijderd
from participatie.organisaties.models import Organisatie, organisatie_leden
from participatie.organisaties.queries import is_lid, list_own
from participatie.organisaties.types import OrganisatieId


def add_lid(organisatie: Organisatie, *, email: str, door_id: GebruikerId | None) -> Gebruiker:
    """Let the person with this address keep the items of an organisatie, as a partner."""
    gebruiker = find_by_email(email)
    if gebruiker is None or gebruiker.bevestigd_op is None:
        raise GeenAccountError
    if is_lid(organisatie.id, gebruiker.id):
        raise AlLidError
    organisatie.leden.append(gebruiker)
    if not any(verlening.rol is Rol.PARTNER for verlening in gebruiker.rollen):
        give_rol(gebruiker, rol=Rol.PARTNER, gebied=None, door_id=door_id)
    _publish(LidToegevoegd, organisatie.id, gebruiker.id, door_id)
    return gebruiker


def remove_lid(organisatie: Organisatie, *, gebruiker_id: int, door_id: GebruikerId) -> None:
    """Let someone go; who belongs to no organisatie any more is no partner."""
    gebruiker = next((lid for lid in organisatie.leden if lid.id == gebruiker_id), None)
    if gebruiker is None:
        raise NotFoundError("Deze persoon hoort niet meer bij deze organisatie.")
    organisatie.leden.remove(gebruiker)
    _publish(LidVerwijderd, organisatie.id, gebruiker.id, door_id)
    if list_own(gebruiker.id):
        return
    for verlening in [held for held in gebruiker.rollen if held.rol is Rol.PARTNER]:
        take_rol(verlening, door_id=door_id)


def leave_with_account(event: AccountVerwijderd) -> None:
    """Forget to which organisaties someone belonged who deleted the account."""
    _leave_all(GebruikerId(event.onderwerp.id), event.actor_id)


def leave_with_rol(event: RolIngetrokken) -> None:
    """Let someone go who is no partner any more."""
    gebruiker = get_gebruiker(GebruikerId(event.onderwerp.id))
    still_partner = any(verlening.rol is Rol.PARTNER for verlening in gebruiker.rollen)
    if event.rol == Rol.PARTNER and not still_partner:
        _leave_all(gebruiker.id, event.actor_id)


def _leave_all(gebruiker_id: GebruikerId, door_id: int | None) -> None:
    own = list_own(gebruiker_id)
    if not own:
        return
    db.session.execute(
        delete(organisatie_leden).where(organisatie_leden.c.gebruiker_id == gebruiker_id)
    )
    for organisatie in own:
        db.session.expire(organisatie, ["leden"])
        _publish(LidVerwijderd, organisatie.id, gebruiker_id, door_id)


def _publish(
    event_type: type[Event],
    organisatie_id: OrganisatieId,
    gebruiker_id: GebruikerId,
    door_id: int | None,
) -> None:
    publish(
        event_type(
            occurred_at=clock.now(),
            actor_id=door_id,
            onderwerp=Onderwerp("organisatie", organisatie_id),
            gebruiker_id=gebruiker_id,  # type: ignore[call-arg]  # both events have it
        )
    )
