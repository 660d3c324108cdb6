"""Supporting and following what is public, and telling the open pages about it."""

from participatie.accounts.types import GebruikerId
from participatie.core.onderwerpen import Onderwerp
from participatie.discussion.errors import NietMeerTeZienError
from participatie.discussion.models_gesprek import Reactie
from participatie.discussion.queries_gesprek import REACTIE, get_reactie
from participatie.discussion.queries_onderwerpen import (
    get_bespreekbaar,
    get_openbaar,
    get_steunbaar,
)
from participatie.discussion.services import (
    follow,
    publish_gewijzigd,
    support,
    unfollow,
    withdraw_support,
)
from participatie.discussion.types import ReactieId, ReactieStatus


def set_steun(onderwerp: Onderwerp, *, aan: bool, gebruiker_id: GebruikerId) -> bool:
    """Let someone support this, or no more, and tell whether that is new."""
    over = get_steunbaar(onderwerp)
    change = support if aan else withdraw_support
    is_new = change(onderwerp, gebruiker_id=gebruiker_id)
    if is_new:
        publish_gewijzigd(onderwerp, over.gebied_id)
    return is_new


def set_volging(onderwerp: Onderwerp, *, aan: bool, gebruiker_id: GebruikerId) -> bool:
    """Let someone follow this, or no more; what is not public any more can only be left."""
    if not aan:
        return unfollow(onderwerp, gebruiker_id=gebruiker_id)
    get_openbaar(onderwerp)
    return follow(onderwerp, gebruiker_id=gebruiker_id)


def set_steun_reactie(reactie_id: ReactieId, *, aan: bool, gebruiker_id: GebruikerId) -> Reactie:
    """Let someone support a reactie that everyone can read, or no more."""
    reactie = get_reactie(reactie_id)
    over = get_bespreekbaar(reactie.gesprek.onderwerp)
    if reactie.status is not ReactieStatus.ZICHTBAAR:
        raise NietMeerTeZienError
    change = support if aan else withdraw_support
    if change(Onderwerp(REACTIE, reactie.id), gebruiker_id=gebruiker_id):
        publish_gewijzigd(reactie.gesprek.onderwerp, over.gebied_id)
    return reactie
