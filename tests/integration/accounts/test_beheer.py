from http import HTTPStatus

import pytest

from participatie.accounts.models import Rolverlening
from participatie.accounts.types import Rol
from participatie.core.db import db
from participatie.journal.models import JournalEntry
from tests.factories.accounts import (
    GebruikerFactory,
    RolverleningFactory,
    make_beheerder,
    make_gebiedsverbinder,
    make_redacteur,
)
from tests.factories.gebieden import GebiedFactory
from tests.mailbox import mails_to

PATH = "/beheer/gebruikers"


@pytest.fixture
def beheerder(client):
    gebruiker = make_beheerder(naam="De beheerder", email="beheerder@voorbeeld.example")
    client.sign_in(gebruiker)
    return gebruiker


@pytest.fixture
def bewoner(session):
    return GebruikerFactory(naam="Bea Bewoner", email="bea@voorbeeld.example")


def give(client, bewoner, rol="gebiedsverbinder", gebied="stad"):
    return client.post(f"{PATH}/{bewoner.id}", data={"rol": rol, "gebied": str(gebied)})


def take(client, verlening):
    path = f"{PATH}/{verlening.gebruiker_id}/rollen/{verlening.id}/intrekken"
    return client.post(path)


def rollen(gebruiker) -> list[tuple[Rol, int | None]]:
    db.session.refresh(gebruiker)
    return [(verlening.rol, verlening.gebied_id) for verlening in gebruiker.rollen]


@pytest.mark.parametrize("make", [GebruikerFactory, make_gebiedsverbinder, make_redacteur])
def test_class_11_only_a_beheerder_sees_people_and_roles(client, session, bewoner, make) -> None:
    client.sign_in(make())
    answers = [client.get(PATH), client.get(f"{PATH}/{bewoner.id}"), give(client, bewoner)]
    assert [answer.status_code for answer in answers] == [HTTPStatus.FORBIDDEN] * 3


def test_a_visitor_is_asked_to_sign_in(client, session) -> None:
    assert client.get(PATH).location.startswith("/account/inloggen")


@pytest.mark.parametrize("zoek", ["bea", "BEA", "bea@voorbeeld", "Bewoner"])
def test_people_are_found_by_name_and_address(client, beheerder, bewoner, zoek) -> None:
    GebruikerFactory(naam="Iemand anders", email="z@voorbeeld.example")
    page = client.get(PATH, query_string={"zoek": zoek}).text
    assert "Bea Bewoner" in page
    assert "Iemand anders" not in page


@pytest.mark.parametrize("zoek", ["%", "_", "' OR 1=1; --", "\\", "🌳", "x" * 9999])
def test_class_21_a_strange_search_finds_nobody(client, beheerder, bewoner, zoek) -> None:
    response = client.get(PATH, query_string={"zoek": zoek})
    assert (response.status_code, "Bea Bewoner" in response.text) == (HTTPStatus.OK, False)


@pytest.mark.parametrize("page", ["0", "-1", "999999999999", "x"])
def test_a_page_that_does_not_exist_shows_the_nearest(client, beheerder, page) -> None:
    assert client.get(PATH, query_string={"page": page}).status_code == HTTPStatus.OK


def test_the_number_of_queries_does_not_grow_with_the_people(
    client, beheerder, count_queries
) -> None:
    for _ in range(20):
        RolverleningFactory()
    with count_queries() as queries:
        client.get(PATH)
    assert len(queries) <= 6


def test_a_role_is_given_in_a_gebied(client, beheerder, bewoner) -> None:
    gebied = GebiedFactory()
    give(client, bewoner, gebied=gebied.id)
    assert rollen(bewoner) == [(Rol.GEBIEDSVERBINDER, gebied.id)]


def test_a_role_is_given_in_the_whole_city(client, beheerder, bewoner) -> None:
    give(client, bewoner)
    assert rollen(bewoner) == [(Rol.GEBIEDSVERBINDER, None)]


def test_a_role_stands_in_the_journal(client, beheerder, bewoner) -> None:
    give(client, bewoner)
    entry = db.session.scalars(db.select(JournalEntry)).one()
    assert (entry.name, entry.actor_id, entry.onderwerp_id, entry.data) == (
        "RolVerleend",
        beheerder.id,
        bewoner.id,
        {"rol": "gebiedsverbinder", "gebied_id": None},
    )


def test_who_gets_a_role_is_told_by_mail(client, beheerder, bewoner) -> None:
    give(client, bewoner)
    assert mails_to(bewoner.email)[0].onderwerp == "U heeft een nieuwe rol"


def test_the_same_role_is_not_given_twice(client, beheerder, bewoner) -> None:
    give(client, bewoner)
    response = give(client, bewoner)
    assert (response.status_code, len(rollen(bewoner))) == (422, 1)


@pytest.mark.parametrize("rol", ["god", "", "beheerder; --", "BEHEERDER", "x" * 10_000])
def test_a_forged_role_is_refused_at_its_field(client, beheerder, bewoner, rol) -> None:
    response = give(client, bewoner, rol=rol)
    assert (response.status_code, rollen(bewoner)) == (422, [])
    assert 'href="#rol"' in response.text


@pytest.mark.parametrize("gebied", ["999999", "-1", "", "<script>", "9" * 400, "1 OR 1=1"])
def test_a_forged_gebied_is_refused_at_its_field(client, beheerder, bewoner, gebied) -> None:
    response = give(client, bewoner, gebied=gebied)
    assert (response.status_code, rollen(bewoner)) == (422, [])
    assert 'href="#gebied"' in response.text


def test_a_beheerder_is_there_for_the_whole_city(client, beheerder, bewoner) -> None:
    response = give(client, bewoner, "beheerder", GebiedFactory().id)
    assert (response.status_code, rollen(bewoner)) == (422, [])


def test_a_role_is_taken(client, beheerder, bewoner) -> None:
    take(client, RolverleningFactory(gebruiker=bewoner))
    assert rollen(bewoner) == []


def test_taking_a_role_stands_in_the_journal(client, beheerder, bewoner) -> None:
    take(client, RolverleningFactory(gebruiker=bewoner))
    assert db.session.scalars(db.select(JournalEntry.name)).one() == "RolIngetrokken"


def test_class_13_a_role_of_someone_else_is_not_taken_under_this_name(
    client, beheerder, bewoner
) -> None:
    other = RolverleningFactory()
    response = client.post(f"{PATH}/{bewoner.id}/rollen/{other.id}/intrekken")
    assert response.status_code == HTTPStatus.NOT_FOUND
    assert db.session.get(Rolverlening, other.id) is not None


def test_the_last_beheerder_keeps_the_role(client, beheerder) -> None:
    response = take(client, beheerder.rollen[0])
    assert response.status_code == HTTPStatus.CONFLICT
    assert rollen(beheerder) == [(Rol.BEHEERDER, None)]


def test_a_beheerder_can_stop_when_there_is_another(client, beheerder) -> None:
    make_beheerder()
    take(client, beheerder.rollen[0])
    assert rollen(beheerder) == []


@pytest.mark.parametrize("path", ["999999", "0"])
def test_someone_who_does_not_exist_is_not_found(client, beheerder, path) -> None:
    assert client.get(f"{PATH}/{path}").status_code == HTTPStatus.NOT_FOUND


def test_a_cleared_second_factor_is_set_up_again(app, client, beheerder) -> None:
    verbinder = make_gebiedsverbinder()
    other = app.test_client().sign_in(verbinder)
    client.post(f"{PATH}/{verbinder.id}/tweede-factor/wissen")
    assert verbinder.totp_geheim is None
    assert other.get("/account/profiel").location.startswith("/account/inloggen")


def test_a_name_with_html_is_shown_as_text(client, beheerder) -> None:
    GebruikerFactory(naam='<script>alert("x")</script>')
    assert "<script>alert" not in client.get(PATH).text


def test_mails_page_tells_where_mails_are(app, client, beheerder) -> None:
    assert str(app.config["DATA_DIR"] / "mails") in client.get("/beheer/mails").text


def test_mails_page_is_only_for_a_beheerder(client, session) -> None:
    client.sign_in(make_redacteur())
    assert client.get("/beheer/mails").status_code == HTTPStatus.FORBIDDEN


@pytest.mark.parametrize(
    ("make", "seen"), [(make_beheerder, True), (make_gebiedsverbinder, False)]
)
def test_beheer_shows_each_what_they_may_manage(client, session, make, seen) -> None:
    client.sign_in(make())
    assert ("/beheer/gebruikers" in client.get("/beheer").text) == seen


def test_beheer_is_only_for_who_works_for_the_gemeente(client, session) -> None:
    client.sign_in(GebruikerFactory())
    assert client.get("/beheer").status_code == HTTPStatus.FORBIDDEN
