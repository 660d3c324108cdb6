"""Values of the zoeken room."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NewType

from participatie.core.onderwerpen import Onderwerp

DocumentId = NewType("DocumentId", int)


@dataclass(frozen=True, kw_only=True)
class Document:
    """Something public that can be found. `pad` is the address of its page on this site.

    Names of people, mail addresses and telephone numbers stay out of it.
    """

    onderwerp: Onderwerp
    titel: str
    tekst: str
    pad: str
    op: datetime
    gebied_ids: tuple[int, ...] = ()
    thema: str | None = None
    jaren: tuple[int, int] | None = None


@dataclass(frozen=True, kw_only=True)
class Filters:
    """Which documents to search; what is left empty does not limit."""

    soort: str | None = None
    gebied_id: int | None = None
    thema: str | None = None
    jaar: int | None = None

    def __bool__(self) -> bool:
        """Tell whether anything limits."""
        return any(vars(self).values())


@dataclass(frozen=True)
class Term:
    """One word that was asked for, with all stems by which it is found."""

    woord: str
    stammen: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Vraag:
    """What someone looks for. `ingekort` when the question was longer than can be asked."""

    tekst: str
    termen: tuple[Term, ...]
    ingekort: bool = False


@dataclass(frozen=True)
class Deel:
    """A piece of a text; `gevonden` when it is a word that was asked for."""

    tekst: str
    gevonden: bool = False


@dataclass(frozen=True, kw_only=True)
class Gevonden:
    """A document that answers the question, with the words that were asked for marked."""

    onderwerp: Onderwerp
    titel: tuple[Deel, ...]
    fragment: tuple[Deel, ...]
    pad: str
    gebied_id: int | None
    thema: str | None
    jaren: tuple[int, int] | None
    op: datetime


@dataclass(frozen=True, kw_only=True)
class Resultaat:
    """A page of what was found. `meer` when more answers than are looked at."""

    items: tuple[Gevonden, ...] = ()
    totaal: int = 0
    pagina: int = 1
    paginas: int = 1
    meer: bool = False
    per_soort: dict[str, int] = field(default_factory=dict)
    bedoelde: str | None = None


@dataclass(frozen=True)
class Gelijkenis:
    """How much a document looks like a text, from 0 to 1."""

    onderwerp_id: int
    score: float


@dataclass(frozen=True)
class Misser:
    """Words that were looked for in vain, and how often."""

    woorden: str
    aantal: int


@dataclass(frozen=True)
class Mistelling:
    """Words that were looked for in vain on a day, by gebied and theme when those were chosen."""

    dag: date
    woorden: str
    gebied_id: int
    thema: str
