"""The desk with 50,000 inzendingen: the first page against one of 50, and similar decisions."""

from collections.abc import Callable

from flask.testing import FlaskClient
from sqlalchemy import event, insert, select

from bench.meting import Meting, at_most, seconds_per_call
from bench.stad import make_app
from participatie.accounts.models import Gebruiker, Rolverlening
from participatie.accounts.types import Rol
from participatie.core import clock
from participatie.core.db import Base, db
from participatie.core.transactions import transaction
from participatie.gebieden.models import Gebied
from participatie.gebieden.types import Niveau
from participatie.initiatieven.types_voortgang import InitiatiefFase
from participatie.inzendingen.models import Inzending
from participatie.inzendingen.types import InzendingSoort, Status
from participatie.moderation.models import Besluit
from participatie.moderation.queries import list_similar
from participatie.moderation.types import Uitkomst
from participatie.programmas.types import Thema

MILLISECONDS = 1000
FEW, MANY = 50, 50_000
OPEN_OF_TEN = 3


def run() -> list[Meting]:
    """Measure the first page with few and with many, its queries, and similar decisions."""
    app = make_app()
    with app.app_context(), transaction():
        door_id = _person()
        _send_in(door_id, FEW, start=1)
    open_desk = _open_desk(app.test_client(), door_id)
    few = seconds_per_call(open_desk, calls=5) * MILLISECONDS
    with app.app_context(), transaction():
        _send_in(door_id, MANY - FEW, start=FEW + 1)
    many = seconds_per_call(open_desk, calls=5) * MILLISECONDS
    with app.app_context():
        queries = _count_queries(open_desk)
        similar = seconds_per_call(_find_similar, calls=5) * MILLISECONDS
    return [
        at_most(f"bureau, {MANY} tegen {FEW} inzendingen", many / few, 3, "keer"),
        at_most(f"bureau, {MANY} inzendingen, de hele pagina", many, 300, "ms"),
        at_most("bureau, queries van de eerste pagina", queries, 7, "queries"),
        at_most(f"vergelijkbare besluiten over {MANY}", similar, 50, "ms"),
    ]


def _person() -> int:
    door = Gebruiker(
        email="bureau@example.invalid",
        naam="Bureau",
        wachtwoord_hash="-",  # nobody signs in with it
        zegel="bureau",
        bevestigd_op=clock.now(),
        totp_geheim="-",
        totp_bevestigd_op=clock.now(),
        aangemaakt_op=clock.now(),
    )
    door.rollen.append(Rolverlening(rol=Rol.GEBIEDSVERBINDER, verleend_op=clock.now()))
    db.session.add(door)
    db.session.flush()  # the rows name who decided
    return int(door.id)


def _send_in(door_id: int, number: int, *, start: int) -> None:
    """Put in rows of which three of ten wait and the others were decided about."""
    buurten = db.session.scalars(select(Gebied.id).where(Gebied.niveau == Niveau.BUURT)).all()
    first = db.session.scalar(select(Inzending.id).order_by(Inzending.id.desc()).limit(1)) or 0
    themas, moment, today = list(Thema), clock.now(), clock.today()
    rows, kinds, decisions = [], [], []
    for nummer in range(start, start + number):
        row_id, is_open = first + nummer - start + 1, nummer % 10 < OPEN_OF_TEN
        thema, gebied_id = themas[nummer % len(themas)], buurten[nummer % len(buurten)]
        rows.append(
            {
                "id": row_id, "soort": InzendingSoort.INITIATIEF, "kenmerk": f"B-{nummer}",
                "formulier_sleutel": f"bureau-{nummer}", "titel": f"Wens {nummer}",
                "toelichting": "Een wens.", "thema": thema, "gebied_id": gebied_id,
                "status": Status.INGEDIEND if is_open else Status.GEPUBLICEERD,
                "plek_omschrijving": "", "indiener_id": door_id, "aangemaakt_op": moment,
                "gewijzigd_op": moment, "ingediend_op": moment, "gepubliceerd_op": moment,
                "reactie_voor": today, "nog_niet_bekeken": False, "versie": 1,
            }
        )  # fmt: skip
        kinds.append(
            {
                "id": row_id, "waarom": "", "wie_doet_mee": "", "vraag": [], "aanbod": [],
                "vraag_toelichting": "", "aanbod_toelichting": "",
                "fase": InitiatiefFase.GEZOCHT,
            }
        )  # fmt: skip
        if not is_open:
            decisions.append(
                {
                    "inzending_id": row_id, "inzending_versie": 1, "gebied_id": gebied_id,
                    "thema": thema, "uitkomst": Uitkomst.PUBLICEREN, "grond": "past-in-gebied",
                    "grond_versie": 1, "reden": "Het past hier.", "door_id": door_id,
                    "op": moment,
                }
            )  # fmt: skip
    db.session.execute(insert(Base.metadata.tables["inzendingen"]), rows)
    db.session.execute(insert(Base.metadata.tables["initiatieven"]), kinds)
    db.session.execute(insert(Besluit), decisions)


def _open_desk(client: FlaskClient, door_id: int) -> Callable[[], object]:
    with client.session_transaction() as session:
        session["_user_id"] = f"{door_id}:bureau"
        session["tweede_factor"] = "bureau"
    assert "Wens" in client.get("/bureau").text
    return lambda: client.get("/bureau")


def _count_queries(act: Callable[[], object]) -> int:
    seen: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if statement.startswith("SELECT"):
            seen.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    act()
    event.remove(db.engine, "before_cursor_execute", note)
    return len(seen)


def _find_similar() -> None:
    statement = select(Inzending).where(Inzending.status == Status.INGEDIEND)
    assert list_similar(db.session.scalars(statement.order_by(Inzending.id).limit(1)).one())
    db.session.rollback()
