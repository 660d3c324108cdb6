"""Ids and enums of the moderation room."""

from enum import StrEnum
from typing import NewType

BesluitId = NewType("BesluitId", int)


class Uitkomst(StrEnum):
    """What a gebiedsverbinder decides about an inzending."""

    PUBLICEREN = "publiceren"
    AANPASSEN = "aanpassen"
    AFWIJZEN = "afwijzen"


class Grond(StrEnum):
    """The afwegingskader: why an inzending is published, sent back or declined."""

    PAST_IN_GEBIED = "past-in-gebied"
    ONDUIDELIJK = "onduidelijk"
    PLEK_ONTBREEKT = "plek-ontbreekt"
    PERSOONSGEGEVENS = "persoonsgegevens"
    NIET_BEVOEGD = "niet-bevoegd"
    STRIJDIG_MET_REGELS = "strijdig-met-regels"
    AL_GEPLAND = "al-gepland"
    MELDING = "melding"
    ONGEPAST = "ongepast"
    RECLAME = "reclame"
