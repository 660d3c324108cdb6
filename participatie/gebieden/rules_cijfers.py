"""Figures of a gebied: which there are, and how they are read from a file. Pure."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from participatie.gebieden.errors import ImportRefusedError

MISSING_BELOW = -99_990  # CBS writes -99995, -99997 or -99999999 where there is no figure
MISSING_WORDS = frozenset({"", ".", "-", "x", "na", "nan", "null", "none"})
YEARS = range(1900, 2101)
ANY_CODE = ("code", "statcode", "wijkenenbuurten", "regios", "codering", "gwbcode", "id")
CODES: tuple[tuple[tuple[str, ...], str], ...] = (
    (("buurtcode", "bucode", *ANY_CODE), r"BU[0-9]{8}"),
    (("wijkcode", "wkcode", *ANY_CODE), r"WK[0-9]{6}"),
    (("gemeentecode", "gmcode", *ANY_CODE), r"GM[0-9]{4}"),
)


@dataclass(frozen=True)
class Soort:
    """A kind of figure, with the names it has in files (lower case, without signs)."""

    sleutel: str
    naam: str
    eenheid: str
    velden: tuple[str, ...]


INWONERS = Soort("inwoners", "Inwoners", "", ("aantalinwoners", "aantinw", "inwoners"))
WONINGEN = Soort("woningen", "Woningen", "", ("woningvoorraad", "woningen", "aantalwoningen"))

# In the order in which they are shown.
SOORTEN: tuple[Soort, ...] = (
    INWONERS,
    WONINGEN,
    Soort("huishoudens", "Huishoudens", "", ("aantalhuishoudens", "aantalhh")),
    Soort(
        "huishoudensgrootte",
        "Mensen per huishouden",
        "",
        ("gemiddeldehuishoudsgrootte", "gemhhgr"),
    ),
    Soort("eenpersoons", "Wonen alleen", "%", ("percentageeenpersoonshuishoudens", "peenphh")),
    Soort("met-kinderen", "Huishoudens met kinderen", "%", ("percentagehuishoudensmetkinderen",)),
    Soort("tot-15", "Jonger dan 15 jaar", "%", ("percentagepersonen0tot15jaar", "p0014jr")),
    Soort("15-25", "15 tot 25 jaar", "%", ("percentagepersonen15tot25jaar", "p1524jr")),
    Soort("25-45", "25 tot 45 jaar", "%", ("percentagepersonen25tot45jaar", "p2544jr")),
    Soort("45-65", "45 tot 65 jaar", "%", ("percentagepersonen45tot65jaar", "p4564jr")),
    Soort("vanaf-65", "65 jaar en ouder", "%", ("percentagepersonen65jaarenouder", "p65eojr")),
    Soort("koopwoningen", "Koopwoningen", "%", ("percentagekoopwoningen", "pkoopwon")),
    Soort("huurwoningen", "Huurwoningen", "%", ("percentagehuurwoningen", "phuurwon")),
    Soort(
        "corporatie",
        "Huurwoningen van een corporatie",
        "%",
        ("perchuurwoningeninbezitwoningcorporaties",),
    ),
    Soort("woningwaarde", "Gemiddelde waarde van een woning", "duizend euro", (
        "gemiddeldewoningwaarde", "gwoz",
    )),
    Soort("inkomen", "Gemiddeld inkomen per inwoner", "duizend euro", (
        "gemiddeldinkomenperinwoner",
    )),
    Soort("sociaal-minimum", "Huishoudens rond het sociaal minimum", "%", (
        "percentagehuishoudensonderofrondsociaalminimum",
    )),
    Soort("gasverbruik", "Gemiddeld gasverbruik", "m³ per jaar", ("gemiddeldgasverbruiktotaal",)),
    Soort("stroomverbruik", "Gemiddeld stroomverbruik", "kWh per jaar", (
        "gemiddeldelektriciteitsverbruiktotaal",
    )),
    Soort("jeugdzorg", "Jongeren met jeugdzorg", "%", (
        "percentagejongerenmetjeugdzorginnatura",
    )),
    Soort("wmo", "Mensen met Wmo-hulp per 1.000 inwoners", "", (
        "aantalwmoclientenper1000inwoners",
    )),
    Soort("autos", "Auto's per huishouden", "", ("personenautosperhuishouden",)),
    Soort("dichtheid", "Inwoners per vierkante kilometer", "", (
        "bevolkingsdichtheid", "bevolkingsdichtheidinwonersperkm2", "bevdichth",
    )),
    Soort("oppervlakte", "Oppervlakte", "hectare", (
        "oppervlaktetotaal", "oppervlaktetotaalinha", "opptot",
    )),
    Soort("water", "Waarvan water", "hectare", (
        "oppervlaktewater", "oppervlaktewaterinha", "oppwater",
    )),
    Soort("huisarts", "Afstand tot een huisarts", "km", (
        "huisartsenpraktijkgemiddeldeafstandinkm",
    )),
    Soort("supermarkt", "Afstand tot een supermarkt", "km", (
        "grotesupermarktgemiddeldeafstandinkm",
    )),
    Soort("basisschool", "Afstand tot een basisschool", "km", (
        "basisonderwijsgemiddeldeafstandinkm",
    )),
    Soort("groen", "Afstand tot openbaar groen", "km", ("afstandtotopenbaargroentotaal",)),
)  # fmt: skip
BY_FIELD: Mapping[str, Soort] = {veld: soort for soort in SOORTEN for veld in soort.velden}
BY_KEY: Mapping[str, Soort] = {soort.sleutel: soort for soort in SOORTEN}
PLACES: Mapping[str, int] = {soort.sleutel: place for place, soort in enumerate(SOORTEN)}


def field_key(field: str) -> str:
    """Return the name of a field without case, signs and CBS's number: `Mannen_6` is `mannen`."""
    return re.sub(r"[^a-z0-9]", "", re.sub(r"_\d{1,3}$", "", field.lower()))


def read_number(value: object) -> float | None:
    """Return the number, or None where the file says that there is none."""
    text = str(value).strip() if value is not None else ""
    if text.lower() in MISSING_WORDS:
        return None
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        raise ImportRefusedError(f"{text[:40]!r} is geen getal.") from None
    if math.isnan(number) or number <= MISSING_BELOW:
        return None
    if number < 0 or math.isinf(number):
        raise ImportRefusedError(f"{text[:40]} kan niet: een cijfer is nul of meer.")
    return number


def read_cijfers(properties: Mapping[str, Any], wie: str) -> dict[str, float]:
    """Return the figures we know in one line of a file, by key."""
    found: dict[str, float] = {}
    for field, value in properties.items():
        soort = BY_FIELD.get(field_key(field))
        if soort is None:
            continue
        try:
            number = read_number(value)
        except ImportRefusedError as error:
            raise ImportRefusedError(f"{wie}, {field}: {error}") from None
        if number is not None:
            found[soort.sleutel] = number
    _check_whole(found, wie)
    return found


def _check_whole(found: Mapping[str, float], wie: str) -> None:
    for soort in (INWONERS, WONINGEN):
        number = found.get(soort.sleutel)
        if number is not None and not number.is_integer():
            raise ImportRefusedError(
                f"{wie}: {soort.naam.lower()} moet een heel getal zijn, niet {number:g}."
            )


def read_year(properties: Mapping[str, Any], file_name: str) -> int | None:
    """Return the year of the figures: from the line itself, else from the name of the file."""
    for field, value in properties.items():
        if field_key(field) == "jaar" and str(value) in {str(year) for year in YEARS}:
            return int(value)
    years = [int(found) for found in re.findall(r"(?<!\d)(\d{4})(?!\d)", file_name)]
    return next((year for year in reversed(years) if year in YEARS), None)


def find_code(properties: Mapping[str, Any]) -> str | None:
    """Return the code of the smallest gebied a line of figures names."""
    by_key = {field_key(field): str(value).strip().upper() for field, value in properties.items()}
    for fields, pattern in CODES:
        for field in fields:
            if re.fullmatch(pattern, by_key.get(field, "")):
                return by_key[field]
    return None
