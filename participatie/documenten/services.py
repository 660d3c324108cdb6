"""Asking for a document. It is made after the commit, by a job: see services_maken."""

import secrets

from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from participatie.core import clock
from participatie.core.db import db
from participatie.core.jobs import run_soon
from participatie.core.transactions import after_commit
from participatie.documenten.models import Document
from participatie.documenten.queries import find_bestand, find_gevraagd
from participatie.documenten.rules import sleutel_of
from participatie.documenten.services_maken import make_documenten
from participatie.documenten.types import Aanvraag, DocumentStatus


def ask_document(aanvraag: Aanvraag) -> Document:
    """Return the document that says this: one that was asked for before, or a new one."""
    document = _find(aanvraag) or _add(aanvraag)
    if _is_lost(document):
        _start_again(document)
    if document.status is not DocumentStatus.KLAAR:
        after_commit(wake_maker)
    return document


def wake_maker() -> None:
    """Ask for a run of the job."""
    run_soon(make_documenten)


def _find(aanvraag: Aanvraag) -> Document | None:
    return find_gevraagd(aanvraag.soort, aanvraag.gegevens, aanvraag.versie)


def _add(aanvraag: Aanvraag) -> Document:
    document = Document(
        kenmerk=secrets.token_hex(8),
        soort=aanvraag.soort,
        sleutel=sleutel_of(aanvraag.gegevens),
        versie=aanvraag.versie,
        gegevens=dict(aanvraag.gegevens),
        titel=aanvraag.titel,
        bestandsnaam=aanvraag.bestandsnaam,
        terug=aanvraag.terug,
        gevraagd_op=clock.now(),
    )
    try:
        with db.session.begin_nested():
            db.session.add(document)
            db.session.flush()  # someone may have asked for the same at this moment
    except IntegrityError:
        found = _find(aanvraag)
        if found is None:
            raise
        return found
    return document


def _is_lost(document: Document) -> bool:
    """Tell whether it must be made again: it failed, or its file is gone."""
    if document.status is DocumentStatus.KLAAR:
        return find_bestand(document) is None
    return document.status is DocumentStatus.MISLUKT


def _start_again(document: Document) -> None:
    db.session.execute(
        update(Document)
        .where(Document.id == document.id, Document.status == document.status)
        .values(
            status=DocumentStatus.GEVRAAGD,
            pogingen=0,
            bestand=None,
            grootte=None,
            klaar_op=None,
            gevraagd_op=clock.now(),
        )
        .execution_options(synchronize_session="fetch")
    )
