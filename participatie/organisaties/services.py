"""Adding and changing organisaties. No commit here: see core.transactions."""

from sqlalchemy.exc import IntegrityError

from participatie.accounts.types import GebruikerId
from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import StaleError
from participatie.core.events import Event, publish
from participatie.core.onderwerpen import Onderwerp
from participatie.organisaties.errors import NaamBezetError
from participatie.organisaties.events import OrganisatieGewijzigd, OrganisatieToegevoegd
from participatie.organisaties.models import Organisatie
from participatie.organisaties.queries import list_slugs
from participatie.organisaties.rules import check_gegevens, free_slug
from participatie.organisaties.types import OrganisatieGegevens


def add_organisatie(gegevens: OrganisatieGegevens, *, door_id: GebruikerId | None) -> Organisatie:
    """Add an organisatie with a page of its own."""
    check_gegevens(gegevens)
    slug = free_slug(gegevens.naam, list_slugs())
    organisatie = Organisatie(slug=slug, aangemaakt_op=clock.now())
    _write(organisatie, gegevens)
    _publish(OrganisatieToegevoegd, organisatie, door_id)
    return organisatie


def change_organisatie(
    organisatie: Organisatie,
    gegevens: OrganisatieGegevens,
    *,
    versie: int,
    door_id: GebruikerId,
) -> None:
    """Change what it says of itself, unless someone else did in the meantime."""
    check_gegevens(gegevens)
    if organisatie.versie != versie:
        raise StaleError
    _write(organisatie, gegevens)
    _publish(OrganisatieGewijzigd, organisatie, door_id)


def _write(organisatie: Organisatie, gegevens: OrganisatieGegevens) -> None:
    try:
        with db.session.begin_nested():
            db.session.add(organisatie)
            organisatie.naam = gegevens.naam
            organisatie.soort = gegevens.soort
            organisatie.omschrijving = gegevens.omschrijving
            organisatie.website = gegevens.website
            organisatie.gewijzigd_op = clock.now()
            db.session.flush()  # a name that is taken is refused here, and the event needs the id
    except IntegrityError as error:
        raise NaamBezetError from error


def _publish(event_type: type[Event], organisatie: Organisatie, door_id: int | None) -> None:
    publish(
        event_type(
            occurred_at=clock.now(),
            actor_id=door_id,
            onderwerp=Onderwerp("organisatie", organisatie.id),
        )
    )
