"""What can go wrong with an inzending."""

from participatie.core.errors import DomainError
from participatie.inzendingen.types import Status


class TransitionNotAllowedError(DomainError):
    """An inzending cannot go from this status to that one."""

    def __init__(self, van: Status, naar: Status) -> None:
        super().__init__(f"Deze inzending is “{van}” en kan niet “{naar}” worden.")
