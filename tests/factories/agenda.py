from datetime import timedelta

from participatie.agenda.services import announce
from participatie.agenda.types import BijeenkomstGegevens, BijeenkomstSoort
from participatie.core import clock


def make_bijeenkomst_gegevens(gebied, **fields):
    """What is known of a meeting next week."""
    begin = clock.now() + timedelta(days=7)
    said = {
        "gebied_id": gebied.id,
        "titel": "Praat mee over het plein",
        "soort": BijeenkomstSoort.WIJKBIJEENKOMST,
        "begin": begin,
        "eind": fields.get("begin", begin) + timedelta(hours=2),
        "plek_omschrijving": "Buurthuis De Hoek",
        "organisator": "Gebiedsteam",
        "omschrijving": "Wij bekijken **drie** schetsen.",
        "aanmelden": True,
    }
    return BijeenkomstGegevens(**said | fields)


def make_bijeenkomst(gebied, door, **fields):
    """A meeting in the agenda."""
    return announce(make_bijeenkomst_gegevens(gebied, **fields), door_id=door.id)
