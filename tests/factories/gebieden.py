"""Gebieden to test with: a little square city around the middle of Haarlem.

 +-------------+-------------+  52.40
 | Noordwijk   | Schalkdam   |
 |  Duinbuurt  |  Dambuurt   |     stad Haarlem > stadsdelen Noord and Schalkwijk
 |  | Zeebuurt |  | Molenb.  |     > the four wijken > two buurten each, side by side
 +-------------+-------------+  52.38
 | Leidsewijk  | Boerhaave   |
 |  Leidsebuurt|  Hoeve      |
 |  | Poort    |  | Gaarde   |
 +-------------+-------------+  52.36
4.59         4.63          4.67
"""

from dataclasses import dataclass

import factory
from factory.alchemy import SQLAlchemyModelFactory

from participatie.core import clock
from participatie.core.db import db
from participatie.gebieden.models import Contact, Gebied, Kengetal
from participatie.gebieden.types import Niveau


def square(west, zuid, oost, noord):
    """Return a rectangle as GeoJSON."""
    ring = [[west, zuid], [oost, zuid], [oost, noord], [west, noord], [west, zuid]]
    return {"type": "Polygon", "coordinates": [ring]}


class GebiedFactory(SQLAlchemyModelFactory):
    """A stad; give `niveau` and `ouder` for a smaller gebied, `geometrie` for its outline."""

    class Meta:
        model = Gebied
        sqlalchemy_session_factory = lambda: db.session  # noqa: E731
        sqlalchemy_session_persistence = "flush"

    code = factory.Sequence(lambda number: f"XX{number:06}")
    naam = factory.Sequence(lambda number: f"Gebied {number}")
    slug = factory.LazyAttribute(lambda gebied: gebied.naam.lower().replace(" ", "-"))
    niveau = Niveau.STAD
    ouder = None
    inwoners = None
    woningen = None
    bron = "Test"
    schematisch = False
    gewijzigd_op = factory.LazyFunction(clock.now)

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        omtrek = kwargs.pop("geometrie", None)
        gebied = model_class(*args, **kwargs)
        gebied.place(omtrek)
        db.session.add(gebied)
        db.session.flush()  # the id is needed by what lies in it
        return gebied


class ContactFactory(SQLAlchemyModelFactory):
    """Someone who answers questions about a gebied."""

    class Meta:
        model = Contact
        sqlalchemy_session_factory = lambda: db.session  # noqa: E731
        sqlalchemy_session_persistence = "flush"

    gebied = factory.SubFactory(GebiedFactory)
    naam = "Gebiedsteam"
    functie = "Gebiedsverbinder"
    email = "gebiedsteam@example.invalid"
    telefoon = "14 023"


class KengetalFactory(SQLAlchemyModelFactory):
    """A figure of a gebied."""

    class Meta:
        model = Kengetal
        sqlalchemy_session_factory = lambda: db.session  # noqa: E731
        sqlalchemy_session_persistence = "flush"

    gebied = factory.SubFactory(GebiedFactory)
    sleutel = "huishoudens"
    naam = "Huishoudens"
    jaar = 2024
    waarde = 1200
    eenheid = "aantal"
    bron = "CBS"


@dataclass(frozen=True)
class LittleCity:
    """A stad with 2 stadsdelen, 4 wijken and 8 buurten; all are found by name in `by_name`."""

    stad: Gebied
    stadsdelen: list[Gebied]
    wijken: list[Gebied]
    buurten: list[Gebied]
    by_name: dict[str, Gebied]


WIJKEN = (
    ("Noordwijk", 4.59, 52.38, ("Duinbuurt", "Zeebuurt")),
    ("Leidsewijk", 4.59, 52.36, ("Leidsebuurt", "Poort")),
    ("Schalkdam", 4.63, 52.38, ("Dambuurt", "Molenbuurt")),
    ("Boerhaave", 4.63, 52.36, ("Hoeve", "Gaarde")),
)


def make_city() -> LittleCity:
    """Make the little square city."""
    stad = GebiedFactory(
        code="GM0392", naam="Haarlem", geometrie=square(4.59, 52.36, 4.67, 52.40), inwoners=8000
    )
    delen = [
        GebiedFactory(
            code=f"SD0392-0{number}",
            naam=naam,
            niveau=Niveau.STADSDEEL,
            ouder=stad,
            geometrie=square(west, 52.36, west + 0.04, 52.40),
        )
        for number, (naam, west) in enumerate((("Noord", 4.59), ("Schalkwijk", 4.63)), start=1)
    ]
    wijken, buurten = [], []
    for number, (naam, west, zuid, namen) in enumerate(WIJKEN, start=1):
        wijk = GebiedFactory(
            code=f"WK03920{number}",
            naam=naam,
            niveau=Niveau.WIJK,
            ouder=delen[0] if west < 4.6 else delen[1],
            geometrie=square(west, zuid, west + 0.04, zuid + 0.02),
        )
        wijken.append(wijk)
        buurten += [_make_buurt(wijk, place, west, zuid, naam) for place, naam in enumerate(namen)]
    everything = [stad, *delen, *wijken, *buurten]
    by_name = {gebied.naam: gebied for gebied in everything}
    return LittleCity(stad, delen, wijken, buurten, by_name)


def _make_buurt(wijk, place, west, zuid, naam) -> Gebied:
    links = west + 0.02 * place
    return GebiedFactory(
        code=f"BU{wijk.code[2:]}0{place + 1}",
        naam=naam,
        niveau=Niveau.BUURT,
        ouder=wijk,
        geometrie=square(links, zuid, links + 0.02, zuid + 0.02),
    )
