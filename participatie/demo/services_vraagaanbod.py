"""What initiatieven of the demo city seek, what people offer, and who helps. Through services."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from sqlalchemy import select

from participatie.accounts.models import Gebruiker
from participatie.core import clock
from participatie.core.db import db
from participatie.demo.services_mensen import BEWONERS
from participatie.gebieden.models import Gebied
from participatie.gebieden.types import Niveau
from participatie.initiatieven.models import Initiatief
from participatie.initiatieven.types import Behoefte
from participatie.programmas.types import Thema
from participatie.vraagaanbod.models import Oproep
from participatie.vraagaanbod.queries import is_gaande
from participatie.vraagaanbod.services_aanbod import offer
from participatie.vraagaanbod.services_aanmeldingen import answer, help_with
from participatie.vraagaanbod.services_oproepen import change_oproep, place_oproep
from participatie.vraagaanbod.types import (
    AanmeldingStatus,
    Bericht,
    NieuwAanbod,
    NieuweOproep,
    OproepStatus,
)

GEZOCHT = (
    (Behoefte.HANDEN, "Buren die op zaterdag stenen lichten", "6 mensen", "een ochtend"),
    (Behoefte.KENNIS, "Iemand die weet hoe je een begroting maakt", "", "een avond"),
    (Behoefte.PLEK, "Een droge plek voor het gereedschap", "4 vierkante meter", ""),
    (Behoefte.GELD, "Een bijdrage voor planten en aarde", "€ 400", "voor het voorjaar"),
    (Behoefte.HANDEN, "Iemand die de website bijhoudt", "1 mens", "een uur per week"),
)
AANGEBODEN = (
    (Behoefte.HANDEN, "Elke eerste zaterdag een paar uur klussen", None),
    (Behoefte.PLEK, "Het buurthuis op maandagavond", Thema.ONTMOETEN),
    (Behoefte.KENNIS, "Advies van een hovenier met pensioen", Thema.GROEN),
    (Behoefte.PLEK, "Een halve garage voor gereedschap", None),
    (Behoefte.HANDEN, "Een bakfiets met bestuurder", None),
    (Behoefte.KENNIS, "Hulp bij een vergunning aanvragen", None),
    (Behoefte.GELD, "Een klein fonds van winkeliers voor planten", Thema.GROEN),
)
INITIATIEVEN = 8


def make_vraagaanbod(gebieden: Mapping[str, Gebied], people: Mapping[str, Gebruiker]) -> None:
    """Let initiatieven seek, people offer, and some of them find each other."""
    bewoners = [people[one.email] for one in BEWONERS]
    with clock.set_to(clock.now() - timedelta(days=20)):
        _offer(gebieden, bewoners)
    for nummer, oproep in enumerate(_seek()):
        if nummer % 2 == 0:
            _help(oproep, bewoners, nummer)


def _offer(gebieden: Mapping[str, Gebied], bewoners: Sequence[Gebruiker]) -> None:
    delen = [one for one in gebieden.values() if one.niveau in {Niveau.STAD, Niveau.STADSDEEL}]
    for nummer, (soort, wat, thema) in enumerate(AANGEBODEN):
        offer(
            NieuwAanbod(
                sleutel=f"aanbod-van-de-voorbeeldstad-{nummer}",
                soort=soort,
                wat=wat,
                toelichting="In overleg. Stuur een bericht en vertel wat u van plan bent.",
                gebied_id=delen[nummer % len(delen)].id,
                thema=thema,
                tot=clock.today() + timedelta(days=90 + 30 * nummer),
            ),
            aanbieder_id=bewoners[nummer % len(bewoners)].id,
        )


def _seek() -> Sequence[Oproep]:
    statement = (
        select(Initiatief)
        .where(is_gaande())
        .order_by(Initiatief.gepubliceerd_op, Initiatief.id)
        .limit(INITIATIEVEN)
    )
    found = []
    with clock.set_to(clock.now() - timedelta(days=10)):
        for nummer, initiatief in enumerate(db.session.scalars(statement).all()):
            soort, wat, hoeveel, wanneer = GEZOCHT[nummer % len(GEZOCHT)]
            nieuw = NieuweOproep(
                sleutel=f"oproep-van-de-voorbeeldstad-{nummer}",
                soort=soort,
                wat=wat,
                hoeveel=hoeveel,
                wanneer=wanneer,
            )
            found.append(place_oproep(initiatief, nieuw, door_id=initiatief.indiener_id))
    return found


def _help(oproep: Oproep, bewoners: Sequence[Gebruiker], nummer: int) -> None:
    maker_id = oproep.initiatief.indiener_id
    buur = next(one for one in bewoners[nummer % 3 :] if one.id != maker_id)
    with clock.set_to(clock.now() - timedelta(days=5)):
        made = help_with(
            oproep.id, Bericht(tekst="Ik woon om de hoek en help graag mee."), van_id=buur.id
        )
    if nummer % 4:
        return
    with clock.set_to(clock.now() - timedelta(days=2)):
        answer(made.id, AanmeldingStatus.AANGENOMEN, antwoord="Fijn, graag!", door_id=maker_id)
        change_oproep(oproep.id, OproepStatus.VERVULD, door_id=maker_id)
