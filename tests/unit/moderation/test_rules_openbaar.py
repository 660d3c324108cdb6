from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from participatie.moderation.rules_openbaar import (
    KLEINSTE_AANTAL,
    fold_small,
    safe_count,
    safe_telling,
)
from participatie.moderation.types import Uitkomst

UITKOMSTEN = st.dictionaries(st.sampled_from(Uitkomst), st.integers(0, 20))


@given(UITKOMSTEN)
def test_no_small_number_is_shown(uitkomsten) -> None:
    shown = [number for number in safe_telling(uitkomsten).uitkomsten.values() if number]
    assert all(number >= KLEINSTE_AANTAL for number in shown)


@given(UITKOMSTEN)
def test_what_is_hidden_is_never_small_together(uitkomsten) -> None:
    telling = safe_telling(uitkomsten)
    if telling.totaal is not None:
        hidden = telling.totaal - sum(number or 0 for number in telling.uitkomsten.values())
        assert hidden == 0 or hidden >= KLEINSTE_AANTAL


@given(st.dictionaries(st.text(max_size=3), UITKOMSTEN))
def test_groups_add_up_to_the_whole(groepen) -> None:
    apart, rest = fold_small(groepen)
    total = sum((Counter(found) for found in apart.values()), Counter()) + Counter(rest)
    assert total == sum((Counter(found) for found in groepen.values()), Counter())


@given(st.dictionaries(st.text(max_size=3), UITKOMSTEN))
def test_a_small_group_is_not_shown_apart(groepen) -> None:
    apart, _rest = fold_small(groepen)
    assert all(sum(found.values()) >= KLEINSTE_AANTAL for found in apart.values())


@given(st.dictionaries(st.text(max_size=3), UITKOMSTEN))
def test_what_is_added_up_is_small_only_when_nothing_stands_apart(groepen) -> None:
    apart, rest = fold_small(groepen)
    assert not apart or not 0 < sum(rest.values()) < KLEINSTE_AANTAL


def test_zero_is_not_hidden() -> None:
    assert safe_count(0) == 0
