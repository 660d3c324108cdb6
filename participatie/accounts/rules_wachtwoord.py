"""What a password must be. Pure."""

import unicodedata

from participatie.accounts.errors import WachtwoordTeZwakError

WACHTWOORD_MIN_LENGTH = 10
WACHTWOORD_MAX_LENGTH = 200

# Passwords of ten characters or more that stand high in lists of leaked ones; compared without
# capitals, spaces, and the digits and signs at the end.
_GANGBAAR = """
    1234567890 12345678910 0123456789 0987654321 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc
    q1w2e3r4t5 qwertyuiop qwertyuiop[] qwerty asdfghjkl asdfghjklzxcvbnm zxcvbnm 1212121212
    1234512345 9876543210 abcdefghij abcdefghijkl abcd1234abcd abc123abc123 password
    passwordpassword mypassword letmein letmeinplease administrator admin adminadmin welcome
    welcomewelcome iloveyou iloveyouso sunshine princess football baseball basketball
    superman starwars trustno dragon monkey master shadow michael jennifer jordan michelle
    wachtwoord wachtwoordwachtwoord mijnwachtwoord geheim geheimgeheim welkom welkomwelkom
    welkomthuis nederland amsterdam haarlem gemeente gemeentehaarlem haarlemhaarlem hallo
    hallohallo hallodaar voetbal feyenoord ajaxamsterdam psveindhoven zomer winter lente
    herfst participatie changeme changemenow default secret topsecret computer internet
"""
GANGBAAR = frozenset(_GANGBAAR.split())


def check_wachtwoord(wachtwoord: str, *, email: str) -> None:
    """Raise when a password is too short, too long or easy to guess."""
    if len(wachtwoord) < WACHTWOORD_MIN_LENGTH:
        raise WachtwoordTeZwakError(
            f"Gebruik minstens {WACHTWOORD_MIN_LENGTH} tekens. Een korte zin werkt goed."
        )
    if len(wachtwoord) > WACHTWOORD_MAX_LENGTH:
        raise WachtwoordTeZwakError(f"Gebruik niet meer dan {WACHTWOORD_MAX_LENGTH} tekens.")
    if _is_easy(wachtwoord, email):
        raise WachtwoordTeZwakError(
            "Dit wachtwoord is makkelijk te raden. Kies een ander, bijvoorbeeld een korte zin."
        )


def normalise_wachtwoord(wachtwoord: str) -> str:
    """Return the same text whatever keyboard it was typed on."""
    return unicodedata.normalize("NFKC", wachtwoord)


def _is_easy(wachtwoord: str, email: str) -> bool:
    plain = "".join(wachtwoord.lower().split())
    stem = plain.rstrip("0123456789!?.#@$*-_")
    name = email.lower().partition("@")[0]
    of_the_address = stem in {name, email.lower()} or plain in {name, email.lower()}
    return of_the_address or not {plain, stem}.isdisjoint(GANGBAAR) or len(set(plain)) <= 2  # noqa: PLR2004  # one sign, or two in turn
