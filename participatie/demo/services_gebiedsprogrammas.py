"""Deciding about the programmes of the demo city: this year adopted, next year a concept."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from participatie.accounts.models import Gebruiker
from participatie.accounts.types import GebruikerId
from participatie.core import clock
from participatie.demo.services_programma import BRONSYSTEEM
from participatie.gebieden.types import Omtrek
from participatie.gebiedsprogrammas.queries import list_programmagebieden
from participatie.gebiedsprogrammas.queries_items import list_planned
from participatie.gebiedsprogrammas.rules_programma import fingerprint
from participatie.gebiedsprogrammas.services import (
    Besluit,
    maak_programma,
    schrijf_toelichting,
    vaststellen,
)
from participatie.gebiedsprogrammas.services_pc import zet_moment
from participatie.gebiedsprogrammas.types_planning import PcSoort
from participatie.programmas.queries import find_by_source
from participatie.programmas.queries_gegevens import gegevens_of
from participatie.programmas.services import change_project
from participatie.programmas.types import Fase, Geldbron, ProjectGegevens

DAGEN_GELEDEN = 20
NAAR_VOREN = "HLM-047"
Change = Callable[[ProjectGegevens], ProjectGegevens]
TOELICHTINGEN: Mapping[str, str] = {
    "Centrum": "In de binnenstad staan dit jaar water en veiligheid voorop.",
    "Noord": "In Noord werken wij dit jaar aan de wijken rond Delftwijk en aan veilig oversteken.",
    "Oost": "In Oost gaat dit jaar het meeste geld naar bruggen, kades en woningen.",
    "Schalkwijk": "In Schalkwijk staan dit jaar wonen en samen ouder worden voorop.",
    "Zuid-West": "In Zuid-West gaat het dit jaar om bruggen, het warmtenet en huiskamers.",
    "Haarlem": "Dit geldt voor de hele stad. Elk stadsdeel heeft ook een eigen programma.",
}


def decide(people: Mapping[str, Gebruiker]) -> None:
    """Adopt this year's programmes last November, and let things change since."""
    actor_id = people["redacteur"].id
    jaar = clock.today().year
    lately = clock.now() - timedelta(days=DAGEN_GELEDEN)
    with clock.set_to(datetime(jaar - 1, 11, 12, 9, 30, tzinfo=UTC)):
        for number, omtrek in enumerate(list_programmagebieden(), start=1):
            _adopt(omtrek, jaar, number, actor_id)
    with clock.set_to(lately):
        for omtrek in list_programmagebieden():
            maak_programma(gebied_id=omtrek.id, jaar=jaar + 1, actor_id=actor_id)
        _change(jaar, actor_id)
        kadernota = date(jaar, 5, 14)
        zet_moment(
            soort=PcSoort.KADERNOTA, jaar=jaar, datum=kadernota, actor_id=actor_id, versie=0
        )


def _adopt(omtrek: Omtrek, jaar: int, number: int, actor_id: GebruikerId) -> None:
    programma = maak_programma(gebied_id=omtrek.id, jaar=jaar, actor_id=actor_id)
    tekst = TOELICHTINGEN.get(omtrek.naam, "")
    schrijf_toelichting(programma=programma, toelichting=tekst, versie=programma.versie)
    vaststellen(
        programma=programma,
        besluit=Besluit(nummer=f"{jaar - 1}/104{number:03}", dag=clock.today()),
        gezien=fingerprint(list_planned(omtrek, [jaar])),
        actor_id=actor_id,
        versie=programma.versie,
    )


def _change(jaar: int, actor_id: GebruikerId) -> None:
    """Change a few items, so that the adopted programmes show what happened since."""
    meer = {(jaar, Geldbron.INVESTERINGSPLAN): 812_500_00}
    nieuw = {(jaar, Geldbron.EXPLOITATIE): 18_500_00}
    _change_one(
        "HLM-084",
        "De kade is slechter dan gedacht.",
        lambda found: replace(found, bedragen={**found.bedragen, **meer}),
        actor_id,
    )
    _change_one(
        "HLM-109",
        "De verkenning laat zien dat een warmtenet hier niet kan.",
        lambda found: replace(found, fase=Fase.GESTOPT),
        actor_id,
    )
    _change_one(
        "HLM-077",
        "Bewoners vroegen om door te gaan.",
        lambda found: replace(found, eind=date(jaar + 1, 6, 30)),
        actor_id,
    )
    _change_one(
        NAAR_VOREN,
        "Er kwam dit jaar al geld vrij.",
        lambda found: replace(
            found, start=date(jaar, 10, 1), bedragen={**found.bedragen, **nieuw}
        ),
        actor_id,
    )


def _change_one(sleutel: str, reden: str, change: Change, actor_id: GebruikerId) -> None:
    project = find_by_source(BRONSYSTEEM, sleutel)
    if project is not None:
        change_project(project, change(gegevens_of(project)), actor_id=actor_id, reden=reden)
