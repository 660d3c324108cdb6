"""Working out what touches in the demo city, and what its redacteur thought of some of it."""

import json
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

from participatie.accounts.models import Gebruiker
from participatie.core import clock
from participatie.demo.services_programma import BRONSYSTEEM
from participatie.programmas.queries import find_by_source
from participatie.raakvlakken.queries_paar import find_paar
from participatie.raakvlakken.services import recompute
from participatie.raakvlakken.services_oordeel import judge
from participatie.raakvlakken.types import Oordeel

OORDELEN = Path(__file__).parent / "data" / "oordelen.json"
EERSTE_DAG = 90


def judge_raakvlakken(people: Mapping[str, Gebruiker]) -> None:
    """Find what touches, three months ago, and judge some of it in the weeks after."""
    with clock.set_to(clock.now() - timedelta(days=EERSTE_DAG)):
        recompute()
    for number, gegeven in enumerate(json.loads(OORDELEN.read_text())):
        op = clock.now() - timedelta(days=gegeven["dagen_geleden"], minutes=47 * number)
        one, other = (find_by_source(BRONSYSTEEM, gegeven[side]) for side in ("a", "b"))
        raakvlak = find_paar(one.id, other.id) if one and other else None
        if raakvlak is None:
            raise LookupError(gegeven["reden"])
        with clock.set_to(op):
            judge(
                raakvlak=raakvlak,
                oordeel=Oordeel(gegeven["oordeel"]),
                reden=gegeven["reden"],
                tonen=gegeven["tonen"],
                door=people["redacteur"],
                versie=raakvlak.versie,
            )
