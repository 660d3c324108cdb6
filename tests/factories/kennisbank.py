from participatie.core.db import db
from participatie.kennisbank.services import publish_artikel, write_artikel
from participatie.kennisbank.types import ArtikelGegevens, ArtikelSoort, Doelgroep, HulpFase


def make_gegevens(**fields):
    """What an article says."""
    said = {
        "titel": "Een vergunning vragen",
        "samenvatting": "Wanneer u een vergunning nodig heeft.",
        "tekst": "## Wanneer\n\nBij een feest op straat.\n\n## Hoe\n\nVraag het op tijd.",
        "doelgroepen": (Doelgroep.INITIATIEFNEMER,),
        "fasen": (HulpFase.IDEE, HulpFase.ZOEKEN),
    }
    return ArtikelGegevens(**said | fields)


def make_artikel(door, soort=ArtikelSoort.ARTIKEL, *, public=True, **fields):
    """An article, on the site unless it is said otherwise."""
    made = write_artikel(soort, make_gegevens(**fields), door_id=door.id)
    if public:
        publish_artikel(made, versie=made.versie, door_id=door.id)
        db.session.flush()  # its number of changes counts on
    return made


def make_checklist(door, punten=("Vraag een vergunning", "Regel een verzekering"), **fields):
    """A checklist on the site."""
    fields = {"titel": "Wat u regelt", "tekst": ""} | fields
    return make_artikel(door, ArtikelSoort.CHECKLIST, punten=tuple(punten), **fields)
