"""What kinds and themes of documents are called: the rooms above say so in wiring. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Soortnaam:
    """What a kind of document is called, and several of them."""

    enkel: str
    meer: str


_soorten: dict[str, Soortnaam] = {}
_themas: dict[str, str] = {}


def name_soorten(namen: Mapping[str, Soortnaam]) -> None:
    """Say what kinds are called, in the order in which they are shown."""
    _soorten.update(namen)


def name_themas(namen: Mapping[Any, str]) -> None:
    """Say what themes are called, in the order in which they are shown."""
    _themas.update({str(thema): naam for thema, naam in namen.items()})


def soortnamen() -> Mapping[str, Soortnaam]:
    """Return what every kind is called."""
    return _soorten


def themanamen() -> Mapping[str, str]:
    """Return what every theme is called."""
    return _themas
