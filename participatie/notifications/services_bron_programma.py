"""What programme years tell: that one was adopted, or closed with its results."""

from collections.abc import Iterable

from participatie.gebieden.queries import get_boom
from participatie.gebiedsprogrammas.events import (
    ProgrammaAfgesloten,
    ProgrammaEvent,
    ProgrammaVastgesteld,
)
from participatie.notifications.types import BerichtSoort, Melding


def programma_vastgesteld(event: ProgrammaVastgesteld) -> Iterable[Melding]:
    """Tell who follows the gebied what will be done."""
    plannen = "1 plan" if event.aantal == 1 else f"{event.aantal} plannen"
    return _tell(event, f"Het programma voor {event.jaar} is vastgesteld, met {plannen}.")


def programma_afgesloten(event: ProgrammaAfgesloten) -> Iterable[Melding]:
    """Tell who follows the gebied that the results can be read."""
    return _tell(event, f"Het jaar {event.jaar} is afgesloten. U leest wat er van kwam.")


def _tell(event: ProgrammaEvent, zin: str) -> Iterable[Melding]:
    gebied = get_boom().omtrekken.get(event.gebied_id)
    if gebied is None:
        return
    yield Melding(
        soort=BerichtSoort.PROGRAMMA,
        onderwerp=event.onderwerp,
        titel=f"Programma {event.jaar} van {gebied.naam}",
        zin=zin,
        pad=f"/programma/{gebied.slug}/{event.jaar}",
        volgers=(event.onderwerp,),
        gebied_ids=frozenset({event.gebied_id}),
    )
