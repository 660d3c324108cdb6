from datetime import timedelta

from participatie.core.pdf import MAX_SECONDS
from participatie.documenten.rules import CLAIM, STATUS_NAMEN, sleutel_of, versie_of
from participatie.documenten.types import DocumentStatus


def test_the_same_words_are_the_same_version() -> None:
    assert versie_of({"a": 1, "b": ["x"]}) == versie_of({"b": ["x"], "a": 1})


def test_another_word_is_another_version() -> None:
    assert versie_of({"a": "é"}) != versie_of({"a": "e"})


def test_a_key_does_not_depend_on_the_order() -> None:
    assert sleutel_of({"jaar": "2026", "gebied": "noord"}) == "gebied=noord jaar=2026"


def test_every_status_has_a_name() -> None:
    assert set(STATUS_NAMEN) == set(DocumentStatus)


def test_a_claim_holds_longer_than_setting_may_take() -> None:
    assert timedelta(seconds=MAX_SECONDS) < CLAIM
