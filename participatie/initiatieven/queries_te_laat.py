"""Whose answer is late, and who can be asked about it."""

from collections.abc import Iterable, Mapping

from participatie.core import clock
from participatie.gebieden.models import Contact
from participatie.gebieden.queries_pagina import list_contacten
from participatie.initiatieven.models import Initiatief
from participatie.inzendingen.rules import is_late
from participatie.inzendingen.types import InzendingId


def list_late(initiatieven: Iterable[Initiatief]) -> Mapping[InzendingId, Contact | None]:
    """Return whom to call or mail about each initiatief whose answer should have been there."""
    today = clock.today()
    late = [one for one in initiatieven if is_late(one.status, one.reactie_voor, today=today)]
    gebied_ids = {one.gebied_id for one in late if one.gebied_id is not None}
    contacten = {
        gebied_id: next(iter(list_contacten(gebied_id)), None) for gebied_id in gebied_ids
    }
    return {
        one.id: contacten[one.gebied_id] if one.gebied_id is not None else None for one in late
    }
