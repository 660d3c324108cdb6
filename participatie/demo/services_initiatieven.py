"""Living through a year of initiatieven: sent, decided about and linked, through the services."""

import json
import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from participatie.accounts.models import Gebruiker
from participatie.core import clock
from participatie.core.geometry import point
from participatie.demo.services_fotos import draw_foto
from participatie.demo.services_mensen import BEWONERS
from participatie.gebieden.models import Gebied
from participatie.gebieden.types import Niveau
from participatie.initiatieven import services as initiatieven
from participatie.initiatieven.models import Initiatief
from participatie.initiatieven.types import Behoefte, Plek, Wat
from participatie.inzendingen.types import Fotowens, KoppelingSoort
from participatie.moderation.rules_begin import standard_text
from participatie.moderation.services import besluit_nemen
from participatie.moderation.services_koppelen import koppelen
from participatie.moderation.types import Grond, Uitkomst
from participatie.programmas.queries import get_project
from participatie.programmas.queries_raakvlakken import list_raakvlakken_bij
from participatie.programmas.types import Thema

INITIATIEVEN = Path(__file__).parent / "data" / "initiatieven.json"
AFWIJZINGEN = (Grond.AL_GEPLAND, Grond.MELDING, Grond.NIET_BEVOEGD, Grond.STRIJDIG_MET_REGELS)
VERBANDEN = (
    (KoppelingSoort.AANVULLING_OP, "Dit initiatief past goed naast het project in deze buurt."),
    (KoppelingSoort.ONDERDEEL_VAN, "Het initiatief wordt meegenomen in de uitwerking."),
    (KoppelingSoort.AANLEIDING_VOOR, "Dit initiatief laat zien waarom het project nodig is."),
)
AFMAKEN: Mapping[Grond, str] = {
    Grond.AL_GEPLAND: "het programma van deze wijk, bij de kaart.",
    Grond.NIET_BEVOEGD: "de woningcorporatie van uw wijk.",
    Grond.STRIJDIG_MET_REGELS: "op deze plek is volgens het bestemmingsplan geen bouw toegestaan.",
}
"""How an official ends the standard texts that wait for a last sentence."""

ONE_IN_SENT_BACK = 6
WITH_FOTO = (0, 2, 3)  # of every five


@dataclass
class Verloop:
    """One initiatief of the file on its way through the year."""

    nummer: int
    gegevens: Mapping[str, Any]
    indiener: Gebruiker
    verbinder: Gebruiker
    gebied: Gebied
    initiatief: Initiatief | None = None

    @property
    def sent(self) -> Initiatief:
        """Return the initiatief once it was written."""
        if self.initiatief is None:
            raise LookupError(self.gegevens["titel"])
        return self.initiatief


Moment = tuple[datetime, int, Callable[[], None]]


def live_through(gebieden: Mapping[str, Gebied], people: Mapping[str, Gebruiker]) -> None:
    """Do everything that happened in the past year, in the order in which it happened."""
    verlopen = [
        _verloop(nummer, gegevens, gebieden, people)
        for nummer, gegevens in enumerate(json.loads(INITIATIEVEN.read_text()))
    ]
    moments: list[Moment] = [moment for verloop in verlopen for moment in _plan(verloop)]
    for op, _nummer, act in sorted(moments, key=lambda moment: moment[:2]):
        with clock.set_to(op):
            act()


def _verloop(
    nummer: int,
    gegevens: Mapping[str, Any],
    gebieden: Mapping[str, Gebied],
    people: Mapping[str, Gebruiker],
) -> Verloop:
    buurt = gebieden[gegevens["buurt"]]
    gebied = buurt if nummer % 2 or buurt.ouder is None else buurt.ouder
    stadsdeel = next(above for above in _above(buurt) if above.niveau is Niveau.STADSDEEL)
    indiener = people[BEWONERS[gegevens["indiener"] % len(BEWONERS)].email]
    return Verloop(
        nummer, gegevens, indiener, people[f"verbinder.{stadsdeel.naam.lower()}"], gebied
    )


def _above(gebied: Gebied | None) -> Iterator[Gebied]:
    while gebied is not None:
        yield gebied
        gebied = gebied.ouder


def _plan(verloop: Verloop) -> Iterator[Moment]:
    """Say what happens when: written, sent, decided, linked."""
    begin = clock.now() - timedelta(
        days=verloop.gegevens["dagen_geleden"], minutes=37 * verloop.nummer % 600
    )
    status = verloop.gegevens["status"]

    def later(days: float, act: Callable[[Verloop], None]) -> Moment:
        return begin + timedelta(days=days), verloop.nummer, partial(act, verloop)

    yield later(0, _write)
    if status == "concept":
        return
    yield later(0.02, _send)
    decided = 1 + verloop.nummer % 8
    if status == "gepubliceerd" and verloop.nummer % ONE_IN_SENT_BACK == 0:
        yield later(decided * 0.4, _send_back)
        yield later(decided * 0.6, _send)
    if status in DECISIONS:
        yield later(min(decided, verloop.gegevens["dagen_geleden"] - 0.5), DECISIONS[status])
    if status == "gepubliceerd" and verloop.nummer % 2:
        yield later(decided + 0.1, _link)


def _write(verloop: Verloop) -> None:
    gegevens = verloop.gegevens
    concept = initiatieven.start_concept(
        indiener_id=verloop.indiener.id,
        formulier_sleutel=secrets.token_urlsafe(32),
        wat=Wat(
            titel=gegevens["titel"],
            thema=Thema(gegevens["thema"]),
            toelichting=gegevens["toelichting"],
            waarom=gegevens["waarom"],
            wie_doet_mee=gegevens["wie_doet_mee"],
            vraag=_behoeften(gegevens["vraag"]),
            vraag_toelichting="",
            aanbod=_behoeften(gegevens["aanbod"]),
            aanbod_toelichting="",
            kosten_cent=gegevens["kosten"] * 100,
            gevonden_cent=gegevens["gevonden"] * 100,
        ),
        fotos=_foto(verloop),
    )
    punt = gegevens["punt"]
    plek = (
        Plek(omschrijving="", gebied_id=verloop.gebied.id)
        if punt is None
        else Plek(omschrijving="", punt=(punt[0], punt[1]))
    )
    initiatieven.save_waar(concept, plek, versie=concept.versie)
    verloop.initiatief = concept


def _foto(verloop: Verloop) -> Fotowens:
    if verloop.gegevens["status"] != "gepubliceerd" or verloop.nummer % 5 not in WITH_FOTO:
        return initiatieven.NO_FOTOS
    return draw_foto(Thema(verloop.gegevens["thema"]), verloop.nummer)


def _behoeften(values: Sequence[str]) -> tuple[Behoefte, ...]:
    return tuple(Behoefte(value) for value in values)


def _send(verloop: Verloop) -> None:
    initiatieven.send(verloop.sent, versie=verloop.sent.versie)


def _decide(uitkomst: Uitkomst, gronden: Sequence[Grond], verloop: Verloop) -> None:
    grond = gronden[verloop.nummer % len(gronden)]
    besluit_nemen(
        inzending=verloop.sent,
        uitkomst=uitkomst,
        grond=grond,
        reden=standard_text(uitkomst, grond) + AFMAKEN.get(grond, ""),
        door=verloop.verbinder,
        versie=verloop.sent.versie,
    )


_send_back = partial(_decide, Uitkomst.AANPASSEN, (Grond.ONDUIDELIJK, Grond.PLEK_ONTBREEKT))


def _withdraw(verloop: Verloop) -> None:
    initiatieven.withdraw(verloop.sent, versie=verloop.sent.versie)


def _link(verloop: Verloop) -> None:
    """Link it to what is planned nearest, if there is anything."""
    punt = verloop.gegevens["punt"]
    nearby = list_raakvlakken_bij(
        geometry=point(*punt) if punt else None,
        gebied_id=verloop.sent.gebied_id,
        thema=verloop.sent.thema,
        vanaf_jaar=clock.today().year,
        afstand_m=400,
    )
    if not nearby:
        return
    soort, reden = VERBANDEN[verloop.nummer % len(VERBANDEN)]
    koppelen(
        inzending=verloop.sent,
        project=get_project(nearby[0].project_id),
        soort=soort,
        reden=reden,
        door=verloop.verbinder,
        versie=verloop.sent.versie,
    )


DECISIONS: Mapping[str, Callable[[Verloop], None]] = {
    "gepubliceerd": partial(_decide, Uitkomst.PUBLICEREN, (Grond.PAST_IN_GEBIED,)),
    "aanpassen": _send_back,
    "afgewezen": partial(_decide, Uitkomst.AFWIJZEN, AFWIJZINGEN),
    "ingetrokken": _withdraw,
}
