"""From the lines of a file to gebieden of one niveau: codes, names, outlines, figures. Pure."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from shapely.geometry.base import BaseGeometry

from participatie.core.geofiles import GeoFeature
from participatie.core.geometry import Geometry, GeometryError, check_geometry, geometry_of
from participatie.gebieden.errors import ImportRefusedError
from participatie.gebieden.rules_cijfers import field_key, read_cijfers
from participatie.gebieden.types import Niveau

MAX_NAAM = 80
AREA_TYPES = frozenset({"Polygon", "MultiPolygon"})
PREFIXES: Mapping[Niveau, tuple[str, int]] = {
    Niveau.STAD: ("GM", 4),
    Niveau.WIJK: ("WK", 6),
    Niveau.BUURT: ("BU", 8),
}
MEERVOUD: Mapping[Niveau, str] = {
    Niveau.STAD: "steden",
    Niveau.STADSDEEL: "stadsdelen",
    Niveau.WIJK: "wijken",
    Niveau.BUURT: "buurten",
}
CODE_FIELDS: Mapping[Niveau, tuple[str, ...]] = {
    Niveau.STAD: ("statcode", "gemeentecode", "gmcode", "code", "id"),
    Niveau.STADSDEEL: ("stadsdeelcode", "sdcode", "code"),
    Niveau.WIJK: ("statcode", "wijkcode", "wkcode", "code", "id"),
    Niveau.BUURT: ("statcode", "buurtcode", "bucode", "code", "id"),
}
NAME_FIELDS: Mapping[Niveau, tuple[str, ...]] = {
    Niveau.STAD: ("statnaam", "gemeentenaam", "gmnaam", "naam", "name"),
    Niveau.STADSDEEL: ("statnaam", "stadsdeel", "stadsdeelnaam", "sdnaam", "naam", "name"),
    Niveau.WIJK: ("statnaam", "wijknaam", "wknaam", "wijk", "naam", "name"),
    Niveau.BUURT: ("statnaam", "buurtnaam", "bunaam", "buurt", "naam", "name"),
}


@dataclass(frozen=True)
class Regel:
    """One gebied as the file has it. `code` or `naam` may be absent, never both."""

    number: int
    code: str | None
    naam: str | None
    shape: BaseGeometry
    cijfers: Mapping[str, float]
    properties: Mapping[str, Any]

    @property
    def wie(self) -> str:
        """Return how a message calls this line."""
        return " ".join(part for part in (self.code, self.naam) if part)

    @property
    def geometry(self) -> Geometry:
        """Return the outline as it is stored."""
        return geometry_of(self.shape)


def read_regels(features: Sequence[GeoFeature], niveau: Niveau) -> list[Regel]:
    """Return the gebieden of the file, or raise `ImportRefusedError` with the first reason."""
    _check_niveau(features[0].properties, niveau)
    regels = [_regel(feature, niveau) for feature in features if not _is_water(feature)]
    if not regels:
        raise ImportRefusedError("Het bestand is leeg: er staat geen enkel gebied in.")
    _check_unique((regel.code for regel in regels), "De code")
    _check_unique((regel.naam for regel in regels if regel.code is None), "De naam")
    _check_one_gemeente(regels, niveau)
    return regels


def _check_niveau(properties: Mapping[str, Any], niveau: Niveau) -> None:
    """Raise when the file has the fields of a larger niveau and none of this one."""
    fields = {field_key(field) for field in properties}
    if fields & {*CODE_FIELDS[niveau], *NAME_FIELDS[niveau]}:
        return
    for other in Niveau:
        if fields & {*CODE_FIELDS[other], *NAME_FIELDS[other]}:
            raise ImportRefusedError(
                f"Dit bestand bevat {MEERVOUD[other]}, geen {MEERVOUD[niveau]}."
            )


def gemeente_of(code: str) -> str:
    """Return the code of the gemeente a wijk or buurt belongs to: WK039201 is in GM0392."""
    return "GM" + code[2:6]


def _is_water(feature: GeoFeature) -> bool:
    """Tell whether this is one of the stretches of open water CBS draws beside the land."""
    return str(_first(feature.properties, ("water",))).upper() == "JA"


def _regel(feature: GeoFeature, niveau: Niveau) -> Regel:
    properties = feature.properties
    code = _read_code(_first(properties, CODE_FIELDS[niveau]), niveau, feature.number)
    naam = _read_naam(_first(properties, NAME_FIELDS[niveau]), feature.number)
    wie = " ".join(part for part in (code, naam) if part)
    if not wie:
        raise ImportRefusedError(
            f"Vorm {feature.number} heeft geen code en geen naam van een {niveau.value}."
        )
    shape = _check_outline(feature.geometry, wie)
    return Regel(feature.number, code, naam, shape, read_cijfers(properties, wie), properties)


def _first(properties: Mapping[str, Any], fields: Iterable[str]) -> str | None:
    by_key = {field_key(field): value for field, value in properties.items()}
    values = (by_key.get(field) for field in fields)
    return next((str(value) for value in values if value is not None), None)


def _read_code(value: str | None, niveau: Niveau, number: int) -> str | None:
    text = (value or "").strip().upper()
    if niveau is Niveau.STADSDEEL:
        return text if re.fullmatch(r"SD[A-Z0-9-]{2,18}", text) else None
    prefix, digits = PREFIXES[niveau]
    if re.fullmatch(rf"[0-9]{{{digits - 2},{digits}}}", text):
        return prefix + text.zfill(digits)  # a spreadsheet drops the letters and the first zero
    if not text or re.fullmatch(rf"{prefix}[0-9]{{{digits}}}", text):
        return text or None
    for other, (its_prefix, its_digits) in PREFIXES.items():
        if re.fullmatch(rf"{its_prefix}[0-9]{{{its_digits}}}", text):
            raise ImportRefusedError(
                f"Dit bestand bevat {MEERVOUD[other]} ({text}), geen {MEERVOUD[niveau]}."
            )
    raise ImportRefusedError(
        f"Vorm {number}: {text[:20]!r} is geen code van een {niveau.value}. "
        f"Die begint met {prefix} en heeft dan {digits} cijfers."
    )


def _read_naam(value: str | None, number: int) -> str | None:
    naam = " ".join("".join(letter for letter in value or "" if letter.isprintable()).split())
    if len(naam) > MAX_NAAM:
        raise ImportRefusedError(
            f"De naam van vorm {number} is te lang: hoogstens {MAX_NAAM} letters."
        )
    return naam or None


def _check_outline(shape: BaseGeometry | None, wie: str) -> BaseGeometry:
    if shape is None:
        raise ImportRefusedError(f"{wie} heeft geen omtrek.")
    try:
        checked = check_geometry(shape)
    except GeometryError as error:
        raise ImportRefusedError(f"{wie}: {error}") from None
    if checked.geom_type not in AREA_TYPES:
        raise ImportRefusedError(f"{wie} heeft geen omtrek maar een {checked.geom_type}.")
    return checked


def _check_unique(values: Iterable[str | None], what: str) -> None:
    double = [value for value, times in Counter(values).items() if value and times > 1]
    if double:
        raise ImportRefusedError(f"{what} komt meer dan een keer voor: {', '.join(double[:5])}.")


def _check_one_gemeente(regels: Sequence[Regel], niveau: Niveau) -> None:
    if niveau is Niveau.STAD and len(regels) > 1:
        wie = ", ".join(regel.wie for regel in regels[:5])
        raise ImportRefusedError(f"Een stad is er één, maar in het bestand staan er meer: {wie}.")
    if niveau is Niveau.STADSDEEL:
        return
    gemeenten = sorted({gemeente_of(regel.code) for regel in regels if regel.code})
    if len(gemeenten) > 1:
        raise ImportRefusedError(
            f"In het bestand staan gebieden van meer gemeenten: {', '.join(gemeenten[:5])}."
        )
