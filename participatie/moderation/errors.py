"""What can go wrong at the desk."""

from participatie.core.errors import DomainError, InvalidInputError, NotAllowedError, StaleError


class AlBehandeldError(StaleError):
    """Someone else was first."""

    message = (
        "Iemand anders was net eerder. Wat u deed, is niet opgeslagen. "
        "Uw tekst staat nog op deze pagina. Bekijk eerst wat er is gebeurd."
    )


class NietTerugTeDraaienError(DomainError):
    """Only the newest decision that still stands can be undone."""

    message = "Dit besluit kan niet meer worden teruggedraaid. Er is daarna iets veranderd."


class AlGekoppeldError(InvalidInputError):
    """The same link again."""

    def __init__(self) -> None:
        super().__init__(
            "Deze inzending is al aan dit project gekoppeld. Kies een ander project.",
            field="project_id",
        )


class NietGekoppeldError(DomainError):
    """The link to remove is gone."""

    message = "Deze koppeling is er niet meer. Misschien heeft een collega haar al weggehaald."


class KoppelenKanNietError(DomainError):
    """An inzending that was withdrawn, or never sent in, is linked to nothing."""

    message = "Deze inzending kunt u niet koppelen. De indiener heeft haar ingetrokken."


class EigenInzendingError(NotAllowedError):
    """Nobody decides about what he sent in himself."""

    message = "U heeft dit zelf ingestuurd. Vraag een collega om te besluiten."


class ToewijzenKanNietError(DomainError):
    """Nobody is needed for it any more, or who was chosen cannot take it."""

    message = "Dit kunt u niet doorzetten. Er is al een besluit, of de afdeling bestaat niet meer."


class VerlengenKanNietError(DomainError):
    """There is no term to extend, or it was extended already."""

    message = "De termijn is al een keer verlengd. Een tweede keer kan niet."
