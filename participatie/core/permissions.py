"""What a gebruiker can be allowed to do. `accounts.rules` says which role has which."""

from enum import StrEnum


class Permission(StrEnum):
    """One thing a role can allow."""

    GEBIED_BEHEREN = "gebied.beheren"
    INZENDING_INDIENEN = "inzending.indienen"
    INZENDING_MODEREREN = "inzending.modereren"
    PROJECT_BEHEREN = "project.beheren"
    ROLLEN_BEHEREN = "rollen.beheren"
    SITE_BEHEREN = "site.beheren"
