"""The life of some initiatieven after publication: fases, news, doubts and a merger."""

import json
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from sqlalchemy import select

from participatie.accounts.models import Gebruiker
from participatie.core import clock
from participatie.core.db import db
from participatie.core.onderwerpen import Onderwerp
from participatie.demo.services_fotos import draw_foto
from participatie.demo.services_mensen import BEWONERS
from participatie.discussion.services import follow
from participatie.gebieden.models import Gebied
from participatie.gebieden.types import Niveau
from participatie.initiatieven.models import Initiatief
from participatie.initiatieven.queries_klopt import find_lopende_realisatie, list_bezwaren
from participatie.initiatieven.services_klopt import answer_klopt, heropen
from participatie.initiatieven.services_opgaan import agree, propose
from participatie.initiatieven.services_voortgang import change_fase, place_update
from participatie.initiatieven.types_voortgang import (
    Betrokkene,
    Hoedanigheid,
    InitiatiefFase,
    NieuweUpdate,
)
from participatie.inzendingen.types import Status
from participatie.programmas.types import Thema

LEVEN = Path(__file__).parent / "data" / "leven.json"


@dataclass(frozen=True)
class Scene:
    """One initiatief and everybody around it."""

    initiatief: Initiatief
    people: Mapping[str, Gebruiker]

    def bewoner(self, number: int) -> Gebruiker:
        """Return one of the residents."""
        return self.people[BEWONERS[number].email]

    def als(self, hoedanigheid: str) -> Betrokkene:
        """Return the sender, or the gebiedsverbinder of the stadsdeel, as who acts."""
        if hoedanigheid == Hoedanigheid.INITIATIEFNEMER:
            return Betrokkene(self.initiatief.indiener_id, Hoedanigheid.INITIATIEFNEMER)
        naam = _stadsdeel(self.initiatief.gebied).naam.lower()
        return Betrokkene(self.people[f"verbinder.{naam}"].id, Hoedanigheid.GEBIEDSVERBINDER)


def live_on(people: Mapping[str, Gebruiker]) -> None:
    """Let everything happen, each on its own day."""
    now = clock.now()
    for gegevens in json.loads(LEVEN.read_text()):
        scene = Scene(_by_titel(gegevens["titel"]), people)
        onderwerp = Onderwerp(scene.initiatief.soort, scene.initiatief.id)
        for number in gegevens["volgers"]:
            follow(onderwerp, gebruiker_id=scene.bewoner(number).id)
        for dagen, wat, *hoe in gegevens["stappen"]:
            with clock.set_to(now - timedelta(days=dagen)):
                DADEN[wat](scene, *hoe)


def _by_titel(titel: str) -> Initiatief:
    statement = select(Initiatief).where(
        Initiatief.titel == titel, Initiatief.status == Status.GEPUBLICEERD
    )
    return db.session.scalars(statement).one()


def _stadsdeel(gebied: Gebied | None) -> Gebied:
    while gebied is not None and gebied.niveau is not Niveau.STADSDEEL:
        gebied = gebied.ouder
    if gebied is None:
        raise LookupError(Niveau.STADSDEEL)
    return gebied


def _fase(scene: Scene, naar: str, als: str, toelichting: str) -> None:
    change_fase(
        scene.initiatief,
        InitiatiefFase(naar),
        toelichting=toelichting,
        door=scene.als(als),
        versie=scene.initiatief.versie,
    )


def _nieuws(scene: Scene, tekst: str) -> None:
    _place(scene, NieuweUpdate(sleutel=secrets.token_urlsafe(32), tekst=tekst))


def _foto(scene: Scene, tekst: str) -> None:
    foto = draw_foto(scene.initiatief.thema or Thema.GROEN, scene.initiatief.id)
    _place(scene, NieuweUpdate(sleutel=secrets.token_urlsafe(32), tekst=tekst, fotos=(foto,)))


def _place(scene: Scene, nieuw: NieuweUpdate) -> None:
    place_update(scene.initiatief, nieuw, door=scene.als(Hoedanigheid.INITIATIEFNEMER))


def _ja(scene: Scene, number: int) -> None:
    answer_klopt(scene.initiatief, gebruiker_id=scene.bewoner(number).id, klopt=True)


def _nee(scene: Scene, number: int, reden: str) -> None:
    bewoner = scene.bewoner(number)
    answer_klopt(scene.initiatief, gebruiker_id=bewoner.id, klopt=False, reden=reden)


def _heropen(scene: Scene, reden: str) -> None:
    realisatie = find_lopende_realisatie(scene.initiatief.id)
    if realisatie is None:
        raise LookupError(scene.initiatief.titel)
    bezwaar = list_bezwaren(realisatie.id)[0]
    door = scene.als(Hoedanigheid.GEBIEDSVERBINDER)
    heropen(scene.initiatief, bezwaar, reden=reden, door=door)


def _opgaan(scene: Scene, titel: str, reden: str) -> None:
    door = scene.als(Hoedanigheid.GEBIEDSVERBINDER)
    voorstel = propose(scene.initiatief, _by_titel(titel), reden=reden, door=door)
    agree(voorstel, door_id=scene.initiatief.indiener_id)


DADEN: Mapping[str, Callable[..., None]] = {
    "fase": _fase,
    "nieuws": _nieuws,
    "foto": _foto,
    "ja": _ja,
    "nee": _nee,
    "heropen": _heropen,
    "opgaan": _opgaan,
}
