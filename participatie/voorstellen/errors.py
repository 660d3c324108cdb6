"""What can go wrong with voorstellen."""

from collections.abc import Sequence

from participatie.core.errors import (
    DomainError,
    InvalidInputError,
    NotAllowedError,
    StaleError,
)


class OvergangError(DomainError):
    """A voorstel that is not in a state for this."""

    def __init__(self, van: str, naar: str) -> None:
        super().__init__(
            f"Dit voorstel is “{van}” en kan daarom niet “{naar}” worden."
            " Misschien was iemand net eerder."
        )


class AlBehandeldError(StaleError):
    """Someone else was first."""

    message = (
        "Dit voorstel is intussen veranderd: iemand anders was net eerder. "
        "Wat u deed, is niet opgeslagen. Bekijk eerst wat er nu staat."
    )


class AlEenVoorstelError(DomainError):
    """A second open voorstel about the same item."""

    message = (
        "Er is al een voorstel voor dit project dat nog niet klaar is. Ga daarmee verder of trek"
        " het in."
    )


class NietVanPartnerError(NotAllowedError):
    """An item that is not, or no longer, of this organisatie."""

    message = "Dit project is niet van deze organisatie."


class ProjectGewijzigdError(StaleError):
    """The item moved on and the same fields were changed; someone has to choose."""

    def __init__(self, velden: Sequence[str]) -> None:
        super().__init__(
            "Dit project is intussen gewijzigd. Kies per onderdeel wat blijft staan:"
            f" {', '.join(velden)}."
        )
        self.velden = tuple(velden)


class NietsGewijzigdError(InvalidInputError):
    """A change that changes nothing."""

    def __init__(self) -> None:
        super().__init__("U heeft niets veranderd. Pas eerst iets aan.", field="titel")


class EigenVoorstelError(NotAllowedError):
    """Nobody agrees to what he proposed himself."""

    message = "U heeft dit zelf voorgesteld. Vraag een collega om te besluiten."
