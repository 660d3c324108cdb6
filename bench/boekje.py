"""A booklet of 200 items with its map: the time to set it, and the memory of the program."""

import resource
import time

from bench.meting import Meting, at_most
from participatie.core.pdf import make_pdf
from participatie.core.pdf_data import Value
from participatie.programmas.rules_tekens import legenda

ITEMS = 200
SECONDS = 5.0
MEGABYTES = 300.0
KILOBYTE = 1024
TEKST = "De straat gaat open en komt terug met nieuwe bomen en bredere stoepen. " * 4


def run() -> list[Meting]:
    """Set the booklet once; its memory is the most that a child of this process has used."""
    begin = time.perf_counter()
    made = make_pdf("gebiedsprogramma.typ", _data())
    seconds = time.perf_counter() - begin
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / KILOBYTE
    naam = f"boekje van {ITEMS} onderdelen"
    return [
        at_most(f"{naam} als PDF", seconds, SECONDS, "s"),
        at_most(f"{naam}: geheugen op zijn hoogst", peak, MEGABYTES, "MB"),
        at_most(f"{naam}: grootte", len(made) / KILOBYTE, KILOBYTE, "kB"),
    ]


def _data() -> dict[str, Value]:
    teken, naam = legenda()[0]
    return {
        "titel": "Gebiedsprogramma Noord 2026",
        "ondertitel": "Vastgesteld",
        "site": "Bench",
        "stand": "Stand per 1 mei 2026",
        "mjgp": False,
        "inleiding": TEKST,
        "doelen": None,
        "geld": {"kolommen": ["Herkomst", "2026"], "rijen": [["Subsidie", "1"]], "voet": ["", ""]},
        "legenda": [{"svg": teken, "naam": naam}],
        "jaren": [_jaar(teken)],
        "colofon": [TEKST],
    }


def _jaar(svg: str) -> Value:
    feiten = [{"naam": naam, "waarde": "Een waarde"} for naam in ("Waar", "Planning", "Trekker")]
    items: list[Value] = [
        {"nummer": number, "kleur": "#12609e", "titel": "Plan", "tekst": TEKST, "feiten": feiten}
        for number in range(ITEMS)
    ]
    return {
        "jaar": 2026,
        "status": "Vastgesteld",
        "uitleg": TEKST,
        "besluit": "",
        "toelichting": "",
        "aantal": ITEMS,
        "totaal": "1",
        "gedeeld": "",
        "kaart": {"svg": svg, "alt": "Kaart"},
        "groepen": [{"kop": "Straat", "bedrag": "1", "doelen": [{"titel": "", "items": items}]}],
        "buiten": [],
    }
