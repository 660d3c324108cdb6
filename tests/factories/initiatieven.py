"""Rows of the initiatieven room."""

from participatie.initiatieven.models import Initiatief
from participatie.initiatieven.types import Behoefte
from tests.factories.inzendingen import InzendingFactory


class InitiatiefFactory(InzendingFactory):
    """An initiatief, published unless told otherwise: `InitiatiefFactory(status=...)`."""

    class Meta:
        model = Initiatief

    waarom = "Groen koelt de straat en buren leren elkaar kennen."
    wie_doet_mee = "Zes gezinnen uit de straat."
    vraag = (Behoefte.HANDEN, Behoefte.GELD)
    vraag_toelichting = "Wie helpt mee met stenen lichten?"
    aanbod = (Behoefte.KENNIS,)
    aanbod_toelichting = "Een van ons is hovenier."
    kosten_cent = 120_000
    gevonden_cent = 30_000
