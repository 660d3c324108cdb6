"""Finding gebieden by what people and files call them, or by a place. Pure."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from participatie.core.geometry import Geometry, middle_of
from participatie.gebieden.rules_namen import closest_name
from participatie.gebieden.types import GebiedId, Gebiedsketen, Omtrek
from participatie.programmas.errors import OnbekendGebiedError, WaardeError
from participatie.programmas.rules_waarden import plain_naam, shown

HELE_STAD = frozenset({"stad", "helestad", "degehelestad", "stadsbreed"})


class GebiedenInGeheugen:
    """Finds gebieden by their code, their name or a place; `keten_at` knows the places."""

    def __init__(
        self, omtrekken: Iterable[Omtrek], keten_at: Callable[[float, float], Gebiedsketen]
    ) -> None:
        self._keten_at = keten_at
        self._by_naam: dict[str, dict[str, GebiedId]] = defaultdict(dict)
        self._namen: dict[str, None] = {}
        self._voorstellen: dict[str, str | None] = {}
        self.knows_outlines = False
        for omtrek in omtrekken:
            self._namen[omtrek.naam] = None
            self.knows_outlines |= omtrek.geometry is not None
            for naam in (omtrek.code, omtrek.naam, f"{omtrek.niveau.value} {omtrek.naam}"):
                self._by_naam[plain_naam(naam)][omtrek.code] = omtrek.id
            if omtrek.ouder_id is None:
                for word in (*HELE_STAD, f"heel{plain_naam(omtrek.naam)}"):
                    self._by_naam[word][omtrek.code] = omtrek.id

    def named(self, text: str) -> GebiedId:
        """Return the gebied with this code or name, or raise `WaardeError`."""
        found = self._by_naam.get(plain_naam(text), {})
        if len(found) > 1:
            raise WaardeError(
                f"“{shown(text)}” zijn {len(found)} gebieden. "
                f"Gebruik de code: {' of '.join(sorted(found))}."
            )
        if not found:
            raise OnbekendGebiedError(shown(text), self._like(shown(text)))
        return next(iter(found.values()))

    def _like(self, text: str) -> str | None:
        """Return the name that was meant, as far as a typing error is in the way."""
        if text not in self._voorstellen:
            self._voorstellen[text] = closest_name(text, self._namen)
        return self._voorstellen[text]

    def at(self, geometry: Geometry) -> GebiedId | None:
        """Return the smallest gebied at a place; None outside the city."""
        return self._keten_at(*middle_of(geometry)).kleinste
