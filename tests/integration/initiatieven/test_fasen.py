"""Bringing a published initiatief further: by whom, with why, and seen by everyone."""

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import InvalidInputError, StaleError
from participatie.initiatieven.errors_voortgang import FaseKanNietError
from participatie.initiatieven.models_klopt import Realisatie
from participatie.initiatieven.models_voortgang import Fasestap
from participatie.initiatieven.queries_tijdlijn import list_tijdlijn
from participatie.initiatieven.services_voortgang import change_fase
from participatie.initiatieven.types import Behoefte
from participatie.initiatieven.types_voortgang import Hoedanigheid, InitiatiefFase
from tests.factories.initiatieven import InitiatiefFactory
from tests.integration.initiatieven.leven import (
    UITLEG,
    als_initiatiefnemer,
    als_verbinder,
    bring,
    journaal,
    make_gerealiseerd,
)


@pytest.fixture
def initiatief(session):
    return InitiatiefFactory()


def test_an_initiatief_begins_with_what_is_sought(initiatief) -> None:
    assert initiatief.fase is InitiatiefFase.GEZOCHT


def test_a_step_is_kept_with_who_and_why(initiatief) -> None:
    bring(initiatief, InitiatiefFase.HAALBAARHEID)
    stap = db.session.scalars(select(Fasestap)).one()
    assert (stap.toelichting, stap.door_id) == (UITLEG, initiatief.indiener_id)


def test_a_step_stands_in_the_journal(initiatief) -> None:
    bring(initiatief, InitiatiefFase.HAALBAARHEID)
    assert journaal(initiatief) == ["FaseGewijzigd"]


def test_going_back_to_seeking_says_what_is_sought(initiatief) -> None:
    bring(initiatief, InitiatiefFase.HAALBAARHEID)
    bring(initiatief, InitiatiefFase.GEZOCHT, gezocht=[Behoefte.PLEK])
    assert initiatief.vraag == [Behoefte.PLEK]


def test_the_timeline_says_what_is_sought(initiatief) -> None:
    bring(initiatief, InitiatiefFase.HAALBAARHEID)
    bring(initiatief, InitiatiefFase.GEZOCHT, gezocht=[Behoefte.PLEK])
    assert "een plek of een ruimte" in list_tijdlijn(initiatief.id)[0].tekst


def test_a_step_that_is_not_allowed_leaves_nothing_behind(initiatief) -> None:
    with pytest.raises(FaseKanNietError):
        bring(initiatief, InitiatiefFase.GEREALISEERD)
    assert db.session.scalars(select(Fasestap)).all() == []


def test_a_step_without_words_is_refused(initiatief) -> None:
    with pytest.raises(InvalidInputError):
        bring(initiatief, InitiatiefFase.HAALBAARHEID, toelichting="  ")


def test_who_saw_an_older_version_looks_again(initiatief) -> None:
    with pytest.raises(StaleError):
        change_fase(
            initiatief,
            InitiatiefFase.HAALBAARHEID,
            toelichting=UITLEG,
            door=als_initiatiefnemer(initiatief.indiener),
            versie=initiatief.versie - 1,
        )


def test_an_official_is_named_by_what_he_is(initiatief) -> None:
    bring(initiatief, InitiatiefFase.UITVOERING, door=als_verbinder())
    assert list_tijdlijn(initiatief.id)[0].door == "de gebiedsverbinder"


def test_what_is_called_done_is_asked_about(session) -> None:
    initiatief = make_gerealiseerd()
    assert db.session.scalars(select(Realisatie)).one().initiatief_id == initiatief.id
    assert journaal(initiatief)[-1] == "KloptDitGevraagd"


def test_what_goes_on_again_is_no_longer_asked_about(session) -> None:
    initiatief = make_gerealiseerd()
    bring(initiatief, InitiatiefFase.UITVOERING)
    assert db.session.scalars(select(Realisatie)).one().voorbij_op is not None


def test_the_timeline_tells_the_whole_way(session) -> None:
    titels = [regel.titel for regel in list_tijdlijn(make_gerealiseerd().id)]
    assert titels == [
        "Gerealiseerd",
        "In uitvoering",
        "Haalbaarheid",
        "Op de site geplaatst",
        "Verstuurd naar de gemeente",
    ]


@pytest.mark.parametrize("wrong", [{"naar": InitiatiefFase.GEZOCHT}, {"toelichting": ""}])
def test_the_database_refuses_a_step_that_says_nothing(initiatief, wrong) -> None:
    right = {
        "van": InitiatiefFase.GEZOCHT,
        "naar": InitiatiefFase.HAALBAARHEID,
        "toelichting": UITLEG,
    }
    stap = Fasestap(
        initiatief_id=initiatief.id,
        als=Hoedanigheid.INITIATIEFNEMER,
        door_id=initiatief.indiener_id,
        op=clock.now(),
        **right | wrong,
    )
    db.session.add(stap)
    with pytest.raises(IntegrityError):
        db.session.flush()  # the constraint must answer here


@pytest.mark.parametrize("constraint", ["goes_into_another", "fase_has_a_moment"])
def test_the_database_refuses_an_initiatief_that_cannot_be(initiatief, constraint) -> None:
    if constraint == "goes_into_another":
        initiatief.opgegaan_in_id = initiatief.id
    else:
        initiatief.fase = InitiatiefFase.UITVOERING
    with pytest.raises(IntegrityError, match=constraint):
        db.session.flush()  # the constraint must answer here
