"""What happens to someone's initiatieven when that person leaves."""

from participatie.accounts.events import AccountVerwijderd
from participatie.accounts.types import GebruikerId
from participatie.initiatieven.queries import list_eigen
from participatie.initiatieven.services import delete_concept
from participatie.inzendingen.types import Status


def delete_concepten(event: AccountVerwijderd) -> None:
    """Throw away what was never sent: only its writer could see it."""
    for initiatief in list_eigen(GebruikerId(event.onderwerp.id)):
        if initiatief.status is Status.CONCEPT:
            delete_concept(initiatief)
