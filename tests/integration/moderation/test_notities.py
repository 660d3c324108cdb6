from http import HTTPStatus

import pytest
from sqlalchemy import func, select

from participatie.core.db import db
from participatie.core.onderwerpen import Onderwerp
from participatie.inzendingen.types import Status
from participatie.journal.queries import list_entries
from participatie.moderation.models import Notitie
from tests.factories.initiatieven import InitiatiefFactory
from tests.factories.moderation import NotitieFactory


def write(client, inzending, gebruiker, tekst):
    address = f"/bureau/{inzending.id}/notities"
    return client.sign_in(gebruiker).post(address, data={"notitie-tekst": tekst})


def remove(client, inzending, notitie, gebruiker):
    address = f"/bureau/{inzending.id}/notities/{notitie.id}/verwijderen"
    return client.sign_in(gebruiker).post(address)


def count_notities():
    return db.session.scalar(select(func.count(Notitie.id)))


def test_a_note_is_kept(client, inzending, moderator) -> None:
    write(client, inzending, moderator, "Even bellen met groenbeheer.")
    assert "Even bellen met groenbeheer." in client.get(f"/bureau/{inzending.id}").text


def test_a_colleague_reads_it(client, inzending, moderator, collega) -> None:
    write(client, inzending, moderator, "Even bellen met groenbeheer.")
    page = client.sign_in(collega).get(f"/bureau/{inzending.id}").text
    assert "Even bellen met groenbeheer." in page


@pytest.mark.parametrize("tekst", ["", "  \n ", "x" * 2001])
def test_an_empty_or_endless_note_is_refused(client, inzending, moderator, tekst) -> None:
    response = write(client, inzending, moderator, tekst)
    assert (response.status_code, count_notities()) == (HTTPStatus.UNPROCESSABLE_ENTITY, 0)


def test_another_gebiedsverbinder_cannot_write(client, inzending, buitenstaander) -> None:
    assert write(client, inzending, buitenstaander, "Hallo").status_code == HTTPStatus.NOT_FOUND


def test_a_note_never_stands_on_the_public_page(client, city, moderator) -> None:
    published = InitiatiefFactory(status=Status.GEPUBLICEERD, gebied=city.by_name["Duinbuurt"])
    NotitieFactory(inzending=published, tekst="Geheim van het bureau")
    for person in (None, published.indiener, moderator):
        if person is not None:
            client.sign_in(person)
        assert "Geheim" not in client.get(f"/initiatieven/{published.id}").text


def test_the_journal_knows_of_a_note_but_not_its_words(client, inzending, moderator) -> None:
    write(client, inzending, moderator, "Even bellen met groenbeheer.")
    entry = list_entries(Onderwerp(inzending.soort, inzending.id))[-1]
    assert (entry.name, set(entry.data)) == ("NotitieGeschreven", {"notitie_id"})


def test_who_wrote_a_note_can_remove_it(client, inzending, moderator) -> None:
    notitie = NotitieFactory(inzending=inzending, door=moderator)
    remove(client, inzending, notitie, moderator)
    assert count_notities() == 0


def test_nobody_removes_a_note_of_a_colleague(client, inzending, moderator, collega) -> None:
    notitie = NotitieFactory(inzending=inzending, door=moderator)
    response = remove(client, inzending, notitie, collega)
    assert (response.status_code, count_notities()) == (HTTPStatus.FORBIDDEN, 1)


def test_a_note_of_another_inzending_is_not_found(client, city, inzending, moderator) -> None:
    other = InitiatiefFactory(status=Status.INGEDIEND, gebied=city.by_name["Duinbuurt"])
    notitie = NotitieFactory(inzending=inzending, door=moderator)
    response = remove(client, other, notitie, moderator)
    assert (response.status_code, count_notities()) == (HTTPStatus.NOT_FOUND, 1)
