"""The calendar of a wijk: made once for each version of it, then from memory."""

from collections.abc import Sequence
from datetime import date
from threading import Lock

from sqlalchemy import ColumnElement, and_, func, select

from participatie.core import clock
from participatie.core.db import db
from participatie.core.ical import etag_of
from participatie.gebieden.types import GebiedId, Omtrek
from participatie.organisaties.models import Organisatie
from participatie.programmas.models import Project
from participatie.programmas.rules_agenda import make_agenda
from participatie.wijkprogrammas.queries import list_items, of_wijk
from participatie.wijkprogrammas.types_agenda import Agenda

_kept: dict[GebiedId, Agenda] = {}
_lock = Lock()


def get_etag(wijk: Omtrek, *, site: str) -> str:
    """Return what tells whether the calendar changed, without reading all of it."""
    return etag_of((wijk.id, wijk.naam, wijk.slug, site, *_version(_planned(wijk))))


def get_agenda(wijk: Omtrek, *, site: str, etag: str) -> Agenda:
    """Return the calendar of a wijk from this year on."""
    kept = _kept.get(wijk.id)
    if kept is not None and kept.etag == etag:
        return kept
    agenda = Agenda(
        etag=etag,
        inhoud=make_agenda(
            f"Werk en plannen in {wijk.naam}",
            list_items(_planned(wijk)),
            site=site,
            adres=f"{site}/wijkprogramma/{wijk.slug}",
        ),
    )
    with _lock:
        _kept[wijk.id] = agenda
    return agenda


def forget() -> None:
    """Forget what was made: for tests, where versions start again."""
    _kept.clear()


def _planned(wijk: Omtrek) -> ColumnElement[bool]:
    return and_(of_wijk(wijk), Project.eind >= date(clock.today().year, 1, 1))


def _version(condition: ColumnElement[bool]) -> Sequence[object]:
    """Return a few sums that differ as soon as an item is added, changed or taken away."""
    counts = (
        func.count(Project.id),
        func.sum(Project.id),
        func.sum(Project.versie),
        func.max(Project.gewijzigd_op),
        func.max(Organisatie.gewijzigd_op),
    )
    statement = (
        select(*counts)
        .outerjoin(Organisatie, Organisatie.id == Project.organisatie_id)
        .where(condition)
    )
    return tuple(db.session.execute(statement).one())
