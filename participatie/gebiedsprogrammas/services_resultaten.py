"""Writing down what came of the items of a year, bit by bit."""

from collections.abc import Mapping

from sqlalchemy import select

from participatie.core.db import db
from participatie.gebiedsprogrammas.errors import StapKanNietError
from participatie.gebiedsprogrammas.models import Gebiedsprogramma, ProgrammaItem
from participatie.gebiedsprogrammas.rules_resultaten import check_uitslag
from participatie.gebiedsprogrammas.services import current_vaststelling, take_turn, touch
from participatie.gebiedsprogrammas.types import ProgrammaStatus, Uitslag
from participatie.programmas.types import ProjectId


def bewaar_resultaten(
    *, programma: Gebiedsprogramma, uitslagen: Mapping[ProjectId, Uitslag], versie: int
) -> None:
    """Keep what was written about items as a draft, until the programme is closed."""
    if programma.status is not ProgrammaStatus.VASTGESTELD:
        raise StapKanNietError(programma.status)
    take_turn(programma, versie)
    statement = select(ProgrammaItem).where(
        ProgrammaItem.vaststelling_id == current_vaststelling(programma)
    )
    for item in db.session.scalars(statement):
        if item.project_id in uitslagen:
            uitslag = check_uitslag(uitslagen[item.project_id], programma.jaar)
            item.resultaat = uitslag.resultaat
            item.naar_jaar = uitslag.naar_jaar
            item.toelichting = uitslag.toelichting
    touch(programma)
