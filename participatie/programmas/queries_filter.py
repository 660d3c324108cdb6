"""The filter of the list and of the map, as it stands in their addresses."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum
from typing import TypeVar

from participatie.core.geometry import Bounds, GeometryError, parse_bounds
from participatie.gebieden.queries import get_boom, onder_ids
from participatie.gebieden.types import GebiedId, Niveau
from participatie.opgaven.types import DoelId, Domein
from participatie.organisaties.queries import list_organisaties
from participatie.organisaties.types import OrganisatieId
from participatie.programmas.queries import list_jaren
from participatie.programmas.types import Fase, ProjectFilter, ProjectSoort, Thema

TEKST_MAX_LENGTH = 100
DOEL = re.compile("[1-9][0-9]{0,8}")
Getlist = Callable[[str], Sequence[str]]
E = TypeVar("E", bound=StrEnum)


def filter_of(getlist: Getlist, *, peildatum: date | None = None) -> ProjectFilter:
    """Return what an address asks for; what cannot be chosen is left out."""
    return ProjectFilter(
        gebied_ids=_gebieden(_first(getlist, "gebied")),
        jaren=_jaren(_first(getlist, "van"), _first(getlist, "tot"), peildatum),
        domeinen=_members(Domein, getlist("domein")),
        themas=_members(Thema, getlist("thema")),
        soorten=_members(ProjectSoort, getlist("soort")),
        fasen=_members(Fase, getlist("fase")),
        tekst=_words(_first(getlist, "tekst")),
        bounds=_bounds(_first(getlist, "bbox")),
        organisatie_id=_organisatie(_first(getlist, "organisatie")),
        doel_id=_doel(_first(getlist, "doel")),
        trekker=_words(_first(getlist, "trekker")),
        peildatum=peildatum,
    )


def _first(getlist: Getlist, name: str) -> str:
    return next(iter(getlist(name)), "")


def _words(text: str) -> str:
    return " ".join(text.replace("\x00", "").split())[:TEKST_MAX_LENGTH]


def _organisatie(slug: str) -> OrganisatieId | None:
    found = list_organisaties() if slug else ()
    return next((partner.id for partner in found if partner.slug == slug), None)


def _doel(text: str) -> DoelId | None:
    return DoelId(int(text)) if DOEL.fullmatch(text) else None


def _gebieden(slug: str) -> frozenset[GebiedId] | None:
    gebied_id = get_boom().by_slug.get(slug)
    if gebied_id is None or get_boom().omtrekken[gebied_id].niveau is Niveau.STAD:
        return None
    return onder_ids(gebied_id)


def _jaren(van: str, tot: str, peildatum: date | None) -> frozenset[int]:
    known = list_jaren(peildatum)
    if not known or not (van.isdecimal() or tot.isdecimal()):
        return frozenset()
    first = int(van[:4]) if van.isdecimal() else known[0]
    last = int(tot[:4]) if tot.isdecimal() else known[-1]
    first, last = min(first, last), max(first, last)
    return frozenset(range(max(first, known[0]), min(last, known[-1]) + 1)) or frozenset({first})


def _members(soort: type[E], values: Sequence[str]) -> frozenset[E]:
    return frozenset(soort(value) for value in values if value in set(soort))


def _bounds(text: str) -> Bounds | None:
    try:
        return parse_bounds(text) if text else None
    except GeometryError:
        return None
