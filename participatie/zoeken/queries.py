"""Reading the index: which documents look like a text."""

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import func, select

from participatie.core.db import db
from participatie.zoeken.models import Zoekdocument, Zoekwoord
from participatie.zoeken.queries_index import Eis, select_ids
from participatie.zoeken.rules import IN_TEKST, kenmerk
from participatie.zoeken.rules_gelijkenis import (
    BEKEKEN_MAX,
    LEAST,
    choose_rare,
    gelijkenis_of,
    stammen_of,
    weights_of,
)
from participatie.zoeken.types import Gelijkenis


def list_similar(
    tekst: str,
    soort: str,
    limit: int,
    *,
    behalve: Collection[int] = (),
    gebied_ids: Collection[int] = (),
) -> Sequence[Gelijkenis]:
    """Return the public documents of a kind that look like a text, most alike first.

    Only those in the index are found, so nothing that is hidden. `behalve` leaves some out;
    `gebied_ids` limits it to documents in one of these gebieden.
    """
    stammen = stammen_of(tekst)
    aantallen = _counts(stammen)
    if not aantallen:
        return []
    eisen: list[Eis] = [
        [IN_TEKST + stam for stam in choose_rare(aantallen)],
        [kenmerk("soort", soort)],
    ]
    if gebied_ids:
        eisen.append([kenmerk("gebied", gebied_id) for gebied_id in gebied_ids])
    weights = weights_of(stammen, aantallen)
    found = [
        Gelijkenis(row.onderwerp_id, round(gelijkenis_of(weights, set(row.termen.split())), 6))
        for row in _candidates(eisen)
        if row.onderwerp_id not in behalve
    ]
    found.sort(key=lambda one: (-one.score, -one.onderwerp_id))
    return [one for one in found[:limit] if one.score >= LEAST]


def _counts(stammen: Sequence[str]) -> Mapping[str, int]:
    """Return in how many documents each stem stands, of those that stand in any."""
    statement = (
        select(Zoekwoord.stam, func.sum(Zoekwoord.aantal))
        .where(Zoekwoord.stam.in_(stammen))
        .group_by(Zoekwoord.stam)
    )
    return {stam: int(aantal) for stam, aantal in db.session.execute(statement)}


def _candidates(eisen: Sequence[Eis]) -> Sequence[Zoekdocument]:
    ids = select_ids(eisen, BEKEKEN_MAX).subquery()
    statement = select(Zoekdocument.onderwerp_id, Zoekdocument.termen).join(
        ids, ids.c.id == Zoekdocument.id
    )
    return db.session.execute(statement).all()  # type: ignore[return-value]  # rows of these columns
