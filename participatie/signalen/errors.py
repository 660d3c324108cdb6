"""What can go wrong with signalen."""

from http import HTTPStatus

from participatie.core.errors import DomainError


class NietsTerugTeZettenError(DomainError):
    """The signal is new already."""

    status = HTTPStatus.CONFLICT
    message = "Dit signaal staat al bij Nieuw."
