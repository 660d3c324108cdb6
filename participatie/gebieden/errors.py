"""What can go wrong in the gebieden room."""

from http import HTTPStatus

from participatie.core.errors import DomainError, InvalidInputError


class ImportRefusedError(InvalidInputError):
    """A file that cannot be imported; nothing was changed."""

    message = "Dit bestand kan niet worden ingelezen."


class AdressenWegError(DomainError):
    """The service that knows streets and addresses does not answer."""

    status = HTTPStatus.SERVICE_UNAVAILABLE
    message = "Zoeken op straat of adres werkt nu niet. Wijs de plek aan of vul de punten in."
