"""After a change only what changed is read again and sent."""

import pytest
from sqlalchemy import update

from participatie.inzendingen.types import Status
from participatie.kaart.queries import forget, get_verzameling
from participatie.programmas.models import Project
from tests.factories.initiatieven import InitiatiefFactory
from tests.factories.programmas import ProjectFactory


@pytest.fixture
def shown(session, city, something_happened):
    """A map that was read once, with three projecten and an initiatief."""
    things = [ProjectFactory(titel=f"Project {n}", gebieden=[city.stad]) for n in range(3)]
    things.append(InitiatiefFactory(titel="Buurttuin", gebied=city.stad))
    something_happened()
    get_verzameling()
    return things


def titles():
    return [item.titel for item in get_verzameling().items]


def test_a_changed_project_is_read_again(shown, something_happened) -> None:
    shown[0].titel = "Heel iets anders"
    something_happened(number=shown[0].id)
    assert "Heel iets anders" in titles()
    assert len(titles()) == 4


def test_what_did_not_change_is_not_read_again(session, shown, something_happened) -> None:
    session.execute(update(Project).where(Project.id == shown[1].id).values(titel="Stil anders"))
    something_happened(number=shown[0].id)
    assert "Stil anders" not in titles()


def test_what_is_withdrawn_is_gone(shown, something_happened) -> None:
    shown[3].status = Status.INGETROKKEN
    something_happened("initiatief", number=shown[3].id)
    assert "Buurttuin" not in titles()


def test_what_was_renewed_is_what_would_be_read(shown, something_happened) -> None:
    shown[2].titel = "Aanleg van een plein"
    something_happened(number=shown[2].id)
    renewed = get_verzameling()
    forget()
    assert get_verzameling() == renewed


@pytest.mark.parametrize("soort", ["gebied", "bestand"])
def test_after_anything_else_everything_is_read(shown, something_happened, soort) -> None:
    shown[1].titel = "Ook dit"
    something_happened(soort)
    assert "Ook dit" in titles()


def test_after_very_much_everything_is_read(shown, something_happened) -> None:
    shown[1].titel = "Ook dit"
    for _ in range(201):
        something_happened(number=shown[0].id)
    assert "Ook dit" in titles()


def test_only_what_was_asked_is_sent(client, shown) -> None:
    answer = client.get(f"/kaart/data/items.json?sleutels=p{shown[0].id},i{shown[3].id},p999999")
    assert {row[1] for row in answer.json["items"]} == {"Project 0", "Buurttuin"}


def test_nothing_is_sent_of_what_is_not_public(client, city) -> None:
    hidden = InitiatiefFactory(status=Status.INGEDIEND, gebied=city.stad)
    answer = client.get(f"/kaart/data/items.json?sleutels=i{hidden.id}")
    assert answer.json["items"] == []
