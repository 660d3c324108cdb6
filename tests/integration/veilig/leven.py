"""An update, people, a doubt and a proposal about an initiatief that was sent."""

from datetime import timedelta

from participatie.core import clock
from participatie.core.db import db
from participatie.initiatieven.models_klopt import Kloptantwoord, Realisatie
from participatie.initiatieven.models_opgaan import Samenvoeging
from participatie.initiatieven.models_voortgang import (
    Fasestap,
    Initiatiefupdate,
    Medeinitiatiefnemer,
    Uitnodiging,
)
from participatie.initiatieven.services_mede import digest_of
from participatie.initiatieven.types_opgaan import SamenvoegingStatus
from participatie.initiatieven.types_voortgang import Hoedanigheid, InitiatiefFase, Oordeel
from participatie.inzendingen.types import Status
from tests.factories.accounts import GebruikerFactory
from tests.factories.initiatieven import InitiatiefFactory

NERGENS = 2_147_483_647
UITNODIGING = "een-uitnodiging-uit-een-mail"


IDS = ("update_id", "mede_id", "uitnodiging_id", "bezwaar_id", "samenvoeging_id")


def make_leven(initiatief, verbinder) -> dict[str, object]:
    """Make one of everything, and return the ids; what was never sent has nothing of it."""
    if initiatief.status is Status.CONCEPT:
        return dict.fromkeys(IDS, NERGENS)
    moment, about = clock.now(), {"initiatief_id": initiatief.id}
    by = {"door_id": initiatief.indiener_id, "op": moment}
    stap = Fasestap(
        van=InitiatiefFase.UITVOERING, naar=InitiatiefFase.GEREALISEERD, toelichting="Klaar.",
        als=Hoedanigheid.INITIATIEFNEMER, **about, **by,
    )  # fmt: skip
    later = moment + timedelta(days=60)
    realisatie = Realisatie(fasestap=stap, op=moment, open_tot=later, **about)
    bezwaar = Kloptantwoord(
        realisatie=realisatie, gebruiker=GebruikerFactory(), klopt=False, reden="Nee.", op=moment,
        oordeel=Oordeel.OPEN,
    )  # fmt: skip
    update = Initiatiefupdate(sleutel=f"update-{initiatief.id}", tekst="Nieuws.", **about, **by)
    mede = Medeinitiatiefnemer(gebruiker=GebruikerFactory(), sinds=moment, **about)
    uitnodiging = Uitnodiging(
        sleutel=f"uitnodiging-{initiatief.id}", aan="g…@voorbeeld.example",
        digest=digest_of(_token(initiatief)), verloopt_op=later, **about, **by,
    )  # fmt: skip
    samenvoeging = Samenvoeging(
        later=initiatief, eerder=InitiatiefFactory(kenmerk=f"eerder-{initiatief.id}"),
        status=SamenvoegingStatus.VOORGESTELD,
        reden="Het gaat over hetzelfde.", als=Hoedanigheid.GEBIEDSVERBINDER,
        voorgesteld_door=verbinder, voorgesteld_op=moment,
    )  # fmt: skip
    db.session.add_all([bezwaar, update, mede, uitnodiging, samenvoeging])
    db.session.flush()
    return {
        "update_id": update.id,
        "mede_id": mede.id,
        "uitnodiging_id": uitnodiging.id,
        "bezwaar_id": bezwaar.id,
        "samenvoeging_id": samenvoeging.id,
    }


def _token(initiatief) -> str:
    published = initiatief.status is Status.GEPUBLICEERD
    return UITNODIGING if published else f"{UITNODIGING}-{initiatief.id}"
