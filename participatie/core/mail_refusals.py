"""Addresses that a mail server refuses: after a few times nothing is sent that can be missed.

A link to sign in or to mend the address is still tried; one mail that arrives ends it.
"""

from collections.abc import Iterable

from sqlalchemy import delete, select, update
from sqlalchemy.dialects import postgresql, sqlite

from participatie.core import clock
from participatie.core.db import db
from participatie.core.outbox import GeweigerdAdres

MOST_REFUSALS = 3


def note_refusal(address: str) -> None:
    """Count that a server refused this address."""
    dialect = postgresql if db.engine.dialect.name == "postgresql" else sqlite
    moment = clock.now()
    db.session.execute(
        dialect.insert(GeweigerdAdres)
        .values(aan=address, aantal=1, laatst_op=moment)
        .on_conflict_do_update(
            index_elements=[GeweigerdAdres.aan],
            set_={"aantal": GeweigerdAdres.aantal + 1, "laatst_op": moment},
        )
    )


def forget_refusals(address: str) -> None:
    """Start again with this address: a mail arrived, or its owner says it works."""
    db.session.execute(delete(GeweigerdAdres).where(GeweigerdAdres.aan == address))


def list_stopped(addresses: Iterable[str]) -> frozenset[str]:
    """Return which of these addresses were refused too often."""
    wanted = GeweigerdAdres.aan.in_(sorted(set(addresses)))
    enough = GeweigerdAdres.aantal >= MOST_REFUSALS
    return frozenset(db.session.scalars(select(GeweigerdAdres.aan).where(wanted, enough)))


def is_stopped(address: str) -> bool:
    """Tell whether this address was refused too often."""
    return address in list_stopped([address])


def try_once_more(address: str) -> None:
    """Let one more mail be tried; when it is refused too, it is over again."""
    db.session.execute(
        update(GeweigerdAdres)
        .where(GeweigerdAdres.aan == address, GeweigerdAdres.aantal >= MOST_REFUSALS)
        .values(aantal=MOST_REFUSALS - 1)
    )
