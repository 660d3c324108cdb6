"""What can go wrong in a gesprek."""

from http import HTTPStatus

from participatie.core.errors import DomainError, InvalidInputError, NotAllowedError, NotFoundError


class GeenOnderwerpError(NotFoundError):
    """What it is about does not exist, or is not public."""

    message = "Deze pagina bestaat niet, of staat niet meer op de site."


class GesprekGeslotenError(DomainError):
    """Nobody can write here any more."""

    message = "Dit gesprek is gesloten. U kunt het lezen, maar niet meer reageren."


class NietMeerTeZienError(DomainError):
    """The reactie was hidden or removed meanwhile."""

    message = "Deze reactie is intussen weggehaald of verborgen. Daarom kan dit niet meer."


class BewerktijdVoorbijError(DomainError):
    """The edit window is over."""

    message = (
        "U kunt een reactie tot 15 minuten na het plaatsen wijzigen. Die tijd is voorbij. "
        "U kunt haar nog wel verwijderen, of een nieuwe reactie schrijven."
    )


class AlGemeldError(DomainError):
    """Once per person."""

    message = "U heeft deze reactie al gemeld. De gemeente bekijkt uw melding."


class AlGebeurdError(DomainError):
    """A colleague was first, or the author removed it."""

    message = (
        "Dit kan niet meer: er is intussen iets met deze reactie gebeurd. Bekijk haar opnieuw."
    )


class EigenReactieError(NotAllowedError):
    """Nobody decides about what he wrote himself."""

    message = "U heeft deze reactie zelf geschreven. Vraag een collega om te besluiten."


class TeVaakError(DomainError):
    """Too much waits of one new person."""

    status = HTTPStatus.TOO_MANY_REQUESTS
    message = (
        "Uw vorige reactie wacht nog op controle door de gemeente. "
        "Daarna kunt u weer een reactie schrijven."
    )


class HerhalingError(InvalidInputError):
    """The same words again."""

    def __init__(self) -> None:
        super().__init__(
            "Deze tekst is vandaag al geplaatst. Schrijf iets nieuws, of steun de andere reactie.",
            field="tekst",
        )
