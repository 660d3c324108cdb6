"""Making the documents that were asked for: each claimed by one worker, whole or not at all.

No transaction stays open while a PDF is set. A worker that dies leaves a claim, and nothing else;
when the claim is old another worker takes it over.
"""

import logging
import secrets
from collections.abc import Sequence

from sqlalchemy import ColumnElement, and_, delete, or_, select, update

from participatie.core import clock
from participatie.core.db import db
from participatie.core.pdf import PdfError, make_pdf
from participatie.core.transactions import short_read, transaction
from participatie.core.uploads import discard_file, list_old_files, store_file
from participatie.documenten.models import Document
from participatie.documenten.queries import MAP, list_bestanden
from participatie.documenten.rules import CLAIM, KEEP, MAX_POGINGEN
from participatie.documenten.types import DocumentId, DocumentStatus, Inhoud, Maker

BATCH = 20
logger = logging.getLogger(__name__)
MAKERS: dict[str, Maker] = {}


def register_maker(soort: str, maker: Maker) -> None:
    """Say who knows what a document of this kind says."""
    MAKERS[soort] = maker


def make_documenten() -> int:
    """Make what was asked for and return how many. Many may do this at once."""
    made = 0
    for document_id in _list_waiting():
        document = _claim(document_id)
        made += document is not None and _make(document)
    return made


def delete_old_documenten() -> None:
    """Remove documents of a month ago, and files that a crash left without one."""
    with transaction():
        statement = (
            delete(Document)
            .where(Document.gevraagd_op < clock.now() - KEEP)
            .returning(Document.bestand)
        )
        for bestand in db.session.scalars(statement).all():
            if bestand is not None:
                discard_file(bestand, folder=MAP)
    with transaction():
        known = set(list_bestanden())
    for path in list_old_files(folder=MAP):
        if path.name not in known:
            path.unlink(missing_ok=True)


def _waits() -> ColumnElement[bool]:
    """Return the condition that a document must be made: asked for, or left by who died."""
    left = and_(
        Document.status == DocumentStatus.BEZIG, Document.begonnen_op < clock.now() - CLAIM
    )
    return or_(Document.status == DocumentStatus.GEVRAAGD, left)


def _list_waiting() -> Sequence[DocumentId]:
    statement = select(Document.id).where(_waits()).order_by(Document.id).limit(BATCH)
    with transaction():
        return db.session.scalars(statement).all()


def _claim(document_id: DocumentId) -> Document | None:
    """Take a document, unless another worker was first."""
    statement = (
        update(Document)
        .where(Document.id == document_id, _waits())
        .values(
            status=DocumentStatus.BEZIG,
            begonnen_op=clock.now(),
            pogingen=Document.pogingen + 1,
        )
        .returning(Document)
        .execution_options(synchronize_session=False)
    )
    with transaction():
        document = db.session.scalar(statement)
        if document is not None:
            db.session.expunge(document)
    return document


def _make(document: Document) -> bool:
    try:
        inhoud = _read(document)
        content = make_pdf(inhoud.template, inhoud.data)
    except PdfError:
        logger.exception("document_not_made", extra={"soort": document.soort})
        return _let_go(document)
    except Exception:
        logger.exception("document_not_read", extra={"soort": document.soort})
        db.session.rollback()
        return _let_go(document)
    _keep(document, content)
    return True


def _read(document: Document) -> Inhoud:
    with short_read():
        return MAKERS[document.soort](document.gegevens)


def _keep(document: Document, content: bytes) -> None:
    bestand = f"{document.kenmerk}-{secrets.token_hex(4)}.pdf"
    with transaction():
        store_file(bestand, content, folder=MAP)
        kept = _change(
            document,
            status=DocumentStatus.KLAAR,
            bestand=bestand,
            grootte=len(content),
            klaar_op=clock.now(),
        )
        if not kept:  # it took so long that another worker made it too
            discard_file(bestand, folder=MAP)


def _let_go(document: Document) -> bool:
    """Let it be tried again, until it has been enough."""
    again = document.pogingen < MAX_POGINGEN
    status = DocumentStatus.GEVRAAGD if again else DocumentStatus.MISLUKT
    with transaction():
        _change(document, status=status)
    return False


def _change(document: Document, **values: object) -> bool:
    """Change the row while it is still ours."""
    statement = (
        update(Document)
        .where(
            Document.id == document.id,
            Document.status == DocumentStatus.BEZIG,
            Document.pogingen == document.pogingen,
        )
        .values(**values)
        .returning(Document.id)
        .execution_options(synchronize_session=False)
    )
    return db.session.scalar(statement) is not None
