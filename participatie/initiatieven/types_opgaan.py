"""Enums and values of one initiatief that goes into another."""

from enum import StrEnum
from typing import NewType

SamenvoegingId = NewType("SamenvoegingId", int)


class SamenvoegingStatus(StrEnum):
    """Where a proposal stands to let the later initiatief go into the earlier."""

    VOORGESTELD = "voorgesteld"
    AKKOORD = "akkoord"
    AFGEWEZEN = "afgewezen"
    INGETROKKEN = "ingetrokken"
    TERUGGEDRAAID = "teruggedraaid"
