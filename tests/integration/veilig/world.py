"""A little city with someone in every role and an initiative in every state."""

from dataclasses import dataclass
from datetime import timedelta

from participatie.accounts.models import Gebruiker
from participatie.accounts.models_tokens import Aanmelding, Token
from participatie.accounts.services_tokens import digest_of
from participatie.accounts.types import TokenDoel
from participatie.core import clock
from participatie.core.db import db
from participatie.core.uploads import uploads_folder
from participatie.initiatieven.models import Initiatief
from participatie.inzendingen.types import Status
from participatie.programmas.models import Project
from tests.factories.accounts import (
    WACHTWOORD_HASH,
    GebruikerFactory,
    make_beheerder,
    make_gebiedsverbinder,
    make_redacteur,
)
from tests.factories.gebieden import ContactFactory, LittleCity, make_city
from tests.factories.initiatieven import InitiatiefFactory
from tests.factories.inzendingen import BekendAntwoordFactory, FotoFactory, KoppelingFactory
from tests.factories.moderation import BesluitFactory, NotitieFactory
from tests.factories.programmas import ProjectFactory

NERGENS = 2_147_483_647
UIT_DE_MAIL = "een-token-uit-een-mail"
PLEK = (4.60, 52.39)
STATES = tuple(Status)


@dataclass(frozen=True)
class World:
    """Who and what there is; `mensen` is by role, `initiatieven` by state."""

    city: LittleCity
    mensen: dict[str, Gebruiker | None]
    initiatieven: dict[Status, Initiatief]
    ids: dict[Status, dict[str, object]]
    project: Project


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
        "halverwege": make_gebiedsverbinder(city.by_name["Noord"]),
        "nieuweling": make_gebiedsverbinder(
            city.by_name["Noord"], totp_geheim=None, totp_bevestigd_op=None
        ),
    }
    project = ProjectFactory(gebieden=[city.by_name["Duinbuurt"]])
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
    for found in ids.values():
        found["contact_id"] = contact.id
    _make_tokens(mensen["eigenaar"])
    db.session.commit()
    return World(city, mensen, initiatieven, ids, project)


def _about(initiatief, project, verbinder) -> dict[str, object]:
    other = ProjectFactory()
    sent = initiatief.status is not Status.CONCEPT
    return {
        "initiatief_id": initiatief.id,
        "inzending_id": initiatief.id,
        "bestand": _make_foto(initiatief),
        "other_id": other.id,
        "besluit_id": BesluitFactory(inzending=initiatief, door=verbinder).id if sent else 1,
        "koppeling_id": KoppelingFactory(inzending=initiatief, project=project).id,
        "notitie_id": NotitieFactory(inzending=initiatief, door=verbinder).id,
        "antwoord_id": BekendAntwoordFactory(inzending=initiatief, project=other).id,
    }


def _make_foto(initiatief) -> str:
    bestand = FotoFactory(inzending=initiatief).bestand
    (uploads_folder() / bestand).write_bytes(b"webp")
    return bestand


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
