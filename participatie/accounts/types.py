"""Ids and enums of the accounts room."""

from enum import StrEnum
from typing import NewType

GebruikerId = NewType("GebruikerId", int)


class Rol(StrEnum):
    """What someone is in a gebied, or in the whole city. Everyone signed in is a bewoner."""

    WIJKRAADSLID = "wijkraadslid"
    GEBIEDSVERBINDER = "gebiedsverbinder"
    PROGRAMMAREDACTEUR = "programmaredacteur"
    PARTNER = "partner"
    BEHEERDER = "beheerder"


STAFF_ROLLEN = frozenset({Rol.GEBIEDSVERBINDER, Rol.PROGRAMMAREDACTEUR, Rol.BEHEERDER})


class TokenDoel(StrEnum):
    """What a mailed link is for. A new account has its own table: `Aanmelding`."""

    HERSTELLEN = "herstellen"
    EMAIL_WIJZIGEN = "email-wijzigen"
