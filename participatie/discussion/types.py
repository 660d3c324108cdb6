"""Ids of the discussion room."""

from typing import NewType

VolgingId = NewType("VolgingId", int)
SteunId = NewType("SteunId", int)
