"""Steps in the life of an initiatief, for tests."""

from participatie.core.onderwerpen import Onderwerp
from participatie.initiatieven.models import Initiatief
from participatie.initiatieven.services_voortgang import change_fase
from participatie.initiatieven.types_voortgang import Betrokkene, Hoedanigheid, InitiatiefFase
from participatie.journal.queries import list_entries
from tests.factories.accounts import make_gebiedsverbinder
from tests.factories.initiatieven import InitiatiefFactory

UITLEG = "Wij hebben elkaar gesproken en weten hoe het verder gaat."
WEG = (InitiatiefFase.HAALBAARHEID, InitiatiefFase.UITVOERING, InitiatiefFase.GEREALISEERD)


def als_initiatiefnemer(gebruiker) -> Betrokkene:
    return Betrokkene(gebruiker.id, Hoedanigheid.INITIATIEFNEMER)


def als_verbinder(gebruiker=None) -> Betrokkene:
    wie = gebruiker or make_gebiedsverbinder()
    return Betrokkene(wie.id, Hoedanigheid.GEBIEDSVERBINDER)


def bring(initiatief, naar, *, door=None, toelichting=UITLEG, **more):
    """Let the sender take one step."""
    return change_fase(
        initiatief,
        naar,
        toelichting=toelichting,
        door=door or als_initiatiefnemer(initiatief.indiener),
        versie=initiatief.versie,
        **more,
    )


def make_gerealiseerd(**fields) -> Initiatief:
    """Make an initiatief that its sender calls done."""
    initiatief = InitiatiefFactory(**fields)
    for naar in WEG:
        bring(initiatief, naar)
    return initiatief


def journaal(initiatief) -> list[str]:
    """Return what the journal says about it, without the line for open pages."""
    entries = list_entries(Onderwerp("initiatief", initiatief.id))
    return [entry.name for entry in entries if entry.name != "PubliekGewijzigd"]
