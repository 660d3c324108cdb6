"""What can go wrong with programme years."""

from collections.abc import Sequence

from participatie.core.errors import DomainError, StaleError
from participatie.gebiedsprogrammas.types import ProgrammaStatus


class StapKanNietError(DomainError):
    """A step that does not follow from where the programme is."""

    def __init__(self, status: ProgrammaStatus) -> None:
        super().__init__(
            f"Dit kan niet: het gebiedsprogramma is nu {status}."
            " Bekijk de pagina van het programma opnieuw."
        )


class NietsVastTeStellenError(DomainError):
    """No item has money in the year of the programme."""

    message = "Er is geen onderdeel met geld in dit jaar. Er valt nog niets vast te stellen."


class AndereItemsError(StaleError):
    """The items changed after somebody looked at them."""

    message = (
        "De onderdelen zijn intussen gewijzigd. Er is nog niets vastgesteld."
        " Bekijk de lijst opnieuw en stel dan vast."
    )


class AlDoorgeroldError(DomainError):
    """Somebody rolled over to this year already."""

    message = "Dit jaar is al doorgerold. Bekijk de planning opnieuw."


class OngedaanKanNietError(DomainError):
    """Something of a roll-over was changed by hand since; it says what."""

    def __init__(self, obstakels: Sequence[str]) -> None:
        super().__init__(
            "Ongedaan maken kan niet meer, want dit is daarna gewijzigd: " + "; ".join(obstakels)
        )
