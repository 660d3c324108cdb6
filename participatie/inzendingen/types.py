"""Ids and enums of the inzendingen room."""

from enum import StrEnum
from typing import NewType

InzendingId = NewType("InzendingId", int)


class InzendingSoort(StrEnum):
    """The kinds of inzending; each has its own room."""

    INITIATIEF = "initiatief"


class Status(StrEnum):
    """Where an inzending stands between the first word and the public page."""

    CONCEPT = "concept"
    INGEDIEND = "ingediend"
    AANPASSEN = "aanpassen"
    GEPUBLICEERD = "gepubliceerd"
    AFGEWEZEN = "afgewezen"
    INGETROKKEN = "ingetrokken"


class KoppelingSoort(StrEnum):
    """How an inzending relates to a project."""

    ONDERDEEL_VAN = "onderdeel van"
    AANVULLING_OP = "aanvulling op"
    AANLEIDING_VOOR = "aanleiding voor"
    DUBBEL_MET = "dubbel met"
    STRIJDIG_MET = "strijdig met"


class BekendKeuze(StrEnum):
    """What the sender chose when the site showed what is already planned or proposed there."""

    KOPPELEN = "koppelen"
    APART = "apart"
    VOLGEN = "volgen"
