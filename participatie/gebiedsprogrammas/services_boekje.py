"""Asking for a programme as a booklet."""

from collections.abc import Mapping
from datetime import date

from participatie.documenten.models import Document
from participatie.documenten.rules import versie_of
from participatie.documenten.services import ask_document
from participatie.documenten.types import Aanvraag
from participatie.gebiedsprogrammas.queries_boekje import make_inhoud

SOORT = "gebiedsprogramma"


def ask_boekje(gegevens: Mapping[str, str], *, site: str, adres: str, terug: str) -> Document:
    """Return the booklet as it would be now: made before, or asked for."""
    data = make_inhoud(gegevens, site=site, adres=adres).data
    wat = gegevens["jaar"] or "meerjarenprogramma"
    return ask_document(
        Aanvraag(
            soort=SOORT,
            gegevens=gegevens,
            versie=versie_of(data),
            titel=str(data["titel"]),
            bestandsnaam=f"gebiedsprogramma-{gegevens['gebied']}-{wat}.pdf",
            terug=terug,
        )
    )


def gegevens_of(slug: str, jaar: int | None, peildatum: date | None) -> Mapping[str, str]:
    """Return what a booklet is about, as it is kept with what was asked for."""
    return {
        "gebied": slug,
        "jaar": str(jaar) if jaar is not None else "",
        "stand": peildatum.isoformat() if peildatum else "",
    }
