"""Organisaties as documents that can be found."""

from collections.abc import Collection, Iterator

from participatie.core.onderwerpen import Onderwerp
from participatie.organisaties.queries import list_organisaties
from participatie.zoeken.types import Document


def list_documents(ids: Collection[int] | None) -> Iterator[Document]:
    """Yield the organisaties, or those of these ids; their people are not in it."""
    for organisatie in list_organisaties():
        if ids is None or organisatie.id in ids:
            yield Document(
                onderwerp=Onderwerp("organisatie", organisatie.id),
                titel=organisatie.naam,
                tekst=organisatie.omschrijving,
                pad=f"/organisaties/{organisatie.slug}",
                op=organisatie.gewijzigd_op,
            )
