"""Drawing the gebieden of the demo city, with contacts and the figures of the documents."""

import csv
from dataclasses import dataclass
from pathlib import Path

from shapely.geometry.base import BaseGeometry

from participatie.core import clock
from participatie.core.db import db
from participatie.core.geometry import geometry_of
from participatie.demo.rules import DEMO_DOMEIN, STADSRAND, Schets, draw_outlines
from participatie.gebieden.models import Contact, Gebied, Kengetal
from participatie.gebieden.rules_namen import free_slug, slug_of, stadsdeel_code
from participatie.gebieden.types import Niveau

DATA = Path(__file__).parent / "data"
BRON = "Schets voor de demo"
STAD_CODE = "GM0392"
STAD_INWONERS, STAD_WONINGEN = 167_636, 79_434
NIVEAU_OF_CODE = {"BU": Niveau.BUURT, "WK": Niveau.WIJK}
CENTRALE_TELEFOON = "14 023"


@dataclass(frozen=True)
class Cijfers2007:
    """A pilot wijk when the first wijkcontracten began."""

    wijk: str
    inwoners: int
    woningen: int | None


KENGETALLEN_2007 = {
    "WK039215": Cijfers2007("Delftwijk/Waterbuurt", 4397, 2392),
    "WK039203": Cijfers2007("Leidsebuurt", 4634, 2202),
    "WK039219": Cijfers2007("Boerhaavewijk", 6448, 2659),
    "WK039201": Cijfers2007("Vijfhoek en Heiliglanden", 3723, None),
    "WK039207": Cijfers2007("Amsterdamse buurten", 7047, 3619),
}


def draw_gebieden() -> dict[str, Gebied]:
    """Make all gebieden and return them by code, and the stadsdelen by name too."""
    schetsen = sorted(_read(), key=lambda schets: schets.punt is not None)
    outlines = draw_outlines(schetsen)
    stadsdelen = sorted({schets.ouder for schets in schetsen if schets.punt is None})
    stad = _make(STAD_CODE, "Haarlem", Niveau.STAD, STADSRAND)
    stad.inwoners, stad.woningen = STAD_INWONERS, STAD_WONINGEN
    gebieden = {STAD_CODE: stad}
    for naam in stadsdelen:
        code = stadsdeel_code(STAD_CODE, naam)
        gebieden[naam] = _make(code, naam, Niveau.STADSDEEL, outlines[naam])
        gebieden[naam].ouder = stad
    for schets in schetsen:
        niveau = NIVEAU_OF_CODE[schets.code[:2]]
        gebieden[schets.code] = _make(schets.code, schets.naam, niveau, outlines[schets.code])
        gebieden[schets.code].ouder = gebieden[schets.ouder]
    slugs: set[str] = set()
    for gebied in gebieden.values():
        gebied.slug = free_slug(gebied.naam, gebied.niveau, gebied.code, slugs)
        slugs.add(gebied.slug)
        db.session.add(gebied)
    for code, cijfers in KENGETALLEN_2007.items():
        _add_kengetallen(gebieden[code], cijfers)
    db.session.flush()  # everything that follows lies in a gebied
    return gebieden


def _read() -> list[Schets]:
    with (DATA / "gebieden.csv").open(newline="") as file:
        return [
            Schets(
                row["code"],
                row["naam"],
                row["ouder"],
                (float(row["lon"]), float(row["lat"])) if row["lon"] else None,
            )
            for row in csv.DictReader(file)
        ]


def _make(code: str, naam: str, niveau: Niveau, outline: BaseGeometry) -> Gebied:
    gebied = Gebied(
        code=code,
        naam=naam,
        niveau=niveau,
        bron=BRON,
        schematisch=True,
        gewijzigd_op=clock.now(),
        contacten=[_contact(naam, niveau)],
    )
    gebied.place(geometry_of(outline))
    return gebied


def _contact(gebied: str, niveau: Niveau) -> Contact:
    """Return who answers: the gebiedsverbinder of a stadsdeel, a team for the rest."""
    functie = "Gebiedsverbinder" if niveau is Niveau.STADSDEEL else "Gebiedsteam"
    naam = f"{functie} {gebied}"
    email = slug_of(naam) + DEMO_DOMEIN
    return Contact(naam=naam, functie=functie, email=email, telefoon=CENTRALE_TELEFOON)


def _add_kengetallen(gebied: Gebied, cijfers: Cijfers2007) -> None:
    for sleutel, naam, waarde in (
        ("inwoners-2007", "Inwoners", cijfers.inwoners),
        ("woningen-2007", "Woningen", cijfers.woningen),
    ):
        if waarde is not None:
            kengetal = Kengetal(
                sleutel=sleutel,
                naam=f"{naam} {cijfers.wijk}",
                jaar=2007,
                waarde=waarde,
                eenheid="aantal",
                bron="Wijkcontracten 2007",
            )
            gebied.kengetallen.append(kengetal)
