import json
from dataclasses import replace

import pytest

from participatie.inzendingen.events import InzendingStatusGewijzigd, PubliekGewijzigd
from participatie.live.errors import OnbekendeVraagError
from participatie.live.rules import (
    MAX_MELDINGEN,
    advance,
    forget_gaten,
    is_about,
    is_new,
    make_bericht,
    make_melding,
    openbare_namen,
    read_stand,
    read_vraag,
    select_for,
    to_stream,
)
from participatie.live.types import Bericht, Melding, Stand, Vraag

PROJECT = Melding(nummer=7, naam="ProjectGewijzigd", soort="project", id=12, gebied_ids=(3,))
STATUS = InzendingStatusGewijzigd.__name__


def test_only_open_events_are_told() -> None:
    assert PubliekGewijzigd.__name__ in openbare_namen()
    assert STATUS not in openbare_namen()


def test_a_melding_holds_nothing_but_what_a_page_needs() -> None:
    data = {"gebied_ids": [3], "velden": ["titel"], "reden": "geheim", "besluit_id": 4}
    melding = make_melding(nummer=7, naam="X", soort="project", onderwerp_id=12, data=data)
    assert melding == Melding(
        nummer=7, naam="X", soort="project", id=12, gebied_ids=(3,), velden=("titel",)
    )


@pytest.mark.parametrize(
    "given", ["project:12", "project", "kaart", "gebied:3", "", "initiatief:1,project:12"]
)
def test_a_page_hears_what_it_asked_for(given) -> None:
    assert is_about(PROJECT, read_vraag(given))


@pytest.mark.parametrize("given", ["project:13", "initiatief", "gebied:4", "initiatief:12"])
def test_a_page_hears_nothing_else(given) -> None:
    assert not is_about(PROJECT, read_vraag(given))


def test_the_page_of_a_project_hears_what_is_linked_to_it() -> None:
    initiatief = Melding(nummer=8, naam="X", soort="initiatief", id=5, project_ids=(12,))
    assert is_about(initiatief, read_vraag("project:12"))


@pytest.mark.parametrize(
    "given", ["project:", ":12", "project:x", "PROJECT", "a" * 40, ",", "x,y" * 20, "project:1 "]
)
def test_a_question_that_makes_no_sense_is_refused(given) -> None:
    with pytest.raises(OnbekendeVraagError):
        read_vraag(given)


def test_more_onderwerpen_than_a_page_can_have_are_refused() -> None:
    with pytest.raises(OnbekendeVraagError):
        read_vraag(",".join(f"project:{number}" for number in range(1, 22)))


@pytest.mark.parametrize("given", ["0", "105", "105.103", "105.99-101.103"])
def test_a_stand_reads_as_it_was_written(given) -> None:
    assert str(read_stand(given)) == given


@pytest.mark.parametrize(
    "given", ["", "-1", "x", "1.0", "105.9-8", "9999999999", "1" * 999, "\u0661"]
)
def test_a_stand_that_makes_no_sense_is_refused(given) -> None:
    with pytest.raises(OnbekendeVraagError):
        read_stand(given)


def test_a_number_that_was_skipped_is_waited_for() -> None:
    stand = advance(Stand(nummer=100), [101, 104])
    assert stand == Stand(nummer=104, gaten=((102, 103),))
    assert is_new(stand, 102)
    assert not is_new(stand, 101)


def test_a_number_that_comes_late_is_told_once() -> None:
    stand = advance(advance(Stand(nummer=100), [101, 105]), [103])
    assert stand.gaten == ((102, 102), (104, 104))
    assert not is_new(stand, 103)


def test_a_gap_that_is_filled_is_gone() -> None:
    assert advance(Stand(nummer=105, gaten=((103, 103),)), [103]) == Stand(nummer=105)


def test_no_more_gaps_are_kept_than_can_be_asked_for() -> None:
    stand = advance(Stand(nummer=0), range(2, 400, 2))
    assert read_stand(str(stand)) == stand


def test_numbers_that_never_came_are_forgotten() -> None:
    stand = Stand(nummer=110, gaten=((101, 103), (105, 107), (109, 109)))
    assert forget_gaten(stand, 106).gaten == ((107, 107), (109, 109))


def test_a_page_gets_only_its_own_part_of_a_message() -> None:
    bericht = Bericht(stand=Stand(nummer=8), meldingen=(PROJECT, replace(PROJECT, id=13)))
    meant = select_for(bericht, read_vraag("project:12"))
    assert meant is not None
    assert meant.meldingen == (PROJECT,)


def test_a_page_that_is_not_meant_gets_no_message() -> None:
    bericht = Bericht(stand=Stand(nummer=8), meldingen=(PROJECT,))
    assert select_for(bericht, read_vraag("initiatief")) is None


def test_everyone_is_told_to_look_anew_after_very_much() -> None:
    bericht = make_bericht(Stand(nummer=999), [PROJECT] * (MAX_MELDINGEN + 1))
    assert select_for(bericht, Vraag(dingen=frozenset({("opgave", 1)}))) == bericht
    assert bericht.alles


def test_a_message_of_a_few_changes_names_them() -> None:
    assert make_bericht(Stand(nummer=7), [PROJECT]).meldingen == (PROJECT,)


def test_numbers_beside_a_gap_leave_it_as_it_is() -> None:
    stand = advance(Stand(nummer=110, gaten=((101, 103),)), [105, 111])
    assert stand == Stand(nummer=111, gaten=((101, 103),))


def test_a_message_is_one_event_of_the_stream() -> None:
    lines = to_stream(Bericht(stand=Stand(nummer=7), meldingen=(PROJECT,))).decode().split("\n")
    assert lines[0] == "id: 7"
    assert json.loads(lines[1].removeprefix("data: "))["meldingen"][0]["id"] == 12
    assert lines[2:] == ["", ""]
