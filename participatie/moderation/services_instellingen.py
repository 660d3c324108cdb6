"""Keeping departments and the rules that say who gets what. No commit here."""

from sqlalchemy import select

from participatie.accounts.models import Gebruiker
from participatie.accounts.types import GebruikerId
from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import InvalidInputError
from participatie.core.events import publish
from participatie.core.onderwerpen import Onderwerp
from participatie.gebieden.types import GebiedId
from participatie.moderation.events import VerdelingGewijzigd
from participatie.moderation.models_werk import Afdeling, Verdeelregel
from participatie.moderation.rules_verdeling import check_afdeling
from participatie.programmas.types import Thema


def add_afdeling(*, naam: str, email: str, door_id: GebruikerId) -> Afdeling:
    """Add a department."""
    naam = check_afdeling(naam)
    if db.session.scalar(select(Afdeling.id).where(Afdeling.naam == naam)) is not None:
        raise InvalidInputError("Deze afdeling is er al.", field="naam")
    afdeling = Afdeling(naam=naam, email=email.strip().lower(), is_actief=True)
    db.session.add(afdeling)
    db.session.flush()  # the event names the id
    _tell("afdeling", afdeling.id, door_id)
    return afdeling


def switch_afdeling(afdeling: Afdeling, *, is_actief: bool, door_id: GebruikerId) -> None:
    """Let nothing more be routed to a department, or let it be again."""
    afdeling.is_actief = is_actief
    _tell("afdeling", afdeling.id, door_id)


def add_regel(
    *,
    gebied_id: GebiedId | None,
    thema: Thema | None,
    naar: Gebruiker | Afdeling,
    door_id: GebruikerId,
) -> Verdeelregel:
    """Say who gets what arrives, from now on."""
    if gebied_id is None and thema is None:
        raise InvalidInputError("Kies een gebied, een onderwerp, of allebei.", field="gebied")
    same = select(Verdeelregel.id).where(
        Verdeelregel.gebied_id == gebied_id, Verdeelregel.thema == thema
    )
    if db.session.scalar(same) is not None:
        raise InvalidInputError("Hiervoor is er al een regel.", field="gebied")
    is_afdeling = isinstance(naar, Afdeling)
    regel = Verdeelregel(
        gebied_id=gebied_id,
        thema=thema,
        afdeling_id=naar.id if is_afdeling else None,
        gebruiker_id=None if is_afdeling else naar.id,
    )
    db.session.add(regel)
    db.session.flush()  # the event names the id
    _tell("verdeelregel", regel.id, door_id)
    return regel


def remove_regel(regel: Verdeelregel, *, door_id: GebruikerId) -> None:
    """Forget a rule; what it gave to whom stays so."""
    db.session.delete(regel)
    _tell("verdeelregel", regel.id, door_id)


def _tell(soort: str, row_id: int, door_id: GebruikerId) -> None:
    publish(
        VerdelingGewijzigd(
            occurred_at=clock.now(), actor_id=door_id, onderwerp=Onderwerp(soort, row_id)
        )
    )
