"""Where the mails point to. Pure."""

from collections.abc import Mapping

from participatie.inzendingen.types import InzendingId, InzendingSoort

PADEN: Mapping[InzendingSoort, str] = {InzendingSoort.INITIATIEF: "/initiatieven/{id}"}


def path_of(soort: InzendingSoort, inzending_id: InzendingId) -> str:
    """Return the address of the page of an inzending."""
    return PADEN[soort].format(id=inzending_id)
