from datetime import date

import pytest
import time_machine
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from participatie.core.db import db
from participatie.core.outbox import UitgaandeMail
from participatie.initiatieven.services import send
from participatie.inzendingen.services import set_termijn
from participatie.inzendingen.types import InzendingSoort, Status
from participatie.moderation.errors import VerlengenKanNietError
from participatie.moderation.models_werk import Verlenging
from participatie.moderation.queries_verdeling import find_toewijzing
from participatie.moderation.services import besluit_nemen
from participatie.moderation.services_instellingen import add_afdeling, add_regel
from participatie.moderation.services_termijn import extend
from participatie.moderation.services_verdeling import route
from participatie.moderation.services_vorm import set_vorm
from participatie.moderation.types import Uitkomst
from tests.factories.initiatieven import InitiatiefFactory

REDEN = "Wij willen eerst met de buurt praten."


def last_mail():
    return db.session.scalars(
        select(UitgaandeMail).order_by(UitgaandeMail.id.desc()).limit(1)
    ).one()


@pytest.fixture
def afdeling(beheerder):
    return add_afdeling(naam="Groenbeheer", email="groen@voorbeeld.example", door_id=beheerder.id)


@pytest.fixture
def concept(city):
    return InitiatiefFactory(status=Status.CONCEPT, gebied=city.by_name["Duinbuurt"])


@pytest.fixture
def achteraf(city, beheerder):
    set_vorm(city.by_name["Noord"], achteraf=True, door_id=beheerder.id)


def test_an_answer_comes_later_once(inzending, moderator):
    extend(inzending=inzending, reden=REDEN, door=moderator, versie=inzending.versie)
    with pytest.raises(VerlengenKanNietError):
        extend(inzending=inzending, reden=REDEN, door=moderator, versie=inzending.versie)


def test_the_database_keeps_to_one_extension(inzending, moderator):
    made = extend(inzending=inzending, reden=REDEN, door=moderator, versie=inzending.versie)
    db.session.add(
        Verlenging(
            inzending_id=inzending.id, van=made.van, tot=made.tot, reden="x",
            door_id=moderator.id, op=made.op,
        )
    )  # fmt: skip
    with pytest.raises(IntegrityError):
        db.session.flush()


def test_the_sender_is_told_why_it_takes_longer(inzending, moderator):
    extend(inzending=inzending, reden=REDEN, door=moderator, versie=inzending.versie)
    assert REDEN in last_mail().tekst


def test_more_time_is_taken_on_the_page(client, inzending, moderator):
    before = inzending.reactie_voor
    data = {"verleng-versie": str(inzending.versie), "verleng-reden": REDEN}
    client.sign_in(moderator).post(f"/bureau/{inzending.id}/verlengen", data=data)
    assert inzending.reactie_voor > before


@time_machine.travel("2026-12-10 12:00:00+01:00", tick=False)
def test_the_term_of_the_kind_counts_and_ends_on_a_working_day(concept, beheerder):
    set_termijn(InzendingSoort.INITIATIEF, 15, door_id=beheerder.id)
    send(concept, versie=concept.versie)
    assert concept.reactie_voor == date(2026, 12, 28)


def test_a_rule_says_who_handles_what_arrives(concept, afdeling, beheerder):
    add_regel(gebied_id=None, thema=concept.thema, naar=afdeling, door_id=beheerder.id)
    send(concept, versie=concept.versie)
    assert find_toewijzing(concept.id).wie == "Groenbeheer"


def test_the_department_gets_a_mail(inzending, afdeling, moderator):
    route(inzending=inzending, naar=afdeling, reden="Gaat over bomen.", door=moderator)
    assert (last_mail().aan, "Gaat over bomen." in last_mail().tekst) == (afdeling.email, True)


def test_only_what_is_mine_is_shown(client, inzending, city, moderator):
    other = InitiatiefFactory(
        titel="Van niemand", status=Status.INGEDIEND, gebied=city.by_name["Duinbuurt"]
    )
    client.sign_in(moderator).post(f"/bureau/{inzending.id}/aan-mij")
    page = client.get("/bureau?voor=mij").text
    assert (inzending.titel in page, other.titel in page) == (True, False)


def test_it_is_given_to_a_colleague_on_the_page(client, inzending, moderator, collega):
    data = {"doorzet-naar": f"g-{collega.id}", "doorzet-reden": "Jij kent de straat."}
    client.sign_in(moderator).post(f"/bureau/{inzending.id}/doorzetten", data=data)
    assert find_toewijzing(inzending.id).gebruiker_id == collega.id


def test_it_is_not_given_to_who_works_elsewhere(client, inzending, moderator, buitenstaander):
    data = {"doorzet-naar": f"g-{buitenstaander.id}", "doorzet-reden": "Jij kent de straat."}
    client.sign_in(moderator).post(f"/bureau/{inzending.id}/doorzetten", data=data)
    assert find_toewijzing(inzending.id) is None


def test_what_is_looked_at_afterwards_is_public_at_once(client, concept, achteraf):
    send(concept, versie=concept.versie)
    page = client.get(f"/initiatieven/{concept.id}")
    assert "De gemeente heeft dit nog niet bekeken." in page.text


def test_it_waits_in_the_queue_all_the_same(client, concept, achteraf, moderator):
    send(concept, versie=concept.versie)
    assert concept.titel in client.sign_in(moderator).get("/bureau").text


@pytest.mark.usefixtures("achteraf")
@pytest.mark.parametrize(
    ("uitkomst", "grond", "status"),
    [
        (Uitkomst.PUBLICEREN, "past-in-gebied", Status.GEPUBLICEERD),
        (Uitkomst.AANPASSEN, "onduidelijk", Status.AANPASSEN),
        (Uitkomst.AFWIJZEN, "melding", Status.AFGEWEZEN),
    ],
)
def test_every_decision_about_it_is_possible(concept, moderator, uitkomst, grond, status):
    send(concept, versie=concept.versie)
    besluit_nemen(
        inzending=concept, uitkomst=uitkomst, grond=grond, reden=REDEN, door=moderator,
        versie=concept.versie,
    )  # fmt: skip
    assert (concept.status, concept.nog_niet_bekeken) == (status, False)


def test_only_what_is_public_is_unseen(inzending):
    inzending.nog_niet_bekeken = True
    with pytest.raises(IntegrityError):
        db.session.flush()


def test_elsewhere_the_gemeente_looks_first(city, achteraf):
    concept = InitiatiefFactory(status=Status.CONCEPT, gebied=city.by_name["Schalkwijk"])
    send(concept, versie=concept.versie)
    assert concept.status is Status.INGEDIEND


@pytest.mark.parametrize("zijbak", ["gemeld", "betwijfeld"])
def test_reports_and_doubts_have_their_own_tray(client, moderator, zijbak):
    assert "wachtrij" not in client.sign_in(moderator).get(f"/bureau?bak={zijbak}").text


def test_the_settings_are_shown_to_beheer(client, beheerder, afdeling, achteraf):
    page = client.sign_in(beheerder).get("/beheer/bureau").text
    assert ("Groenbeheer" in page, "Kijk weer vooraf" in page) == (True, True)
