"""Keeping what the sender answers to what is already planned or proposed."""

from collections.abc import Mapping, Sequence

from participatie.core import clock
from participatie.core.onderwerpen import Onderwerp
from participatie.discussion.services import follow, unfollow
from participatie.initiatieven.models import Initiatief
from participatie.initiatieven.services import check_editable, touch
from participatie.initiatieven.types import BekendItem, Stap
from participatie.inzendingen.models import BekendAntwoord
from participatie.inzendingen.types import BekendKeuze


def answer_bekend(
    initiatief: Initiatief,
    answers: Mapping[str, BekendKeuze],
    *,
    items: Sequence[BekendItem],
    versie: int,
) -> None:
    """Keep the answers to what was shown; earlier answers about other things go."""
    check_editable(initiatief, versie)
    before = _followed(initiatief)
    moment = clock.now()
    initiatief.bekend_antwoorden = [
        BekendAntwoord(
            project_id=item.project_id,
            andere_id=item.andere_id,
            keuze=answers[item.sleutel],
            op=moment,
        )
        for item in items
        if item.sleutel in answers
    ]
    touch(initiatief, Stap.BEKEND)
    after = _followed(initiatief)
    for onderwerp in sorted(after - before, key=_order):
        follow(onderwerp, gebruiker_id=initiatief.indiener_id)
    for onderwerp in sorted(before - after, key=_order):
        unfollow(onderwerp, gebruiker_id=initiatief.indiener_id)


def _followed(initiatief: Initiatief) -> set[Onderwerp]:
    """Return what the sender only wants to follow."""
    return {
        Onderwerp("project", answer.project_id)
        if answer.project_id is not None
        else Onderwerp("initiatief", answer.andere_id or 0)
        for answer in initiatief.bekend_antwoorden
        if answer.keuze is BekendKeuze.VOLGEN
    }


def _order(onderwerp: Onderwerp) -> tuple[str, int]:
    return onderwerp.soort, onderwerp.id
