"""The gebieden as documents: their room lies below this one and cannot say it itself."""

from collections.abc import Collection, Iterator

from participatie.core.onderwerpen import Onderwerp
from participatie.gebieden.queries import list_gebieden
from participatie.gebieden.rules import NIVEAU_NAMEN
from participatie.zoeken.types import Document


def list_documents(ids: Collection[int] | None) -> Iterator[Document]:
    """Yield the gebieden, or those of these ids, as they can be found."""
    gebieden = list_gebieden()
    namen = {gebied.id: gebied.naam for gebied in gebieden}
    for gebied in gebieden:
        if ids is not None and gebied.id not in ids:
            continue
        ouder = f" in {namen[gebied.ouder_id]}" if gebied.ouder_id else ""
        yield Document(
            onderwerp=Onderwerp("gebied", gebied.id),
            titel=gebied.naam,
            tekst=f"{NIVEAU_NAMEN[gebied.niveau].capitalize()}{ouder}.",
            pad=f"/gebieden/{gebied.slug}",
            op=gebied.gewijzigd_op,
            gebied_ids=(gebied.id,),
        )
