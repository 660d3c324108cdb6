"""A little city with someone in every role and an initiative in every state."""

from dataclasses import dataclass
from datetime import timedelta

from participatie.accounts.models import Gebruiker
from participatie.accounts.models_tokens import Aanmelding, Token
from participatie.accounts.services_tokens import digest_of
from participatie.accounts.types import TokenDoel
from participatie.core import clock
from participatie.core.db import db
from participatie.core.onderwerpen import Onderwerp
from participatie.core.uploads import folder_of, uploads_folder
from participatie.discussion.services import follow
from participatie.discussion.services_meldingen import report
from participatie.discussion.types import MeldGrond
from participatie.documenten.queries import MAP
from participatie.documenten.types import DocumentStatus
from participatie.gebiedsprogrammas.models import Doorrolling
from participatie.gebiedsprogrammas.services import afsluiten
from participatie.gebiedsprogrammas.services_resultaten import bewaar_resultaten
from participatie.gebiedsprogrammas.types import Resultaat, Uitslag
from participatie.initiatieven.models import Initiatief
from participatie.inzendingen.types import Status
from participatie.opgaven.models import OpgaveVersie
from participatie.opgaven.services_doelen import remove_doel
from participatie.programmas.models import Project
from participatie.raakvlakken.models import Raakvlak
from participatie.raakvlakken.types import Oordeel
from participatie.voorstellen.models import Voorstel
from tests.factories.accounts import (
    WACHTWOORD_HASH,
    GebruikerFactory,
    make_beheerder,
    make_gebiedsverbinder,
    make_partner,
    make_redacteur,
)
from tests.factories.agenda import make_bijeenkomst
from tests.factories.discussion import make_reactie, over
from tests.factories.documenten import DocumentFactory
from tests.factories.gebieden import ContactFactory, LittleCity, make_city
from tests.factories.gebiedsprogrammas import adopt, make_item, make_programma
from tests.factories.initiatieven import InitiatiefFactory
from tests.factories.inzendingen import BekendAntwoordFactory, FotoFactory, KoppelingFactory
from tests.factories.kennisbank import make_checklist
from tests.factories.moderation import BesluitFactory, NotitieFactory, make_bureau
from tests.factories.notifications import BerichtFactory, ZoekopdrachtFactory
from tests.factories.opgaven import DOEL, make_doel, make_herijking, make_vastgesteld
from tests.factories.organisaties import OrganisatieFactory
from tests.factories.programmas import ProjectDocumentFactory, ProjectFactory
from tests.factories.raakvlakken import make_raakvlak_in
from tests.factories.signalen import SignaalFactory
from tests.factories.uitwisseling import ImportFactory
from tests.factories.voorstellen import make_own_project, make_voorstel
from tests.factories.vraagaanbod import AanbodFactory, HulpaanmeldingFactory, OproepFactory
from tests.integration.veilig.leven import NERGENS, make_leven

UIT_DE_MAIL = "een-token-uit-een-mail"
PLEK = (4.60, 52.39)
STATES = tuple(Status)
JAAR_AFGESLOTEN, JAAR_VASTGESTELD, JAAR_CONCEPT = -1, 0, 1
"""Years from now, in which the programme of Noord is so."""


@dataclass(frozen=True)
class World:
    """Who and what there is; `mensen` is by role, `initiatieven` by state."""

    city: LittleCity
    mensen: dict[str, Gebruiker | None]
    initiatieven: dict[Status, Initiatief]
    ids: dict[Status, dict[str, object]]
    project: Project
    raakvlak: Raakvlak
    kenmerk: str
    concept: OpgaveVersie
    dropped_id: int
    partnerwerk: "Partnerwerk"
    over: Onderwerp
    reacties: tuple[int, int]
    bureau: dict[str, int]


@dataclass(frozen=True)
class Partnerwerk:
    """What the partner has: an own project, a voorstel that waits and one still to be offered."""

    project: Project
    voorstel: Voorstel
    concept: Voorstel


def make_world() -> World:
    """Make everything, once for many requests."""
    city = make_city()
    verbinder = make_gebiedsverbinder(city.by_name["Noord"])
    mensen = {
        "anoniem": None,
        "eigenaar": GebruikerFactory(naam="Eigenaar"),
        "ander": GebruikerFactory(naam="Ander"),
        "elders": make_gebiedsverbinder(city.by_name["Schalkwijk"]),
        "verbinder": verbinder,
        "beheerder": make_beheerder(),
        "redacteur": make_redacteur(),
        "partner": make_partner(),
        "halverwege": make_gebiedsverbinder(city.by_name["Noord"]),
        "nieuweling": make_gebiedsverbinder(
            city.by_name["Noord"], totp_geheim=None, totp_bevestigd_op=None
        ),
    }
    project = ProjectFactory(gebieden=[city.by_name["Duinbuurt"]])
    raakvlak = make_raakvlak_in(
        city.by_name["Duinbuurt"],
        oordeel=Oordeel.HINDER,
        reden="De werken zitten elkaar in de weg.",
        door=mensen["redacteur"],
        beoordeeld_op=clock.now(),
        gezien={},
    )
    initiatieven, ids = {}, {}
    for number, status in enumerate(STATES):
        made = InitiatiefFactory(
            status=status,
            gebied=city.by_name["Duinbuurt"],
            punt=PLEK,
            indiener=mensen["eigenaar"],
            kenmerk=None if status is Status.CONCEPT else f"wereld-{number}",
        )
        initiatieven[status] = made
        ids[status] = _about(made, project, verbinder)
    contact = ContactFactory(gebied=city.by_name["Noord"])
    ingelezen = _make_import(mensen["redacteur"])
    document = ProjectDocumentFactory(project=project)
    doorrolling_id = _make_programmas(city)
    lezen = _make_lezen(city, mensen["redacteur"])
    lezen |= _make_vraagaanbod(initiatieven[Status.GEPUBLICEERD], mensen)
    lezen |= {"signaal_id": SignaalFactory(gebied=city.by_name["Duinbuurt"]).id}
    for found in ids.values():
        found |= {"contact_id": contact.id, "import_id": ingelezen.id}
        found["document_id"] = document.id
        found["doorrolling_id"] = doorrolling_id
        found["bericht_id"] = BerichtFactory(gebruiker=mensen["eigenaar"]).id
        found["zoekopdracht_id"] = ZoekopdrachtFactory(gebruiker=mensen["eigenaar"]).id
        found.update(lezen)
    _make_tokens(mensen["eigenaar"])
    kenmerk = _make_document()
    concept, dropped_id = _make_opgave(city.by_name["Noord"])
    reacties = _make_gesprek(initiatieven[Status.GEPUBLICEERD], mensen)
    partnerwerk = _make_partnerwerk(city, mensen["partner"])
    bureau = make_bureau(initiatieven[Status.INGEDIEND], verbinder)
    db.session.commit()
    return World(
        city,
        mensen,
        initiatieven,
        ids,
        project,
        raakvlak,
        kenmerk,
        concept,
        dropped_id,
        partnerwerk,
        over(initiatieven[Status.GEPUBLICEERD]),
        reacties,
        bureau,
    )


def _make_gesprek(initiatief, mensen) -> tuple[int, int]:
    """Make a reported reactie of someone outside, and a fresh one of the eigenaar."""
    ander = make_reactie(over(initiatief), tekst="Dit is niks.")
    report(
        ander.id,
        grond=MeldGrond.KWETSEND,
        toelichting="Niet aardig.",
        melder_id=GebruikerFactory().id,
    )
    make_reactie(over(initiatief), ouder=ander, tekst="Een antwoord.")
    eigen = make_reactie(over(initiatief), auteur=mensen["eigenaar"], tekst="Ik doe mee.")
    follow(over(initiatief), gebruiker_id=mensen["eigenaar"].id)
    return ander.id, eigen.id


def _make_lezen(city, door) -> dict[str, object]:
    """Make a checklist on the site, and a meeting to come."""
    lijst = make_checklist(door)
    one = make_bijeenkomst(city.by_name["Noord"], door)
    return {"artikel_id": lijst.id, "artikel_slug": lijst.slug, "bijeenkomst_id": one.id}


def _make_vraagaanbod(initiatief, mensen) -> dict[str, object]:
    """Make a need, an offer of someone else, and what that person wrote about the need."""
    oproep = OproepFactory(initiatief=initiatief)
    aanbod = AanbodFactory(aanbieder=mensen["ander"], gebied=initiatief.gebied)
    aanmelding = HulpaanmeldingFactory(oproep=oproep, van=mensen["ander"])
    return {"oproep_id": oproep.id, "aanbod_id": aanbod.id, "aanmelding_id": aanmelding.id}


def _make_opgave(gebied) -> tuple[OpgaveVersie, int]:
    """Make an opgave that is being herijkt; return the concept and the goal it dropped."""
    concept = make_herijking(make_vastgesteld(gebied, DOEL, make_doel("Nieuw"), make_doel("Weg")))
    weg = concept.teksten[-1]
    dropped_id = weg.doel_id
    remove_doel(weg, versie=weg.versie, actor_id=None)
    return concept, dropped_id


def _make_partnerwerk(city, partner) -> Partnerwerk:
    organisatie = OrganisatieFactory(slug="corporatie", leden=[partner])
    buurt = city.by_name["Duinbuurt"]
    return Partnerwerk(
        project=make_own_project(organisatie, buurt),
        voorstel=make_voorstel(organisatie, partner, gebied=buurt),
        concept=make_voorstel(organisatie, partner, gebied=buurt, offered=False),
    )


def _about(initiatief, project, verbinder) -> dict[str, object]:
    other = ProjectFactory()
    sent = initiatief.status is not Status.CONCEPT
    return {
        "initiatief_id": initiatief.id,
        "inzending_id": initiatief.id,
        "bestand": _make_foto(initiatief),
        "other_id": other.id,
        "besluit_id": _make_besluit(initiatief, verbinder) if sent else 1,
        "koppeling_id": KoppelingFactory(inzending=initiatief, project=project).id,
        "notitie_id": NotitieFactory(inzending=initiatief, door=verbinder).id if sent else NERGENS,
        "antwoord_id": BekendAntwoordFactory(inzending=initiatief, project=other).id,
        **make_leven(initiatief, verbinder),
    }


def _make_besluit(initiatief, verbinder) -> int:
    """Make a decision about an earlier version, so that this one can still be decided about."""
    return BesluitFactory(inzending=initiatief, inzending_versie=0, door=verbinder).id


def _make_import(redacteur):
    """Make an import of a file with a mistake in it, of which the columns are known."""
    return ImportFactory(
        actor_id=redacteur.id,
        mapping={"velden": {"sleutel": "nummer"}},
        kolommen={"voorbeelden": [["nummer", ["P1"]]], "jaarkolommen": []},
        fouten={"aantal": 1, "fouten": [[2, "fase", "Vul dit in."]]},
    )


def _make_foto(initiatief) -> str:
    bestand = FotoFactory(inzending=initiatief).bestand
    (uploads_folder() / bestand).write_bytes(b"webp")
    return bestand


def _make_document() -> str:
    (folder_of(MAP) / "klaar.pdf").write_bytes(b"%PDF-")
    klaar = DocumentFactory(status=DocumentStatus.KLAAR, bestand="klaar.pdf", grootte=5)
    return klaar.kenmerk


def _make_programmas(city) -> int:
    """Make a programme in every status, and a roll-over that can be undone."""
    noord, jaar = city.by_name["Noord"], clock.today().year
    for years in (JAAR_VASTGESTELD, JAAR_AFGESLOTEN):
        project = make_item(noord, jaar=jaar + years)
        programma = make_programma(noord, jaar + years)
        adopt(programma)
    results = {project.id: Uitslag(Resultaat.GEREALISEERD)}
    bewaar_resultaten(programma=programma, uitslagen=results, versie=programma.versie)
    afsluiten(programma=programma, actor_id=None, versie=programma.versie)
    make_item(noord, jaar=jaar + JAAR_CONCEPT)
    make_programma(noord, jaar + JAAR_CONCEPT)
    doorrolling = Doorrolling(jaar=jaar - 2, op=clock.now())
    db.session.add(doorrolling)
    db.session.flush()
    return doorrolling.id


def _make_tokens(eigenaar) -> None:
    later = clock.now() + timedelta(hours=1)
    db.session.add(
        Aanmelding(
            email="nieuw@voorbeeld.example", naam="Nieuw", wachtwoord_hash=WACHTWOORD_HASH,
            digest=digest_of(UIT_DE_MAIL), aangemaakt_op=clock.now(), verloopt_op=later,
        )
    )  # fmt: skip
    for doel, email in (
        (TokenDoel.HERSTELLEN, None),
        (TokenDoel.EMAIL_WIJZIGEN, "ander@voorbeeld.example"),
    ):
        token = Token(gebruiker_id=eigenaar.id, doel=doel, email=email, verloopt_op=later)
        token.digest = digest_of(f"{UIT_DE_MAIL}-{doel}")
        db.session.add(token)
