"""When one initiatief can go into another. Pure."""

from collections.abc import Mapping
from datetime import datetime

from participatie.initiatieven.errors_opgaan import (
    SamenvoegenKanNietError,
    SamenvoegingVoorbijError,
)
from participatie.initiatieven.types_opgaan import SamenvoegingStatus

OVERGANGEN: Mapping[SamenvoegingStatus, frozenset[SamenvoegingStatus]] = {
    SamenvoegingStatus.VOORGESTELD: frozenset(
        {
            SamenvoegingStatus.AKKOORD,
            SamenvoegingStatus.AFGEWEZEN,
            SamenvoegingStatus.INGETROKKEN,
        }
    ),
    SamenvoegingStatus.AKKOORD: frozenset({SamenvoegingStatus.TERUGGEDRAAID}),
    SamenvoegingStatus.AFGEWEZEN: frozenset(),
    SamenvoegingStatus.INGETROKKEN: frozenset(),
    SamenvoegingStatus.TERUGGEDRAAID: frozenset(),
}
STATUS_NAMEN: Mapping[SamenvoegingStatus, str] = {
    SamenvoegingStatus.VOORGESTELD: "Wacht op de indiener",
    SamenvoegingStatus.AKKOORD: "Opgegaan",
    SamenvoegingStatus.AFGEWEZEN: "Blijft apart",
    SamenvoegingStatus.INGETROKKEN: "Voorstel ingetrokken",
    SamenvoegingStatus.TERUGGEDRAAID: "Staat weer apart",
}
NAMEN = (STATUS_NAMEN,)


def check_overgang(van: SamenvoegingStatus, naar: SamenvoegingStatus) -> None:
    """Raise when a proposal was answered, taken back or undone already."""
    if naar not in OVERGANGEN[van]:
        raise SamenvoegingVoorbijError


def is_later(een: tuple[datetime | None, int], ander: tuple[datetime | None, int]) -> bool:
    """Tell whether the first was sent in after the second; each is its moment and its id."""
    een_op, ander_op = een[0], ander[0]
    if een_op is not None and ander_op is not None and een_op != ander_op:
        return een_op > ander_op
    return een[1] > ander[1]


def check_paar(*, zelfde: bool, beide_op_de_site: bool, een_opgegaan: bool) -> None:
    """Raise when these two cannot go together."""
    if zelfde:
        raise SamenvoegenKanNietError("Kies een ander initiatief: dit is hetzelfde.")
    if not beide_op_de_site:
        raise SamenvoegenKanNietError("Kies een initiatief dat op de site staat.")
    if een_opgegaan:
        raise SamenvoegenKanNietError(
            "Een van deze twee is al opgegaan in een ander initiatief. Kies dat andere."
        )
