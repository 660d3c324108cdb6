"""The rules of a gesprek, on values alone."""

import pytest

from participatie.discussion.rules import TRANSITIONS, may_queue, must_wait
from participatie.discussion.rules_tekst import digest_of, find_links, split_links
from participatie.discussion.types import ReactieStatus


def test_every_status_has_its_transitions() -> None:
    assert set(TRANSITIONS) == set(ReactieStatus)


@pytest.mark.parametrize(
    "tekst", ["https://a.example", "HTTP://A.EXAMPLE", "www.spam", "koop op spam.shop"]
)
def test_an_address_is_seen_however_it_is_written(tekst) -> None:
    assert find_links(tekst)


@pytest.mark.parametrize("tekst", ["Nl. is mooi", "om 12.30 uur", "bijv. bomen"])
def test_a_full_stop_makes_no_address(tekst) -> None:
    assert not find_links(tekst)


def test_a_text_stays_whole_when_its_links_are_found() -> None:
    tekst = "Zie (https://a.example/x), of http://b.example!"
    assert "".join(stukje.tekst for stukje in split_links(tekst)) == tekst


def test_only_http_can_be_opened() -> None:
    assert [one.adres for one in split_links("javascript:alert(1) data:text/html,x")] == [""]


def test_the_sign_after_a_link_is_not_part_of_it() -> None:
    assert [one.adres for one in split_links("Zie https://a.example.") if one.adres] == [
        "https://a.example"
    ]


def test_signs_and_capitals_make_no_other_text() -> None:
    assert digest_of("Méé eens!!") == digest_of("mee EENS")


def test_two_texts_of_signs_only_differ() -> None:
    assert digest_of("!!!") != digest_of("???")


@pytest.mark.parametrize(("eerdere", "waits"), [(0, True), (2, True), (3, False)])
def test_the_first_three_wait(eerdere, waits) -> None:
    assert must_wait("Ja", eerdere=eerdere, is_gemeente=False, is_stroom=False) is waits


@pytest.mark.parametrize(("met_bewijs", "most"), [(True, 3), (False, 1)])
def test_with_proof_more_may_wait(met_bewijs, most) -> None:
    assert [may_queue(wachtend=n, met_bewijs=met_bewijs) for n in range(4)].count(True) == most
