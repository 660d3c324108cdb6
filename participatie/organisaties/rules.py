"""The rules of organisaties: their words, their address and what they may be called. Pure."""

import re
import unicodedata
from collections.abc import Collection, Mapping

from participatie.core.errors import InvalidInputError
from participatie.organisaties.types import OrganisatieGegevens, OrganisatieSoort

NAAM_MAX_LENGTH = 120
OMSCHRIJVING_MAX_LENGTH = 2_000
WEBSITE_MAX_LENGTH = 200
SLUG_MAX_LENGTH = 30
"""`partner-` and this fit in the name of a system that items come from."""
GERESERVEERD = frozenset({"nieuw"})

SOORT_NAMEN: Mapping[OrganisatieSoort, str] = {
    OrganisatieSoort.CORPORATIE: "Woningcorporatie",
    OrganisatieSoort.WELZIJN: "Welzijn",
    OrganisatieSoort.ZORG: "Zorg",
    OrganisatieSoort.POLITIE: "Politie",
    OrganisatieSoort.NUTSBEDRIJF: "Stroom, gas, water of warmte",
    OrganisatieSoort.ONDERWIJS: "Onderwijs",
    OrganisatieSoort.OVERIG: "Andere organisatie",
}
NAMEN = (SOORT_NAMEN,)

_WEBSITE = re.compile(r"https?://[^\s/?#@\\]+\.[^\s@\\]+")


def free_slug(naam: str, taken: Collection[str]) -> str:
    """Return the name as part of an address that is not taken yet. It never changes again."""
    letters = unicodedata.normalize("NFKD", naam).encode("ascii", "ignore").decode().lower()
    plain = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:SLUG_MAX_LENGTH].strip("-")
    plain = plain or "organisatie"
    found, number = plain, 2
    while found in taken or found in GERESERVEERD:
        ending = f"-{number}"
        found = plain[: SLUG_MAX_LENGTH - len(ending)].rstrip("-") + ending
        number += 1
    return found


def bronsysteem_of(slug: str) -> str:
    """Return the system its items come from, as the register names it."""
    return f"partner-{slug}"


def check_gegevens(gegevens: OrganisatieGegevens) -> None:
    """Raise unless an organisatie can say this of itself."""
    if not any(sign.isalpha() for sign in gegevens.naam):
        raise InvalidInputError("Vul een naam in met minstens één letter.", field="naam")
    if len(gegevens.naam) > NAAM_MAX_LENGTH:
        raise InvalidInputError(
            f"Maak de naam korter: hoogstens {NAAM_MAX_LENGTH} tekens.", field="naam"
        )
    if gegevens.website is not None and not _WEBSITE.fullmatch(gegevens.website):
        raise InvalidInputError(
            "Schrijf het webadres helemaal uit, zoals https://www.voorbeeld.nl.", field="website"
        )
