import re
from http import HTTPStatus

import pytest

from participatie.accounts.queries import find_by_email
from participatie.accounts.types import Rol
from participatie.core.db import db
from participatie.journal.models import JournalEntry
from tests.factories.accounts import GebruikerFactory, make_gebiedsverbinder
from tests.factories.gebieden import GebiedFactory

EMAIL = "beheer@voorbeeld.example"


@pytest.fixture
def run(app, session):
    def run(*args):
        return app.test_cli_runner().invoke(args=["accounts", *args])

    return run


def test_the_first_beheerder_is_made_by_a_command(run) -> None:
    run("create-beheerder", EMAIL)
    assert [held.rol for held in find_by_email(EMAIL).rollen] == [Rol.BEHEERDER]


def test_the_command_prints_a_link_to_choose_a_password(run, client) -> None:
    link = re.search(r"http://localhost(/\S+)", run("create-beheerder", EMAIL).output)[1]
    response = client.post(link, data={"wachtwoord": "een heel nieuwe zin"})
    assert response.location == "/account/inloggen"


def test_the_first_beheerder_can_sign_in_and_sets_up_the_app(run, client) -> None:
    link = re.search(r"http://localhost(/\S+)", run("create-beheerder", EMAIL).output)[1]
    client.post(link, data={"wachtwoord": "een heel nieuwe zin"})
    data = {"email": EMAIL, "wachtwoord": "een heel nieuwe zin"}
    assert client.post("/account/inloggen", data=data).location == "/account/tweede-factor"


def test_making_a_beheerder_again_changes_nothing_but_the_link(run) -> None:
    run("create-beheerder", EMAIL)
    run("create-beheerder", EMAIL)
    names = db.session.scalars(db.select(JournalEntry.name)).all()
    assert names == ["GebruikerGeregistreerd", "RolVerleend"]


def test_an_address_that_is_none_is_refused(run) -> None:
    assert run("create-beheerder", "geen adres").exit_code == 2


def test_a_role_is_given_in_a_gebied(run) -> None:
    gebruiker, gebied = GebruikerFactory(), GebiedFactory()
    run("geef-rol", gebruiker.email, "gebiedsverbinder", "--gebied", gebied.code)
    assert [(held.rol, held.gebied_id) for held in gebruiker.rollen] == [
        (Rol.GEBIEDSVERBINDER, gebied.id)
    ]


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("niemand@voorbeeld.example", "partner"), "geen account met dit e-mailadres"),
        (("{email}", "partner", "--gebied", "XX"), "geen gebied met code XX"),
        (("{email}", "beheerder", "--gebied", "{code}"), "voor de hele stad"),
        (("{email}", "god"), "Invalid value"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(run, args, message) -> None:
    gebruiker, gebied = GebruikerFactory(), GebiedFactory()
    result = run(
        "geef-rol", *(arg.format(email=gebruiker.email, code=gebied.code) for arg in args)
    )
    assert message in result.output
    assert (result.exit_code > 0, gebruiker.rollen) == (True, [])


def test_a_second_factor_is_cleared_by_a_command(run) -> None:
    verbinder = make_gebiedsverbinder()
    run("wis-tweede-factor", verbinder.email)
    db.session.refresh(verbinder)
    assert verbinder.totp_geheim is None


def test_no_password_is_given_on_the_command_line(run) -> None:
    said = run("create-beheerder", "--help").output
    assert ("[OPTIONS] EMAIL\n" in said, "--wachtwoord" in said) == (True, False)


def test_a_made_up_link_of_the_command_does_not_work(client, session) -> None:
    assert client.get("/account/nieuw-wachtwoord/zomaar").status_code == HTTPStatus.GONE
