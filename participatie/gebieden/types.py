"""Ids and enums of the gebieden room."""

from enum import StrEnum
from typing import NewType

GebiedId = NewType("GebiedId", int)


class Niveau(StrEnum):
    """How the city is divided, from large to small."""

    STAD = "stad"
    STADSDEEL = "stadsdeel"
    WIJK = "wijk"
    BUURT = "buurt"


NIVEAUS = tuple(Niveau)
