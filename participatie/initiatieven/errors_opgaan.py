"""What can go wrong when one initiatief goes into another."""

from participatie.core.errors import DomainError, InvalidInputError


class SamenvoegenKanNietError(InvalidInputError):
    """These two cannot go together."""

    def __init__(self, message: str) -> None:
        super().__init__(message, field="ander")


class VoorstelLooptError(SamenvoegenKanNietError):
    """There is one proposal at a time for an initiatief."""

    def __init__(self) -> None:
        super().__init__("Voor dit initiatief loopt al een voorstel om op te gaan in een ander.")


class SamenvoegingVoorbijError(DomainError):
    """A proposal that was answered, taken back or undone already."""

    message = "Dit voorstel is al beantwoord of ingetrokken. Bekijk het initiatief opnieuw."


class NietOpgegaanError(DomainError):
    """There is nothing to move to."""

    message = "Dit initiatief is niet opgegaan in een ander initiatief."
