"""The goals of the demo city: adopted, one of them herijkt, with projects that serve them."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from sqlalchemy import select

from participatie.accounts.models import Gebruiker
from participatie.core import clock
from participatie.core.db import db
from participatie.demo.services_programma import WRITTEN_FOR
from participatie.gebieden.models import Gebied, Kengetal
from participatie.gebieden.queries import keten_ids
from participatie.gebieden.types import GebiedId
from participatie.opgaven.models import OpgaveVersie
from participatie.opgaven.queries import doel_gegevens_of
from participatie.opgaven.services import herijk, start_opgave, vaststel
from participatie.opgaven.services_doelen import add_doel, change_doel
from participatie.opgaven.types import (
    Besluit,
    DoelGegevens,
    DoelId,
    Domein,
    IndicatorGegevens,
    Prioriteit,
    VersieGegevens,
)
from participatie.programmas.models import Project
from participatie.programmas.queries_gegevens import gegevens_of
from participatie.programmas.services import change_project

OPGAVEN = Path(__file__).parent / "data" / "opgaven.json"
BRON = "Leefbaarheidsmonitor (voorbeeld)"
EERSTE, LAATSTE = 2026, 2030
NULMETING = "2025"
BEGONNEN, VASTGESTELD = date(2025, 9, 15), date(2025, 11, 20)
REDEN = "Gekoppeld aan de gebiedsopgave."
Doelen = Mapping[tuple[GebiedId, str], DoelId]
Opgave = Mapping[str, Any]


def make_opgaven(gebieden: Mapping[str, Gebied], people: Mapping[str, Gebruiker]) -> Doelen:
    """Adopt the opgaven of the city and its stadsdelen; return the goal of a gebied and thema."""
    redacteur = people["redacteur"]
    doelen: dict[tuple[GebiedId, str], DoelId] = {}
    for opgave in json.loads(OPGAVEN.read_text()):
        gebied = gebieden[opgave["gebied"]]
        _measure(gebied, opgave)
        versie = _begin(gebied, opgave, redacteur)
        for tekst, doel in zip(versie.teksten, opgave["doelen"], strict=True):
            doelen |= {(gebied.id, thema): tekst.doel_id for thema in doel["themas"]}
        if "herijkt" in opgave:
            _herijk(versie, opgave["herijkt"], redacteur)
    return doelen


def link_projecten(doelen: Doelen) -> None:
    """Say of each project which goal it serves: of its own stadsdeel, or else of the city."""
    for project in db.session.scalars(select(Project).order_by(Project.id)).all():
        doel_id = _doel_of(project, doelen)
        if doel_id is not None:
            gegevens = replace(gegevens_of(project), doel_id=doel_id)
            change_project(project, gegevens, actor_id=None, reden=REDEN)


def _doel_of(project: Project, doelen: Doelen) -> DoelId | None:
    for gebied in project.gebieden:
        for gebied_id in keten_ids(gebied.id):
            found = doelen.get((gebied_id, project.thema or ""))
            if found is not None:
                return found
    return None


def _begin(gebied: Gebied, opgave: Opgave, door: Gebruiker) -> OpgaveVersie:
    periode = VersieGegevens(
        van_jaar=_year(EERSTE), tot_jaar=_year(LAATSTE), inleiding=opgave["inleiding"]
    )
    doelen = [_gegevens(doel) for doel in opgave["doelen"]]
    with clock.set_to(_at(BEGONNEN)):
        versie = start_opgave(gebied.id, periode, actor_id=door.id)
        for doel in doelen:
            add_doel(versie, doel, actor_id=door.id)
    _adopt(versie, opgave["besluit"], VASTGESTELD, door)
    return versie


def _herijk(versie: OpgaveVersie, herijking: Opgave, door: Gebruiker) -> None:
    """Raise targets and priorities, and add what is new."""
    gegevens = VersieGegevens(
        van_jaar=versie.van_jaar,
        tot_jaar=versie.tot_jaar,
        inleiding=versie.inleiding,
        reden=herijking["reden"],
    )
    nieuw = [_gegevens(doel) for doel in herijking["nieuw"]]
    with clock.set_to(_at(date.fromisoformat(herijking["begonnen"]))):
        concept = herijk(versie.opgave, gegevens, actor_id=door.id)
        for tekst in concept.teksten:
            now = _herijkt(doel_gegevens_of(tekst), herijking)
            change_doel(tekst, now, versie=tekst.versie, actor_id=door.id)
        for doel in nieuw:
            add_doel(concept, doel, actor_id=door.id)
    _adopt(concept, herijking["besluit"], date.fromisoformat(herijking["op"]), door)


def _herijkt(doel: DoelGegevens, herijking: Opgave) -> DoelGegevens:
    indicatoren = tuple(
        replace(found, streefwaarde=herijking["streef"].get(found.kengetal, found.streefwaarde))
        for found in doel.indicatoren
    )
    prioriteit = Prioriteit(herijking["prioriteit"].get(doel.titel, doel.prioriteit))
    return replace(doel, indicatoren=indicatoren, prioriteit=prioriteit)


def _adopt(versie: OpgaveVersie, nummer: str, op: date, door: Gebruiker) -> None:
    moment = _at(op)
    besluit = Besluit(nummer=_number(nummer), datum=moment.astimezone(clock.AMSTERDAM).date())
    with clock.set_to(moment):
        vaststel(versie, besluit, versie=versie.versie, actor_id=door.id)


def _gegevens(doel: Mapping[str, Any]) -> DoelGegevens:
    return DoelGegevens(
        titel=doel["titel"],
        resultaat=doel["resultaat"].replace(str(LAATSTE), str(_year(LAATSTE))),
        domein=Domein(doel["domein"]),
        prioriteit=Prioriteit(doel["prioriteit"]),
        partners=tuple(doel["partners"]),
        indicatoren=tuple(_indicator(found) for found in doel["indicatoren"]),
    )


def _indicator(found: Mapping[str, Any]) -> IndicatorGegevens:
    return IndicatorGegevens(
        kengetal=found["sleutel"],
        naam=found["naam"],
        eenheid=found["eenheid"],
        bron=BRON,
        nulmeting=found["metingen"][NULMETING],
        nulmeting_jaar=_year(int(NULMETING)),
        streefwaarde=found["streef"],
        streefjaar=_year(LAATSTE),
    )


def _measure(gebied: Gebied, opgave: Opgave) -> None:
    """Add the figures of the gebiedsanalyse that the goals are measured by."""
    for indicator in _indicatoren(opgave):
        for jaar, waarde in indicator["metingen"].items():
            kengetal = Kengetal(
                sleutel=indicator["sleutel"],
                naam=indicator["naam"],
                jaar=_year(int(jaar)),
                waarde=waarde,
                eenheid=indicator["eenheid"],
                bron=BRON,
            )
            gebied.kengetallen.append(kengetal)


def _indicatoren(opgave: Opgave) -> Sequence[Mapping[str, Any]]:
    doelen = [*opgave["doelen"], *opgave.get("herijkt", {}).get("nieuw", ())]
    return [indicator for doel in doelen for indicator in doel["indicatoren"]]


def _year(written: int) -> int:
    """Return a year moved to the years around today; ask it while the clock stands at today."""
    return written + clock.today().year - WRITTEN_FOR


def _at(day: date) -> datetime:
    """Return noon on the same day in the years around today, or now when that must still come."""
    moment = datetime.combine(day.replace(year=_year(day.year)), time(12), UTC)
    return min(moment, clock.now())


def _number(nummer: str) -> str:
    jaar, _, rest = nummer.partition("/")
    return f"{_year(int(jaar))}/{rest}"
