"""What a gebruiker can be allowed to do. `accounts.rules` says which role has which."""

from enum import StrEnum


class Permission(StrEnum):
    """One thing a role can allow."""

    AGENDA_BEHEREN = "agenda.beheren"
    BESLUITEN_VERGELIJKEN = "besluiten.vergelijken"
    BUREAU_BEHEREN = "bureau.beheren"
    GEBIED_BEHEREN = "gebied.beheren"
    INZENDING_INDIENEN = "inzending.indienen"
    INZENDING_MODEREREN = "inzending.modereren"
    KENNISBANK_BEHEREN = "kennisbank.beheren"
    MODERATOREN_VERGELIJKEN = "moderatoren.vergelijken"
    OPGAVE_BEHEREN = "opgave.beheren"
    ORGANISATIE_BEHEREN = "organisatie.beheren"
    PROGRAMMA_PLANNEN = "programma.plannen"
    PROGRAMMA_VASTSTELLEN = "programma.vaststellen"
    PROJECT_BEHEREN = "project.beheren"
    ROLLEN_BEHEREN = "rollen.beheren"
    SIGNAAL_BEHANDELEN = "signaal.behandelen"
    SITE_BEHEREN = "site.beheren"
    VOORSTEL_INDIENEN = "voorstel.indienen"
