"""The goals of the gebiedsopgave, as a booklet says them."""

from datetime import date

from participatie.core.formats import aantal, datum
from participatie.core.pdf_data import Value
from participatie.gebieden.types import GebiedId
from participatie.opgaven.models import DoelTekst, Indicator
from participatie.opgaven.queries import find_geldende, list_doelen, sorted_teksten
from participatie.opgaven.rules import DOMEIN_NAMEN, PRIORITEIT_NAMEN


def doelen_of(gebied_id: GebiedId, jaar: int, peildatum: date | None) -> Value:
    """Return the goals that hold in a year; None when the gebied has none."""
    opgave_ids = {doel.opgave_id for doel in list_doelen([gebied_id], jaar)}
    versies = [find_geldende(opgave_id, peildatum) for opgave_id in sorted(opgave_ids)]
    versie = next((found for found in versies if found is not None), None)
    if versie is None:
        return None
    besluit = (
        f"Vastgesteld op {datum(versie.vastgesteld_op)}, besluit {versie.besluitnummer}."
        if versie.vastgesteld_op
        else ""
    )
    return {
        "periode": f"{versie.van_jaar}-{versie.tot_jaar}",
        "besluit": besluit,
        "inleiding": versie.inleiding,
        "doelen": [_doel(tekst) for tekst in sorted_teksten(versie)],
    }


def _doel(tekst: DoelTekst) -> Value:
    return {
        "titel": tekst.titel,
        "domein": DOMEIN_NAMEN[tekst.domein],
        "prioriteit": PRIORITEIT_NAMEN[tekst.prioriteit],
        "resultaat": tekst.resultaat,
        "partners": ", ".join(tekst.partners),
        "indicatoren": [_indicator(found) for found in tekst.indicatoren],
    }


def _indicator(found: Indicator) -> str:
    return (
        f"{found.naam}: van {aantal(found.nulmeting)} ({found.nulmeting_jaar})"
        f" naar {aantal(found.streefwaarde)} ({found.streefjaar}), in {found.eenheid}."
        f" Bron: {found.bron}."
    )
