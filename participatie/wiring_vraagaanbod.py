"""What is tied to vraag en aanbod: its mails, panels, own data and nightly work."""

from flask import Flask

from participatie.accounts.events import AccountVerwijderd
from participatie.core import jobs
from participatie.core.events import subscribe
from participatie.core.namen import register_namen
from participatie.core.own_data import contribute
from participatie.core.panels import hang
from participatie.notifications import services_vraagaanbod as mails
from participatie.vraagaanbod import (
    events,
    panels,
    rules,
    services_aanbod,
    services_bewaren,
    services_oproepen,
)
from participatie.vraagaanbod.queries_persoon import own_vraagaanbod


def connect(app: Flask) -> None:
    """Tie vraag en aanbod to the rooms below and above."""
    register_namen(*rules.NAMEN)
    contribute("vraagEnAanbod", own_vraagaanbod)
    jobs.every_night(app, services_aanbod.close_expired)
    jobs.every_night(app, services_oproepen.close_finished)
    jobs.every_night(app, services_bewaren.forget_old)
    subscribe(AccountVerwijderd, services_bewaren.forget_person)
    subscribe(events.AanmeldingGestuurd, mails.mail_aanmelding)
    subscribe(events.AanmeldingBeantwoord, mails.mail_antwoord)
    subscribe(events.AanmeldingIngetrokken, mails.mail_teruggenomen)
    subscribe(events.AanbodStatusGewijzigd, mails.mail_aanbod)
    subscribe(events.OproepStatusGewijzigd, mails.mail_oproep_gesloten)
    hang("gebied.detail", panels.show_gebied)
    hang("initiatief.detail", panels.show_initiatief)
