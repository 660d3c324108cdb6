"""Who listens to what and hangs where. The only place that connects rooms upward."""

from flask import Flask

from participatie.accounts.queries import find_by_session_id
from participatie.core.events import Event, subscribe
from participatie.core.namen import register_namen
from participatie.core.signin import load_person_with
from participatie.inzendingen import rules as inzendingen_rules
from participatie.journal.services import record
from participatie.kaart import rules as kaart_rules
from participatie.moderation import rules_woorden as moderation_woorden
from participatie.programmas import rules as programmas_rules


def connect(app: Flask) -> None:
    """Connect listeners, hang panels and load the current gebruiker."""
    del app
    load_person_with(find_by_session_id)
    subscribe(Event, record)
    for room in (
        programmas_rules,
        inzendingen_rules,
        moderation_woorden,
        kaart_rules,
    ):
        register_namen(*room.NAMEN)
