"""A gesprek as a whole: it begins with the first word, is closed and opened again."""

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite

from participatie.accounts.types import GebruikerId
from participatie.core import clock
from participatie.core.db import db
from participatie.core.events import publish
from participatie.core.onderwerpen import Onderwerp
from participatie.discussion.errors import AlGebeurdError
from participatie.discussion.events import (
    GesprekGesloten,
    GesprekHeropend,
    GesprekkenHerverdeeld,
)
from participatie.discussion.models_gesprek import Gesprek, Ingreep, Reactie
from participatie.discussion.queries_onderwerpen import (
    find_onderwerp,
    get_bespreekbaar,
    list_onderwerpen,
)
from participatie.discussion.rules import check_reden
from participatie.discussion.services import publish_gewijzigd
from participatie.discussion.types import IngreepSoort, MeldGrond
from participatie.gebieden.events import GebiedenIngelezen


def open_gesprek(onderwerp: Onderwerp, *, lock: bool = False) -> Gesprek:
    """Return the gesprek about this, begun when there was none.

    Who writes lets nobody close it meanwhile; who closes it (`lock`) lets nobody write.
    """
    over = get_bespreekbaar(onderwerp)
    dialect = postgresql if db.engine.dialect.name == "postgresql" else sqlite
    db.session.execute(
        dialect.insert(Gesprek)
        .values(
            onderwerp_soort=onderwerp.soort,
            onderwerp_id=onderwerp.id,
            gebied_id=over.gebied_id,
            gesloten=False,
        )
        .on_conflict_do_nothing()
    )
    statement = (
        select(Gesprek)
        .where(Gesprek.onderwerp_soort == onderwerp.soort, Gesprek.onderwerp_id == onderwerp.id)
        .with_for_update(read=not lock)
        .execution_options(populate_existing=True)
    )
    gesprek = db.session.scalars(statement).one()
    if gesprek.gebied_id != over.gebied_id:
        gesprek.gebied_id = over.gebied_id
    return gesprek


def close_gesprek(onderwerp: Onderwerp, *, reden: str, door_id: GebruikerId) -> None:
    """Let people read on, but write no more; the reason stands on the page."""
    reden = check_reden(reden)
    gesprek = open_gesprek(onderwerp, lock=True)
    if gesprek.gesloten:
        raise AlGebeurdError
    gesprek.gesloten = True
    write_ingreep(gesprek, IngreepSoort.SLUITEN, reden=reden, door_id=door_id)
    publish(
        GesprekGesloten(
            occurred_at=clock.now(),
            actor_id=door_id,
            onderwerp=onderwerp,
            gebied_id=gesprek.gebied_id,
        )
    )
    tell_page(gesprek)


def reopen_gesprek(onderwerp: Onderwerp, *, reden: str, door_id: GebruikerId) -> None:
    """Let people write again; the reason stands on the page."""
    reden = check_reden(reden)
    gesprek = open_gesprek(onderwerp, lock=True)
    if not gesprek.gesloten:
        raise AlGebeurdError
    gesprek.gesloten = False
    write_ingreep(gesprek, IngreepSoort.HEROPENEN, reden=reden, door_id=door_id)
    publish(
        GesprekHeropend(
            occurred_at=clock.now(),
            actor_id=door_id,
            onderwerp=onderwerp,
            gebied_id=gesprek.gebied_id,
        )
    )
    tell_page(gesprek)


def write_ingreep(
    gesprek: Gesprek,
    soort: IngreepSoort,
    *,
    reden: str,
    door_id: GebruikerId,
    reactie: Reactie | None = None,
    grond: MeldGrond | None = None,
) -> Ingreep:
    """Write down what a gebiedsverbinder did."""
    ingreep = Ingreep(
        gesprek_id=gesprek.id,
        reactie_id=None if reactie is None else reactie.id,
        soort=soort,
        grond=grond,
        reden=reden,
        door_id=door_id,
        op=clock.now(),
    )
    db.session.add(ingreep)
    db.session.flush()  # the event names the id
    return ingreep


def tell_page(gesprek: Gesprek) -> None:
    """Tell the open pages, when what it is about is public."""
    over = find_onderwerp(gesprek.onderwerp)
    if over is not None and over.is_public:
        publish_gewijzigd(gesprek.onderwerp, gesprek.gebied_id)


def find_gebieden_again(event: GebiedenIngelezen) -> None:
    """Put every gesprek in the gebied that its onderwerp has with the new outlines."""
    gesprekken = db.session.scalars(select(Gesprek).order_by(Gesprek.id)).all()
    known = list_onderwerpen(gesprek.onderwerp for gesprek in gesprekken)
    moved = [
        gesprek
        for gesprek in gesprekken
        if gesprek.onderwerp in known and known[gesprek.onderwerp].gebied_id != gesprek.gebied_id
    ]
    for gesprek in moved:
        gesprek.gebied_id = known[gesprek.onderwerp].gebied_id
    if moved:
        publish(
            GesprekkenHerverdeeld(
                occurred_at=clock.now(),
                actor_id=event.actor_id,
                onderwerp=event.onderwerp,
                aantal=len(moved),
            )
        )
