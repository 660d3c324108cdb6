from dataclasses import replace

import pytest

from participatie.opgaven.rules_voortgang import measure
from participatie.opgaven.types import Meting, Oordeel
from tests.factories.opgaven import INDICATOR

MINDER = replace(INDICATOR, nulmeting=40.0, streefwaarde=20.0)
GELIJK = replace(INDICATOR, nulmeting=40.0, streefwaarde=40.0)


@pytest.mark.parametrize(
    ("indicator", "waarde", "oordeel"),
    [
        (INDICATOR, 75.0, Oordeel.GEHAALD),
        (INDICATOR, 90.0, Oordeel.GEHAALD),
        (INDICATOR, 64.0, Oordeel.OP_SCHEMA),
        (INDICATOR, 62.0, Oordeel.ACHTER),
        (INDICATOR, 61.0, Oordeel.GELIJK),
        (INDICATOR, 60.0, Oordeel.TERUG),
        (MINDER, 20.0, Oordeel.GEHAALD),
        (MINDER, 35.0, Oordeel.OP_SCHEMA),
        (MINDER, 41.0, Oordeel.TERUG),
        (GELIJK, 40.0, Oordeel.GEHAALD),
        (GELIJK, 41.0, Oordeel.TERUG),
    ],
)
def test_a_figure_is_judged_a_year_after_its_baseline(indicator, waarde, oordeel) -> None:
    assert measure(indicator, [Meting(2026, waarde)]).oordeel is oordeel


def test_the_newest_figure_counts() -> None:
    found = measure(INDICATOR, [Meting(2027, 68.0), Meting(2026, 62.0)])
    assert (found.meting, found.aandeel) == (Meting(2027, 68.0), 0.5)


@pytest.mark.parametrize("metingen", [[], [Meting(2025, 70.0)], [Meting(2020, 10.0)]])
def test_without_a_figure_after_the_baseline_nothing_is_known(metingen) -> None:
    assert measure(INDICATOR, metingen).oordeel is Oordeel.ONBEKEND
