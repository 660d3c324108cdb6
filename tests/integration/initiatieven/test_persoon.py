import pytest

from participatie.core.db import db
from participatie.initiatieven.models import Initiatief
from participatie.inzendingen.types import Status
from tests.factories.accounts import WACHTWOORD, GebruikerFactory
from tests.factories.initiatieven import InitiatiefFactory
from tests.factories.inzendingen import FotoFactory


@pytest.fixture
def bewoner(client):
    gebruiker = GebruikerFactory(naam="Bea Bewoner")
    InitiatiefFactory(titel="Van een ander", status=Status.CONCEPT)
    InitiatiefFactory(titel="Mijn concept", status=Status.CONCEPT, indiener=gebruiker)
    InitiatiefFactory(titel="Mijn idee", indiener=gebruiker)
    client.sign_in(gebruiker)
    return gebruiker


def titels() -> set[str]:
    return set(db.session.scalars(db.select(Initiatief.titel)))


def leave(client):
    return client.post("/account/profiel/verwijderen", data={"huidig": WACHTWOORD})


def test_who_leaves_takes_drafts_along_and_nothing_else(client, bewoner) -> None:
    leave(client)
    assert titels() == {"Van een ander", "Mijn idee"}


def test_what_was_public_stays_without_the_name(client, bewoner) -> None:
    leave(client)
    idee = db.session.scalars(db.select(Initiatief).where(Initiatief.titel == "Mijn idee")).one()
    assert idee.indiener.naam == "Verwijderde gebruiker"


def test_own_data_holds_drafts_and_what_was_sent(client, bewoner) -> None:
    data = client.get("/account/profiel/gegevens").json
    assert {item["titel"] for item in data["initiatieven"]} == {"Mijn concept", "Mijn idee"}


def test_class_19_own_data_holds_nothing_of_someone_else(client, bewoner) -> None:
    assert "Van een ander" not in client.get("/account/profiel/gegevens").text


def test_own_data_gives_amounts_in_euro(client, bewoner) -> None:
    data = client.get("/account/profiel/gegevens").json["initiatieven"]
    assert [(item["kostenEuro"], item["gevondenEuro"]) for item in data] == [(1200.0, 300.0)] * 2


def test_own_data_tells_when_something_was_taken_back(client, bewoner) -> None:
    taken = InitiatiefFactory(status=Status.INGETROKKEN, indiener=bewoner)
    data = client.get("/account/profiel/gegevens").json["initiatieven"]
    moments = {item["id"]: item["ingetrokkenOp"] for item in data}
    assert [moments.pop(taken.id), *moments.values()] == ["2026-03-03T09:00:00+00:00", None, None]


def test_own_data_holds_the_description_of_a_photo(client, bewoner) -> None:
    idee = db.session.scalars(db.select(Initiatief).where(Initiatief.titel == "Mijn idee")).one()
    foto = FotoFactory(inzending=idee, beschrijving="Een stoep vol tegels")
    data = client.get("/account/profiel/gegevens").json["initiatieven"]
    fotos = [foto for item in data for foto in item["fotos"]]
    assert fotos == [{"bestand": foto.bestand, "beschrijving": "Een stoep vol tegels"}]
