"""Programme years, made through the services that people use."""

from dataclasses import replace
from datetime import date

from participatie.core import clock
from participatie.gebieden.queries import get_boom
from participatie.gebiedsprogrammas.queries_items import list_planned
from participatie.gebiedsprogrammas.rules_programma import fingerprint
from participatie.gebiedsprogrammas.services import Besluit, maak_programma, vaststellen
from participatie.opgaven.types import Domein
from participatie.programmas.queries_gegevens import gegevens_of
from participatie.programmas.services import add_project, change_project
from participatie.programmas.types import (
    Fase,
    Geldbron,
    Participatieniveau,
    ProjectGegevens,
    ProjectSoort,
)

PLEK = {"type": "Point", "coordinates": [4.61, 52.39]}
_numbers = iter(range(1, 10**9))


def make_item(*gebieden, jaar=2027, cent=100_000, bron=Geldbron.INVESTERINGSPLAN, **anders):
    """A project of these gebieden, planned in a year with money for it (0: without)."""
    gegevens = ProjectGegevens(
        titel="Nieuw riool",
        omschrijving="",
        soort=ProjectSoort.PROJECT,
        domein=Domein.FYSIEK,
        thema=None,
        fase=Fase.VOORBEREIDING,
        start=date(jaar, 2, 1),
        eind=date(jaar, 11, 30),
        plek_omschrijving="Leidsestraat",
        trekker="Beheer",
        contact_naam="Gebiedsteam",
        contact_email=None,
        participatieniveau=Participatieniveau.ADVISEREN,
        participatie_toelichting="",
        geometrie=PLEK,
        gebied_ids=frozenset(gebied.id for gebied in gebieden),
        bedragen={(jaar, bron): cent} if cent else {},
    )
    return add_project(
        replace(gegevens, **anders),
        bronsysteem="test",
        bronsleutel=f"I{next(_numbers)}",
        actor_id=None,
    )


def change_item(project, **anders):
    """Change what a project says."""
    return change_project(project, replace(gegevens_of(project), **anders), actor_id=None)


def seen_of(programma):
    """Return the fingerprint of what would be adopted now."""
    return fingerprint(list_planned(get_boom().omtrekken[programma.gebied_id], [programma.jaar]))


def adopt(programma, *, nummer="2026/0451", dag=None):
    """Adopt a programme with what is planned now."""
    return vaststellen(
        programma=programma,
        besluit=Besluit(nummer=nummer, dag=dag or clock.today()),
        gezien=seen_of(programma),
        actor_id=None,
        versie=programma.versie,
    )


def make_programma(gebied, jaar=2027):
    """The concept of a gebied and year."""
    return maak_programma(gebied_id=gebied.id, jaar=jaar, actor_id=None)
