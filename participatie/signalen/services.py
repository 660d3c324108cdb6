"""Finding signalen once a week, and what officials do with them."""

from collections.abc import Sequence
from datetime import date

from participatie.accounts.models import Gebruiker
from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import StaleError
from participatie.core.events import publish
from participatie.core.locks import held_alone
from participatie.core.onderwerpen import Onderwerp
from participatie.gebieden.queries import get_boom
from participatie.moderation.models_werk import Verdeelregel
from participatie.moderation.queries_verdeling import list_regels
from participatie.moderation.rules_verdeling import Regelvorm, best_rule
from participatie.programmas.types import Thema
from participatie.signalen import rules
from participatie.signalen.errors import NietsTerugTeZettenError
from participatie.signalen.events import SignaalBehandeld, SignaalGevonden, SignaalVervallen
from participatie.signalen.models import Signaal, Signaalstap
from participatie.signalen.queries import handled_ids, list_of_week
from participatie.signalen.queries_geluiden import list_geluiden, list_vergeefs
from participatie.signalen.types import SignaalStatus, Sleutel, Stijging

SOORT = "signaal"


def make_signalen() -> None:
    """Find the signals of the last whole week. Again the same night changes nothing."""
    with held_alone("signalen") as is_free:
        if is_free:
            make_signalen_of(rules.last_week(clock.today()))


def make_signalen_of(week: date) -> None:
    """Find the signals of a week: new ones are added, known ones follow their counts."""
    boom = get_boom()
    van, tot = week - rules.WEKEN * rules.WEEK, week + rules.WEEK
    geluiden = [*list_geluiden(van, tot), *list_vergeefs(van, tot)]
    rises = rules.find_rises(rules.count_by_week(geluiden, boom), week, boom)
    known = {Sleutel(one.gebied_id, one.thema, one.soort): one for one in list_of_week(week)}
    handled = handled_ids(week)
    for key, signaal in known.items():
        if key in rises:
            _follow(signaal, rises[key])
        elif signaal.status is SignaalStatus.NIEUW and signaal.id not in handled:
            _drop(signaal)
    regels = list_regels()
    for key in sorted(rises.keys() - known.keys()):
        _add(key, rises[key], week, regels)


def _follow(signaal: Signaal, rise: Stijging) -> None:
    signaal.aantal = rise.aantal
    signaal.laag, signaal.hoog = rise.normaal.laag, rise.normaal.hoog


def _drop(signaal: Signaal) -> None:
    publish(
        SignaalVervallen(
            occurred_at=clock.now(),
            actor_id=None,
            onderwerp=Onderwerp(SOORT, signaal.id),
            gebied_id=signaal.gebied_id,
        )
    )
    db.session.delete(signaal)


def _add(key: Sleutel, rise: Stijging, week: date, regels: Sequence[Verdeelregel]) -> None:
    regel = _rule_for(key, regels)
    signaal = Signaal(
        gebied_id=key.gebied_id,
        thema=key.thema,
        soort=key.soort,
        week=week,
        aan_id=regel.gebruiker_id if regel else None,
        afdeling_id=regel.afdeling_id if regel else None,
        status=SignaalStatus.NIEUW,
        gevonden_op=clock.now(),
    )
    _follow(signaal, rise)
    db.session.add(signaal)
    db.session.flush()  # the event names the id
    publish(
        SignaalGevonden(
            occurred_at=signaal.gevonden_op,
            actor_id=None,
            onderwerp=Onderwerp(SOORT, signaal.id),
            gebied_id=key.gebied_id,
            thema=key.thema,
            signaal_soort=key.soort,
            week=week.isoformat(),
            aantal=rise.aantal,
        )
    )


def _rule_for(key: Sleutel, regels: Sequence[Verdeelregel]) -> Verdeelregel | None:
    """Return the rule of the desk that fits best."""
    best = best_rule(
        [Regelvorm(regel.id, regel.gebied_id, regel.thema) for regel in regels],
        keten=get_boom().keten(key.gebied_id),
        thema=Thema(key.thema) if key.thema else None,
    )
    return next((regel for regel in regels if regel.id == best), None)


def handle(
    *, signaal: Signaal, status: SignaalStatus, notitie: str, door: Gebruiker, versie: int
) -> None:
    """Say that a signal was seen, or taken up and how."""
    if signaal.versie != versie:
        raise StaleError
    rules.check_transition(signaal.status, status)
    notitie = rules.check_notitie(status, notitie)
    _change(signaal, status, notitie, door)
    signaal.door_id, signaal.op = door.id, clock.now()


def put_back(*, signaal: Signaal, door: Gebruiker, versie: int) -> None:
    """Put a signal back to new. What was said of it stays in its history."""
    if signaal.versie != versie:
        raise StaleError
    if signaal.status is SignaalStatus.NIEUW:
        raise NietsTerugTeZettenError
    _change(signaal, SignaalStatus.NIEUW, "", door)
    signaal.door_id = signaal.op = None


def _change(signaal: Signaal, status: SignaalStatus, notitie: str, door: Gebruiker) -> None:
    van, moment = signaal.status, clock.now()
    signaal.status, signaal.notitie = status, notitie
    db.session.add(
        Signaalstap(
            signaal_id=signaal.id, naar=status, notitie=notitie, door_id=door.id, op=moment
        )
    )
    publish(
        SignaalBehandeld(
            occurred_at=moment,
            actor_id=door.id,
            onderwerp=Onderwerp(SOORT, signaal.id),
            van=van,
            naar=status,
        )
    )
