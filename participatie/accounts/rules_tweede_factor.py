"""The second factor: codes of thirty seconds, and recovery codes. Pure."""

STAP_SECONDEN = 30
SPELING = 1  # steps a clock may be ahead or behind
CODE_LENGTH = 6
HERSTELCODES = 10
HERSTELCODE_LENGTH = 12
HERSTELCODE_TEKENS = "abcdefghjkmnpqrstuvwxyz23456789"  # nothing that looks like something else


def stap_of(timestamp: float) -> int:
    """Return the number of the period of thirty seconds this moment falls in."""
    return int(timestamp) // STAP_SECONDEN


def stappen_around(timestamp: float) -> range:
    """Return the steps whose code is accepted at this moment."""
    now = stap_of(timestamp)
    return range(now - SPELING, now + SPELING + 1)


def clean_code(code: str) -> str:
    """Return a typed code without spaces and dashes."""
    return "".join(sign for sign in code.lower() if sign.isalnum())


def show_herstelcode(code: str) -> str:
    """Return a recovery code in groups of four, as it is read aloud."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))
