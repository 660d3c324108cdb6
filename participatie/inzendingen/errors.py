"""What can go wrong with an inzending."""

from participatie.core.errors import DomainError


class TransitionNotAllowedError(DomainError):
    """An inzending cannot go from this status to that one."""

    def __init__(self, van: str, naar: str) -> None:
        super().__init__(f"Deze inzending is “{van}” en kan niet “{naar}” worden.")


class NotEditableError(DomainError):
    """Someone tried to change the text of an inzending that was sent in."""

    message = "U heeft dit al verstuurd. U kunt het nu niet meer veranderen."
