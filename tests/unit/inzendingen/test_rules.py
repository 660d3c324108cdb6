from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import product

import pytest

from participatie.inzendingen import rules
from participatie.inzendingen.errors import TransitionNotAllowedError
from participatie.inzendingen.types import InzendingId, Status


@pytest.mark.parametrize(
    "table",
    [
        rules.TRANSITIONS,
        rules.STATUS_NAMEN,
        rules.STATUS_NAMEN_STAFF,
        rules.STATUS_UITLEG,
        rules.STAP_NAMEN,
    ],
)
def test_a_table_has_every_status(table) -> None:
    assert set(table) == set(Status)


@pytest.mark.parametrize(("van", "naar"), list(product(Status, Status)))
def test_a_step_outside_the_table_is_refused(van, naar) -> None:
    if naar in rules.TRANSITIONS[van]:
        rules.check_transition(van, naar)
        return
    with pytest.raises(TransitionNotAllowedError):
        rules.check_transition(van, naar)


def test_nothing_becomes_a_concept_again() -> None:
    assert all(Status.CONCEPT not in naar for naar in rules.TRANSITIONS.values())


@pytest.mark.parametrize("status", list(Status))
def test_the_indiener_sees_his_own_in_every_status(status) -> None:
    assert rules.is_zichtbaar(status, is_indiener=True, is_moderator=False)


@pytest.mark.parametrize("status", list(Status))
def test_a_moderator_sees_everything_but_a_concept(status) -> None:
    seen = rules.is_zichtbaar(status, is_indiener=False, is_moderator=True)
    assert seen == (status is not Status.CONCEPT)


@pytest.mark.parametrize("status", list(Status))
def test_a_visitor_sees_only_what_is_published(status) -> None:
    seen = rules.is_zichtbaar(status, is_indiener=False, is_moderator=False)
    assert seen == (status is Status.GEPUBLICEERD)


@pytest.mark.parametrize("status", list(Status))
def test_only_a_concept_or_what_came_back_can_be_edited(status) -> None:
    expected = status in {Status.CONCEPT, Status.AANPASSEN}
    assert rules.may_edit(status, is_indiener=True) == expected


def test_nobody_edits_the_text_of_someone_else() -> None:
    assert not rules.may_edit(Status.CONCEPT, is_indiener=False)


@pytest.mark.parametrize("status", list(Status))
def test_what_was_sent_and_not_refused_can_be_withdrawn(status) -> None:
    expected = status in {Status.INGEDIEND, Status.AANPASSEN, Status.GEPUBLICEERD}
    assert rules.may_withdraw(status, is_indiener=True) == expected


def test_only_the_indiener_withdraws() -> None:
    assert not rules.may_withdraw(Status.INGEDIEND, is_indiener=False)


def test_an_answer_comes_within_two_weeks() -> None:
    assert rules.due_date(date(2026, 3, 2)) == date(2026, 3, 16)


def test_a_kenmerk_names_the_year_and_the_number() -> None:
    assert rules.kenmerk_of(InzendingId(42), 2026) == "2026-00042"


def test_a_decision_taken_back_is_called_a_new_look() -> None:
    name = rules.step_name(Status.AFGEWEZEN, Status.INGEDIEND)
    assert name == "De gemeente bekijkt het opnieuw"


@pytest.mark.parametrize(
    ("status", "reactie_voor", "late"),
    [
        (Status.INGEDIEND, date(2026, 5, 1), True),
        (Status.INGEDIEND, date(2026, 5, 2), False),
        (Status.INGEDIEND, None, False),
        (Status.GEPUBLICEERD, date(2026, 5, 1), False),
    ],
)
def test_an_answer_is_late_from_the_day_after(status, reactie_voor, late) -> None:
    assert rules.is_late(status, reactie_voor, today=date(2026, 5, 2)) is late


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("het plein", "Het plein"),
        ("ijsbaan", "IJsbaan"),
        ("", ""),
        ("'s-Gravenstraat", "'s-Gravenstraat"),
    ],
)
def test_what_stands_alone_begins_with_a_capital(written, shown) -> None:
    assert rules.with_capital(written) == shown


FOTO = "0123456789abcdef" * 2


def test_a_photo_has_a_small_version() -> None:
    assert rules.small_file(f"{FOTO}.webp") == f"{FOTO}-klein.webp"


@pytest.mark.parametrize("bestand", [f"{FOTO}.webp", f"{FOTO}-klein.webp"])
def test_a_photo_is_known_by_its_large_version(bestand) -> None:
    assert rules.large_file(bestand) == f"{FOTO}.webp"


def test_what_cannot_be_a_photo_is_not_looked_up() -> None:
    assert rules.large_file("../geheim.webp") is None


@dataclass(frozen=True)
class Regel:
    van: Status | None
    naar: Status
    toelichting: str = "Een reden."
    op: datetime = datetime(2026, 11, 21, tzinfo=UTC)


HISTORIE = (
    Regel(None, Status.CONCEPT),
    Regel(Status.CONCEPT, Status.INGEDIEND),
    Regel(Status.INGEDIEND, Status.GEPUBLICEERD),
    Regel(Status.GEPUBLICEERD, Status.INGEDIEND),
    Regel(Status.INGEDIEND, Status.GEPUBLICEERD),
)


def test_the_public_sees_when_it_was_sent_and_placed() -> None:
    found = rules.timeline(HISTORIE, is_public=True)
    assert [(stap.naam, stap.toelichting) for stap in found] == [
        (rules.STAP_NAMEN[Status.INGEDIEND], ""),
        (rules.STAP_NAMEN[Status.GEPUBLICEERD], ""),
    ]


def test_the_sender_sees_every_step_with_its_reason() -> None:
    found = rules.timeline(HISTORIE, is_public=False)
    assert found[3].naam == rules.OPNIEUW_BEKEKEN
    assert {stap.toelichting for stap in found} == {"Een reden."}


def test_being_looked_at_where_it_already_stands_is_a_step_of_its_own() -> None:
    name = rules.step_name(Status.GEPUBLICEERD, Status.GEPUBLICEERD)
    assert name == rules.BEKEKEN


def test_a_term_that_can_be_is_kept() -> None:
    assert rules.check_termijn(rules.TERMIJN_DAGEN_MIN) == rules.TERMIJN_DAGEN_MIN
