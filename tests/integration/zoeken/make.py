"""Documents in the index."""

from datetime import UTC, datetime, timedelta

from participatie.core.onderwerpen import Onderwerp
from participatie.zoeken.services import store
from participatie.zoeken.types import Document

MOMENT = datetime(2026, 6, 1, tzinfo=UTC)


def put(number, titel, tekst="", *, soort="project", **fields):
    """Put one document in the index; a higher number is newer."""
    op = MOMENT + timedelta(days=number)
    made = Document(
        onderwerp=Onderwerp(soort, number),
        titel=titel,
        tekst=tekst,
        pad=f"/projecten/{number}",
        op=fields.pop("op", op),
        **fields,
    )
    store(soort, [number], {number: made})
