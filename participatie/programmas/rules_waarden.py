"""Reading money, dates and choices as people and systems write them. Pure."""

import math
import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import TypeVar

from participatie.programmas.errors import WaardeError
from participatie.programmas.rules import EERSTE_JAAR, LAATSTE_JAAR

T = TypeVar("T", bound=StrEnum)

MAX_BEDRAG_CENT = 10**15  # ten thousand billion euro: more is a mistake
DATUM_FORMATEN = ("%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y")
MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
ZOALS_MENSEN = "%d-%m-%Y"
VOORBEELD_DAG = date(2027, 3, 31)
FORMULE_BEGIN = ("=", "@")
SHORTEST_CUT = 30
DAGEN_ONTHOUDEN = 4_096
_BEDRAG = re.compile(r"[0-9]+|[0-9]{1,3}(?:[.,][0-9]{3})+")
_CENTEN = re.compile(r"(.+)[.,]([0-9]{1,2})")
_VALUTA = re.compile(r"^(?:€|EUR)?\s*(.*?)\s*(?:€|EUR)?$", re.IGNORECASE)
_ONLEESBAAR = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_SPACES = re.compile(r"[\s\u00a0\u202f]+")


def parse_bedrag(value: object, factor: Decimal = Decimal(1)) -> int | None:
    """Return whole euro cents, or None for an empty cell.

    Reads 1250000, 1.250.000,50 and 1,250,000.50. One sign with three digits behind it parts the
    thousands; with one or two digits behind it, the cents.
    """
    if isinstance(value, bool):
        raise WaardeError("ja of nee is geen bedrag. Schrijf bijvoorbeeld 12500,50.")
    amount = (
        _from_number(value) if isinstance(value, int | float) else _from_text(str(value or ""))
    )
    if amount is None:
        return None
    cents = amount * factor * 100
    if cents < 0:
        raise WaardeError("een bedrag kan niet lager zijn dan 0. Haal het minteken weg.")
    if cents > MAX_BEDRAG_CENT:
        raise WaardeError("dit bedrag is te groot. Controleer de punten en de komma.")
    if cents != cents.to_integral_value():
        raise WaardeError("een bedrag heeft hoogstens twee cijfers achter de komma.")
    return int(cents)


def _from_number(value: float) -> Decimal:
    if not math.isfinite(value):
        raise WaardeError("dit is geen bedrag. Schrijf bijvoorbeeld 12500,50.")
    return Decimal(str(value))


def _from_text(text: str) -> Decimal | None:
    found = _VALUTA.match(_SPACES.sub("", text))
    plain = found.group(1) if found else ""
    if plain in {"", "-"}:
        return None
    sign = -1 if plain.startswith("-") else 1
    plain = plain.lstrip("-+").removesuffix(",-").removesuffix(",--")
    cents = _CENTEN.fullmatch(plain)
    whole, fraction = (cents.group(1), cents.group(2)) if cents else (plain, "0")
    used = plain[len(whole) : len(whole) + 1]
    separators = {sign for sign in whole if sign in ".,"}
    if not _BEDRAG.fullmatch(whole) or used in separators or len(separators) > 1:
        raise WaardeError(f"“{shown(text)}” is geen bedrag. Schrijf bijvoorbeeld 12500,50.")
    return sign * Decimal(f"{re.sub('[.,]', '', whole)}.{fraction}")


def parse_datum(text: str, formaten: Sequence[str] = DATUM_FORMATEN, *, eind: bool) -> date:
    """Return the day; a bare year is its first day, or its last for an end."""
    return _day_of(text, tuple(formaten), eind=eind)


@lru_cache(maxsize=DAGEN_ONTHOUDEN)  # a file names the same days over and over
def _day_of(text: str, formaten: tuple[str, ...], *, eind: bool) -> date:
    if re.fullmatch("[0-9]{4}", text):
        return _in_period(date(max(int(text), 1), 12 if eind else 1, 31 if eind else 1))
    for formaat in formaten:
        try:
            return _in_period(datetime.strptime(text, formaat).date())  # noqa: DTZ007  # a day
        except WaardeError:
            raise
        except ValueError:
            continue
    wanted = (ZOALS_MENSEN,) if ZOALS_MENSEN in formaten else formaten[:1]
    example = "".join(f"{VOORBEELD_DAG.strftime(formaat)} of " for formaat in wanted)
    raise WaardeError(f"“{shown(text)}” is geen datum. Schrijf bijvoorbeeld {example}2027.")


def dag_in_woorden(day: date) -> str:
    """Return a day as it is said: 12 maart 2027."""
    return f"{day.day} {MAANDEN[day.month - 1]} {day.year}"


def _in_period(day: date) -> date:
    if not EERSTE_JAAR <= day.year <= LAATSTE_JAAR:
        raise WaardeError(
            f"het jaar {day.year} kan niet. Kies een jaar van {EERSTE_JAAR} tot {LAATSTE_JAAR}."
        )
    return day


def parse_keuze(text: str, namen: Mapping[T, str]) -> T:
    """Return the member that is meant, by its value or its name."""
    wanted = text.strip().casefold()
    for member, member_naam in namen.items():
        if wanted in {member.value.casefold(), member_naam.casefold()}:
            return member
    choices = ", ".join(member.value for member in namen)
    raise WaardeError(f"“{shown(text)}” is niet bekend. Kies uit: {choices}.")


def parse_tekst(text: str, *, max_length: int) -> str:
    """Return the text without spaces around it, when it is text and not too long."""
    plain = text.strip()
    if plain.startswith(FORMULE_BEGIN):
        raise WaardeError(
            f"“{shown(plain)}” lijkt een formule, want het begint met {plain[0]}. "
            "Vul de uitkomst in."
        )
    if _ONLEESBAAR.search(plain):
        raise WaardeError("er staat een onleesbaar teken in. Typ de tekst opnieuw.")
    if len(plain) > max_length:
        raise WaardeError(
            f"de tekst is te lang: {len(plain)} tekens. Maak er hoogstens {max_length} van."
        )
    return plain


def shown(text: str) -> str:
    """Return a text short enough to repeat in a message."""
    return text if len(text) <= SHORTEST_CUT else f"{text[:SHORTEST_CUT]}…"


def sentence(text: str) -> str:
    """Return the text with a capital at its beginning, and else as it was typed."""
    return text[:1].upper() + text[1:]


def plain_naam(text: str) -> str:
    """Return a name without case, accents, spaces and signs, to find it by."""
    letters = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]", "", letters)
