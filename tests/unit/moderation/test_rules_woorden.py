import pytest

from participatie.moderation.rules_begin import standard_text
from participatie.moderation.rules_woorden import STANDAARDTEKSTEN, with_standard_text
from participatie.moderation.types import Grond, Uitkomst

PAST = standard_text(Uitkomst.PUBLICEREN, Grond.PAST_IN_GEBIED)
SLUIT_AAN = standard_text(Uitkomst.PUBLICEREN, Grond.SLUIT_AAN_BIJ_PLAN)


@pytest.mark.parametrize(
    ("reden", "wordt"),
    [
        ("", PAST),
        ("   \n", PAST),
        (SLUIT_AAN, PAST),
        (f"  {SLUIT_AAN} ", PAST),
        ("Mijn eigen tekst.", f"Mijn eigen tekst.\n\n{PAST}"),
        (f"Mijn eigen tekst.\n\n{PAST}", f"Mijn eigen tekst.\n\n{PAST}"),
    ],
)
def test_the_standard_text_comes_in_without_losing_own_words(reden, wordt) -> None:
    assert with_standard_text(reden, PAST, STANDAARDTEKSTEN.values()) == wordt


def test_a_ground_of_another_outcome_has_no_text() -> None:
    assert standard_text(Uitkomst.PUBLICEREN, Grond.RECLAME) == ""
