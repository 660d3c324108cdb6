"""Ids, enums and values of the documenten room."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from participatie.core.pdf_data import Value

DocumentId = NewType("DocumentId", int)


class DocumentStatus(StrEnum):
    """How far a document is."""

    GEVRAAGD = "gevraagd"
    BEZIG = "bezig"
    KLAAR = "klaar"
    MISLUKT = "mislukt"


@dataclass(frozen=True, kw_only=True)
class Aanvraag:
    """Which document is wanted.

    `soort` names who can make it and `gegevens` what about. `versie` changes with what it would
    say: the same one is made once. `terug` is the address of the page it was asked on.
    """

    soort: str
    gegevens: Mapping[str, str]
    versie: str
    titel: str
    bestandsnaam: str
    terug: str


@dataclass(frozen=True)
class Inhoud:
    """What a document says: a template of `templates/typst` and its data."""

    template: str
    data: Mapping[str, Value]


Maker = Callable[[Mapping[str, str]], Inhoud]
"""Reads what a document about these `gegevens` says now. It changes nothing."""
