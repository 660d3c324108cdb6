"""The rules of documents. Pure."""

import hashlib
import json
from collections.abc import Mapping
from datetime import timedelta

from participatie.core.pdf_data import Value
from participatie.documenten.types import DocumentStatus

STATUS_NAMEN: Mapping[DocumentStatus, str] = {
    DocumentStatus.GEVRAAGD: "Aangevraagd",
    DocumentStatus.BEZIG: "Wordt gemaakt",
    DocumentStatus.KLAAR: "Klaar",
    DocumentStatus.MISLUKT: "Niet gelukt",
}

NAMEN = (STATUS_NAMEN,)

KEEP = timedelta(days=30)
CLAIM = timedelta(minutes=4)  # longer than setting a PDF may take: core.pdf.MAX_SECONDS
MAX_POGINGEN = 3
WACHTEND = frozenset({DocumentStatus.GEVRAAGD, DocumentStatus.BEZIG})


def versie_of(data: Mapping[str, Value]) -> str:
    """Return a text that changes when anything that a document says changes."""
    text = json.dumps(data, sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def sleutel_of(gegevens: Mapping[str, str]) -> str:
    """Return what a document is about as one text: jaar=2026 gebied=noord."""
    return " ".join(f"{naam}={waarde}" for naam, waarde in sorted(gegevens.items()))
