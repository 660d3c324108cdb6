"""The link in a mail that stops one subscription."""

from datetime import timedelta

import pytest
import time_machine

from participatie.core import clock
from participatie.notifications.models import Bericht
from participatie.notifications.models_voorkeuren import Volgvoorkeur, Zoekopdracht
from participatie.notifications.queries_voorkeuren import find_frequentie, find_standaard
from participatie.notifications.services_afmelden import GELDIG_DAGEN, make_token
from participatie.notifications.types import Frequentie
from tests.factories.accounts import GebruikerFactory
from tests.factories.notifications import BerichtFactory, ZoekopdrachtFactory, make_volger

ONE_CLICK = {"List-Unsubscribe": "One-Click"}


@pytest.fixture
def volger(session):
    return make_volger("gebied", 7)


def link(app, gebruiker, via):
    with app.app_context():
        return f"/berichten/afmelden/{make_token(gebruiker.id, via)}"


def test_opening_the_link_changes_nothing(app, client, volger) -> None:
    page = client.get(link(app, volger, "volgt:gebied:7"))
    assert "Stop deze mail" in page.text
    assert find_frequentie(volger.id, "volgt:gebied:7") is Frequentie.DAG


def test_a_mail_program_stops_it_without_signing_in_or_a_token_of_the_session(
    app, client, volger, monkeypatch
) -> None:
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", True)  # noqa: FBT003
    answer = client.post(link(app, volger, "volgt:gebied:7"), data=ONE_CLICK)
    assert answer.status_code == 200
    assert find_frequentie(volger.id, "volgt:gebied:7") is Frequentie.SITE


def test_nothing_else_is_stopped(app, client, volger, session) -> None:
    ZoekopdrachtFactory(gebruiker=volger, frequentie=Frequentie.DIRECT)
    client.post(link(app, volger, "volgt:gebied:7"), data=ONE_CLICK)
    assert session.scalar(session.query(Zoekopdracht.frequentie).statement) is Frequentie.DIRECT


def test_what_waited_to_be_mailed_stays_on_the_site(app, client, volger, session) -> None:
    bericht = BerichtFactory(gebruiker=volger, via="volgt:gebied:7")
    client.post(link(app, volger, "volgt:gebied:7"), data=ONE_CLICK)
    assert session.get(Bericht, bericht.id).frequentie is Frequentie.SITE


def test_the_link_of_a_daily_digest_stops_the_digest(app, client, volger, session) -> None:
    session.add(
        Volgvoorkeur(
            gebruiker_id=volger.id,
            onderwerp_soort="gebied",
            onderwerp_id=7,
            frequentie=Frequentie.WEEK,
        )
    )
    client.post(link(app, volger, "dag"), data=ONE_CLICK)
    assert find_standaard(volger.id) is Frequentie.SITE
    assert find_frequentie(volger.id, "volgt:gebied:7") is Frequentie.WEEK


def test_a_second_time_the_page_says_that_it_was_stopped_already(app, client, volger) -> None:
    address = link(app, volger, "volgt:gebied:7")
    client.post(address, data=ONE_CLICK)
    assert "al afgemeld" in client.post(address, data=ONE_CLICK).text


def test_a_link_that_is_too_old_says_so(app, client, volger) -> None:
    with time_machine.travel(clock.now() - timedelta(days=GELDIG_DAGEN + 1), tick=False):
        address = link(app, volger, "dag")
    answer = client.get(address)
    assert (answer.status_code, "verlopen" in answer.text) == (410, True)


@pytest.mark.parametrize("token", ["onzin", "WzEsImRhZyJd.aaaa.bbbb", "%00"])
def test_a_link_that_we_did_not_make_is_refused(client, session, token) -> None:
    assert client.post(f"/berichten/afmelden/{token}").status_code == 404


def test_a_link_for_another_purpose_stops_nothing(app, client, volger) -> None:
    with app.app_context():
        from participatie.core.signed_links import sign  # noqa: PLC0415

        token = sign([volger.id, "dag"], purpose="iets anders")
    assert client.post(f"/berichten/afmelden/{token}").status_code == 404


def test_an_account_that_is_gone_gets_the_same_answer_as_one_that_stopped(
    app, client, volger
) -> None:
    address = link(app, volger, "volgt:gebied:7")
    client.post(address, data=ONE_CLICK)
    gone = GebruikerFactory.build(id=volger.id + 1000)
    stopped = client.get(address)
    assert client.get(link(app, gone, "volgt:gebied:7")).text == stopped.text.replace(
        address, link(app, gone, "volgt:gebied:7")
    )
