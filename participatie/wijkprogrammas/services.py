"""Asking for the booklet of a wijk."""

from participatie.documenten.models import Document
from participatie.documenten.rules import versie_of
from participatie.documenten.services import ask_document
from participatie.documenten.types import Aanvraag
from participatie.wijkprogrammas.queries_boekje import make_inhoud

SOORT = "wijkprogramma"


def ask_boekje(slug: str, jaar: int, *, site: str, adres: str, terug: str) -> Document:
    """Return the booklet of a wijk and year as it would be now: made before, or asked for."""
    gegevens = {"wijk": slug, "jaar": str(jaar)}
    data = make_inhoud(gegevens, site=site, adres=adres).data
    return ask_document(
        Aanvraag(
            soort=SOORT,
            gegevens=gegevens,
            versie=versie_of(data),
            titel=str(data["titel"]),
            bestandsnaam=f"wijkprogramma-{slug}-{jaar}.pdf",
            terug=terug,
        )
    )
