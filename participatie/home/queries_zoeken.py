"""Pages that are not about one thing, as documents that can be found."""

from collections.abc import Collection, Iterator
from datetime import UTC, datetime

from participatie.core.onderwerpen import Onderwerp
from participatie.home.rules import VINDBAAR
from participatie.zoeken.types import Document

LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)


def list_documents(ids: Collection[int] | None) -> Iterator[Document]:
    """Yield the pages, or those of these ids; they have no date, so they come last."""
    for number, (pad, titel, tekst) in VINDBAAR.items():
        if ids is None or number in ids:
            yield Document(
                onderwerp=Onderwerp("pagina", number),
                titel=titel,
                tekst=tekst,
                pad=pad,
                op=LONG_AGO,
            )
