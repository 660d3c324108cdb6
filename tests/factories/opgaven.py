"""Gebiedsopgaven to test with, made through the services."""

from dataclasses import replace
from datetime import UTC, date, datetime

from participatie.core import clock
from participatie.opgaven.models import OpgaveVersie
from participatie.opgaven.services import herijk, start_opgave, vaststel
from participatie.opgaven.services_doelen import add_doel
from participatie.opgaven.types import (
    Besluit,
    DoelGegevens,
    Domein,
    IndicatorGegevens,
    Prioriteit,
    VersieGegevens,
)

INDICATOR = IndicatorGegevens(
    kengetal=None,
    naam="Bewoners die hun buurt groen genoeg vinden",
    eenheid="%",
    bron="Leefbaarheidsmonitor",
    nulmeting=61.0,
    nulmeting_jaar=2025,
    streefwaarde=75.0,
    streefjaar=2030,
)
DOEL = DoelGegevens(
    titel="Meer groen in de straat",
    resultaat="In elke straat staat een boom.",
    prioriteit=Prioriteit.HOOG,
    domein=Domein.FYSIEK,
    partners=("Woningcorporatie Noord",),
    indicatoren=(INDICATOR,),
)
PERIODE = VersieGegevens(van_jaar=2026, tot_jaar=2030, inleiding="Waar wij aan werken.")


def make_doel(titel: str, **fields: object) -> DoelGegevens:
    """Return a goal without figures and partners, unless they are given."""
    return replace(DOEL, **({"titel": titel, "partners": (), "indicatoren": ()} | fields))


def make_concept(
    gebied, *doelen: DoelGegevens, gegevens: VersieGegevens = PERIODE
) -> OpgaveVersie:
    """Begin an opgave with these goals, or with one."""
    concept = start_opgave(gebied.id, gegevens, actor_id=None)
    for doel in doelen or (DOEL,):
        add_doel(concept, doel, actor_id=None)
    return concept


def make_vastgesteld(
    gebied,
    *doelen: DoelGegevens,
    op: date = date(2025, 12, 1),
    gegevens: VersieGegevens = PERIODE,
) -> OpgaveVersie:
    """Begin an opgave with these goals, or with one, and adopt it on a day."""
    with clock.set_to(datetime(op.year, op.month, op.day, 12, tzinfo=UTC)):
        concept = make_concept(gebied, *doelen, gegevens=gegevens)
        adopt(concept, op)
    return concept


def adopt(concept: OpgaveVersie, op: date, nummer: str = "2025/100") -> None:
    """Adopt a concept on a day."""
    vaststel(concept, Besluit(nummer=nummer, datum=op), versie=concept.versie, actor_id=None)


def make_herijking(vastgesteld: OpgaveVersie, reden: str = "De wijk groeit.") -> OpgaveVersie:
    """Begin a herijking for the same years."""
    gegevens = replace(PERIODE, van_jaar=vastgesteld.van_jaar, tot_jaar=vastgesteld.tot_jaar)
    return herijk(vastgesteld.opgave, replace(gegevens, reden=reden), actor_id=None)
