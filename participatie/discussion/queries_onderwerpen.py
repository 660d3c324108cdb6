"""What can be supported, followed and talked about: other rooms say so, see `wiring`."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from participatie.core.onderwerpen import Onderwerp
from participatie.discussion.errors import GeenOnderwerpError
from participatie.discussion.types import Gespreksonderwerp
from participatie.gebieden.queries import get_boom
from participatie.gebieden.types import GebiedId

Zoeker = Callable[[Sequence[int]], Mapping[int, Gespreksonderwerp]]


@dataclass(frozen=True)
class Soort:
    """A kind of thing: how its rows are found, and what can be done with it besides following."""

    zoek: Zoeker
    steunbaar: bool
    bespreekbaar: bool


_soorten: dict[str, Soort] = {}


def register_onderwerpen(
    soort: str, zoek: Zoeker, *, steunbaar: bool = True, bespreekbaar: bool = True
) -> None:
    """Say how the things of this kind are found, many at once."""
    _soorten[soort] = Soort(zoek, steunbaar, bespreekbaar)


def list_onderwerpen(onderwerpen: Iterable[Onderwerp]) -> dict[Onderwerp, Gespreksonderwerp]:
    """Return what is known of these, with one question for each kind; what is gone is left out."""
    wanted: dict[str, list[int]] = defaultdict(list)
    for onderwerp in onderwerpen:
        wanted[onderwerp.soort].append(onderwerp.id)
    return {
        Onderwerp(soort, number): found
        for soort, numbers in wanted.items()
        if soort in _soorten
        for number, found in _soorten[soort].zoek(numbers).items()
    }


def find_onderwerp(onderwerp: Onderwerp) -> Gespreksonderwerp | None:
    """Return what is known of this, public or not."""
    return list_onderwerpen([onderwerp]).get(onderwerp)


def get_openbaar(onderwerp: Onderwerp) -> Gespreksonderwerp:
    """Return what is known of this, or raise unless everyone can see it."""
    found = find_onderwerp(onderwerp)
    if found is None or not found.is_public:
        raise GeenOnderwerpError
    return found


def get_steunbaar(onderwerp: Onderwerp) -> Gespreksonderwerp:
    """Return it, or raise unless it is public and of a kind that people support."""
    if onderwerp.soort not in _soorten or not _soorten[onderwerp.soort].steunbaar:
        raise GeenOnderwerpError
    return get_openbaar(onderwerp)


def get_bespreekbaar(onderwerp: Onderwerp) -> Gespreksonderwerp:
    """Return it, or raise unless it is public and of a kind that people talk about."""
    if not is_bespreekbaar(onderwerp.soort):
        raise GeenOnderwerpError
    return get_openbaar(onderwerp)


def is_bespreekbaar(soort: str) -> bool:
    """Tell whether people talk about this kind of thing."""
    return soort in _soorten and _soorten[soort].bespreekbaar


def is_steunbaar(soort: str) -> bool:
    """Tell whether people support this kind of thing."""
    return soort in _soorten and _soorten[soort].steunbaar


def find_gebieden(numbers: Sequence[int]) -> dict[int, Gespreksonderwerp]:
    """Return gebieden as something to follow; they come from memory."""
    omtrekken = get_boom().omtrekken
    known = [omtrekken[GebiedId(number)] for number in numbers if number in omtrekken]
    return {
        int(omtrek.id): Gespreksonderwerp(
            titel=omtrek.naam,
            pad=f"/gebieden/{omtrek.slug}",
            gebied_id=omtrek.id,
            is_public=True,
        )
        for omtrek in known
    }
