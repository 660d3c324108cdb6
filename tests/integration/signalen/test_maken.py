"""Finding signalen: once a week, never twice."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from participatie.core.db import db
from participatie.discussion.models import Steun
from participatie.discussion.models_gesprek import Gesprek, Reactie
from participatie.discussion.types import ReactieStatus
from participatie.inzendingen.types import Status
from participatie.journal.models import JournalEntry
from participatie.moderation.models_werk import Afdeling, Verdeelregel
from participatie.programmas.types import Thema
from participatie.signalen.models import Signaal
from participatie.signalen.services import handle, make_signalen
from participatie.signalen.types import SignaalSoort, SignaalStatus
from participatie.zoeken.models import Zoekmisser
from tests.factories.accounts import GebruikerFactory
from tests.factories.initiatieven import InitiatiefFactory
from tests.factories.programmas import ProjectFactory
from tests.factories.signalen import SignaalFactory

WEEK = date(2026, 11, 9)
OP = datetime(2026, 11, 11, 12, tzinfo=UTC)


def found() -> list[tuple[str, str, SignaalSoort, int]]:
    return [
        (one.gebied.naam, one.thema, one.soort, one.aantal)
        for one in db.session.scalars(select(Signaal).order_by(Signaal.id))
    ]


def send(gebied, aantal, op=OP):
    return [
        InitiatiefFactory(
            gebied=gebied, status=Status.INGEDIEND, thema=Thema.VERKEER, ingediend_op=op
        )
        for _ in range(aantal)
    ]


def say(soort, onderwerp_id, aantal, status=ReactieStatus.ZICHTBAAR):
    gesprek = Gesprek(onderwerp_soort=soort, onderwerp_id=onderwerp_id)
    db.session.add(gesprek)
    auteur = GebruikerFactory()
    for number in range(aantal):
        db.session.add(
            Reactie(
                gesprek=gesprek,
                niveau=1,
                auteur_id=auteur.id,
                tekst="Wat een verkeer.",
                status=status,
                op=OP,
                digest="",
                formulier_sleutel=f"{soort}-{onderwerp_id}-{number}",
            )
        )
    db.session.flush()
    return list(db.session.scalars(select(Reactie)))


def test_a_rise_of_inzendingen_is_a_signal(city) -> None:
    send(city.by_name["Duinbuurt"], 6)
    make_signalen()
    assert found() == [("Noordwijk", "verkeer", SignaalSoort.INZENDINGEN, 6)]


def test_what_is_usual_is_none(city) -> None:
    for number in range(9):
        send(city.by_name["Duinbuurt"], 6, OP - timedelta(weeks=number))
    make_signalen()
    assert found() == []


def test_a_rise_of_reacties_is_a_signal(city) -> None:
    project = ProjectFactory(gebieden=[city.by_name["Duinbuurt"]], thema=Thema.WATER)
    say("project", project.id, 7)
    make_signalen()
    assert found() == [("Noordwijk", "water", SignaalSoort.REACTIES, 7)]


def test_what_was_hidden_does_not_count(city) -> None:
    project = ProjectFactory(gebieden=[city.by_name["Duinbuurt"]])
    say("project", project.id, 7, ReactieStatus.VERBORGEN)
    make_signalen()
    assert found() == []


def test_a_rise_of_support_is_a_signal(city) -> None:
    (initiatief,) = send(city.by_name["Duinbuurt"], 1, OP - timedelta(weeks=2))
    for _ in range(5):
        db.session.add(
            Steun(
                onderwerp_soort="initiatief",
                onderwerp_id=initiatief.id,
                gebruiker_id=GebruikerFactory().id,
                op=OP,
            )
        )
    make_signalen()
    assert found() == [("Noordwijk", "verkeer", SignaalSoort.STEUN, 5)]


@pytest.mark.parametrize(("aantal", "signals"), [(6, 1), (4, 0)])
def test_a_search_counts_when_many_looked_for_the_same(city, aantal, signals) -> None:
    for woorden in ("deelauto", "laadpaal"):
        db.session.add(Zoekmisser(dag=WEEK, woorden=woorden, gebied_id=0, thema="", aantal=aantal))
    make_signalen()
    assert len(found()) == signals


def test_working_it_out_again_changes_nothing(city) -> None:
    send(city.by_name["Duinbuurt"], 6)
    make_signalen()
    make_signalen()
    assert len(found()) == 1


def test_a_signal_follows_its_count(city) -> None:
    send(city.by_name["Duinbuurt"], 6)
    make_signalen()
    send(city.by_name["Duinbuurt"], 2)
    make_signalen()
    assert [one[3] for one in found()] == [8]


def test_a_signal_that_was_none_goes(city) -> None:
    project = ProjectFactory(gebieden=[city.by_name["Duinbuurt"]])
    reacties = say("project", project.id, 7)
    make_signalen()
    for reactie in reacties:
        reactie.status = ReactieStatus.VERBORGEN
    make_signalen()
    assert found() == []


def test_a_signal_that_was_handled_stays(city, moderator, signaal) -> None:
    handle(signaal=signaal, status=SignaalStatus.GEZIEN, notitie="", door=moderator, versie=1)
    make_signalen()
    assert len(found()) == 1


def test_a_signal_goes_to_who_the_desk_says(city) -> None:
    afdeling = Afdeling(naam="Mobiliteit", email="mobiliteit@haarlem.example")
    db.session.add(Verdeelregel(thema=Thema.VERKEER, afdeling=afdeling))
    send(city.by_name["Duinbuurt"], 6)
    make_signalen()
    assert db.session.scalars(select(Signaal)).one().voor == "Mobiliteit"


def test_a_signal_stands_in_the_journal_without_a_person(city) -> None:
    send(city.by_name["Duinbuurt"], 6)
    make_signalen()
    entry = db.session.scalars(
        select(JournalEntry).where(JournalEntry.name == "SignaalGevonden")
    ).one()
    assert entry.actor_id is None


@pytest.mark.parametrize(
    "fields",
    [
        {"hoog": 14},
        {"laag": 6},
        {"laag": -1},
        {"status": SignaalStatus.GEZIEN},
        {"status": SignaalStatus.OPGEPAKT, "notitie": ""},
    ],
)
def test_what_can_not_be_is_refused(city, fields) -> None:
    with pytest.raises(IntegrityError):
        SignaalFactory(gebied=city.stad, **fields)


def test_once_a_week_and_no_more(city, signaal) -> None:
    with pytest.raises(IntegrityError):
        SignaalFactory(gebied=signaal.gebied)


def test_a_signal_is_for_one(city, moderator) -> None:
    afdeling = Afdeling(naam="Mobiliteit", email="mobiliteit@haarlem.example")
    with pytest.raises(IntegrityError):
        SignaalFactory(gebied=city.stad, afdeling=afdeling, aan=moderator)
