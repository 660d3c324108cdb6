"""What gesprekken tell: an answer to who was answered, and that there is something new to read.

The text and its author stay out of it, so that nothing is told of what is hidden later. While
someone has one unread, the next reactie only changes its sentence.
"""

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import select

from participatie.accounts.types import GebruikerId
from participatie.core.db import db
from participatie.core.onderwerpen import Onderwerp
from participatie.discussion.events import ReactieGeplaatst, ReactieGoedgekeurd
from participatie.discussion.models_gesprek import Gesprek, Reactie
from participatie.discussion.queries_onderwerpen import find_onderwerp
from participatie.discussion.types import Gespreksonderwerp, ReactieStatus
from participatie.notifications.types import BerichtSoort, Melding


def reactie_te_lezen(event: ReactieGeplaatst | ReactieGoedgekeurd) -> Iterable[Melding]:
    """Tell who was answered, then who follows what it is about: one bericht until it is read."""
    reactie = db.session.get(Reactie, event.reactie_id)
    over = find_onderwerp(event.onderwerp)
    if reactie is None or reactie.status is not ReactieStatus.ZICHTBAAR or over is None:
        return
    answered = frozenset[GebruikerId]()
    ouder = db.session.get(Reactie, reactie.ouder_id) if reactie.ouder_id else None
    if ouder is not None and ouder.auteur_id != reactie.auteur_id:
        answered = frozenset({ouder.auteur_id})
        yield replace(
            _melding(event, over),
            zin="Iemand antwoordde op uw reactie.",
            pad=f"/gesprek/reacties/{reactie.id}",
            aan=answered,
        )
    _wait_for_turn(reactie)
    yield replace(
        _melding(event, over),
        zin="Er is een nieuwe reactie.",
        volgers=(event.onderwerp,),
        aan=over.maker_ids,
        niet_aan=answered | {reactie.auteur_id},
        zin_samen="Er zijn nieuwe reacties.",
    )


def _melding(event: ReactieGeplaatst | ReactieGoedgekeurd, over: Gespreksonderwerp) -> Melding:
    return Melding(
        soort=BerichtSoort.GESPREK,
        onderwerp=Onderwerp("reactie", event.reactie_id),
        titel=over.titel,
        zin="",
        pad=f"/gesprek/{event.onderwerp.soort}/{event.onderwerp.id}",
    )


def _wait_for_turn(reactie: Reactie) -> None:
    """Let one at a time tell of this gesprek, so that two new reacties make one bericht."""
    db.session.execute(
        select(Gesprek.id).where(Gesprek.id == reactie.gesprek_id).with_for_update()
    )
