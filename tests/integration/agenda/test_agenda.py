from datetime import timedelta

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from participatie.accounts.services_profiel import delete_account
from participatie.agenda.errors import AfgelastError, BegonnenError, GeenAanmeldingError
from participatie.agenda.models import Bijeenkomst, Deelname
from participatie.agenda.queries import (
    count_of,
    find_deelname,
    get_bijeenkomst,
    list_agenda,
    own_deelnames,
)
from participatie.agenda.services import call_off, change_bijeenkomst, write_verslag
from participatie.agenda.services_deelname import register, unregister
from participatie.agenda.types import DeelnameStatus, Telling
from participatie.core import clock
from participatie.core.db import db, write_intent
from participatie.core.errors import InvalidInputError, StaleError
from participatie.core.transactions import transaction
from participatie.journal.models import JournalEntry
from participatie.notifications.models import Bericht
from participatie.notifications.services_aanleidingen import make_berichten
from tests.factories.accounts import WACHTWOORD, GebruikerFactory, make_gebiedsverbinder
from tests.factories.agenda import make_bijeenkomst, make_bijeenkomst_gegevens
from tests.factories.gebieden import make_city
from tests.parallel import all_at_once


@pytest.fixture
def noord(session):
    return make_city().by_name["Noord"]


@pytest.fixture
def door(noord):
    return make_gebiedsverbinder(noord)


def full(noord, door, *, waiting=2):
    """A meeting with one place, that is taken, and who wait for it."""
    one = make_bijeenkomst(noord, door, capaciteit=1)
    people = [GebruikerFactory() for _ in range(1 + waiting)]
    for person in people:
        register(one, gebruiker_id=person.id)
    return one, people


def status_of(one, person):
    found = find_deelname(one.id, person.id)
    return found and found.status


def told():
    make_berichten()
    return {(one.gebruiker_id, one.zin) for one in db.session.scalars(select(Bericht))}


def test_who_comes_twice_comes_once(noord, door) -> None:
    one = make_bijeenkomst(noord, door)
    bewoner = GebruikerFactory()
    for _ in range(2):
        register(one, gebruiker_id=bewoner.id)
    assert count_of(one.id) == Telling(1, 0)


def test_who_comes_too_late_waits(noord, door) -> None:
    one, _people = full(noord, door)
    assert count_of(one.id) == Telling(1, 2)


def test_who_waits_longest_gets_the_place(noord, door) -> None:
    one, people = full(noord, door)
    unregister(one, gebruiker_id=people[0].id)
    assert [status_of(one, person) for person in people] == [
        None,
        DeelnameStatus.PLEK,
        DeelnameStatus.WACHTLIJST,
    ]


def test_more_places_let_who_waits_move_up(noord, door) -> None:
    one, _people = full(noord, door)
    more = make_bijeenkomst_gegevens(noord, begin=one.begin, capaciteit=2)
    change_bijeenkomst(one, more, versie=one.versie, door_id=door.id)
    assert count_of(one.id) == Telling(2, 1)


def test_fewer_places_send_nobody_away(noord, door) -> None:
    one = make_bijeenkomst(noord, door, capaciteit=3)
    for _ in range(3):
        register(one, gebruiker_id=GebruikerFactory().id)
    less = make_bijeenkomst_gegevens(noord, begin=one.begin, capaciteit=1)
    change_bijeenkomst(one, less, versie=one.versie, door_id=door.id)
    assert count_of(one.id) == Telling(3, 0)


def test_who_deletes_the_account_makes_room(noord, door) -> None:
    one, people = full(noord, door, waiting=1)
    delete_account(people[0], huidig=WACHTWOORD)
    assert (count_of(one.id), status_of(one, people[1])) == (Telling(1, 0), DeelnameStatus.PLEK)


def test_nobody_registers_where_that_is_not_needed(noord, door) -> None:
    one = make_bijeenkomst(noord, door, aanmelden=False)
    with pytest.raises(GeenAanmeldingError):
        register(one, gebruiker_id=door.id)


def test_nobody_registers_when_it_has_begun(noord, door) -> None:
    one = make_bijeenkomst(noord, door)
    with clock.set_to(one.begin), pytest.raises(BegonnenError):
        register(one, gebruiker_id=door.id)


def test_a_meeting_is_announced_before_it_is(noord, door) -> None:
    with pytest.raises(InvalidInputError):
        make_bijeenkomst(noord, door, begin=clock.now() - timedelta(days=2))


def test_an_old_view_changes_nothing(noord, door) -> None:
    one = make_bijeenkomst(noord, door)
    with pytest.raises(StaleError):
        change_bijeenkomst(one, make_bijeenkomst_gegevens(noord), versie=99, door_id=door.id)


def test_what_was_called_off_does_not_change(noord, door) -> None:
    one = make_bijeenkomst(noord, door)
    call_off(one, reden="De zaal is bezet.", versie=one.versie, door_id=door.id)
    db.session.flush()
    with pytest.raises(AfgelastError):
        change_bijeenkomst(
            one, make_bijeenkomst_gegevens(noord), versie=one.versie, door_id=door.id
        )


def test_who_registered_hears_that_it_is_off(noord, door) -> None:
    one = make_bijeenkomst(noord, door)
    bewoner = GebruikerFactory()
    register(one, gebruiker_id=bewoner.id)
    call_off(one, reden="De zaal is bezet.", versie=one.versie, door_id=door.id)
    zin = "Deze bijeenkomst gaat niet door. De zaal is bezet."
    assert (bewoner.id, zin) in told()


def test_who_registered_hears_that_it_moved(noord, door) -> None:
    one = make_bijeenkomst(noord, door)
    bewoner = GebruikerFactory()
    register(one, gebruiker_id=bewoner.id)
    moved = make_bijeenkomst_gegevens(noord, begin=one.begin, plek_omschrijving="De school")
    change_bijeenkomst(one, moved, versie=one.versie, door_id=door.id)
    assert [who for who, zin in told() if "De school" in zin] == [bewoner.id]


def test_nobody_hears_of_another_word_in_the_text(noord, door) -> None:
    one = make_bijeenkomst(noord, door)
    register(one, gebruiker_id=GebruikerFactory().id)
    said = make_bijeenkomst_gegevens(noord, begin=one.begin, omschrijving="Anders.")
    change_bijeenkomst(one, said, versie=one.versie, door_id=door.id)
    assert told() == set()


def test_only_who_got_the_place_hears_of_it(noord, door) -> None:
    one, people = full(noord, door)
    unregister(one, gebruiker_id=people[0].id)
    assert [who for who, zin in told() if "een plek" in zin] == [people[1].id]


def test_who_registered_hears_of_the_report(noord, door) -> None:
    one = make_bijeenkomst(noord, door)
    bewoner = GebruikerFactory()
    register(one, gebruiker_id=bewoner.id)
    with clock.set_to(one.eind):
        write_verslag(one, verslag="Wij spraken.", versie=one.versie, door_id=door.id)
    assert [who for who, zin in told() if "verslag" in zin] == [bewoner.id]


def test_the_journal_does_not_say_who_comes(noord, door) -> None:
    one, _people = full(noord, door)
    del one
    lines = db.session.scalars(
        select(JournalEntry).where(JournalEntry.name == "DeelnameGewijzigd")
    ).all()
    assert {line.actor_id for line in lines} == {None}


def test_a_person_can_take_along_where_he_goes(noord, door) -> None:
    one = make_bijeenkomst(noord, door)
    register(one, gebruiker_id=door.id)
    assert [said["bijeenkomst"] for said in own_deelnames(door.id)] == [one.titel]


def test_what_was_stands_apart(noord, door) -> None:
    one = make_bijeenkomst(noord, door)
    with clock.set_to(one.eind + timedelta(minutes=1)):
        pages = [
            list_agenda(gebied_ids=None, periode=None, voorbij=voorbij, number=1).total
            for voorbij in (False, True)
        ]
    assert pages == [0, 1]


@pytest.mark.parametrize(
    "change",
    [
        "eind = begin",
        "capaciteit = 0",
        "capaciteit = 3, aanmelden = false",
        "status = 'afgelast'",
        "verslag = 'x'",
        "link = 'javascript:alert(1)'",
        "west = 4.6",
    ],
)
def test_the_database_refuses_what_must_never_be(noord, door, change) -> None:
    make_bijeenkomst(noord, door)
    with pytest.raises(IntegrityError), db.session.begin_nested():
        db.session.execute(text(f"UPDATE bijeenkomsten SET {change}"))  # noqa: S608  # our own


def test_the_last_places_are_given_once_when_all_ask_at_once(live_app) -> None:
    with live_app.app_context():
        noord = make_city().by_name["Noord"]
        one = make_bijeenkomst(noord, make_gebiedsverbinder(noord), capaciteit=3)
        people = [GebruikerFactory() for _ in range(8)]
        db.session.commit()
        one_id, ids = one.id, [person.id for person in people]
        db.session.remove()
    asking = iter(ids * 2)

    def ask():
        with live_app.app_context(), write_intent(), transaction():
            register(get_bijeenkomst(one_id, lock=True), gebruiker_id=next(asking))

    all_at_once(ask, times=16)
    with live_app.app_context():
        kept = db.session.scalars(select(Deelname.gebruiker_id)).all()
        assert (count_of(one_id), sorted(kept)) == (Telling(3, 5), sorted(ids))
        db.session.remove()


def test_a_list_asks_the_database_no_more_when_it_is_longer(
    client, noord, door, count_queries
) -> None:
    make_bijeenkomst(noord, door)
    with count_queries() as one:
        client.get("/agenda")
    for _ in range(5):
        make_bijeenkomst(noord, door)
    db.session.expire_all()
    with count_queries() as more:
        client.get("/agenda")
    assert len(more) <= len(one) + 1
    assert db.session.query(Bijeenkomst).count() == 6
