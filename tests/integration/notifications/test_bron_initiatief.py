"""Who is told what of an initiatief after publication."""

import re
import secrets

import pytest
from sqlalchemy import select

from participatie.core.db import db
from participatie.core.onderwerpen import Onderwerp
from participatie.core.outbox import UitgaandeMail
from participatie.discussion.services import follow, support
from participatie.initiatieven.models_voortgang import Medeinitiatiefnemer
from participatie.initiatieven.services_klopt import answer_klopt, heropen
from participatie.initiatieven.services_mede import decline, invite
from participatie.initiatieven.services_opgaan import agree, propose, undo
from participatie.initiatieven.services_voortgang import place_update, remove_update
from participatie.initiatieven.types_voortgang import InitiatiefFase, NieuweUpdate
from participatie.inzendingen.types import Status
from participatie.notifications.models import Bericht
from participatie.notifications.services_aanleidingen import make_berichten
from tests.factories.accounts import GebruikerFactory
from tests.factories.gebieden import make_city
from tests.factories.initiatieven import InitiatiefFactory
from tests.factories.notifications import make_volger
from tests.integration.initiatieven.leven import (
    als_initiatiefnemer,
    als_verbinder,
    bring,
    make_gerealiseerd,
)

UITLEG = "Het lijkt op elkaar en ligt in dezelfde straat."


@pytest.fixture
def duinbuurt(session):
    return make_city().by_name["Duinbuurt"]


@pytest.fixture
def initiatief(duinbuurt):
    InitiatiefFactory(gebied=duinbuurt)
    return InitiatiefFactory(gebied=duinbuurt)


@pytest.fixture
def volger(initiatief):
    make_volger("initiatief", initiatief.id - 1)
    return make_volger("initiatief", initiatief.id)


def told():
    """Return whom was told what, after all that waited."""
    make_berichten()
    rows = db.session.scalars(select(Bericht).order_by(Bericht.id)).all()
    return {(one.gebruiker_id, one.zin) for one in rows}


def forget():
    """Leave out what was told of how it came here."""
    told()
    db.session.execute(Bericht.__table__.delete())


def tell_update(initiatief):
    nieuw = NieuweUpdate(sleutel=secrets.token_urlsafe(32), tekst="De stenen liggen klaar.")
    return place_update(initiatief, nieuw, door=als_initiatiefnemer(initiatief.indiener))


def join(initiatief):
    mede = GebruikerFactory()
    row = Medeinitiatiefnemer(
        initiatief_id=initiatief.id, gebruiker_id=mede.id, sinds=initiatief.gewijzigd_op
    )
    db.session.add(row)
    return mede


def test_followers_of_it_and_of_its_gebied_are_told_of_another_fase(
    initiatief, volger, duinbuurt
) -> None:
    buur = make_volger("gebied", duinbuurt.id)
    bring(initiatief, InitiatiefFase.HAALBAARHEID)
    zin = "De fase is nu: haalbaarheid."
    assert told() == {(volger.id, zin), (buur.id, zin)}


def test_the_sender_is_told_what_an_official_did(initiatief) -> None:
    bring(initiatief, InitiatiefFase.HAALBAARHEID, door=als_verbinder())
    assert {wie for wie, _zin in told()} == {initiatief.indiener_id}


def test_followers_and_who_does_it_too_are_told_of_an_update(initiatief, volger) -> None:
    mede = join(initiatief)
    tell_update(initiatief)
    assert {wie for wie, _zin in told()} == {volger.id, mede.id}


def test_nobody_is_told_of_an_update_that_was_taken_away_at_once(initiatief, volger) -> None:
    update = tell_update(initiatief)
    remove_update(initiatief, update, door=als_initiatiefnemer(initiatief.indiener))
    assert told() == set()


def test_nobody_is_told_of_what_went_off_the_site(initiatief, volger) -> None:
    tell_update(initiatief)
    initiatief.status = Status.INGETROKKEN
    assert told() == set()


def test_what_is_called_done_asks_the_followers_and_tells_the_neighbours(duinbuurt) -> None:
    initiatief = make_gerealiseerd(gebied=duinbuurt)
    volger = make_volger("initiatief", initiatief.id)
    follow(Onderwerp("gebied", duinbuurt.id), gebruiker_id=volger.id)
    buur = make_volger("gebied", duinbuurt.id)
    assert {(wie, zin) for wie, zin in told() if "gerealiseerd" in zin} == {
        (volger.id, "Dit initiatief heet nu gerealiseerd. Klopt dit? Zeg het ons."),
        (buur.id, "Dit initiatief is gerealiseerd."),
    }


def test_the_question_leads_to_where_it_is_answered(duinbuurt) -> None:
    initiatief = make_gerealiseerd(gebied=duinbuurt)
    make_volger("initiatief", initiatief.id)
    told()
    pads = db.session.scalars(select(Bericht.pad).order_by(Bericht.id)).all()
    assert pads[-1] == f"/initiatieven/{initiatief.id}/klopt"


def test_followers_are_told_that_it_is_not_done_after_all(duinbuurt) -> None:
    initiatief = make_gerealiseerd(gebied=duinbuurt)
    forget()
    volger = make_volger("initiatief", initiatief.id)
    bring(initiatief, InitiatiefFase.UITVOERING, door=als_verbinder())
    zin = "Dit is toch nog niet klaar. Het gaat weer verder."
    assert told() == {(volger.id, zin), (initiatief.indiener_id, zin)}


def test_who_said_that_it_is_not_done_reads_it_in_his_mail_only(duinbuurt) -> None:
    initiatief = make_gerealiseerd(gebied=duinbuurt)
    volger = make_volger("initiatief", initiatief.id)
    bezwaar = answer_klopt(
        initiatief, gebruiker_id=volger.id, klopt=False, reden="De bank staat er nog niet."
    )
    forget()
    heropen(initiatief, bezwaar, reden=UITLEG, door=als_verbinder())
    assert {wie for wie, _zin in told()} == {initiatief.indiener_id}


def proposed(initiatief):
    """Let an official propose that a later one goes into this one."""
    later = InitiatiefFactory(gebied=initiatief.gebied)
    return propose(initiatief, later, reden=UITLEG, door=als_verbinder())


def test_who_follows_or_supports_the_later_is_asked_to_move(initiatief, volger) -> None:
    voorstel = proposed(initiatief)
    later = voorstel.later
    mover, steuner = make_volger("initiatief", later.id), GebruikerFactory()
    for wie in (mover, steuner):
        support(Onderwerp("initiatief", later.id), gebruiker_id=wie.id)
    agree(voorstel, door_id=later.indiener_id)
    ask = f"Dit is opgegaan in: {initiatief.titel}. Gaat u mee?"
    assert told() == {
        (mover.id, ask),
        (steuner.id, ask),
        (volger.id, f"Hierin is een ander initiatief opgegaan: {later.titel}."),
    }


def test_nobody_is_asked_to_move_to_what_was_undone(initiatief) -> None:
    voorstel = proposed(initiatief)
    volger = make_volger("initiatief", voorstel.later_id)
    agree(voorstel, door_id=voorstel.later.indiener_id)
    undo(voorstel, reden=UITLEG, door=als_verbinder())
    assert told() == {(volger.id, "Dit initiatief staat weer apart.")}


def token_of_last_mail():
    (mail,) = db.session.scalars(select(UitgaandeMail)).all()
    return re.search(r"uitnodiging\w*/([\w-]{43})", mail.tekst)[1]


def test_only_the_sender_is_told_that_someone_said_no(initiatief, volger) -> None:
    invite(
        initiatief,
        email="buur@voorbeeld.example",
        sleutel=secrets.token_urlsafe(32),
        door_id=initiatief.indiener_id,
        door_naam="Bea",
    )
    decline(token=token_of_last_mail())
    assert told() == {(initiatief.indiener_id, "Iemand die u uitnodigde, doet niet mee.")}
