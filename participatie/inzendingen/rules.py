"""The rules of inzendingen: pure functions, no database, no web."""

from collections.abc import Mapping
from datetime import date, timedelta

from participatie.inzendingen.errors import TransitionNotAllowedError
from participatie.inzendingen.types import Status

TITEL_MAX_LENGTH = 100
TOELICHTING_MAX_LENGTH = 5_000
REACTIETERMIJN = timedelta(days=14)

TRANSITIONS: Mapping[Status, frozenset[Status]] = {
    Status.CONCEPT: frozenset({Status.INGEDIEND}),
    Status.INGEDIEND: frozenset(
        {Status.GEPUBLICEERD, Status.AANPASSEN, Status.AFGEWEZEN, Status.INGETROKKEN}
    ),
    Status.AANPASSEN: frozenset({Status.INGEDIEND, Status.INGETROKKEN}),
    Status.GEPUBLICEERD: frozenset({Status.INGEDIEND, Status.INGETROKKEN}),
    Status.AFGEWEZEN: frozenset({Status.INGEDIEND}),
    Status.INGETROKKEN: frozenset(),
}


def check_transition(van: Status, naar: Status) -> None:
    """Raise when an inzending may not go from `van` to `naar`."""
    if naar not in TRANSITIONS[van]:
        raise TransitionNotAllowedError(van, naar)


def due_date(ingediend_op: date) -> date:
    """Return the day on which the sender has an answer at the latest."""
    return ingediend_op + REACTIETERMIJN
