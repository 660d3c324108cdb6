import pytest
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from participatie.core import clock
from participatie.voorstellen.errors import AlEenVoorstelError
from participatie.voorstellen.models import Voorstel
from participatie.voorstellen.services import write_voorstel
from participatie.voorstellen.types import VoorstelStatus
from tests.factories.voorstellen import make_change, make_gegevens, make_voorstel


def store(session, voorstel, **fields) -> None:
    session.execute(update(Voorstel).where(Voorstel.id == voorstel.id).values(**fields))


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"aangeboden_op": None}, "aangeboden_at_some_moment"),
        ({"beslist_op": clock.now()}, "beslist_by_someone"),
        ({"status": VoorstelStatus.TERUGGEGEVEN, "reden": "Te kort"}, "answer_has_moment"),
        ({"op_versie": 1}, "versie_of_a_project"),
    ],
)
def test_what_must_never_be_stored_is_refused(session, voorstel, fields, name) -> None:
    with pytest.raises(IntegrityError, match=name):
        store(session, voorstel, **fields)


def test_what_was_given_back_has_a_reason(session, voorstel, redacteur) -> None:
    answered = {"beslist_op": clock.now(), "beslist_door_id": redacteur.id}
    with pytest.raises(IntegrityError, match="teruggegeven_with_reden"):
        store(session, voorstel, status=VoorstelStatus.TERUGGEGEVEN, **answered)


def test_what_was_agreed_to_has_a_project(session, voorstel, redacteur) -> None:
    answered = {"beslist_op": clock.now(), "beslist_door_id": redacteur.id}
    with pytest.raises(IntegrityError, match="overgenomen_has_project"):
        store(session, voorstel, status=VoorstelStatus.OVERGENOMEN, **answered)


def test_a_project_has_one_open_voorstel(project, organisatie, partner) -> None:
    make_change(project, organisatie, partner, titel="Alle daken")
    with pytest.raises(AlEenVoorstelError):
        make_change(project, organisatie, partner, titel="Nog meer daken")


def test_a_key_of_an_organisatie_has_one_open_voorstel(organisatie, partner, city) -> None:
    for_key = {"organisatie": organisatie, "indiener_id": partner.id, "bronsleutel": "R1"}
    write_voorstel(make_gegevens(city.stad), **for_key)
    with pytest.raises(AlEenVoorstelError):
        write_voorstel(make_gegevens(city.stad), **for_key)


def test_two_new_items_wait_beside_each_other(organisatie, partner, city) -> None:
    first = make_voorstel(organisatie, partner, gebied=city.stad)
    second = make_voorstel(organisatie, partner, gebied=city.stad)
    assert first.id != second.id
