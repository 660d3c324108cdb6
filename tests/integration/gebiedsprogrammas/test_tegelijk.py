"""Two redacteuren at once, with real commits: one of them decides."""

from collections import Counter
from datetime import date

from sqlalchemy import func, select

from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import DomainError
from participatie.core.transactions import transaction
from participatie.gebiedsprogrammas.models import (
    Doorrolling,
    Gebiedsprogramma,
    ProgrammaItem,
    ProgrammaStap,
)
from participatie.gebiedsprogrammas.queries import get_programma
from participatie.gebiedsprogrammas.queries_doorrollen import get_voorstel
from participatie.gebiedsprogrammas.services import Besluit, maak_programma, vaststellen
from participatie.gebiedsprogrammas.services_doorrollen import doorrollen
from tests.factories.gebieden import make_city
from tests.factories.gebiedsprogrammas import make_item, make_programma, seen_of
from tests.parallel import all_at_once

HOW_MANY = 4


def _count(model) -> int:
    return db.session.scalar(select(func.count()).select_from(model)) or 0


def _try(app, action) -> str:
    with app.app_context():
        try:
            with transaction():
                action()
        except DomainError:
            return "refused"
        finally:
            db.session.remove()
    return "done"


def _fill(app) -> tuple[int, str]:
    with app.app_context(), transaction():
        noord = make_city().by_name["Noord"]
        make_item(noord)
        programma = make_programma(noord)
        return noord.id, seen_of(programma)


def test_two_who_adopt_at_once_adopt_once(live_app) -> None:
    gebied_id, gezien = _fill(live_app)

    def adopt() -> None:
        vaststellen(
            programma=get_programma(gebied_id, 2027, lock=True),
            besluit=Besluit(nummer="1", dag=date(2026, 4, 1)),
            gezien=gezien,
            actor_id=None,
            versie=1,
        )

    answers = Counter(all_at_once(lambda: _try(live_app, adopt), HOW_MANY))
    assert answers == {"done": 1, "refused": HOW_MANY - 1}
    with live_app.app_context():
        assert (_count(ProgrammaStap), _count(ProgrammaItem)) == (1, 1)


def test_two_who_make_a_concept_at_once_make_one(live_app) -> None:
    gebied_id, _ = _fill(live_app)

    def make() -> None:
        maak_programma(gebied_id=gebied_id, jaar=2028, actor_id=None)

    all_at_once(lambda: _try(live_app, make), HOW_MANY)
    with live_app.app_context():
        assert _count(Gebiedsprogramma) == 2


def test_two_who_roll_over_at_once_roll_over_once(live_app) -> None:
    _fill(live_app)
    jaar = clock.today().year + 1

    def roll() -> None:
        gezien = get_voorstel(jaar).gezien
        doorrollen(jaar=jaar, keuzes={}, gezien=gezien, actor_id=None)

    answers = Counter(all_at_once(lambda: _try(live_app, roll), HOW_MANY))
    assert answers["done"] == 1
    with live_app.app_context():
        assert _count(Doorrolling) == 1
