"""Reading where a row of a file lies. Pure."""

import re
from functools import partial

from participatie.core.geometry import (
    Geometry,
    GeometryError,
    parse_geometry,
    parse_rd_geometry,
)
from participatie.gebieden.types import GebiedId
from participatie.programmas.errors import WaardeError
from participatie.programmas.rules_waarden import shown
from participatie.uitwisseling.rules_lezer import Lezing, RijLezer
from participatie.uitwisseling.types import Stelsel, Veld

TE_GROOT = "(te groot voor een cel)"
"""What our own Excel file says of a shape that does not fit: what is stored, stays."""


def read_plek(lezer: RijLezer, lezing: Lezing) -> None:
    """Read the place and the gebieden of a row."""
    known = len(lezer.gelezen.fouten)
    waarden, gebieden = lezer.gelezen.waarden, lezing.gebieden
    is_too_large = lezer.cell(Veld.GEOMETRIE) == TE_GROOT
    geometry = None if is_too_large else _read_geometry(lezer, lezing.stelsel)
    if lezing.gives_plek and not is_too_large:
        waarden["geometrie"] = geometry
    if len(lezer.gelezen.fouten) > known:
        return
    middle = gebieden.at(geometry) if geometry is not None else None
    if geometry is not None and middle is None and gebieden.knows_outlines:
        lezer.wrong(Veld.GEOMETRIE, "deze plek ligt buiten de gemeente.")
        return
    ids = lezer.read(Veld.GEBIEDEN, partial(_named, lezing), empty=None)
    if ids is None and len(lezer.gelezen.fouten) == known:
        ids = frozenset({middle}) if middle is not None else None
        if ids is None:
            lezer.wrong(Veld.GEBIEDEN, "er is geen gebied en geen plek. Vul een van beide in.")
    waarden["gebied_ids"] = ids


def _named(lezing: Lezing, text: str) -> frozenset[GebiedId] | None:
    parts = re.split(f"[{re.escape(lezing.mapping.scheiding)}\n]", text)
    found = frozenset(lezing.gebieden.named(part.strip()) for part in parts if part.strip())
    return found or None


def _read_geometry(lezer: RijLezer, stelsel: Stelsel) -> Geometry | None:
    parse = parse_rd_geometry if stelsel is Stelsel.RD else parse_geometry
    try:
        given = _given_geometry(lezer)
        return parse(given) if given else None
    except (WaardeError, GeometryError) as error:
        lezer.wrong(Veld.GEOMETRIE, str(error))
        return None


def _given_geometry(lezer: RijLezer) -> object | None:
    if lezer.rij.geometrie is not None:
        return lezer.rij.geometrie
    lon, lat = lezer.cell(Veld.LON), lezer.cell(Veld.LAT)
    return _point(lon, lat) if lon or lat else lezer.cell(Veld.GEOMETRIE) or None


def _point(lon: str, lat: str) -> Geometry:
    try:
        coordinates = [float(lon.replace(",", ".")), float(lat.replace(",", "."))]
    except ValueError as error:
        raise WaardeError(f"“{shown(lon)}” en “{shown(lat)}” zijn geen coördinaten.") from error
    return {"type": "Point", "coordinates": coordinates}
