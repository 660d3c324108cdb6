"""The demo city holds what a stranger wants to see, and exists only where it should."""

from http import HTTPStatus

import pytest
from sqlalchemy import func, select

from participatie.accounts.models import Gebruiker
from participatie.core.db import Base, db
from participatie.core.mail import queue_mail
from participatie.core.mail_sending import send_waiting_mail
from participatie.core.outbox import UitgaandeMail
from participatie.demo.services import load_demo
from participatie.discussion.models import Steun
from participatie.discussion.models_gesprek import Reactie
from participatie.gebieden.models import Contact, Gebied
from participatie.initiatieven.models import Initiatief
from participatie.initiatieven.models_klopt import Kloptantwoord
from participatie.initiatieven.types_voortgang import InitiatiefFase, Oordeel
from participatie.inzendingen.models import Foto, Inzending, Koppeling
from participatie.inzendingen.types import Status
from participatie.programmas.models import Jaarbedrag, Project
from tests.client import CheckingClient
from tests.factories.accounts import GebruikerFactory

pytestmark = pytest.mark.xdist_group("demo")  # the city is loaded once, on one worker


@pytest.fixture(scope="module")
def city(committing_app):
    """The site with the demo city, for tests that only read it."""
    with committing_app.app_context():
        load_demo(committing_app.config["DATA_DIR"])
        db.session.commit()
        db.session.remove()
    yield committing_app
    with committing_app.app_context(), db.engine.begin() as connection:
        for table in reversed(Base.metadata.sorted_tables):
            connection.execute(table.delete())


@pytest.fixture
def demo(city, monkeypatch):
    monkeypatch.setitem(city.config, "DEMO", True)  # noqa: FBT003  # the value of a setting
    with city.app_context():
        yield db.session
        db.session.remove()


@pytest.fixture
def visitor(city, demo) -> CheckingClient:
    return CheckingClient(city, city.response_class)


@pytest.fixture
def demo_on(app):
    app.config["DEMO"] = True
    yield
    app.config["DEMO"] = False


def count(model) -> int:
    return db.session.scalar(select(func.count()).select_from(model)) or 0


def test_it_has_the_size_that_shows_every_page_at_work(demo) -> None:
    assert (count(Project), count(Inzending)) == (127, 60)
    assert count(Koppeling) > 10
    assert count(Reactie) == 10
    assert count(Steun) > 20
    assert count(Contact) == count(Gebied)


def test_it_has_initiatives_in_every_status(demo) -> None:
    assert set(demo.scalars(select(Inzending.status))) == set(Status)


def test_a_third_of_its_initiatives_has_a_picture_with_a_description(demo) -> None:
    fotos = demo.scalars(select(Foto).where(Foto.is_later.is_(False))).all()
    assert (len(fotos), all(foto.beschrijving for foto in fotos)) == (20, True)


def test_it_has_initiatives_in_every_fase(demo) -> None:
    published = Initiatief.status == Status.GEPUBLICEERD
    assert set(demo.scalars(select(Initiatief.fase).where(published))) == set(InitiatiefFase)


def test_one_is_doubted_one_reopened_and_one_went_into_another(demo) -> None:
    assert {Oordeel.OPEN, Oordeel.HEROPEND} <= set(demo.scalars(select(Kloptantwoord.oordeel)))
    assert demo.scalars(select(Initiatief).where(Initiatief.opgegaan_in_id.is_not(None))).one()


def test_its_programme_covers_four_years(demo) -> None:
    assert len(set(demo.scalars(select(Jaarbedrag.jaar)))) == 4


def test_its_outlines_are_labelled_as_a_sketch(demo) -> None:
    assert all(demo.scalars(select(Gebied.schematisch)))


def test_nobody_is_mailed_about_its_past(demo) -> None:
    assert count(UitgaandeMail) == 0


def test_every_official_has_a_second_factor(demo) -> None:
    officials = [one for one in demo.scalars(select(Gebruiker)) if one.is_staff]
    assert officials
    assert all(one.totp_bevestigd_op for one in officials)


def test_a_database_in_use_is_left_alone(app, session) -> None:
    GebruikerFactory()
    session.commit()

    answer = app.test_cli_runner().invoke(args=["demo", "laden"])

    assert "al in gebruik" in answer.output
    assert count(Gebied) == 0


@pytest.mark.parametrize("path", ["/demo", "/demo/mails"])
def test_a_real_site_has_no_demo_pages(client, path) -> None:
    assert client.get(path).status_code == HTTPStatus.NOT_FOUND


def test_the_demo_page_says_how_to_sign_in(visitor) -> None:
    page = visitor.get("/demo").text

    assert "verbinder.zuid-west@haarlem.example" in page
    assert page.count('<th scope="row">') == count(Gebruiker)


def test_the_mails_of_the_demo_can_be_read(client, session, demo_on) -> None:
    assert "Er is nog geen mail." in client.get("/demo/mails").text


def test_a_browser_never_keeps_the_codes_of_a_moment_ago(visitor) -> None:
    assert visitor.get("/demo").headers["Cache-Control"] == "private, no-store"


@pytest.fixture
def own_folder(app, tmp_path, monkeypatch):
    monkeypatch.setitem(app.config, "DATA_DIR", tmp_path)


def test_the_mails_of_the_demo_keep_their_lines(client, session, demo_on, own_folder) -> None:
    queue_mail(to="a@haarlem.example", template="accounts/mail/geen_account.txt")
    session.commit()
    send_waiting_mail()
    lines = client.get("/demo/mails").text.partition('class="eigen-regels">')[2].splitlines()
    assert (lines[:2], lines[2][:12]) == (["Beste lezer,", ""], "Iemand vroeg")
