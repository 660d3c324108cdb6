from http import HTTPStatus

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import InvalidInputError, StaleError
from participatie.moderation.models_kader import Afwegingsgrond, Afwegingspunt, Standaardtekst
from participatie.moderation.queries_kader import find_grond, get_kader, list_current
from participatie.moderation.services import besluit_nemen
from participatie.moderation.services_kader import (
    bring_back,
    change_grond,
    retire,
    save_tekst,
    weigh,
)
from participatie.moderation.types import Uitkomst

NIEUW = {"naam": "Past goed", "uitleg": "Het past goed op deze plek.", "versie": 1}
REDEN = "Het past goed in deze straat, met de bomen."


@pytest.fixture
def gewijzigd(beheerder):
    return change_grond(
        "past-in-gebied", uitkomsten=[Uitkomst.PUBLICEREN], door_id=beheerder.id, **NIEUW
    )


def test_an_old_decision_keeps_the_words_of_its_day(client, inzending, moderator, beheerder):
    besluit = besluit_nemen(
        inzending=inzending, uitkomst=Uitkomst.PUBLICEREN, grond="past-in-gebied", reden=REDEN,
        door=moderator, versie=inzending.versie,
    )  # fmt: skip
    change_grond("past-in-gebied", uitkomsten=[Uitkomst.PUBLICEREN], door_id=beheerder.id, **NIEUW)
    db.session.expire_all()
    assert besluit.woorden.naam == "Past in het gebied"


def test_a_new_decision_has_the_new_words(gewijzigd, inzending, moderator):
    besluit = besluit_nemen(
        inzending=inzending, uitkomst=Uitkomst.PUBLICEREN, grond="past-in-gebied", reden=REDEN,
        door=moderator, versie=inzending.versie,
    )  # fmt: skip
    assert (besluit.woorden.naam, besluit.grond_versie) == ("Past goed", 2)


def test_only_one_version_counts(session, gewijzigd):
    db.session.add(
        Afwegingsgrond(
            sleutel="past-in-gebied", versie=3, naam="X", uitleg="X", uitkomsten=[],
            geldig_van=clock.now(),
        )
    )  # fmt: skip
    with pytest.raises(IntegrityError):
        db.session.flush()


def test_a_change_of_what_someone_else_changed_is_refused(gewijzigd, beheerder):
    with pytest.raises(StaleError):
        change_grond(
            "past-in-gebied", uitkomsten=[Uitkomst.PUBLICEREN], door_id=beheerder.id, **NIEUW
        )


def test_a_retired_ground_cannot_be_given_any_more(beheerder):
    retire(Afwegingsgrond, "reclame", versie=1, door_id=beheerder.id)
    assert find_grond(Uitkomst.AFWIJZEN, "reclame") is None


def test_a_retired_ground_can_come_back(beheerder):
    retire(Afwegingsgrond, "reclame", versie=1, door_id=beheerder.id)
    bring_back(Afwegingsgrond, "reclame", versie=1, door_id=beheerder.id)
    assert find_grond(Uitkomst.AFWIJZEN, "reclame").versie == 2


def test_the_last_ground_of_an_outcome_stays(beheerder):
    retire(Afwegingsgrond, "past-in-gebied", versie=1, door_id=beheerder.id)
    with pytest.raises(InvalidInputError):
        retire(Afwegingsgrond, "sluit-aan-bij-plan", versie=1, door_id=beheerder.id)


def test_everyone_reads_the_grounds_that_count(client, gewijzigd):
    page = client.get("/zo-beslist-de-gemeente").text
    assert ("Past goed" in page, "Past in het gebied" in page) == (True, False)


def test_the_page_shows_the_words_a_ground_had(client, beheerder, gewijzigd):
    page = client.sign_in(beheerder).get("/beheer/afwegingskader/gronden/past-in-gebied").text
    assert "Past in het gebied" in page


def test_a_ground_is_added_on_the_page(client, beheerder):
    data = {"naam": "Te vroeg", "uitleg": "Het plan is nog niet rijp.", "uitkomsten": "afwijzen"}
    answer = client.sign_in(beheerder).post("/beheer/afwegingskader/gronden/nieuw", data=data)
    assert (answer.status_code, find_grond(Uitkomst.AFWIJZEN, "te-vroeg").naam) == (
        HTTPStatus.SEE_OTHER,
        "Te vroeg",
    )


def test_a_ground_without_an_outcome_is_refused_at_its_field(client, beheerder):
    data = {"naam": "Te vroeg", "uitleg": "Het plan is nog niet rijp."}
    answer = client.sign_in(beheerder).post("/beheer/afwegingskader/gronden/nieuw", data=data)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Kies bij welk besluit" in answer.text


def test_a_text_of_the_thema_goes_before_the_one_for_all(inzending, beheerder):
    save_tekst(
        None, uitkomst=Uitkomst.AFWIJZEN, grond="melding", thema=inzending.thema,
        tekst="Over {titel} in {gebied}.", versie=0, door_id=beheerder.id,
    )  # fmt: skip
    text = get_kader(inzending).text(Uitkomst.AFWIJZEN, "melding")
    assert text == f"Over {inzending.titel} in {inzending.gebied.naam}."


def test_two_texts_for_the_same_are_refused(session, beheerder):
    with pytest.raises(InvalidInputError):
        save_tekst(
            None, uitkomst=Uitkomst.AFWIJZEN, grond="melding", thema=None,
            tekst="Een tweede.", versie=0, door_id=beheerder.id,
        )  # fmt: skip


def test_a_text_is_changed_on_the_page(client, beheerder):
    tekst = db.session.scalars(select(Standaardtekst).order_by(Standaardtekst.id)).first()
    data = {
        "uitkomst": tekst.uitkomst, "grond": tekst.grond, "thema": "", "tekst": "Een andere.",
        "versie": str(tekst.versie),
    }  # fmt: skip
    client.sign_in(beheerder).post(f"/beheer/standaardteksten/{tekst.id}", data=data)
    assert db.session.get(Standaardtekst, tekst.id).tekst == "Een andere."


def test_the_row_tells_how_much_was_weighed(client, inzending, moderator):
    punten = [one.sleutel for one in list_current(Afwegingspunt)]
    weigh(inzending=inzending, punten=punten[:2], door_id=moderator.id)
    assert "2 van 5 getoetst" in client.sign_in(moderator).get("/bureau").text


def test_a_tick_can_be_taken_away(client, inzending, moderator):
    weigh(inzending=inzending, punten=["netjes"], door_id=moderator.id)
    client.sign_in(moderator).post(f"/bureau/{inzending.id}/afweging", data={})
    assert "0 van 5 getoetst" in client.get("/bureau").text
