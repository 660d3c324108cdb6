"""Errors a user can cause. Each room subclasses these; the message may be shown."""

from http import HTTPStatus


class DomainError(Exception):
    """A rule of the platform was broken."""

    status = HTTPStatus.CONFLICT
    message = "Dat kan niet."

    def __init__(self, message: str | None = None) -> None:
        super().__init__(message or self.message)


class NotFoundError(DomainError):
    """What was asked for does not exist, or not for this person."""

    status = HTTPStatus.NOT_FOUND
    message = "Deze pagina bestaat niet."


class NotAllowedError(DomainError):
    """The current gebruiker may not do this."""

    status = HTTPStatus.FORBIDDEN
    message = "U mag dit niet doen of bekijken."


class SignInNeededError(DomainError):
    """Only a signed-in gebruiker may do this."""

    status = HTTPStatus.UNAUTHORIZED
    message = "Log eerst in."


class SecondFactorNeededError(DomainError):
    """Someone who works for the gemeente has not given the code of the second step yet."""

    status = HTTPStatus.UNAUTHORIZED
    message = "Vul eerst de code in van uw app."


class StaleError(DomainError):
    """This was changed in the meantime, by someone else or in another window."""

    message = (
        "Dit is intussen gewijzigd, door iemand anders of door u in een ander venster. "
        "Bekijk de nieuwe versie en probeer het opnieuw."
    )


class InvalidInputError(DomainError):
    """The input cannot be used; `field` names the field of the form it belongs to."""

    status = HTTPStatus.UNPROCESSABLE_ENTITY
    message = "De invoer klopt niet."

    def __init__(self, message: str | None = None, *, field: str | None = None) -> None:
        super().__init__(message)
        self.field = field
