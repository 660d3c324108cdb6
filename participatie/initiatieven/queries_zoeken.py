"""Published initiatieven as documents that can be found."""

from collections.abc import Collection, Iterator

from sqlalchemy import select

from participatie.core import clock
from participatie.core.db import db
from participatie.core.onderwerpen import Onderwerp
from participatie.initiatieven.models import Initiatief
from participatie.inzendingen.types import Status
from participatie.zoeken.types import Document


def list_documents(ids: Collection[int] | None) -> Iterator[Document]:
    """Yield the published initiatieven, or those of these ids; who joins is not in it."""
    statement = (
        select(Initiatief)
        .where(Initiatief.status == Status.GEPUBLICEERD)
        .order_by(Initiatief.gepubliceerd_op, Initiatief.id)
    )
    if ids is not None:
        statement = statement.where(Initiatief.id.in_(ids))
    for initiatief in db.session.scalars(statement.execution_options(yield_per=500)):
        yield _document(initiatief)


def _document(initiatief: Initiatief) -> Document:
    op = initiatief.gepubliceerd_op or initiatief.aangemaakt_op
    jaar = op.astimezone(clock.AMSTERDAM).year
    parts = (
        initiatief.toelichting,
        initiatief.waarom,
        initiatief.plek_omschrijving,
        initiatief.vraag_toelichting,
        initiatief.aanbod_toelichting,
    )
    return Document(
        onderwerp=Onderwerp("initiatief", initiatief.id),
        titel=initiatief.titel,
        tekst="\n".join(filter(None, parts)),
        pad=f"/initiatieven/{initiatief.id}",
        op=op,
        gebied_ids=() if initiatief.gebied_id is None else (initiatief.gebied_id,),
        thema=initiatief.thema,
        jaren=(jaar, jaar),
    )
