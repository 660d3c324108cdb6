"""What can be chosen that higher rooms know: themes, steps of a form, kinds of initiatief."""

from collections.abc import Callable, Mapping

from participatie.accounts.types import GebruikerId
from participatie.kennisbank.types import Hulpvraag, Keuze

Beschrijver = Callable[[object], Hulpvraag | None]
"""Given the subject of a page, tells what is asked; None when it is not about that."""

Zoeker = Callable[[int, GebruikerId], Hulpvraag | None]
"""Given an id, tells what is asked when this person is one of its initiators."""

_keuzes: dict[Keuze, Mapping[str, str]] = {}
_beschrijvers: list[Beschrijver] = []
_zoekers: dict[str, Zoeker] = {}


def register_keuzes(keuze: Keuze, namen: Mapping[str, str]) -> None:
    """Say what can be chosen, with its words."""
    _keuzes[keuze] = {str(key): naam for key, naam in namen.items()}


def register_hulpvraag(soort: str, *, describe: Beschrijver, find: Zoeker) -> None:
    """Say how things of a kind tell what help they can use, and whose they are."""
    if describe not in _beschrijvers:
        _beschrijvers.append(describe)
    _zoekers[soort] = find


def keuzes(keuze: Keuze) -> Mapping[str, str]:
    """Return what can be chosen, with its words."""
    return _keuzes.get(keuze, {})


def describe(subject: object) -> Hulpvraag | None:
    """Return what help the subject of a page can use, if it is known."""
    return next((found for one in _beschrijvers if (found := one(subject))), None)


def find_eigen(soort: str, onderwerp_id: int, gebruiker_id: GebruikerId) -> Hulpvraag | None:
    """Return what help something can use, when this person is one of its initiators."""
    return _zoekers[soort](onderwerp_id, gebruiker_id) if soort in _zoekers else None
