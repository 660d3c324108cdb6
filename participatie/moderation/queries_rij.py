"""What a row of the queue tells besides the inzending itself, for the rows of one page."""

from sqlalchemy import ColumnElement, exists, func, select

from participatie.accounts.models import Gebruiker
from participatie.accounts.types import GebruikerId
from participatie.inzendingen.models import Inzending, Statusstap
from participatie.inzendingen.types import Status
from participatie.moderation.models_kader import Afweging, Afwegingspunt
from participatie.moderation.models_werk import Afdeling, Toewijzing

SENT_AGAIN = (
    exists()
    .where(
        Inzending.status == Status.INGEDIEND,
        Statusstap.inzending_id == Inzending.id,
        Statusstap.van == Status.AANPASSEN,
        Statusstap.naar == Status.INGEDIEND,
        Statusstap.door_id == Inzending.indiener_id,
    )
    .correlate(Inzending)
    .label("opnieuw")
)

HANDLER = (
    select(func.coalesce(Gebruiker.naam, Afdeling.naam))
    .select_from(Toewijzing)
    .outerjoin(Gebruiker, Toewijzing.gebruiker_id == Gebruiker.id)
    .outerjoin(Afdeling, Toewijzing.afdeling_id == Afdeling.id)
    .where(Toewijzing.inzending_id == Inzending.id, Toewijzing.tot.is_(None))
    .correlate(Inzending)
    .scalar_subquery()
    .label("behandelaar")
)

TICKED = (
    select(func.count(Afweging.id))
    .join(Afwegingspunt, Afwegingspunt.sleutel == Afweging.punt)
    .where(Afweging.inzending_id == Inzending.id, Afwegingspunt.geldig_tot.is_(None))
    .correlate(Inzending)
    .scalar_subquery()
    .label("getoetst")
)

POINTS = (
    select(func.count(Afwegingspunt.id))
    .where(Afwegingspunt.geldig_tot.is_(None))
    .scalar_subquery()
    .label("punten")
)

EXTRA = (HANDLER, TICKED, POINTS)


def handled_by(gebruiker_id: GebruikerId) -> ColumnElement[bool]:
    """Return the condition that this person handles the inzending."""
    return (
        exists()
        .where(
            Toewijzing.inzending_id == Inzending.id,
            Toewijzing.gebruiker_id == gebruiker_id,
            Toewijzing.tot.is_(None),
        )
        .correlate(Inzending)
    )
