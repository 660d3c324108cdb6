"""What a booklet says of one item."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from participatie.core.formats import datum, euro
from participatie.core.pdf_data import Value
from participatie.gebiedsprogrammas.queries_items import find_namen_of
from participatie.gebiedsprogrammas.rules import AFWIJKING_NAMEN, RESULTAAT_NAMEN
from participatie.gebiedsprogrammas.types import Item, Regel
from participatie.organisaties.types import OrganisatieId
from participatie.programmas.rules import FASE_NAMEN, GELDBRON_NAMEN
from participatie.programmas.rules_tekens import KLEUREN
from participatie.programmas.types import Geldbron


@dataclass(frozen=True)
class Woorden:
    """Texts of standen and names of organisaties, read for all items at once."""

    teksten: Mapping[int, str]
    organisaties: Mapping[OrganisatieId, str]


def item_of(regel: Regel, jaar: int, *, nummer: int, woorden: Woorden) -> Value:
    """Return one item with its facts; facts without a value are left out."""
    item = regel.item
    return {
        "nummer": nummer,
        "kleur": KLEUREN[item.domein],
        "titel": item.titel,
        "tekst": woorden.teksten.get(item.stand_id, ""),
        "feiten": [
            {"naam": naam, "waarde": waarde}
            for naam, waarde in _feiten(regel, jaar, woorden)
            if waarde
        ],
    }


def _feiten(regel: Regel, jaar: int, woorden: Woorden) -> Iterator[tuple[str, str]]:
    item = regel.item
    wie = woorden.organisaties.get(item.organisatie_id) if item.organisatie_id else None
    yield "Waar", _plek(item)
    yield "Planning", f"{datum(item.start)} tot en met {datum(item.eind)}"
    yield "Fase", FASE_NAMEN[item.fase]
    yield (
        "Wie het doet",
        f"{item.trekker} ({wie})" if wie and wie != item.trekker else item.trekker,
    )
    yield f"Geld in {jaar}", _geld(item, jaar)
    yield "Ook in", ", ".join(item.gedeeld_met)
    if regel.uitslag and regel.uitslag.resultaat:
        uitslag = regel.uitslag
        naar = f" naar {uitslag.naar_jaar}" if uitslag.naar_jaar else ""
        yield (
            "Resultaat",
            f"{RESULTAAT_NAMEN[regel.uitslag.resultaat]}{naar}. {uitslag.toelichting}",
        )
    if regel.afwijking:
        yield "Let op", AFWIJKING_NAMEN[regel.afwijking]


def _plek(item: Item) -> str:
    """Return the place in words, with the gebieden that those words do not name already."""
    plek = item.plek_omschrijving
    namen = ", ".join(naam for naam in find_namen_of(item.gebied_ids) if naam not in plek)
    return f"{plek} ({namen})" if plek and namen else plek or namen


def _geld(item: Item, jaar: int) -> str:
    per_bron = [
        (bron, item.bedragen[jaar, bron]) for bron in Geldbron if item.bedragen.get((jaar, bron))
    ]
    parts = [f"{GELDBRON_NAMEN[bron]} {euro(cents)}" for bron, cents in per_bron]
    if len(parts) > 1:
        parts.append(f"samen {euro(item.bedrag(jaar))}")
    return "; ".join(parts) or "nog geen bedrag"
