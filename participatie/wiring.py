"""Who listens to what and hangs where. The only place that connects rooms upward."""

from flask import Flask

from participatie.accounts import rules as accounts_rules
from participatie.accounts.events import AccountVerwijderd
from participatie.accounts.queries import find_by_session_id, own_account, own_mails
from participatie.accounts.services_tokens import delete_expired
from participatie.core import jobs
from participatie.core.events import Event, subscribe
from participatie.core.namen import register_namen
from participatie.core.own_data import contribute
from participatie.core.panels import hang
from participatie.core.signin import load_person_with
from participatie.gebieden import rules as gebieden_rules
from participatie.gebieden.events import GebiedenIngelezen
from participatie.initiatieven import rules as initiatieven_rules
from participatie.initiatieven.panels import initiatieven_of_gebied, initiatieven_of_project
from participatie.initiatieven.queries_persoon import own_initiatieven
from participatie.initiatieven.services_persoon import delete_concepten
from participatie.inzendingen import rules as inzendingen_rules
from participatie.inzendingen.events import InzendingStatusGewijzigd
from participatie.inzendingen.services_fotos import delete_orphan_files
from participatie.inzendingen.services_gebied import find_gebieden_again
from participatie.journal.services import record
from participatie.kaart import rules as kaart_rules
from participatie.moderation import events as moderation_events
from participatie.moderation import rules_woorden as moderation_woorden
from participatie.moderation.panels import publiek_besluit
from participatie.notifications import services_besluit
from participatie.notifications.panels import mail_voorbeeld
from participatie.notifications.services import mail_ingetrokken, mail_ontvangst
from participatie.programmas import panels as programmas_panels
from participatie.programmas import rules as programmas_rules

NAMEN = (
    accounts_rules,
    gebieden_rules,
    programmas_rules,
    inzendingen_rules,
    initiatieven_rules,
    moderation_woorden,
    kaart_rules,
)
"""The rooms that name their enum members in plain Dutch."""


def connect(app: Flask) -> None:
    """Connect what rooms publish, name and ask for to the rooms above them."""
    load_person_with(find_by_session_id)
    for room in NAMEN:
        register_namen(*room.NAMEN)
    _listen()
    _hang_panels()
    contribute("account", own_account)
    contribute("mails", own_mails)
    contribute("initiatieven", own_initiatieven)
    jobs.every_night(app, delete_expired)
    jobs.every_night(app, delete_orphan_files)


def _listen() -> None:
    """Tell rooms what happened elsewhere, inside the same transaction."""
    subscribe(Event, record)
    subscribe(AccountVerwijderd, delete_concepten)
    subscribe(GebiedenIngelezen, find_gebieden_again)
    subscribe(InzendingStatusGewijzigd, mail_ontvangst)
    subscribe(InzendingStatusGewijzigd, mail_ingetrokken)
    subscribe(moderation_events.BesluitGenomen, services_besluit.mail_besluit)
    subscribe(moderation_events.BesluitTeruggedraaid, services_besluit.mail_teruggedraaid)
    subscribe(moderation_events.InzendingGekoppeld, services_besluit.mail_gekoppeld)
    subscribe(moderation_events.InzendingOntkoppeld, services_besluit.mail_ontkoppeld)


def _hang_panels() -> None:
    """Fill the slots of pages, in the order in which they are shown."""
    hang("beheer.index", programmas_panels.show_beheer)
    hang("gebied.detail", programmas_panels.show_planned)
    hang("gebied.detail", initiatieven_of_gebied)
    hang("project.detail", initiatieven_of_project)
    hang("initiatief.detail", publiek_besluit)
    hang("moderation.mailvoorbeeld", mail_voorbeeld)
