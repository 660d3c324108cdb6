import pytest

from participatie.initiatieven import rules
from participatie.initiatieven.types import BekendItem, Stap
from participatie.inzendingen.types import BekendKeuze, InzendingId
from participatie.programmas.types import ProjectId

COMPLETE = {
    "titel": "Een tuin",
    "has_thema": True,
    "toelichting": "Groen",
    "waarom": "Koel",
    "has_gebied": True,
}


@pytest.mark.parametrize(
    ("lon", "lat", "swapped"),
    [(52.38, 4.64, True), (4.64, 52.38, False), (None, 4.64, False), (0, 0, False)],
)
def test_swapped_numbers_are_recognised(lon, lat, swapped) -> None:
    assert rules.looks_swapped(lon, lat) is swapped


def test_what_is_complete_has_no_open_step() -> None:
    assert rules.open_step(**COMPLETE) is None


@pytest.mark.parametrize("missing", ["titel", "toelichting", "waarom"])
def test_a_missing_text_opens_the_first_step(missing) -> None:
    assert rules.open_step(**COMPLETE | {missing: ""}) is Stap.WAT


def test_a_missing_thema_opens_the_first_step() -> None:
    assert rules.open_step(**COMPLETE | {"has_thema": False}) is Stap.WAT


def test_a_missing_gebied_opens_the_second_step() -> None:
    assert rules.open_step(**COMPLETE | {"has_gebied": False}) is Stap.WAAR


@pytest.mark.parametrize(
    ("keuzes", "total", "expected"),
    [
        ([BekendKeuze.VOLGEN, BekendKeuze.VOLGEN], 2, True),
        ([BekendKeuze.VOLGEN], 2, False),
        ([BekendKeuze.VOLGEN, BekendKeuze.APART], 2, False),
        ([], 0, False),
    ],
)
def test_only_following_is_following_everything(keuzes, total, expected) -> None:
    assert rules.only_follows(keuzes, total=total) == expected


@pytest.mark.parametrize(
    ("metres", "words"),
    [(0, "op uw plek"), (4.9, "op uw plek"), (47, "op 50 meter van uw plek")],
)
def test_a_distance_is_said_in_tens(metres, words) -> None:
    assert rules.afstand_in_woorden(metres) == words


def test_an_item_is_called_after_what_it_is() -> None:
    project = BekendItem(titel="", zin="", project_id=ProjectId(3))
    other = BekendItem(titel="", zin="", andere_id=InzendingId(3))
    assert (project.sleutel, other.sleutel) == ("project_3", "inzending_3")


def test_what_another_proposed_is_one_sentence() -> None:
    told = rules.vergelijkbaar_zin("Bankjes", "op 50 meter van uw plek")
    assert told == "Een andere bewoner stelde op 50 meter van uw plek dit voor: “Bankjes”."
