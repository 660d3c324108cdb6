"""Who listens to what and hangs where. The only place that connects rooms upward."""

from functools import partial

from flask import Flask

from participatie import wiring_berichten, wiring_cijfers, wiring_vraagaanbod
from participatie.accounts import rules as accounts_rules
from participatie.accounts.events import AccountVerwijderd, RolIngetrokken
from participatie.accounts.queries import find_by_session_id, own_account, own_mails
from participatie.accounts.services_tokens import delete_expired
from participatie.core import jobs
from participatie.core.events import Event, subscribe
from participatie.core.namen import register_namen
from participatie.core.own_data import contribute
from participatie.core.panels import hang
from participatie.core.signin import load_person_with
from participatie.discussion import rules as discussion_rules
from participatie.discussion import services_gesprek, services_reacties
from participatie.discussion.events import (
    ReactiestroomGemeten,
    ReactieTeruggezet,
    ReactieVerborgen,
)
from participatie.discussion.panels import doen_bij_gebied
from participatie.discussion.queries_onderwerpen import find_gebieden, register_onderwerpen
from participatie.discussion.queries_persoon import own_gesprek
from participatie.discussion.services_persoon import forget_person
from participatie.documenten import rules as documenten_rules
from participatie.documenten.services_maken import (
    delete_old_documenten,
    make_documenten,
    register_maker,
)
from participatie.gebieden import rules as gebieden_rules
from participatie.gebieden.events import GebiedenIngelezen
from participatie.gebiedsprogrammas import panels as gebiedsprogrammas_panels
from participatie.gebiedsprogrammas import queries_boekje as gebiedsboekje
from participatie.gebiedsprogrammas import queries_zoeken as programmas_zoeken
from participatie.gebiedsprogrammas import rules as gebiedsprogrammas_rules
from participatie.gebiedsprogrammas import rules_doorrollen as gebiedsprogrammas_doorrollen
from participatie.gebiedsprogrammas import rules_pc as gebiedsprogrammas_pc
from participatie.gebiedsprogrammas.panels_boekje import show_boekje, show_boekje_of_gebied
from participatie.gebiedsprogrammas.services_boekje import SOORT as GEBIEDSPROGRAMMA
from participatie.geld import rules as geld_rules
from participatie.geld.panels import show_geld
from participatie.home import queries_zoeken as paginas_zoeken
from participatie.initiatieven import panels as initiatieven_panels
from participatie.initiatieven import queries_zoeken as initiatieven_zoeken
from participatie.initiatieven import rules as initiatieven_rules
from participatie.initiatieven import rules_opgaan as initiatieven_opgaan
from participatie.initiatieven import rules_voortgang as initiatieven_voortgang
from participatie.initiatieven.panels import initiatieven_of_gebied, initiatieven_of_project
from participatie.initiatieven.queries_deelname import own_deelname
from participatie.initiatieven.queries_gesprek import find_initiatieven
from participatie.initiatieven.queries_persoon import own_initiatieven
from participatie.initiatieven.services_mede import delete_expired_uitnodigingen
from participatie.initiatieven.services_persoon import delete_concepten, forget_deelname
from participatie.inzendingen import rules as inzendingen_rules
from participatie.inzendingen.events import InzendingStatusGewijzigd
from participatie.inzendingen.services_fotos import delete_orphan_files
from participatie.inzendingen.services_gebied import find_gebieden_again
from participatie.inzendingen.services_volgen import follow_own
from participatie.journal.services import record
from participatie.kaart import rules as kaart_rules
from participatie.moderation import panels as moderation_panels
from participatie.moderation import rules_woorden as moderation_woorden
from participatie.moderation.services_aankomst import on_arrival
from participatie.notifications import services_gesprek as gesprek_mail
from participatie.opgaven import panels as opgaven_panels
from participatie.opgaven import queries_zoeken as opgaven_zoeken
from participatie.opgaven import rules as opgaven_rules
from participatie.opgaven.events import OpgaveEvent
from participatie.opgaven.services_zoeken import note_doelen
from participatie.organisaties import panels as organisaties_panels
from participatie.organisaties import queries_zoeken as organisaties_zoeken
from participatie.organisaties import rules as organisaties_rules
from participatie.organisaties.queries import own_organisaties
from participatie.organisaties.services_leden import leave_with_account, leave_with_rol
from participatie.programmas import panels as programmas_panels
from participatie.programmas import queries_zoeken as projecten_zoeken
from participatie.programmas import rules as programmas_rules
from participatie.programmas.events import ProjectGewijzigd, ProjectToegevoegd
from participatie.programmas.queries_gesprek import find_projecten
from participatie.programmas.services_documenten import delete_orphan_documents
from participatie.raakvlakken import panels as raakvlakken_panels
from participatie.raakvlakken import rules_overlast as raakvlakken_overlast
from participatie.raakvlakken import rules_woorden as raakvlakken_woorden
from participatie.raakvlakken import services as raakvlakken
from participatie.uitwisseling import panels as uitwisseling_panels
from participatie.uitwisseling import rules as uitwisseling_rules
from participatie.uitwisseling.services_werk import forget_old_imports, run_due_imports
from participatie.voorstellen import panels as voorstellen_panels
from participatie.voorstellen import rules as voorstellen_rules
from participatie.voorstellen.queries import own_voorstellen
from participatie.voorstellen.services import delete_finished
from participatie.wijkprogrammas import queries_boekje as wijkboekje
from participatie.wijkprogrammas.panels import show_gebied as show_wijkprogramma
from participatie.wijkprogrammas.services import SOORT as WIJKPROGRAMMA
from participatie.wiring_hulp import connect_hulp
from participatie.wiring_leven import connect_leven
from participatie.zoeken import queries_gebieden as gebieden_zoeken
from participatie.zoeken import services_alles as zoeken_alles
from participatie.zoeken.rules_woorden import Soortnaam, name_soorten, name_themas
from participatie.zoeken.services import note_change, zoekbron
from participatie.zoeken.services_missers import count_missers

NAMEN = (
    accounts_rules,
    discussion_rules,
    documenten_rules,
    gebieden_rules,
    opgaven_rules,
    organisaties_rules,
    programmas_rules,
    gebiedsprogrammas_rules,
    voorstellen_rules,
    geld_rules,
    uitwisseling_rules,
    gebiedsprogrammas_pc,
    gebiedsprogrammas_doorrollen,
    inzendingen_rules,
    initiatieven_rules,
    initiatieven_voortgang,
    initiatieven_opgaan,
    moderation_woorden,
    kaart_rules,
    raakvlakken_woorden,
    raakvlakken_overlast,
)
"""The rooms that name their enum members in plain Dutch."""


def connect(app: Flask) -> None:
    """Connect what rooms publish, name and ask for to the rooms above them."""
    load_person_with(find_by_session_id)
    for room in NAMEN:
        register_namen(*room.NAMEN)
    _listen()
    wiring_berichten.connect(app)
    wiring_vraagaanbod.connect(app)
    wiring_cijfers.connect(app)
    _let_find()
    _hang_panels()
    _hang_gesprekken()
    _register_makers(app)
    _register_onderwerpen()
    connect_leven()
    connect_hulp()
    _contribute()
    _plan_work(app)


def _contribute() -> None:
    """Say what each room keeps about one person."""
    contribute("account", own_account)
    contribute("mails", own_mails)
    contribute("gesprek", own_gesprek)
    contribute("initiatieven", own_initiatieven)
    contribute("deelnameAanInitiatieven", own_deelname)
    contribute("organisaties", own_organisaties)
    contribute("voorstellen", own_voorstellen)


def _plan_work(app: Flask) -> None:
    """Say what is done every minute and every night."""
    _plan_jobs(app)


def _plan_jobs(app: Flask) -> None:
    """Say what is done each minute and each night."""
    jobs.every_night(app, delete_expired)
    jobs.every_night(app, delete_orphan_files)
    jobs.every_night(app, delete_expired_uitnodigingen)
    jobs.every_night(app, delete_orphan_documents)
    jobs.every_minute(app, raakvlakken.recompute_when_due)
    jobs.every_night(app, raakvlakken.recompute)
    jobs.every_night(app, delete_finished)
    jobs.every_night(app, services_reacties.forget_digests)
    jobs.every_minute(app, make_documenten)
    jobs.every_night(app, delete_old_documenten)
    jobs.every_night(app, forget_old_imports)
    jobs.every_minute(app, run_due_imports)
    jobs.every_night(app, zoeken_alles.rebuild)
    jobs.every_minute(app, count_missers)


def _listen() -> None:
    """Tell rooms what happened elsewhere, inside the same transaction."""
    subscribe(Event, record)
    subscribe(AccountVerwijderd, leave_with_account)
    subscribe(AccountVerwijderd, delete_concepten)
    subscribe(AccountVerwijderd, forget_person)
    subscribe(AccountVerwijderd, forget_deelname)
    subscribe(RolIngetrokken, leave_with_rol)
    subscribe(InzendingStatusGewijzigd, on_arrival)
    subscribe(GebiedenIngelezen, find_gebieden_again)
    subscribe(GebiedenIngelezen, services_gesprek.find_gebieden_again)
    subscribe(InzendingStatusGewijzigd, follow_own)
    subscribe(ProjectToegevoegd, raakvlakken.note_change)
    subscribe(ProjectGewijzigd, raakvlakken.note_change)
    subscribe(ReactieVerborgen, gesprek_mail.mail_verborgen)
    subscribe(ReactieTeruggezet, gesprek_mail.mail_teruggezet)
    subscribe(ReactiestroomGemeten, gesprek_mail.mail_stroom)


def _let_find() -> None:
    """Say what can be found, and keep it the same as what is public."""
    zoekbron("initiatief", initiatieven_zoeken.list_documents)
    zoekbron("project", projecten_zoeken.list_documents)
    zoekbron("gebied", gebieden_zoeken.list_documents)
    zoekbron("gebiedsprogramma", programmas_zoeken.list_documents)
    zoekbron("opgave", opgaven_zoeken.list_documents)
    zoekbron("doel", opgaven_zoeken.list_doelen)
    zoekbron("organisatie", organisaties_zoeken.list_documents)
    zoekbron("pagina", paginas_zoeken.list_documents)
    name_soorten(
        {
            "initiatief": Soortnaam("Initiatief", "Initiatieven"),
            "project": Soortnaam("Project", "Projecten"),
            "doel": Soortnaam("Doel", "Doelen"),
            "opgave": Soortnaam("Gebiedsopgave", "Gebiedsopgaven"),
            "gebiedsprogramma": Soortnaam("Gebiedsprogramma", "Gebiedsprogramma's"),
            "gebied": Soortnaam("Wijk of buurt", "Wijken en buurten"),
            "organisatie": Soortnaam("Organisatie", "Organisaties"),
            "pagina": Soortnaam("Pagina", "Pagina's"),
        }
    )
    name_themas(programmas_rules.THEMA_NAMEN)
    subscribe(Event, note_change)
    subscribe(OpgaveEvent, note_doelen)
    subscribe(GebiedenIngelezen, zoeken_alles.rebuild_soon)


def _register_makers(app: Flask) -> None:
    """Say who knows what each kind of document says."""
    site = {"site": app.config["SITE_NAAM"], "adres": app.config["SITE_URL"]}
    register_maker(GEBIEDSPROGRAMMA, partial(gebiedsboekje.make_inhoud, **site))
    register_maker(WIJKPROGRAMMA, partial(wijkboekje.make_inhoud, **site))


def _register_onderwerpen() -> None:
    """Say what people can follow, support and talk about."""
    register_onderwerpen("initiatief", find_initiatieven)
    register_onderwerpen("project", find_projecten)
    register_onderwerpen("gebied", find_gebieden, steunbaar=False, bespreekbaar=False)


def _hang_panels() -> None:
    """Fill the slots of pages, in the order in which they are shown."""
    hang("beheer.index", programmas_panels.show_beheer)
    hang("beheer.index", opgaven_panels.show_beheer)
    hang("gebied.detail", opgaven_panels.show_doelen)
    hang("beheer.index", voorstellen_panels.show_beheer)
    hang("beheer.index", organisaties_panels.show_beheer)
    hang("beheer.index", gebiedsprogrammas_panels.show_beheer)
    hang("gebied.detail", gebiedsprogrammas_panels.show_gebied)
    hang("beheer.index", uitwisseling_panels.show_beheer)
    hang("projecten.index.acties", uitwisseling_panels.show_downloads)
    hang("kaart.lijst", uitwisseling_panels.show_downloads_kaart)
    hang("gebied.detail", show_boekje_of_gebied)
    hang("gebiedsprogramma.jaar", show_boekje)
    hang("gebiedsprogramma.mjgp", show_boekje)
    hang("gebied.detail", programmas_panels.show_planned)
    hang("gebied.detail", show_wijkprogramma)
    hang("gebied.detail", show_geld)
    hang("beheer.index", raakvlakken_panels.show_beheer)
    hang("gebied.detail", programmas_panels.show_planned)
    hang("gebied.detail", raakvlakken_panels.show_drukte)
    hang("gebied.detail", initiatieven_of_gebied)
    hang("project.detail", raakvlakken_panels.show_nabij)
    hang("opgave.doel", programmas_panels.show_for_doel)
    hang("project.detail", initiatieven_of_project)
    hang("organisatie.detail", programmas_panels.show_of_organisatie)
    hang("beheer.index", moderation_panels.show_beheer)
    hang("initiatief.detail", moderation_panels.nog_niet_bekeken)
    hang("initiatief.detail", moderation_panels.publiek_besluit)


def _hang_gesprekken() -> None:
    """Let people support, follow and talk on the pages of other rooms."""
    hang("initiatief.doen", initiatieven_panels.doen_bij_initiatief)
    hang("initiatief.detail", initiatieven_panels.gesprek_bij_initiatief)
    hang("project.doen", programmas_panels.doen_bij_project)
    hang("project.detail", programmas_panels.gesprek_bij_project)
    hang("gebied.doen", doen_bij_gebied)
    hang("reactie.doen", moderation_panels.beheer_reactie)
    hang("gesprek.beheer", moderation_panels.beheer_gesprek)
