"""A year in the life of projects of the demo city: planned, dearer, later, better explained."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import select

from participatie.accounts.models import Gebruiker
from participatie.core import clock
from participatie.core.db import db
from participatie.demo.services_programma import BRONSYSTEEM, began
from participatie.opgaven.types import Domein
from participatie.programmas.models import Project
from participatie.programmas.queries_gegevens import gegevens_of
from participatie.programmas.services import change_project
from participatie.programmas.types import Fase, Fasering, Mijlpaal, ProjectGegevens, Verwijzing

HOEVEEL = 25
NA_HET_INLEZEN = timedelta(days=45)
TWEE_MAANDEN = timedelta(days=61)
BEGROTING: Mapping[Domein, str] = {
    Domein.FYSIEK: "5.1",
    Domein.SOCIAAL: "1.2",
    Domein.ECONOMISCH: "3.1",
    Domein.BESTUUR: "7.1",
}
Stap = tuple[float, str, Callable[[ProjectGegevens, date], ProjectGegevens]]


def live_through_year(people: Mapping[str, Gebruiker]) -> None:
    """Let the redacteur work on the first projects of the gemeente, each for a few times."""
    vandaag = clock.today()
    vastgesteld = began() + NA_HET_INLEZEN
    statement = (
        select(Project)
        .where(
            Project.bronsysteem == BRONSYSTEEM,
            Project.organisatie_id.is_(None),
            Project.gewijzigd_op < vastgesteld,
        )
        .order_by(Project.bronsleutel)
        .limit(HOEVEEL)
    )
    since = clock.now() - vastgesteld
    for number, project in enumerate(db.session.scalars(statement).all()):
        for part, reden, change in _steps(number):
            with clock.set_to(vastgesteld + since * part + timedelta(minutes=11 * number)):
                change_project(
                    project,
                    change(gegevens_of(project), vandaag),
                    actor_id=people["redacteur"].id,
                    reden=reden,
                )


def _steps(number: int) -> tuple[Stap, ...]:
    steps: tuple[Stap, ...] = (
        (0.1, "De planning is uitgewerkt met de aannemer en het gebiedsteam.", _plan),
        (0.45, "De prijzen van materiaal zijn gestegen. De raad gaf extra geld.", _dearer),
        (0.7, "De netbeheerder legt eerst nieuwe kabels. Daarna kunnen wij pas afmaken.", _later),
        (0.92, "Bewoners vroegen tijdens het inloopuur om meer uitleg.", _explain),
    )
    return (*steps[: 1 + number % 3], steps[3]) if number % 4 else steps[:2]


def _plan(known: ProjectGegevens, vandaag: date) -> ProjectGegevens:
    begonnen = known.fase in {Fase.UITVOERING, Fase.AFGEROND}
    ontwerp = known.start - TWEE_MAANDEN
    return replace(
        known,
        fasering=_phases(known, vandaag),
        mijlpalen=(
            Mijlpaal("Ontwerp vastgesteld", ontwerp, gehaald=begonnen and ontwerp <= vandaag),
            Mijlpaal("Start van het werk", known.start, gehaald=begonnen),
            Mijlpaal("Klaar", known.eind, gehaald=known.fase is Fase.AFGEROND),
        ),
        verwijzingen=(Verwijzing("Over werk in de straat", "https://www.haarlem.nl/"),),
        begrotingsprogramma=BEGROTING[known.domein],
    )


def _phases(known: ProjectGegevens, vandaag: date) -> tuple[Fasering, ...]:
    """Return the phases that fit where the project is today."""
    start, eind = known.start, known.eind
    one = (Fasering(Fase.UITVOERING, start, eind),)
    begins = {
        Fase.VOORBEREIDING: start > vandaag,
        Fase.UITVOERING: start <= vandaag,
        Fase.AFGEROND: eind <= vandaag,
    }
    half = start + (eind - start) / 2
    if known.fase is Fase.IDEE and start > vandaag:
        return (
            Fasering(Fase.VOORBEREIDING, start, half),
            Fasering(Fase.UITVOERING, half + timedelta(days=1), eind),
        )
    return one if begins.get(known.fase) else ()


def _dearer(known: ProjectGegevens, vandaag: date) -> ProjectGegevens:
    del vandaag
    bedragen = {
        key: cents + cents // 10 // 100_000 * 100_000 for key, cents in known.bedragen.items()
    }
    return replace(known, bedragen=bedragen)


def _later(known: ProjectGegevens, vandaag: date) -> ProjectGegevens:
    """Let it take two months more, when it goes on."""
    if known.eind <= vandaag:
        return known
    eind = known.eind + TWEE_MAANDEN
    return replace(
        known,
        eind=eind,
        fasering=tuple(
            replace(deel, eind=eind) if deel.eind == known.eind else deel
            for deel in known.fasering
        ),
        mijlpalen=tuple(
            replace(mijlpaal, datum=eind) if mijlpaal.datum == known.eind else mijlpaal
            for mijlpaal in known.mijlpalen
        ),
    )


def _explain(known: ProjectGegevens, vandaag: date) -> ProjectGegevens:
    del vandaag
    more = " Voordat het werk begint, krijgt u een brief met wie u kunt bellen."
    return replace(known, omschrijving=known.omschrijving + more)
