"""Amounts of money as people write them, and back. Money is whole euro cents."""

import re

MAX_CENT = 100_000_000_00
AMOUNT = re.compile(
    r"(?P<euro>[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,12})(?:,(?P<cent>[0-9]{1,2}|--?))?"
)


def parse_euro(text: str) -> int:
    """Return the cents of "1.250", "€ 1250,5" or "1.250,-", or raise `ValueError`."""
    found = AMOUNT.fullmatch(re.sub(r"[€\s]", "", text))
    if found is None:
        raise ValueError(text)
    cent = (found["cent"] or "").strip("-").ljust(2, "0")
    total = int(found["euro"].replace(".", "")) * 100 + int(cent)
    if total > MAX_CENT:
        raise ValueError(text)
    return total


def format_euro(cent: int) -> str:
    """Return the amount as one would type it."""
    euro, rest = divmod(cent, 100)
    return f"{euro},{rest:02d}" if rest else str(euro)
