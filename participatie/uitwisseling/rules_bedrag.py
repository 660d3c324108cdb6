"""Amounts that may mean two things. Pure.

Money has at most two digits behind its comma. So a sign with three digits behind it always parts
the thousands: 1.250 and 1,250 are both € 1.250. Who writes Dutch uses a point for that; a comma
may be meant for cents, and is therefore asked about.
"""

import re
from decimal import Decimal

from participatie.uitwisseling.rules_verslag import euro

_EEN_KOMMA = re.compile(r"(?:€|EUR)?([0-9]{1,3}),([0-9]{2})([0-9])(?:€|EUR)?", re.IGNORECASE)
_SPACES = re.compile(r"\s+")


def find_twijfel(value: object, cents: int, factor: Decimal) -> str | None:
    """Return what to check about an amount that may mean two things; None when it is clear."""
    if not isinstance(value, str):
        return None
    found = _EEN_KOMMA.fullmatch(_SPACES.sub("", value))
    if found is None:
        return None
    whole, two, last = found.groups()
    meant = Decimal(f"{whole}.{two}") * factor * 100
    if last != "0" or meant != meant.to_integral_value():
        vraag = "Bedoelt u centen? Schrijf dan twee cijfers achter de komma."
    else:
        vraag = f"Bedoelt u {euro(int(meant))}? Schrijf dan {whole},{two}."
    return f"“{value.strip()}” is gelezen als {euro(cents)}. {vraag}"
