"""What the people of the demo city say to each other, support and follow: through the services."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import select

from participatie.accounts.models import Gebruiker
from participatie.core import clock
from participatie.core.db import db
from participatie.core.onderwerpen import Onderwerp
from participatie.demo.services_mensen import BEWONERS
from participatie.discussion.models_gesprek import Reactie
from participatie.discussion.queries_gesprek import REACTIE
from participatie.discussion.services import follow, support
from participatie.discussion.services_meldingen import approve, hide, report
from participatie.discussion.services_reacties import place_reactie
from participatie.discussion.types import Bijdrage, MeldGrond, ReactieId, ReactieStatus
from participatie.initiatieven.models import Initiatief
from participatie.inzendingen.types import Status

BESPROKEN = 3
GESTEUND = 15
VERBORGEN = "Wat een stel zeurpieten in deze straat. Ga toch verhuizen."
GEMELD = "De gemeente luistert toch niet. Allemaal geldverspilling!"


@dataclass(frozen=True)
class Woord:
    """One thing that is said: by which bewoner, on which of the words before it if any."""

    wie: int
    tekst: str
    op: int | None = None


GESPREKKEN: Sequence[Sequence[Woord]] = (
    (
        Woord(0, "Wat een goed plan. Ik woon om de hoek en help graag een zaterdag mee."),
        Woord(2, "Denkt u ook aan water in de zomer? Ik heb nog twee regentonnen staan.", 0),
        Woord(4, "Er lopen leidingen onder de stoep. Vraag dat eerst na.", None),
        Woord(6, VERBORGEN, 2),
        Woord(7, "Kan dit ook aan onze kant van de straat?"),
    ),
    (
        Woord(1, "Mijn kinderen zouden hier elke dag zijn."),
        Woord(3, GEMELD),
        Woord(5, "Let op de fietsers: het is hier smal.", 0),
    ),
    (
        Woord(8, "Ik doe mee en neem mijn buren mee."),
        Woord(9, "Is er al overlegd met de school?", 0),
    ),
)


def talk(people: Mapping[str, Gebruiker]) -> None:
    """Support, follow and talk about the initiatieven that were published first."""
    gepubliceerd = db.session.scalars(
        select(Initiatief)
        .where(Initiatief.status == Status.GEPUBLICEERD)
        .order_by(Initiatief.gepubliceerd_op.desc(), Initiatief.id)
        .limit(GESTEUND)
    ).all()
    bewoners = [people[persoon.email] for persoon in BEWONERS]
    for nummer, initiatief in enumerate(gepubliceerd):
        _support(initiatief, bewoners, many=(nummer * 5 + 4) % 11)
    for initiatief, gesprek in zip(gepubliceerd[:BESPROKEN], GESPREKKEN, strict=False):
        _talk(initiatief, gesprek, bewoners, _verbinder(initiatief, people))


def _support(initiatief: Initiatief, bewoners: Sequence[Gebruiker], *, many: int) -> None:
    onderwerp = Onderwerp(initiatief.soort, initiatief.id)
    with clock.set_to(clock.now() - timedelta(hours=20)):
        for bewoner in bewoners[:many]:
            support(onderwerp, gebruiker_id=bewoner.id)
        for bewoner in bewoners[: many // 2]:
            follow(onderwerp, gebruiker_id=bewoner.id)


def _talk(
    initiatief: Initiatief,
    gesprek: Sequence[Woord],
    bewoners: Sequence[Gebruiker],
    verbinder: Gebruiker,
) -> None:
    onderwerp = Onderwerp(initiatief.soort, initiatief.id)
    begin = clock.now() - timedelta(hours=18)
    said: list[ReactieId] = []
    for nummer, woord in enumerate(gesprek):
        with clock.set_to(begin + timedelta(hours=2 * nummer)):
            bijdrage = Bijdrage(
                tekst=woord.tekst,
                formulier_sleutel=secrets.token_urlsafe(32),
                ouder_id=None if woord.op is None else said[woord.op],
                met_bewijs=True,
            )
            placed = place_reactie(onderwerp, bijdrage, auteur=bewoners[woord.wie])
            if placed.status is ReactieStatus.WACHT:
                approve(placed.id, door_id=verbinder.id)
            said.append(placed.id)
        with clock.set_to(begin + timedelta(hours=2 * nummer, minutes=40)):
            _react(placed, bewoners[-1], verbinder)


def _react(placed: Reactie, lezer: Gebruiker, verbinder: Gebruiker) -> None:
    """Let a reader support it, and report what is not all right."""
    if placed.tekst == VERBORGEN:
        reden = "U scheldt een buurtbewoner uit. Schrijf over het plan, niet over mensen."
        hide(placed.id, grond=MeldGrond.KWETSEND, reden=reden, door_id=verbinder.id)
    elif placed.tekst == GEMELD:
        report(placed.id, grond=MeldGrond.KWETSEND, toelichting="", melder_id=lezer.id)
    else:
        support(Onderwerp(REACTIE, placed.id), gebruiker_id=lezer.id)


def _verbinder(initiatief: Initiatief, people: Mapping[str, Gebruiker]) -> Gebruiker:
    above = initiatief.gebied
    while above is not None:
        found = people.get(f"verbinder.{above.naam.lower()}")
        if found is not None:
            return found
        above = above.ouder
    return people["verbinder.centrum"]
