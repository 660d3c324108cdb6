"""The third step of the wizard: what is planned at a place, among 10,000 projecten."""

from bench.meting import Meting, at_most, seconds_per_call
from bench.stad import make_app
from participatie.core.db import db
from participatie.core.geometry import point
from participatie.gebieden.queries import gebied_at
from participatie.programmas.queries_raakvlakken import list_raakvlakken_bij
from participatie.programmas.types import Thema

MILLISECONDS = 1000
LON, LAT = 4.645, 52.385


def run() -> list[Meting]:
    """Measure the query at a point and for a whole wijk."""
    with make_app().app_context():
        keten = gebied_at(LON, LAT)

        def at_point() -> None:
            found = list_raakvlakken_bij(
                geometry=point(LON, LAT), gebied_id=keten.buurt, thema=Thema.WATER, vanaf_jaar=2026
            )
            assert found
            db.session.rollback()

        def in_wijk() -> None:
            list_raakvlakken_bij(
                geometry=None, gebied_id=keten.wijk, thema=Thema.WATER, vanaf_jaar=2026
            )
            db.session.rollback()

        bij_punt = seconds_per_call(at_point, calls=5) * MILLISECONDS
        hele_wijk = seconds_per_call(in_wijk, calls=5) * MILLISECONDS
    return [
        at_most("derde stap, 10.000 projecten, een punt", bij_punt, 30, "ms"),
        at_most("derde stap, 10.000 projecten, hele wijk", hele_wijk, 30, "ms"),
    ]
