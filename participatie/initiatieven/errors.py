"""What can go wrong with an initiatief."""

from http import HTTPStatus

from participatie.core.errors import DomainError, InvalidInputError


class OutsideCityError(InvalidInputError):
    """A point that is not in the city."""

    message = "Deze plek ligt buiten de gemeente. Kies een plek binnen de gemeente."

    def __init__(self) -> None:
        super().__init__(field="lon")


class UnknownGebiedError(InvalidInputError):
    """A gebied that is not in the list."""

    message = "Dit gebied kennen wij niet. Kies een buurt of wijk uit de lijst."

    def __init__(self) -> None:
        super().__init__(field="gebied")


class IncompleteError(DomainError):
    """Someone tried to send a concept that is not complete."""

    message = "Uw idee is nog niet compleet. Vul eerst de stappen in die nog open staan."


class FormTooLargeError(DomainError):
    """So much was sent that nothing of it was read."""

    status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    message = (
        "Wat u verstuurde is te groot. Een foto mag hoogstens 8 MB zijn. Ga terug in uw browser:"
        " uw tekst staat er nog. Kies daarna een kleinere foto."
    )
