"""Programme years as documents that can be found."""

from collections.abc import Collection, Iterator

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from participatie.core.db import db
from participatie.core.onderwerpen import Onderwerp
from participatie.gebiedsprogrammas.models import Gebiedsprogramma
from participatie.zoeken.types import Document


def list_documents(ids: Collection[int] | None) -> Iterator[Document]:
    """Yield the programme years that somebody made, or those of these ids."""
    statement = (
        select(Gebiedsprogramma)
        .options(joinedload(Gebiedsprogramma.gebied, innerjoin=True))
        .order_by(Gebiedsprogramma.id)
    )
    if ids is not None:
        statement = statement.where(Gebiedsprogramma.id.in_(ids))
    for programma in db.session.scalars(statement):
        yield Document(
            onderwerp=Onderwerp("gebiedsprogramma", programma.id),
            titel=f"Gebiedsprogramma {programma.gebied.naam} {programma.jaar}",
            tekst=programma.toelichting,
            pad=f"/programma/{programma.gebied.slug}/{programma.jaar}",
            op=programma.gewijzigd_op,
            gebied_ids=(programma.gebied_id,),
            jaren=(programma.jaar, programma.jaar),
        )
