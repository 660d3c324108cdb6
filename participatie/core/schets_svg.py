"""A drawing of places as one SVG text, for paper. Its numbered signs do not cover each other.

It holds numbers and names of our own only, never text of users, so it can stand in a PDF and in
the address of a picture.
"""

import math
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from participatie.core.schets import BREEDTE, HOOGTE, Schets, Vorm

MERK = 14.0  # half of a sign
APART = 33.0  # between the middles of two signs: the widest one, its edge and some air
RINGEN = 24
STAPPEN = 12
LETTERS = "Source Sans 3, DejaVu Sans, sans-serif"
LETTERS_PER_CIJFERS = {1: 12.0, 2: 10.0}
KLEINSTE = 7.5
LICHT = "#ffffff"
INKT = "#17252d"


@dataclass(frozen=True)
class Stijl:
    """How one soort is drawn; `merk` is the path of its sign on a field of 20 by 20."""

    kleur: str
    vulling: str = "none"
    dikte: float = 1.5
    merk: str = ""


@dataclass(frozen=True)
class Plek:
    """Where a sign stands; `x` and `y` of its place itself, when it had to move aside."""

    x: float
    y: float
    van_x: float
    van_y: float


def as_svg(schets: Schets, stijlen: Mapping[str, Stijl]) -> str:
    """Return the drawing as SVG; each soort of it has its style."""
    marks = [vorm for vorm in schets.vormen if stijlen[vorm.soort].merk]
    body = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {schets.breedte} {schets.hoogte}">',
        f'<rect width="{schets.breedte}" height="{schets.hoogte}" fill="#f3f6f7"/>',
        *(_line(vorm, stijlen[vorm.soort]) for vorm in schets.vormen if vorm.pad),
        *_marks(marks, stijlen),
        "</svg>",
    ]
    return "".join(body)


def as_address(svg: str) -> str:
    """Return a picture as an address, so that a page needs no second request for it."""
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"


def sign_svg(stijl: Stijl) -> str:
    """Return the sign of a legend by itself."""
    sign = f'<path d="{stijl.merk}" fill="{stijl.kleur}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20">{sign}</svg>'


def spread(spots: Iterable[tuple[float, float]]) -> list[Plek]:
    """Give each sign a place of its own: where it belongs, or the nearest that is free."""
    taken: list[Plek] = []
    for x, y in spots:
        free = next((spot for spot in _around(x, y) if _is_free(spot, taken)), (x, y))
        taken.append(Plek(*free, x, y))
    return taken


def _around(x: float, y: float) -> Iterator[tuple[float, float]]:
    yield _inside(x, y)
    for ring in range(1, RINGEN):
        for step in range(STAPPEN):
            angle = 2 * math.pi * step / STAPPEN
            distance = ring * MERK * 1.1
            yield _inside(x + distance * math.cos(angle), y + distance * math.sin(angle))


def _inside(x: float, y: float) -> tuple[float, float]:
    return (
        round(min(max(x, MERK), BREEDTE - MERK), 1),
        round(min(max(y, MERK), HOOGTE - MERK), 1),
    )


def _is_free(spot: tuple[float, float], taken: Sequence[Plek]) -> bool:
    return all(math.dist(spot, (other.x, other.y)) >= APART for other in taken)


def _line(vorm: Vorm, stijl: Stijl) -> str:
    vulling = stijl.vulling if "Z" in vorm.pad else "none"
    return (
        f'<path d="{vorm.pad}" fill="{vulling}" stroke="{stijl.kleur}"'
        f' stroke-width="{stijl.dikte:g}" stroke-linejoin="round" stroke-linecap="round"/>'
    )


def _letters(nummer: int | None) -> float:
    """Return how large a number is written, so that it stays inside its sign."""
    return LETTERS_PER_CIJFERS.get(len(str(nummer)), KLEINSTE)


def _marks(marks: Sequence[Vorm], stijlen: Mapping[str, Stijl]) -> Iterator[str]:
    places = spread((vorm.x, vorm.y) for vorm in marks)
    for plek in places:
        if (plek.x, plek.y) != (plek.van_x, plek.van_y):
            yield (
                f'<path d="M{plek.van_x:g} {plek.van_y:g}L{plek.x:g} {plek.y:g}"'
                f' stroke="{INKT}" stroke-width="1"/>'
                f'<circle cx="{plek.van_x:g}" cy="{plek.van_y:g}" r="2" fill="{INKT}"/>'
            )
    for vorm, plek in zip(marks, places, strict=True):
        stijl = stijlen[vorm.soort]
        scale = MERK / 10
        yield (
            f'<g transform="translate({plek.x:g} {plek.y:g})">'
            f'<path transform="scale({scale:g}) translate(-10 -10)" d="{stijl.merk}"'
            f' fill="{stijl.kleur}" stroke="{LICHT}" stroke-width="1.5"/>'
            f'<text text-anchor="middle" y="6" font-weight="600"'
            f' font-size="{_letters(vorm.nummer)}" font-family="{LETTERS}"'
            f' fill="{LICHT}">{vorm.nummer or ""}</text></g>'
        )
