from threading import current_thread

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from participatie.live.rules import MAX_MELDINGEN, read_vraag
from participatie.live.services import MAX_WAITING, Lezer, VolError, follow
from participatie.live.types import Bericht, Stand
from tests.integration.live.conftest import line, next_numbers, wait_until

NOBODY_SECONDS = 0.15


def test_a_change_is_told_to_an_open_page(write, listen) -> None:
    luisteraar = listen()
    write(line(nummer=1))
    assert next_numbers(luisteraar) == [1]


def test_an_event_that_is_not_for_everyone_is_not_told(write, listen) -> None:
    luisteraar = listen()
    write(line("NotitieGeschreven", soort="initiatief", nummer=1), line(nummer=2))
    assert next_numbers(luisteraar) == [2]


def test_a_page_hears_only_what_it_is_about(write, listen) -> None:
    luisteraar = listen(read_vraag("project:13"))
    write(line(nummer=1, number=12), line(nummer=2, number=13))
    assert next_numbers(luisteraar) == [2]


def test_a_line_that_got_its_number_early_and_came_late_is_told(write, listen) -> None:
    luisteraar = listen()
    write(line(nummer=5))
    assert next_numbers(luisteraar) == [5]
    write(line(nummer=3))
    assert next_numbers(luisteraar) == [3]


def test_no_line_is_told_twice(write, listen) -> None:
    luisteraar = listen()
    write(line(nummer=5))
    next_numbers(luisteraar)
    write(line(nummer=3))
    next_numbers(luisteraar)
    assert next_numbers(luisteraar, NOBODY_SECONDS) == []


def test_what_came_late_before_a_page_listened_is_told_to_it(write, listen) -> None:
    write(line(nummer=2), line(nummer=5))
    luisteraar = listen()
    write(line(nummer=3))
    assert next_numbers(luisteraar) == [3]


def test_a_page_that_comes_later_misses_nothing_meanwhile(write, listen) -> None:
    first = listen()
    write(line(nummer=1))
    assert next_numbers(first) == [1]
    assert next_numbers(listen(heard=Stand(nummer=0))) == [1]


def test_there_is_one_reader_and_only_while_somebody_listens(listen, omroep) -> None:
    pages = [listen(), listen()]
    assert omroep.is_reading
    for page in pages:
        omroep.leave(page)
    wait_until(lambda: not omroep.is_reading)


def test_many_pages_ask_the_database_no_more_than_one_does(listen, engine) -> None:
    for _ in range(5):
        listen()
    threads = set()

    def note(*_given) -> None:
        threads.add(current_thread().name)

    event.listen(engine, "before_cursor_execute", note)
    wait_until(lambda: threads)
    event.remove(engine, "before_cursor_execute", note)
    assert threads == {"live-reader"}


def test_there_is_a_most_of_pages(listen) -> None:
    for _ in range(5):
        listen()
    with pytest.raises(VolError):
        listen()


def test_a_page_that_left_makes_room(listen, omroep) -> None:
    pages = [listen() for _ in range(5)]
    omroep.leave(pages[0])
    assert listen() is not None


def test_a_page_that_takes_nothing_does_not_keep_others_waiting(write, listen, omroep) -> None:
    slow, quick = listen(), listen()
    for nummer in range(1, 4):
        write(line(nummer=nummer))
        assert next_numbers(quick) == [nummer]
    assert slow.waiting.qsize() == 3


def test_a_page_that_took_nothing_for_long_is_told_to_look_anew(listen) -> None:
    slow = listen()
    for nummer in range(MAX_WAITING + 1):
        slow.hear(Bericht(stand=Stand(nummer=nummer), alles=True))
    assert slow.waiting.qsize() == MAX_WAITING
    assert slow.wait(1).alles


def test_the_database_can_be_away_for_a_while(write, listen, engine) -> None:
    luisteraar = listen()
    asked = []

    def fail(*_given):
        asked.append(1)
        raise OperationalError("weg", {}, Exception("weg"))

    event.listen(engine, "before_cursor_execute", fail)
    wait_until(lambda: len(asked) > 2)
    event.remove(engine, "before_cursor_execute", fail)
    write(line(nummer=1))
    assert next_numbers(luisteraar) == [1]


def test_after_an_import_pages_are_told_to_look_anew(write, listen) -> None:
    luisteraar = listen()
    write(*(line(nummer=nummer) for nummer in range(1, MAX_MELDINGEN + 2)))
    assert luisteraar.wait(5).alles


def test_all_pages_are_let_go_when_the_process_ends(listen, omroep) -> None:
    luisteraar = listen()
    omroep.ends_when(lambda: True)
    assert luisteraar.wait(5) is None
    with pytest.raises(VolError):
        listen()


def test_a_number_that_never_comes_is_given_up(write, engine, monkeypatch) -> None:
    monkeypatch.setattr("participatie.live.services.LATEST_SECONDS", -1)
    write(line(nummer=5))
    lezer = Lezer(Stand(nummer=1))
    lezer.read(engine)
    assert lezer.stand == Stand(nummer=5)


def test_a_stream_tells_first_what_was_missed(listen) -> None:
    missed = Bericht(stand=Stand(nummer=3), alles=True)
    assert next(follow(listen(), missed, seconds=1, heartbeat=1)).startswith(b"id: 3\n")


def test_a_stream_says_now_and_then_that_it_is_there(listen) -> None:
    events = follow(listen(), Bericht(stand=Stand(nummer=0)), seconds=1, heartbeat=0.01)
    assert next(events) == b":\n\n"


def test_a_stream_ends_when_its_page_is_let_go(listen) -> None:
    luisteraar = listen()
    luisteraar.stop()
    events = follow(luisteraar, Bericht(stand=Stand(nummer=0)), seconds=9, heartbeat=9)
    assert list(events) == []
