"""Addresses of pages elsewhere: only those that a reader can safely follow. Pure."""

from urllib.parse import urlsplit

from participatie.programmas.errors import WaardeError

VERWIJZINGEN_MAX = 20
TITEL_MAX_LENGTH = 120
URL_MAX_LENGTH = 500
SCHEMES = frozenset({"http", "https"})


def parse_url(text: str) -> str:
    """Return the address as it was typed, or raise with what to write instead."""
    url = text.strip()
    if len(url) > URL_MAX_LENGTH:
        raise WaardeError(f"dit adres is te lang: hoogstens {URL_MAX_LENGTH} tekens.")
    try:
        parts = urlsplit(url)
        host, _port = parts.hostname, parts.port
    except ValueError as error:
        raise _no_address() from error
    is_plain = url.isprintable() and not any(sign in url for sign in " \\<>\"'`")
    if parts.scheme not in SCHEMES or not host or "." not in host or not is_plain:
        raise _no_address()
    if parts.username is not None or parts.password is not None:
        raise WaardeError("laat de naam en het wachtwoord weg uit dit adres.")
    return url


def _no_address() -> WaardeError:
    return WaardeError("schrijf het hele adres, bijvoorbeeld https://www.haarlem.nl/plan.")
