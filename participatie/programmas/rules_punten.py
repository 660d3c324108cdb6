"""A place as lines of text, one point on each: drawing without a map. Pure.

A point is two numbers: degrees (52,3812 4,6366, in either order) or RD in metres (103850 488300).
An empty line begins another part of the same place.
"""

import re
from collections.abc import Sequence
from enum import StrEnum

from participatie.core.geometry import (
    Geometry,
    GeometryError,
    as_mapping,
    from_rd,
    parse_geometry,
    shape_of,
)
from participatie.programmas.errors import WaardeError
from participatie.programmas.rules_waarden import shown

MAX_REGELS = 5_000
DECIMALS = 6
_NUMBER = re.compile(r"-?[0-9]{1,12}(?:[.,][0-9]{1,15})?")
_LON, _LAT, _RD_X, _RD_Y = (3.0, 7.5), (50.0, 54.0), (-7_000.0, 300_000.0), (289_000.0, 629_000.0)
Punt = tuple[float, float]


class Tekening(StrEnum):
    """What the points are together."""

    PUNT = "punt"
    LIJN = "lijn"
    VLAK = "vlak"


LEAST = {Tekening.PUNT: 1, Tekening.LIJN: 2, Tekening.VLAK: 3}
_SOORTEN = {Tekening.PUNT: "Point", Tekening.LIJN: "LineString", Tekening.VLAK: "Polygon"}
_TE_WEINIG = {
    Tekening.PUNT: "Vul een punt in.",
    Tekening.LIJN: "Een lijn heeft minstens twee punten. Vul er nog een in.",
    Tekening.VLAK: "Een vlak heeft minstens drie punten. Vul er nog meer in.",
}


def read_punten(text: str, tekening: Tekening) -> Geometry:
    """Return the place that the lines say, or raise `WaardeError` with which line is wrong."""
    delen = [_check(deel, tekening) for deel in _read_delen(text)]
    if not delen:
        raise WaardeError(_TE_WEINIG[tekening])
    try:
        return parse_geometry(_to_geojson(delen, tekening))
    except GeometryError as error:
        raise WaardeError(str(error)) from error


def write_punten(geometry: Geometry) -> tuple[Tekening, str] | None:
    """Return the place as lines; None for what they cannot say: a hole in an area."""
    soort = geometry["type"].removeprefix("Multi")
    many = geometry["type"] != soort
    parts = geometry["coordinates"] if many else [geometry["coordinates"]]
    if soort == "Point":
        return Tekening.PUNT, _join([[part] for part in parts], apart="\n")
    if soort == "LineString":
        return Tekening.LIJN, _join(parts)
    if any(len(part) > 1 for part in parts):
        return None
    return Tekening.VLAK, _join([part[0][:-1] for part in parts])


def _read_delen(text: str) -> list[list[Punt]]:
    lines = text.strip().splitlines()
    if len(lines) > MAX_REGELS:
        raise WaardeError(f"Dit zijn te veel regels: hoogstens {MAX_REGELS}.")
    delen: list[list[Punt]] = [[]]
    for number, line in enumerate(lines, start=1):
        if line.strip():
            delen[-1].append(_read_punt(line, number))
        elif delen[-1]:
            delen.append([])
    return [deel for deel in delen if deel]


def _read_punt(line: str, number: int) -> Punt:
    parts = [part.strip(",;") for part in re.split(r"[\s;]+", line.strip(" ,;()[]"))]
    if len(parts) == 1 and "." in parts[0]:
        parts = parts[0].split(",")
    if len(parts) != 2 or not all(_NUMBER.fullmatch(part) for part in parts):  # noqa: PLR2004  # x and y
        raise WaardeError(
            f"Regel {number}: “{shown(line.strip())}” is geen punt. "
            "Schrijf twee getallen, bijvoorbeeld 52,3812 4,6366."
        )
    one, other = (float(part.replace(",", ".")) for part in parts)
    if _within(one, _LAT) and _within(other, _LON):
        return other, one
    if _within(one, _LON) and _within(other, _LAT):
        return one, other
    if _within(one, _RD_X) and _within(other, _RD_Y):
        moved = from_rd(shape_of({"type": "Point", "coordinates": [one, other]}))
        lon, lat = as_mapping(moved)["coordinates"]
        return lon, lat
    raise WaardeError(f"Regel {number}: dit punt ligt buiten Nederland. Controleer de getallen.")


def _within(number: float, limits: Punt) -> bool:
    return limits[0] <= number <= limits[1]


def _check(deel: Sequence[Punt], tekening: Tekening) -> Sequence[Punt]:
    if len(deel) < LEAST[tekening]:
        raise WaardeError(_TE_WEINIG[tekening])
    return deel


def _to_geojson(delen: Sequence[Sequence[Punt]], tekening: Tekening) -> Geometry:
    soort = _SOORTEN[tekening]
    if tekening is Tekening.PUNT:
        parts: list[object] = [punt for deel in delen for punt in deel]
    elif tekening is Tekening.LIJN:
        parts = list(delen)
    else:
        parts = [[[*deel, deel[0]]] for deel in delen]
    if len(parts) == 1:
        return {"type": soort, "coordinates": parts[0]}
    return {"type": f"Multi{soort}", "coordinates": parts}


def _join(parts: Sequence[Sequence[Sequence[float]]], apart: str = "\n\n") -> str:
    return apart.join(
        "\n".join(f"{_write(lat)} {_write(lon)}" for lon, lat in part) for part in parts
    )


def _write(number: float) -> str:
    return f"{number:.{DECIMALS}f}".rstrip("0").rstrip(".").replace(".", ",")
