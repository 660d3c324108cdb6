"""What the kennisbank and the agenda are tied to. Called by wiring.py."""

from participatie.accounts.events import AccountVerwijderd
from participatie.agenda import rules as agenda_rules
from participatie.agenda.panels import show_gebied
from participatie.agenda.queries import list_documents as list_bijeenkomsten
from participatie.agenda.queries import own_deelnames
from participatie.agenda.services_deelname import forget_deelnemer
from participatie.core.events import subscribe
from participatie.core.namen import register_namen
from participatie.core.own_data import contribute
from participatie.core.panels import hang
from participatie.initiatieven.queries_hulp import describe_hulpvraag, find_hulpvraag
from participatie.initiatieven.rules import STAP_NAMEN
from participatie.inzendingen.types import InzendingSoort
from participatie.kennisbank import panels as kennisbank_panels
from participatie.kennisbank import rules as kennisbank_rules
from participatie.kennisbank.queries import list_documents as list_kennisartikelen
from participatie.kennisbank.queries_keuzes import register_hulpvraag, register_keuzes
from participatie.kennisbank.types import Keuze
from participatie.notifications.services_bron_agenda import register_agenda
from participatie.programmas.rules import THEMA_NAMEN
from participatie.zoeken.services import zoekbron

INITIATIEFSOORTEN = {InzendingSoort.INITIATIEF.value: "Initiatief"}
"""The kinds of initiatief that can have a checklist of their own."""


def connect_hulp() -> None:
    """Connect both rooms to the rooms above and below them."""
    register_namen(*kennisbank_rules.NAMEN)
    register_namen(*agenda_rules.NAMEN)
    _connect_kennisbank()
    _connect_agenda()


def _connect_kennisbank() -> None:
    """Say what the kennisbank can help with, in which words."""
    register_keuzes(Keuze.THEMA, {thema.value: naam for thema, naam in THEMA_NAMEN.items()})
    register_keuzes(Keuze.STAP, {stap.value: naam for stap, naam in STAP_NAMEN.items()})
    register_keuzes(Keuze.INITIATIEFSOORT, INITIATIEFSOORTEN)
    register_hulpvraag("initiatief", describe=describe_hulpvraag, find=find_hulpvraag)
    zoekbron("kennisartikel", list_kennisartikelen)
    hang("initiatief.stap", kennisbank_panels.show_stap)
    hang("initiatief.detail", kennisbank_panels.show_hulp)
    hang("beheer.index", kennisbank_panels.show_beheer)


def _connect_agenda() -> None:
    """Tell who comes to a meeting what changed, and forget who leaves."""
    subscribe(AccountVerwijderd, forget_deelnemer)
    contribute("bijeenkomsten", own_deelnames)
    zoekbron("bijeenkomst", list_bijeenkomsten)
    register_agenda()
    hang("gebied.detail", show_gebied)
