"""Reading a gesprek: its reacties as one reader sees them, in a fixed number of questions."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select
from sqlalchemy.orm import aliased, joinedload

from participatie.accounts.types import GebruikerId
from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import NotFoundError
from participatie.core.onderwerpen import Onderwerp
from participatie.core.paging import Page
from participatie.discussion.models import Steun
from participatie.discussion.models_gesprek import Gesprek, Ingreep, Reactie
from participatie.discussion.rules import ANTWOORDEN, BLADZIJDE, is_editable
from participatie.discussion.rules_tekst import split_links
from participatie.discussion.types import (
    Gespreksonderwerp,
    IngreepSoort,
    ReactieId,
    ReactieStatus,
    Regel,
    Volgorde,
)

REACTIE = "reactie"
"""How support of a reactie points at it."""


@dataclass(frozen=True, kw_only=True)
class Lezing:
    """Who reads which gesprek. A gesprek in which nothing was said has no row yet."""

    gesprek: Gesprek | None
    over: Gespreksonderwerp
    lezer_id: GebruikerId | None

    @property
    def is_open(self) -> bool:
        """Tell whether something can be written."""
        return self.over.is_open and not (self.gesprek and self.gesprek.gesloten)


def find_gesprek(onderwerp: Onderwerp) -> Gesprek | None:
    """Return the gesprek about this, when something was said or done in it."""
    statement = select(Gesprek).where(
        Gesprek.onderwerp_soort == onderwerp.soort, Gesprek.onderwerp_id == onderwerp.id
    )
    return db.session.scalar(statement)


def get_reactie(reactie_id: ReactieId, *, lock: bool = False) -> Reactie:
    """Return the reactie, or raise; with `lock` others wait until we are done."""
    statement = (
        select(Reactie)
        .where(Reactie.id == reactie_id)
        .options(joinedload(Reactie.gesprek), joinedload(Reactie.auteur))
    )
    if lock:
        statement = statement.with_for_update(of=Reactie).execution_options(populate_existing=True)
    found = db.session.scalar(statement)
    if found is None:
        raise NotFoundError
    return found


def find_besluit(gesprek: Gesprek) -> Ingreep | None:
    """Return why this gesprek was closed, or opened again, the last time."""
    statement = (
        select(Ingreep)
        .where(Ingreep.gesprek_id == gesprek.id, Ingreep.reactie_id.is_(None))
        .order_by(Ingreep.id.desc())
        .limit(1)
    )
    return db.session.scalar(statement)


def list_draden(lezing: Lezing, volgorde: Volgorde, number: int) -> Page[Regel]:
    """Return a page of reacties with the first answers to each."""
    if lezing.gesprek is None:
        return Page(items=[], number=1, total=0, size=BLADZIJDE)
    shown = and_(
        Reactie.gesprek_id == lezing.gesprek.id,
        Reactie.niveau == 1,
        _is_shown(Reactie, lezing.lezer_id),
    )
    total = db.session.scalar(select(func.count(Reactie.id)).where(shown)) or 0
    number = min(max(number, 1), max(1, -(-total // BLADZIJDE)))
    statement = _ordered(select(Reactie).where(shown), volgorde)
    return _page(lezing, statement, number, total)


def list_antwoorden(lezing: Lezing, ouder: Reactie, number: int) -> Page[Regel]:
    """Return a page of the answers to one reactie, oldest first."""
    shown = and_(Reactie.ouder_id == ouder.id, _is_shown(Reactie, lezing.lezer_id))
    total = db.session.scalar(select(func.count(Reactie.id)).where(shown)) or 0
    number = min(max(number, 1), max(1, -(-total // BLADZIJDE)))
    statement = _ordered(select(Reactie).where(shown), Volgorde.OUDSTE)
    return _page(lezing, statement, number, total)


def get_regel(lezing: Lezing, reactie: Reactie) -> Regel:
    """Return one reactie as this reader sees it, or raise when there is nothing to see."""
    statement = select(Reactie.id).where(
        Reactie.id == reactie.id, _is_shown(Reactie, lezing.lezer_id)
    )
    if db.session.scalar(statement) is None:
        raise NotFoundError
    return _as_regels(lezing, [reactie])[0]


def _page(lezing: Lezing, statement: Select[Reactie], number: int, total: int) -> Page[Regel]:
    statement = statement.limit(BLADZIJDE).offset((number - 1) * BLADZIJDE)
    found = db.session.scalars(statement.options(joinedload(Reactie.auteur))).all()
    answers, counts = _first_answers(lezing, [reactie.id for reactie in found])
    regels = _as_regels(lezing, [*found, *answers])
    below: Mapping[int | None, list[Regel]] = defaultdict(list)
    for answer, regel in zip(answers, regels[len(found) :], strict=True):
        below[answer.ouder_id].append(regel)
    items = [
        replace(regel, antwoorden=below[regel.id], aantal_antwoorden=counts.get(regel.id, 0))
        for regel in regels[: len(found)]
    ]
    return Page(items=items, number=number, total=total, size=BLADZIJDE)


def _is_shown(reactie: type[Reactie], lezer_id: GebruikerId | None) -> ColumnElement[bool]:
    """Return the condition that something of a reactie is shown to this reader."""
    answer = aliased(Reactie)
    answered = exists().where(
        answer.ouder_id == reactie.id, answer.status == ReactieStatus.ZICHTBAAR
    )
    conditions = [
        reactie.status.in_([ReactieStatus.ZICHTBAAR, ReactieStatus.VERBORGEN]),
        and_(reactie.status == ReactieStatus.VERWIJDERD, answered),
    ]
    if lezer_id is not None:
        conditions.append(
            and_(reactie.status == ReactieStatus.WACHT, reactie.auteur_id == lezer_id)
        )
    return or_(*conditions)


def _ordered(statement: Select[Reactie], volgorde: Volgorde) -> Select[Reactie]:
    if volgorde is Volgorde.OUDSTE:
        return statement.order_by(Reactie.op, Reactie.id)
    if volgorde is Volgorde.STEUN:
        support = (
            select(func.count())
            .where(Steun.onderwerp_soort == REACTIE, Steun.onderwerp_id == Reactie.id)
            .correlate(Reactie)
            .scalar_subquery()
        )
        return statement.order_by(support.desc(), Reactie.op.desc(), Reactie.id.desc())
    return statement.order_by(Reactie.op.desc(), Reactie.id.desc())


def _first_answers(
    lezing: Lezing, ouder_ids: Sequence[ReactieId]
) -> tuple[Sequence[Reactie], Mapping[int, int]]:
    """Return the first answers below each of these, and how many there are."""
    order = func.row_number().over(
        partition_by=Reactie.ouder_id, order_by=(Reactie.op, Reactie.id)
    )
    count = func.count().over(partition_by=Reactie.ouder_id)
    numbered = (
        select(Reactie.id, order.label("nummer"), count.label("aantal"))
        .where(Reactie.ouder_id.in_(ouder_ids), _is_shown(Reactie, lezing.lezer_id))
        .subquery()
    )
    statement = (
        select(Reactie, numbered.c.aantal)
        .join(numbered, numbered.c.id == Reactie.id)
        .where(numbered.c.nummer <= ANTWOORDEN)
        .order_by(Reactie.ouder_id, Reactie.op, Reactie.id)
        .options(joinedload(Reactie.auteur))
    )
    rows = db.session.execute(statement).all() if ouder_ids else []
    counts = {int(row[0].ouder_id): int(row[1]) for row in rows}
    return [row[0] for row in rows], counts


def _as_regels(lezing: Lezing, reacties: Sequence[Reactie]) -> list[Regel]:
    ids = [reactie.id for reactie in reacties]
    support = _count_support(ids)
    own_support = _own_support(ids, lezing.lezer_id)
    hidden = _why_hidden(one.id for one in reacties if one.status is ReactieStatus.VERBORGEN)
    now, is_open = clock.now(), lezing.is_open
    regels = []
    for reactie in reacties:
        is_own = lezing.lezer_id is not None and reactie.auteur_id == lezing.lezer_id
        why = hidden.get(reactie.id)
        is_read = reactie.status is ReactieStatus.ZICHTBAAR or (
            is_own and reactie.status is not ReactieStatus.VERWIJDERD
        )
        regels.append(
            Regel(
                id=reactie.id,
                naam=reactie.auteur.naam,
                op=reactie.op,
                bewerkt=reactie.bewerkt_op is not None,
                status=reactie.status,
                stukjes=split_links(reactie.tekst) if is_read else (),
                steun=support.get(reactie.id, 0),
                is_initiatiefnemer=reactie.auteur_id in lezing.over.maker_ids,
                is_gemeente=reactie.auteur.is_staff,
                is_eigen=is_own,
                gesteund=reactie.id in own_support,
                mag_bewerken=is_own
                and is_open
                and is_editable(reactie.status, reactie.op, now=now),
                grond=why.grond if why else None,
                reden=why.reden if why and is_own else "",
            )
        )
    return regels


def _count_support(ids: Collection[ReactieId]) -> Mapping[int, int]:
    statement = (
        select(Steun.onderwerp_id, func.count())
        .where(Steun.onderwerp_soort == REACTIE, Steun.onderwerp_id.in_(ids))
        .group_by(Steun.onderwerp_id)
    )
    return {row[0]: row[1] for row in db.session.execute(statement)} if ids else {}


def _own_support(ids: Collection[ReactieId], lezer_id: GebruikerId | None) -> frozenset[int]:
    if lezer_id is None or not ids:
        return frozenset()
    statement = select(Steun.onderwerp_id).where(
        Steun.onderwerp_soort == REACTIE,
        Steun.onderwerp_id.in_(ids),
        Steun.gebruiker_id == lezer_id,
    )
    return frozenset(db.session.scalars(statement))


def _why_hidden(ids: Iterable[ReactieId]) -> Mapping[int | None, Ingreep]:
    """Return the last time each of these was hidden."""
    wanted = list(ids)
    if not wanted:
        return {}
    statement = (
        select(Ingreep)
        .where(Ingreep.reactie_id.in_(wanted), Ingreep.soort == IngreepSoort.VERBERGEN)
        .order_by(Ingreep.id)
    )
    return {ingreep.reactie_id: ingreep for ingreep in db.session.scalars(statement)}
