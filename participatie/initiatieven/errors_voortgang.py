"""What can go wrong in the life of an initiatief after publication."""

from http import HTTPStatus

from participatie.core.errors import DomainError, InvalidInputError


class NietOpDeSiteError(DomainError):
    """Only what is published has a life that everyone follows."""

    message = "Dit kan alleen bij een initiatief dat op de site staat."


class FaseKanNietError(InvalidInputError):
    """This person may not bring the initiatief from this fase to that one."""

    def __init__(self, van: str, naar: str) -> None:
        super().__init__(
            f"Dit initiatief is nu “{van}”. U kunt er niet “{naar}” van maken.", field="fase"
        )


class AlOpgegaanError(DomainError):
    """What went into another initiatief goes on there."""

    message = "Dit initiatief is opgegaan in een ander initiatief. Ga daar verder."


class AlMedeError(DomainError):
    """Someone who is an initiatiefnemer already cannot become one again."""

    message = "U bent al initiatiefnemer van dit initiatief."


class UitnodigingVerlopenError(DomainError):
    """An invitation that was answered already, taken back, is too old, or never was."""

    status = HTTPStatus.GONE
    message = (
        "Deze uitnodiging werkt niet meer. Zij is al beantwoord, ingetrokken of te oud."
        " Vraag de initiatiefnemer om een nieuwe."
    )


class TeVeelUitnodigingenError(InvalidInputError):
    """An initiatief has a limited number of initiatiefnemers and open invitations."""

    def __init__(self, aantal: int) -> None:
        super().__init__(
            f"Er kunnen hoogstens {aantal} mensen mee initiatiefnemer zijn of uitgenodigd zijn."
            " Trek eerst een uitnodiging in.",
            field="email",
        )


class NietGevraagdError(DomainError):
    """Only who was asked "klopt dit?" can answer, and not after its last day."""

    message = "Deze vraag is niet aan u gesteld, of u kunt er niet meer op antwoorden."


class AlGeantwoordError(DomainError):
    """Everyone answers once."""

    message = "U heeft deze vraag al beantwoord. Dank u wel."


class AlBeoordeeldError(DomainError):
    """An objection is decided about once."""

    message = "Over dit bezwaar is al beslist. Bekijk het initiatief opnieuw."


class EigenBezwaarError(DomainError):
    """Nobody decides about an objection in which he is a party himself."""

    message = "U bent hier zelf bij betrokken. Laat een collega beslissen."
