"""The gebieden as they are while an import changes them. No commit here."""

from collections.abc import Mapping

from shapely.geometry.base import BaseGeometry

from participatie.core import clock
from participatie.core.db import db
from participatie.core.geometry import Geometry, shape_of, to_rd
from participatie.gebieden.errors import ImportRefusedError
from participatie.gebieden.models import Gebied
from participatie.gebieden.queries import list_with_outlines
from participatie.gebieden.rules_ligging import Bekend, Boven, choose_ouder
from participatie.gebieden.rules_namen import free_slug
from participatie.gebieden.types import NIVEAUS, Niveau, Verslag


class Stadskaart:
    """All gebieden with their outlines, read once."""

    def __init__(self) -> None:
        self.by_code = {gebied.code: gebied for gebied in list_with_outlines()}

    @property
    def stad(self) -> Gebied | None:
        """Return the stad, when it was imported."""
        return next(iter(self.of(Niveau.STAD)), None)

    def of(self, niveau: Niveau) -> list[Gebied]:
        """Return the gebieden of one niveau."""
        return [gebied for gebied in self.by_code.values() if gebied.niveau is niveau]

    def bekend(self, stad_code: str) -> Bekend:
        """Return what a new file is compared with."""
        shapes = {
            code: to_rd(shape_of(gebied.geometrie))
            for code, gebied in self.by_code.items()
            if gebied.geometrie
        }
        official = {code: s for code, s in shapes.items() if not self.by_code[code].schematisch}
        is_sketch = stad_code in shapes and stad_code not in official
        return Bekend(stad_code, shapes.get(stad_code), is_sketch, official)

    def boven(self, niveau: Niveau) -> dict[str, Boven]:
        """Return the gebieden of the niveau above this one, as far as they are drawn."""
        if niveau is Niveau.STAD:
            return {}
        return {
            gebied.code: Boven(to_rd(shape_of(gebied.geometrie)), gebied.schematisch)
            for gebied in self.of(NIVEAUS[NIVEAUS.index(niveau) - 1])
            if gebied.geometrie
        }

    def add(self, code: str, naam: str, niveau: Niveau) -> Gebied:
        """Return a new gebied with an address of its own."""
        slugs = {gebied.slug for gebied in self.by_code.values()}
        slug = free_slug(naam, niveau.value, code, slugs)
        gebied = Gebied(code=code, naam=naam, slug=slug, niveau=niveau)
        self.by_code[code] = gebied
        return gebied

    def ouder(
        self, gebied: Gebied, shape: BaseGeometry, above: Mapping[str, Boven], verslag: Verslag
    ) -> Gebied | None:
        """Return what the gebied lies under; the stad lies under nothing."""
        if gebied.niveau is Niveau.STAD:
            return None
        if gebied.niveau is Niveau.STADSDEEL:
            return self.stad
        current = gebied.ouder.code if gebied.ouder else None
        code, warning = choose_ouder(gebied.code, shape, above, current)
        if warning:
            verslag.waarschuwingen.append(warning)
        if code is None:
            raise ImportRefusedError(f"{gebied.code} {gebied.naam} ligt nergens in.")
        return self.by_code[code]


def write(
    gebied: Gebied, *, naam: str, ouder: Gebied | None, geometry: Geometry, bron: str
) -> bool:
    """Write an official outline down; tell whether something changed."""
    before = (gebied.naam, gebied.ouder, gebied.geometrie, gebied.bron, gebied.schematisch)
    if before == (naam, ouder, geometry, bron, False):
        return False
    gebied.naam, gebied.ouder, gebied.bron, gebied.schematisch = naam, ouder, bron, False
    gebied.place(geometry)
    gebied.gewijzigd_op = clock.now()
    db.session.add(gebied)
    return True
