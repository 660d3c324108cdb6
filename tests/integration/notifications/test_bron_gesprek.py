"""Who is told what of a gesprek."""

import pytest
from sqlalchemy import select, update

from participatie.core.clock import now
from participatie.core.db import db
from participatie.core.onderwerpen import Onderwerp
from participatie.discussion.services import follow
from participatie.discussion.services_meldingen import approve, hide
from participatie.discussion.types import MeldGrond, ReactieStatus
from participatie.notifications.models import Bericht
from participatie.notifications.queries import paginate_berichten
from participatie.notifications.services_aanleidingen import make_berichten
from tests.factories.accounts import GebruikerFactory, make_gebiedsverbinder
from tests.factories.discussion import make_reactie, make_vertrouwd, over, say
from tests.factories.gebieden import make_city
from tests.factories.initiatieven import InitiatiefFactory
from tests.factories.notifications import make_volger

EEN, MEER = "Er is een nieuwe reactie.", "Er zijn nieuwe reacties."


@pytest.fixture
def city(session):
    return make_city()


@pytest.fixture
def initiatief(city):
    return InitiatiefFactory(gebied=city.by_name["Duinbuurt"])


@pytest.fixture
def idee(initiatief) -> Onderwerp:
    return over(initiatief)


@pytest.fixture
def volger(initiatief):
    return make_volger("initiatief", initiatief.id)


@pytest.fixture
def spreker(idee):
    return make_vertrouwd(idee)


def told():
    make_berichten()
    rows = db.session.scalars(select(Bericht).order_by(Bericht.id)).all()
    return [(one.gebruiker_id, one.zin) for one in rows]


def of(gebruiker):
    return [zin for wie, zin in told() if wie == gebruiker.id]


def test_followers_and_the_sender_are_told_of_a_reactie(idee, initiatief, volger, spreker) -> None:
    make_volger("initiatief", initiatief.id + 1)
    say(idee, auteur=spreker)
    assert sorted(told()) == sorted([(volger.id, EEN), (initiatief.indiener_id, EEN)])


def test_who_wrote_it_is_not_told(idee, spreker) -> None:
    follow(idee, gebruiker_id=spreker.id)
    say(idee, auteur=spreker)
    assert of(spreker) == []


def test_a_busy_gesprek_is_one_bericht_until_it_is_read(idee, volger, spreker) -> None:
    for number in range(4):
        say(idee, f"Een idee met nummer {number}.", auteur=spreker)
    before = of(volger)
    db.session.execute(update(Bericht).values(gelezen_op=now()))
    say(idee, "Nog iets bedacht.", auteur=spreker)
    assert (before, of(volger)) == ([MEER], [MEER, EEN])


def test_who_is_answered_is_told_so_and_only_once(idee, initiatief, spreker) -> None:
    vrager = make_volger("initiatief", initiatief.id)
    vraag = make_reactie(idee, auteur=vrager)
    say(idee, "Ja hoor, dat kan.", auteur=spreker, ouder=vraag)
    assert of(vrager) == ["Iemand antwoordde op uw reactie."]


def test_an_answer_to_oneself_is_told_to_nobody_but_the_others(idee, volger, spreker) -> None:
    vraag = make_reactie(idee, auteur=spreker)
    say(idee, "Ik weet het al.", auteur=spreker, ouder=vraag)
    assert (of(spreker), of(volger)) == ([], [EEN])


def test_nobody_is_told_of_a_reactie_that_waits_for_a_check(idee, volger) -> None:
    say(idee, auteur=GebruikerFactory())
    assert told() == []


def test_followers_but_not_its_author_are_told_of_a_reactie_that_was_checked(
    idee, volger, city
) -> None:
    auteur = make_volger(idee.soort, idee.id)
    reactie = say(idee, auteur=auteur)
    verbinder = make_gebiedsverbinder(city.by_name["Noord"])
    approve(reactie.id, door_id=verbinder.id)
    assert (of(volger), of(auteur)) == ([EEN], [])


def test_nobody_is_told_of_what_was_hidden_before(idee, volger, spreker) -> None:
    say(idee, auteur=spreker).status = ReactieStatus.VERBORGEN
    assert told() == []


def test_a_reactie_that_is_hidden_later_is_on_no_page_of_berichten(
    idee, volger, spreker, city
) -> None:
    reactie = say(idee, auteur=spreker)
    make_berichten()
    verbinder = make_gebiedsverbinder(city.by_name["Noord"])
    hide(reactie.id, grond=MeldGrond.RECLAME, reden="Dit is reclame.", door_id=verbinder.id)
    (getoond,) = paginate_berichten(volger.id, 1).items
    assert not getoond.is_zichtbaar


def test_a_bericht_holds_nothing_of_what_was_said(idee, initiatief, volger, spreker) -> None:
    say(idee, "Mijn buurman heet Van Puffelen.", auteur=spreker)
    make_berichten()
    row = db.session.scalar(select(Bericht).where(Bericht.gebruiker_id == volger.id))
    assert (row.titel, row.zin) == (initiatief.titel, EEN)
