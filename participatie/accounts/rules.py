"""The permission table: which role may do what. Pure."""

import re
from collections.abc import Mapping

from participatie.accounts.types import Rol
from participatie.core.errors import InvalidInputError
from participatie.core.permissions import Permission

BEWONER_PERMISSIONS = frozenset({Permission.INZENDING_INDIENEN})

PERMISSIONS: Mapping[Rol, frozenset[Permission]] = {
    Rol.WIJKRAADSLID: frozenset(),
    Rol.GEBIEDSVERBINDER: frozenset(
        {
            Permission.INZENDING_MODEREREN,
            Permission.GEBIED_BEHEREN,
            Permission.AGENDA_BEHEREN,
            Permission.BESLUITEN_VERGELIJKEN,
            Permission.SIGNAAL_BEHANDELEN,
        }
    ),
    Rol.PROGRAMMAREDACTEUR: frozenset(
        {
            Permission.PROJECT_BEHEREN,
            Permission.AGENDA_BEHEREN,
            Permission.KENNISBANK_BEHEREN,
            Permission.OPGAVE_BEHEREN,
            Permission.ORGANISATIE_BEHEREN,
            Permission.PROGRAMMA_PLANNEN,
            Permission.PROGRAMMA_VASTSTELLEN,
        }
    ),
    Rol.PARTNER: frozenset({Permission.VOORSTEL_INDIENEN}),
    Rol.BEHEERDER: frozenset(
        {
            Permission.BUREAU_BEHEREN,
            Permission.ROLLEN_BEHEREN,
            Permission.SITE_BEHEREN,
            Permission.KENNISBANK_BEHEREN,
            Permission.GEBIED_BEHEREN,
            Permission.ORGANISATIE_BEHEREN,
            Permission.PROGRAMMA_PLANNEN,
            Permission.BESLUITEN_VERGELIJKEN,
            Permission.MODERATOREN_VERGELIJKEN,
            Permission.SIGNAAL_BEHANDELEN,
        }
    ),
}

ROL_NAMEN: Mapping[Rol, str] = {
    Rol.WIJKRAADSLID: "Lid van een wijkraad",
    Rol.GEBIEDSVERBINDER: "Gebiedsverbinder",
    Rol.PROGRAMMAREDACTEUR: "Programmaredacteur",
    Rol.PARTNER: "Partner",
    Rol.BEHEERDER: "Beheerder",
}

NAMEN = (ROL_NAMEN,)

NAAM_MAX_LENGTH = 60
NAAM_NA_VERWIJDEREN = "Verwijderde gebruiker"

_LIJKT_OP_EEN_ADRES = re.compile(r"://|www\.|@", re.IGNORECASE)


def check_naam(naam: str) -> str:
    """Return the name on one line, or raise when it is not a name to show."""
    shown = " ".join(naam.split())
    if not shown or not any(sign.isalpha() for sign in shown):
        raise InvalidInputError("Vul een naam in met minstens één letter.", field="naam")
    if len(shown) > NAAM_MAX_LENGTH:
        raise InvalidInputError(
            f"Maak de naam korter: hoogstens {NAAM_MAX_LENGTH} tekens.", field="naam"
        )
    if _LIJKT_OP_EEN_ADRES.search(shown) or not shown.isprintable():
        raise InvalidInputError(
            "Gebruik alleen een naam, zonder webadres of e-mailadres.", field="naam"
        )
    return shown
