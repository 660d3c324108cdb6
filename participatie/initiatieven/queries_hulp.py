"""What help an initiatief can use: how far it is, what it is about and who sees to it."""

from collections.abc import Mapping

from participatie.accounts.types import GebruikerId
from participatie.core.db import db
from participatie.core.onderwerpen import Onderwerp
from participatie.initiatieven.models import Initiatief
from participatie.initiatieven.queries_voortgang import is_initiatiefnemer
from participatie.initiatieven.types_voortgang import InitiatiefFase
from participatie.inzendingen.types import Status
from participatie.kennisbank.types import HulpFase, Hulpvraag

MOST_ID = 2**31 - 1
HULPFASEN: Mapping[InitiatiefFase, HulpFase] = {
    InitiatiefFase.GEZOCHT: HulpFase.ZOEKEN,
    InitiatiefFase.HAALBAARHEID: HulpFase.HAALBAARHEID,
    InitiatiefFase.UITVOERING: HulpFase.UITVOERING,
    InitiatiefFase.GEREALISEERD: HulpFase.AFRONDEN,
    InitiatiefFase.GESTOPT: HulpFase.AFRONDEN,
}


def describe_hulpvraag(subject: object) -> Hulpvraag | None:
    """Return what help the initiatief of a page can use; None when the page is of another kind."""
    if not isinstance(subject, Initiatief):
        return None
    is_public = subject.status is Status.GEPUBLICEERD
    return Hulpvraag(
        onderwerp=Onderwerp("initiatief", subject.id),
        pad=f"/initiatieven/{subject.id}",
        fase=HULPFASEN[subject.fase] if is_public else HulpFase.IDEE,
        thema=subject.thema.value if subject.thema else None,
        initiatiefsoort=subject.soort.value,
    )


def find_hulpvraag(initiatief_id: int, gebruiker_id: GebruikerId) -> Hulpvraag | None:
    """Return what help it can use, when this person is one of its initiatiefnemers."""
    found = db.session.get(Initiatief, initiatief_id) if initiatief_id <= MOST_ID else None
    if found is None or not is_initiatiefnemer(found, gebruiker_id):
        return None
    return describe_hulpvraag(found)
