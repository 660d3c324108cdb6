"""The index holds what is public, and nothing else."""

import pytest
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from participatie.core.db import db
from participatie.core.transactions import transaction
from participatie.inzendingen.services import change_status
from participatie.inzendingen.types import Status
from participatie.zoeken.models import Zoekdocument, Zoekvariant, Zoekwoord
from participatie.zoeken.queries_zoeken import search
from participatie.zoeken.rules import read_vraag
from participatie.zoeken.services import update_index
from participatie.zoeken.services_alles import rebuild
from tests.factories.initiatieven import InitiatiefFactory
from tests.factories.opgaven import make_vastgesteld
from tests.factories.organisaties import OrganisatieFactory
from tests.factories.programmas import ProjectFactory
from tests.integration.zoeken.make import put

WOORD = "kameleontuin"


def total(woord=WOORD) -> int:
    return search(read_vraag(woord)).totaal


def traces() -> int:
    """Count what the tables of the index still know of the word."""
    rows = [
        *db.session.query(Zoekdocument.termen, Zoekdocument.titel, Zoekdocument.tekst),
        *db.session.query(Zoekwoord.woord),
        *db.session.query(Zoekvariant.variant),
    ]
    return sum(WOORD[:9] in str(value).lower() for row in rows for value in row)


@pytest.fixture
def initiatief(city):
    made = InitiatiefFactory(gebied=city.buurten[0], titel=f"Een {WOORD}")
    update_index("initiatief", [made.id])
    return made


def test_a_published_initiatief_is_found(initiatief) -> None:
    assert total() == 1


def test_what_is_withdrawn_leaves_in_the_same_transaction(initiatief) -> None:
    with transaction():
        change_status(initiatief, Status.INGETROKKEN, door_id=initiatief.indiener_id)
    assert (total(), traces()) == (0, 0)


def test_what_waits_for_a_decision_is_not_found(city) -> None:
    made = InitiatiefFactory(gebied=city.buurten[0], titel=WOORD, status=Status.INGEDIEND)
    update_index("initiatief", [made.id])
    assert (total(), traces()) == (0, 0)


def test_who_joins_is_not_in_the_index(city) -> None:
    made = InitiatiefFactory(gebied=city.buurten[0], wie_doet_mee=f"Mevrouw {WOORD}")
    update_index("initiatief", [made.id])
    assert traces() == 0


def test_everything_public_is_found_after_a_rebuild(city) -> None:
    InitiatiefFactory(gebied=city.buurten[0], titel=WOORD)
    ProjectFactory(titel=WOORD, gebieden=[city.buurten[0]])
    OrganisatieFactory(naam=WOORD)
    db.session.commit()
    rebuild()
    found = search(read_vraag(WOORD))
    assert set(found.per_soort) == {"initiatief", "project", "organisatie"}


def test_goals_that_hold_are_found_with_the_page_on_which_they_stand(city, client) -> None:
    make_vastgesteld(city.stadsdelen[0])
    db.session.commit()
    rebuild()
    paden = db.session.query(Zoekdocument.pad).filter(Zoekdocument.onderwerp_soort == "doel")
    assert all(client.get(pad.partition("#")[0]).status_code == 200 for (pad,) in paden)
    assert paden.count() > 0


def test_a_rebuild_removes_what_should_not_be_there(session) -> None:
    put(987, WOORD)
    rebuild()
    assert (total(), traces()) == (0, 0)


def test_every_address_in_the_index_is_a_page(city, client) -> None:
    db.session.commit()
    rebuild()
    paden = [pad for (pad,) in db.session.query(Zoekdocument.pad)]
    answers = {pad: client.get(pad.partition("#")[0]).status_code for pad in paden}
    assert {pad: code for pad, code in answers.items() if code not in {200, 303}} == {}


@pytest.mark.parametrize(
    "row",
    [
        {"titel": ""},
        {"pad": "https://elders.example"},
        {"jaar_van": 2026},
        {"jaar_van": 2027, "jaar_tot": 2026},
    ],
)
def test_the_database_refuses_a_row_that_cannot_be(session, row) -> None:
    put(1, "Bomen")
    with pytest.raises(IntegrityError):
        db.session.execute(update(Zoekdocument).values(**row))
