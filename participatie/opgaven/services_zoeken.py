"""Keeping goals in the search index. No commit here: see core.transactions."""

from participatie.opgaven.events import OpgaveEvent
from participatie.opgaven.queries_zoeken import list_doel_ids
from participatie.zoeken.services import note


def note_doelen(event: OpgaveEvent) -> None:
    """Bring the goals of an opgave up to date: another version has other ones."""
    note("doel", list_doel_ids(event.onderwerp.id))
