"""A little city with 180 plans and ideas: enough to group, fade, filter and page."""

from datetime import date
from itertools import cycle

from participatie.core.geometry import point
from participatie.inzendingen.types import Status
from participatie.programmas.rules import THEMA_DOMEIN
from participatie.programmas.types import Fase, ProjectSoort, Thema
from tests.factories.accounts import GebruikerFactory
from tests.factories.gebieden import make_city
from tests.factories.initiatieven import InitiatiefFactory
from tests.factories.programmas import ProjectFactory

PROJECTS = 120
INITIATIEVEN = 60
STREETS = ("Kleverlaan", "Leidsevaart", "Zijlweg", "Schipholweg", "Jansstraat", "Amsterdamsevaart")
WORK = ("Riool vernieuwen", "Bomen planten", "Fietspad verbreden", "Speelplek opknappen")
NAUGHTY = "<img src=x onerror='window.hacked=1'>stoute titel"
SPOT = (4.6505, 52.3705)


def fill():
    city = make_city()
    fasen, soorten, themas = cycle(Fase), cycle(ProjectSoort), cycle(Thema)
    for number in range(PROJECTS):
        buurt = city.buurten[number % len(city.buurten)]
        thema = next(themas)
        ProjectFactory(
            titel=f"{WORK[number % 4]} {STREETS[number % 6]} {number}",
            gebieden=[buurt],
            place=shape(buurt, number),
            thema=thema,
            domein=THEMA_DOMEIN[thema],
            fase=next(fasen),
            soort=next(soorten),
            start=date(2025 + number % 4, 1, 1),
            eind=date(2025 + number % 4 + number % 2, 12, 31),
        )
    indiener = GebruikerFactory()
    for number in range(INITIATIEVEN):
        buurt = city.buurten[number % len(city.buurten)]
        InitiatiefFactory(
            titel=f"Buurttuin {STREETS[number % 6]} {number}",
            gebied=buurt,
            punt=place_in(buurt, number + 7),
            indiener=indiener,
            status=Status.GEPUBLICEERD,
        )
    ProjectFactory(titel="Warmtevisie voor de stad", gebieden=[city.stad], fase=Fase.IDEE)
    ProjectFactory(titel="Schoon Schalkwijk", gebieden=[city.by_name["Schalkwijk"]])
    gaarde = city.by_name["Gaarde"]
    for number in range(3):
        ProjectFactory(
            titel=f"Zelfde plek {number}",
            gebieden=[gaarde],
            place=point(*SPOT),
            soort=ProjectSoort.BELEIDSOPGAVE,
        )
    ProjectFactory(
        titel=NAUGHTY,
        gebieden=[city.by_name["Hoeve"]],
        place=point(4.6405, 52.3705),
        soort=ProjectSoort.BELEIDSOPGAVE,
    )
    ProjectFactory(
        titel="Café aan het plein",
        gebieden=[city.by_name["Duinbuurt"]],
        place=point(*place_in(city.by_name["Duinbuurt"], 3)),
    )


def place_in(buurt, number) -> tuple[float, float]:
    """Return a spot inside the buurt, another for each number."""
    return (
        buurt.west + 0.002 + (number * 37 % 160) / 10_000,
        buurt.zuid + 0.002 + (number * 53 % 160) / 10_000,
    )


def shape(buurt, number):
    """Return a point, now and then a line or a polygon."""
    lon, lat = place_in(buurt, number)
    if number % 10 == 0:
        return {"type": "LineString", "coordinates": [[lon, lat], [lon + 0.002, lat + 0.001]]}
    if number % 15 == 1:
        ring = [[lon, lat], [lon + 0.001, lat], [lon + 0.001, lat + 0.001], [lon, lat]]
        return {"type": "Polygon", "coordinates": [ring]}
    return point(lon, lat)
