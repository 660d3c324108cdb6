"""The kennisbank and the agenda of the demo city."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path

from participatie.accounts.models import Gebruiker
from participatie.agenda.models import Bijeenkomst
from participatie.agenda.services import announce, write_verslag
from participatie.agenda.services_deelname import register
from participatie.agenda.types import BijeenkomstGegevens, BijeenkomstSoort
from participatie.core import clock
from participatie.demo.services_mensen import BEWONERS
from participatie.gebieden.models import Gebied
from participatie.kennisbank.services import publish_artikel, write_artikel
from participatie.kennisbank.types import ArtikelGegevens, ArtikelSoort, Doelgroep, HulpFase

ARTIKELEN = Path(__file__).parent / "data" / "kennisbank.json"
ANNOUNCED_BEFORE = timedelta(days=30)
DUUR = timedelta(hours=2)
VERSLAG = """## Wat er is besproken

Er waren 34 mensen. Zij bekeken drie schetsen voor het plein.

- De meeste mensen kiezen **meer bomen** en minder tegels.
- Ouders vragen om een veilige oversteek bij de school.

## Wat wij doen

Voor 1 maart maakt de gemeente een nieuw ontwerp. Dat komt op deze site.
"""


@dataclass(frozen=True)
class Afspraak:
    """A meeting so many days from now, in a stadsdeel, at an hour."""

    dagen: int
    gebied: str
    uur: int
    titel: str
    soort: BijeenkomstSoort
    plek: str
    tekst: str
    capaciteit: int | None = None
    aanmelden: bool = False


AFSPRAKEN = (
    Afspraak(-40, "Noord", 19, "Praat mee over het plein in Delftwijk",
             BijeenkomstSoort.WIJKBIJEENKOMST, "Wijkcentrum in Delftwijk",
             "Drie schetsen voor het plein. Wat past bij de buurt?", None, aanmelden=True),
    Afspraak(-12, "Oost", 14, "Schouw in de Amsterdamse buurten", BijeenkomstSoort.SCHOUW,
             "Wij beginnen bij de Amsterdamse Poort", "Loop mee en wijs aan wat beter kan."),
    Afspraak(6, "Schalkwijk", 19, "Samen koken en plannen maken", BijeenkomstSoort.ACTIVITEIT,
             "Buurthuis in Boerhaavewijk", "Er zijn weinig plekken: de keuken is klein.", 3,
             aanmelden=True),
    Afspraak(9, "Centrum", 10, "Spreekuur van de gebiedsverbinder", BijeenkomstSoort.SPREEKUUR,
             "Bibliotheek in het centrum", "Loop binnen met uw vraag of idee."),
    Afspraak(20, "Zuid-West", 20, "Werksessie: groen in de Leidsebuurt",
             BijeenkomstSoort.WERKSESSIE, "School in de Leidsebuurt",
             "Wij tekenen samen waar bomen en geveltuinen kunnen komen.", 30, aanmelden=True),
    Afspraak(33, "Noord", 15, "Inloop over het programma van volgend jaar",
             BijeenkomstSoort.INLOOP, "Wijkcentrum in Delftwijk",
             "Bekijk wat er volgend jaar gebeurt en stel uw vragen."),
)  # fmt: skip


def write_kennisbank(people: Mapping[str, Gebruiker]) -> None:
    """Write and publish the articles, some weeks ago."""
    door_id = people["redacteur"].id
    with clock.set_to(clock.now() - ANNOUNCED_BEFORE):
        for said in json.loads(ARTIKELEN.read_text()):
            artikel = write_artikel(
                ArtikelSoort(said["soort"]),
                ArtikelGegevens(
                    titel=said["titel"],
                    samenvatting=said["samenvatting"],
                    tekst=said["tekst"],
                    doelgroepen=tuple(Doelgroep(one) for one in said["doelgroepen"]),
                    fasen=tuple(HulpFase(one) for one in said["fasen"]),
                    thema=said.get("thema"),
                    stappen=tuple(said["stappen"]),
                    punten=tuple(said.get("punten", ())),
                ),
                door_id=door_id,
            )
            publish_artikel(artikel, versie=artikel.versie, door_id=door_id)


def hold_bijeenkomsten(gebieden: Mapping[str, Gebied], people: Mapping[str, Gebruiker]) -> None:
    """Announce the meetings, let people register, and report of the first."""
    for afspraak in AFSPRAKEN:
        door = people[f"verbinder.{afspraak.gebied.lower()}"]
        one = _announce(afspraak, gebieden[afspraak.gebied], door)
        if afspraak.aanmelden:
            with clock.set_to(one.begin - timedelta(days=10)):
                for persoon in BEWONERS[:5]:
                    register(one, gebruiker_id=people[persoon.email].id)
        if one.eind < clock.now() and afspraak.aanmelden:
            _report(one, door)


def _announce(afspraak: Afspraak, gebied: Gebied, door: Gebruiker) -> Bijeenkomst:
    dag = clock.today() + timedelta(days=afspraak.dagen)
    begin = datetime.combine(dag, time(afspraak.uur), tzinfo=clock.AMSTERDAM)
    with clock.set_to(min(clock.now(), begin) - ANNOUNCED_BEFORE):
        return announce(
            BijeenkomstGegevens(
                gebied_id=gebied.id,
                titel=afspraak.titel,
                soort=afspraak.soort,
                begin=begin,
                eind=begin + DUUR,
                plek_omschrijving=afspraak.plek,
                organisator=f"Gebiedsteam {afspraak.gebied}",
                omschrijving=afspraak.tekst,
                aanmelden=afspraak.aanmelden,
                capaciteit=afspraak.capaciteit,
            ),
            door_id=door.id,
        )


def _report(one: Bijeenkomst, door: Gebruiker) -> None:
    with clock.set_to(one.eind + timedelta(days=3)):
        write_verslag(one, verslag=VERSLAG, versie=one.versie, door_id=door.id)
