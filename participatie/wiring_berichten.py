"""Who is told of what: the part of the wiring that is about berichten and mails."""

from flask import Flask

from participatie.accounts.events import AccountVerwijderd
from participatie.core import jobs
from participatie.core.events import subscribe
from participatie.core.namen import register_namen
from participatie.core.own_data import contribute
from participatie.core.panels import hang
from participatie.discussion.events import ReactieGeplaatst, ReactieGoedgekeurd
from participatie.gebiedsprogrammas.events import ProgrammaAfgesloten, ProgrammaVastgesteld
from participatie.initiatieven import events as leven
from participatie.inzendingen.events import InzendingStatusGewijzigd
from participatie.moderation.events import (
    BesluitGenomen,
    BesluitTeruggedraaid,
    InzendingGekoppeld,
    InzendingOntkoppeld,
    InzendingToegewezen,
    TermijnVerlengd,
    VerlengingIngetrokken,
)
from participatie.notifications import (
    panels,
    rules_berichten,
    services_besluit,
    services_bewaren,
    services_bron_gesprek,
    services_bron_initiatief,
    services_bron_inzending,
    services_bron_programma,
    services_bron_project,
    services_termijn,
)
from participatie.notifications.queries import own_berichten
from participatie.notifications.queries_onderwerpen import register_own
from participatie.notifications.services import mail_ingetrokken, mail_ontvangst
from participatie.notifications.services_aanleidingen import (
    make_berichten,
    retry_failed,
    tell_about,
)
from participatie.notifications.services_versturen import make_overzichten, send_direct
from participatie.notifications.services_voorstel import mail_voorstel
from participatie.programmas.events import DocumentToegevoegd, ProjectGewijzigd, ProjectToegevoegd
from participatie.voorstellen.events import VoorstelStatusGewijzigd


def connect(app: Flask) -> None:
    """Tie berichten and mails to what happens, and hang the bell."""
    register_namen(*rules_berichten.NAMEN)
    # A mail program that stops a subscription has no session (RFC 8058); the link is signed.
    app.extensions["csrf"].exempt("participatie.notifications.views_afmelden.afmelden")
    _mail()
    _tell()
    contribute("berichten", own_berichten)
    subscribe(AccountVerwijderd, services_bewaren.forget_person)
    jobs.every_minute(app, make_berichten)
    jobs.every_minute(app, send_direct)
    jobs.every_minute(app, make_overzichten)
    jobs.every_night(app, services_bewaren.delete_old)
    jobs.every_night(app, retry_failed)
    hang("moderation.mailvoorbeeld", panels.mail_voorbeeld)
    hang("kop", panels.bel)
    hang("lijst.bewaren", panels.bewaar_zoekopdracht)
    hang("account.profiel", panels.adres_geweigerd)


def _mail() -> None:
    """Say what is mailed at once to whom it is about."""
    subscribe(InzendingStatusGewijzigd, mail_ontvangst)
    subscribe(InzendingStatusGewijzigd, mail_ingetrokken)
    subscribe(VoorstelStatusGewijzigd, mail_voorstel)
    subscribe(InzendingToegewezen, services_termijn.mail_toegewezen)
    subscribe(TermijnVerlengd, services_termijn.mail_verlengd)
    subscribe(VerlengingIngetrokken, services_termijn.mail_weer_eerder)
    subscribe(BesluitGenomen, services_besluit.mail_besluit)
    subscribe(BesluitTeruggedraaid, services_besluit.mail_teruggedraaid)
    subscribe(InzendingGekoppeld, services_besluit.mail_gekoppeld)
    subscribe(InzendingOntkoppeld, services_besluit.mail_ontkoppeld)


def _tell() -> None:
    """Say what is told to followers: of each event what it means in words, and for whom."""
    register_own()
    tell_about(ProjectToegevoegd, services_bron_project.project_toegevoegd)
    tell_about(ProjectGewijzigd, services_bron_project.project_gewijzigd)
    tell_about(DocumentToegevoegd, services_bron_project.document_toegevoegd)
    tell_about(InzendingStatusGewijzigd, services_bron_inzending.inzending_gepubliceerd)
    tell_about(BesluitGenomen, services_bron_inzending.besluit_genomen)
    tell_about(BesluitTeruggedraaid, services_bron_inzending.besluit_teruggedraaid)
    tell_about(InzendingGekoppeld, services_bron_inzending.inzending_gekoppeld)
    tell_about(ProgrammaVastgesteld, services_bron_programma.programma_vastgesteld)
    tell_about(ProgrammaAfgesloten, services_bron_programma.programma_afgesloten)
    tell_about(ReactieGeplaatst, services_bron_gesprek.reactie_te_lezen)
    tell_about(ReactieGoedgekeurd, services_bron_gesprek.reactie_te_lezen)
    _tell_leven()


def _tell_leven() -> None:
    """Say what is told about initiatieven after publication."""
    bron = services_bron_initiatief
    tell_about(leven.FaseGewijzigd, bron.fase_gewijzigd)
    tell_about(leven.UpdateGeplaatst, bron.update_geplaatst)
    tell_about(leven.KloptDitGevraagd, bron.klopt_dit_gevraagd)
    tell_about(leven.InitiatiefHeropend, bron.initiatief_heropend)
    tell_about(leven.MedeinitiatiefnemerToegetreden, bron.mede_toegetreden)
    tell_about(leven.UitnodigingAfgeslagen, bron.uitnodiging_afgeslagen)
    tell_about(leven.SamenvoegingAkkoord, bron.samenvoeging_akkoord)
    tell_about(leven.SamenvoegingTeruggedraaid, bron.samenvoeging_teruggedraaid)
