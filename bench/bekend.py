"""The third step of the wizard: what is planned at a place, among 10,000 projecten."""

from collections.abc import Callable

from bench.meting import Meting, at_most, seconds_per_call
from bench.stad import make_app
from participatie.accounts.models import Gebruiker
from participatie.core import clock
from participatie.core.db import db
from participatie.core.geometry import point
from participatie.core.transactions import transaction
from participatie.gebieden.queries import gebied_at
from participatie.initiatieven.services import save_waar, start_concept
from participatie.initiatieven.types import Plek, Wat
from participatie.programmas.queries_raakvlakken import list_raakvlakken_bij
from participatie.programmas.types import Thema

MILLISECONDS = 1000
LON, LAT = 4.645, 52.385
WAT = Wat(
    titel="Bankjes",
    thema=Thema.WATER,
    toelichting="Bankjes langs het water.",
    waarom="Om te rusten.",
    wie_doet_mee="",
    vraag=(),
    vraag_toelichting="",
    aanbod=(),
    aanbod_toelichting="",
    kosten_cent=None,
    gevonden_cent=None,
)


def run() -> list[Meting]:
    """Measure the query at a point and for a whole wijk, and the page that shows it."""
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
    page = seconds_per_call(_page_of_a_concept(), calls=5) * MILLISECONDS
    return [
        at_most("derde stap, 10.000 projecten, een punt", bij_punt, 30, "ms"),
        at_most("derde stap, 10.000 projecten, hele wijk", hele_wijk, 30, "ms"),
        at_most("derde stap, 10.000 projecten, de hele pagina", page, 30, "ms"),
    ]


def _page_of_a_concept() -> Callable[[], object]:
    """Sign in as someone with a concept at a point and return the call that opens the step."""
    app = make_app()
    with app.app_context(), transaction():
        indiener = Gebruiker(
            email="bench@example.invalid",
            naam="Bench",
            wachtwoord_hash="-",  # nobody signs in with it
            zegel="bench",
            bevestigd_op=clock.now(),
            aangemaakt_op=clock.now(),
        )
        db.session.add(indiener)
        db.session.flush()  # the concept needs the id
        concept = start_concept(indiener_id=indiener.id, formulier_sleutel="bench", wat=WAT)
        save_waar(concept, Plek(omschrijving="", punt=(LON, LAT)), versie=concept.versie)
        path = f"/initiatieven/concept/{concept.id}/bekend"
        session_id = indiener.get_id()
    client = app.test_client()
    with client.session_transaction() as session:
        session["_user_id"] = session_id
    assert "Koppel mijn idee hieraan" in client.get(path).text
    return lambda: client.get(path)
