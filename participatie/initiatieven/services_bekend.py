"""Keeping what the sender answers to what is already planned or proposed."""

from collections.abc import Mapping, Sequence

from participatie.core import clock
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
