"""Numbers and years of indicators, as people write them and back. Pure."""

import re

MAX_GETAL = 1e9
DECIMALS = 3
_GETAL = re.compile(r"[-\u2212]?(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,10})(?:,[0-9]{1,3})?")
_PUNT = re.compile(r"[-\u2212]?[0-9]{1,10}\.(?:[0-9]{1,2})")
_JAAR = re.compile(r"[0-9]{4}")


def parse_getal(text: str) -> float:
    """Return the number of "61", "7,25", "1.250,5" or "7.5", or raise `ValueError`.

    A point before three digits stands between thousands, as in the rest of the site.
    """
    plain = text.strip().removesuffix("%").strip()
    if _PUNT.fullmatch(plain):
        dutch = plain.replace(".", ",")
    elif _GETAL.fullmatch(plain):
        dutch = plain.replace(".", "")
    else:
        raise ValueError(text)
    number = float(dutch.replace(",", ".").replace("\u2212", "-"))
    if abs(number) > MAX_GETAL:
        raise ValueError(text)
    return number


def write_getal(number: float) -> str:
    """Return the number as one would type it."""
    return f"{number:.{DECIMALS}f}".rstrip("0").rstrip(".").replace(".", ",")


def parse_jaar(text: str) -> int:
    """Return the year that is written in four digits, or raise `ValueError`."""
    if not _JAAR.fullmatch(text.strip()):
        raise ValueError(text)
    return int(text)
