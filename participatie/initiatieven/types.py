"""Enums of the initiatieven room."""

from enum import StrEnum


class Behoefte(StrEnum):
    """What an initiative needs (vraag) or offers (aanbod)."""

    HANDEN = "handen"
    GELD = "geld"
    TOESTEMMING = "toestemming"
    PLEK = "plek"
    KENNIS = "kennis"
