"""From what happened to who is told."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from participatie.core import clock
from participatie.core.events import publish
from participatie.core.onderwerpen import Onderwerp
from participatie.discussion.services import follow
from participatie.inzendingen.events import InzendingStatusGewijzigd
from participatie.inzendingen.types import Status
from participatie.notifications import services_aanleidingen
from participatie.notifications.models import Aanleiding, Bericht
from participatie.notifications.models_voorkeuren import Berichtvoorkeur, Volgvoorkeur
from participatie.notifications.services_aanleidingen import make_berichten
from participatie.notifications.types import Frequentie
from participatie.programmas.events import ProjectGewijzigd
from tests.factories.accounts import GebruikerFactory
from tests.factories.gebieden import make_city
from tests.factories.initiatieven import InitiatiefFactory
from tests.factories.notifications import make_volger
from tests.factories.programmas import ProjectFactory


@pytest.fixture
def stad(session):
    return make_city()


def change(project, *velden, door=None):
    event = ProjectGewijzigd(
        occurred_at=clock.now(),
        actor_id=door,
        onderwerp=Onderwerp("project", project.id),
        velden=velden or ("fase",),
        gebied_ids=tuple(one.id for one in project.gebieden),
    )
    publish(event)
    make_berichten()
    return event


def told(session):
    return session.scalars(select(Bericht).order_by(Bericht.id)).all()


def receivers(session):
    return [one.gebruiker_id for one in told(session)]


def test_who_follows_a_project_is_told_what_changed(session) -> None:
    project = ProjectFactory()
    make_volger("project", project.id + 1)
    volger = make_volger("project", project.id)
    change(project)
    (bericht,) = told(session)
    assert (bericht.gebruiker_id, bericht.zin) == (volger.id, "De fase is nu: voorbereiding.")


def test_nobody_is_told_of_what_he_did_himself(session) -> None:
    project = ProjectFactory()
    volger = make_volger("project", project.id)
    change(project, door=volger.id)
    assert told(session) == []


def test_nobody_is_told_of_a_change_that_concerns_nobody(session) -> None:
    project = ProjectFactory()
    make_volger("project", project.id)
    change(project, "contact_naam")
    assert told(session) == []


def test_who_follows_the_stad_is_told_of_a_project_in_a_buurt(session, stad) -> None:
    project = ProjectFactory(gebieden=[stad.by_name["Duinbuurt"]])
    volger = make_volger("gebied", stad.stad.id)
    make_volger("gebied", stad.by_name["Zeebuurt"].id)
    change(project)
    assert receivers(session) == [volger.id]


def test_who_follows_a_project_and_its_gebied_is_told_once(session, stad) -> None:
    project = ProjectFactory(gebieden=[stad.by_name["Duinbuurt"]])
    volger = make_volger("gebied", stad.by_name["Duinbuurt"].id)
    follows(project, volger)
    change(project)
    assert [one.via for one in told(session)] == [f"volgt:project:{project.id}"]


def follows(project, volger):
    follow(Onderwerp("project", project.id), gebruiker_id=volger.id)


def test_the_same_event_tells_nobody_twice(session) -> None:
    project = ProjectFactory()
    make_volger("project", project.id)
    event = change(project)
    publish(event)
    make_berichten()
    assert len(told(session)) == 1


def test_who_never_wants_to_hear_of_one_project_is_not_told_through_its_gebied(
    session, stad
) -> None:
    project = ProjectFactory(gebieden=[stad.by_name["Duinbuurt"]])
    volger = make_volger("gebied", stad.by_name["Duinbuurt"].id)
    follows(project, volger)
    session.add(
        Volgvoorkeur(
            gebruiker_id=volger.id,
            onderwerp_soort="project",
            onderwerp_id=project.id,
            frequentie=Frequentie.NOOIT,
        )
    )
    change(project)
    assert told(session) == []


def test_the_choice_for_everything_holds_where_nothing_else_was_chosen(session) -> None:
    project = ProjectFactory()
    volger = make_volger("project", project.id)
    session.add(Berichtvoorkeur(gebruiker_id=volger.id, standaard=Frequentie.WEEK))
    change(project)
    assert [one.frequentie for one in told(session)] == [Frequentie.WEEK]


def test_nobody_is_told_of_an_initiatief_that_is_not_on_the_site(session, stad) -> None:
    initiatief = InitiatiefFactory(gebied=stad.by_name["Duinbuurt"], status=Status.INGEDIEND)
    make_volger("gebied", stad.by_name["Duinbuurt"].id)
    publish_status(initiatief, Status.GEPUBLICEERD)
    assert told(session) == []


def test_who_follows_the_gebied_is_told_of_a_new_initiatief_but_not_who_sent_it(
    session, stad
) -> None:
    volger = make_volger("gebied", stad.by_name["Duinbuurt"].id)
    indiener = make_volger("gebied", stad.by_name["Duinbuurt"].id)
    initiatief = InitiatiefFactory(gebied=stad.by_name["Duinbuurt"], indiener=indiener)
    publish_status(initiatief, Status.GEPUBLICEERD)
    assert receivers(session) == [volger.id]


def publish_status(initiatief, naar):
    publish(
        InzendingStatusGewijzigd(
            occurred_at=clock.now(),
            actor_id=GebruikerFactory().id,
            onderwerp=Onderwerp("initiatief", initiatief.id),
            van="ingediend",
            naar=naar.value,
            gebied_id=initiatief.gebied_id,
        )
    )
    make_berichten()


def test_what_goes_wrong_is_tried_again_and_keeps_nobody_else_waiting(
    session, monkeypatch
) -> None:
    good, bad = ProjectFactory(), ProjectFactory()
    volger = make_volger("project", good.id)
    event_type, maker = services_aanleidingen.makers["ProjectGewijzigd"]

    def fail_for_one(event):
        if event.onderwerp.id == bad.id:
            raise ZeroDivisionError
        return maker(event)

    monkeypatch.setitem(
        services_aanleidingen.makers, "ProjectGewijzigd", (event_type, fail_for_one)
    )
    event = change(bad)
    publish(replace(event, onderwerp=Onderwerp("project", good.id)))
    make_berichten()
    waiting = session.scalars(select(Aanleiding.onderwerp_id)).all()
    assert (receivers(session), waiting) == ([volger.id], [bad.id])


def test_a_title_of_two_lines_is_told_on_one(session) -> None:
    project = ProjectFactory(titel="Riool\r\nBcc: iedereen@voorbeeld.example")
    make_volger("project", project.id)
    change(project)
    assert told(session)[0].titel == "Riool Bcc: iedereen@voorbeeld.example"


def test_many_followers_cost_no_more_queries_than_one(session, count_queries) -> None:
    one, many = ProjectFactory(), ProjectFactory()
    make_volger("project", one.id)
    for _number in range(12):
        make_volger("project", many.id)
    with count_queries() as few:
        change(one)
    with count_queries() as more:
        change(many)
    assert len(more) <= len(few)
