"""How fast a point finds its gebieden."""

import random

from bench.meting import Meting, at_most, seconds_per_call
from bench.stad import NOORD, OOST, WEST, ZUID, make_app
from participatie.gebieden.queries import gebied_at

MILLISECONDS = 1000


def run() -> list[Meting]:
    """Measure `gebied_at` on 137 gebieden, the check for a new version left out."""
    dice = random.Random(2)  # noqa: S311  # the same points in every run
    points = [(dice.uniform(WEST, OOST), dice.uniform(ZUID, NOORD)) for _ in range(500)]
    with make_app().app_context():
        found = gebied_at(*points[0])
        assert found.buurt is not None
        seconds = seconds_per_call(lambda: [gebied_at(*place) for place in points], calls=1)
    each = seconds / len(points) * MILLISECONDS
    return [at_most("gebied_at op 137 gebieden", each, 0.2, "ms")]
