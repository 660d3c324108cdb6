from http import HTTPStatus

import pytest
from sqlalchemy import func, select

from participatie.core.db import db
from participatie.inzendingen.types import Status
from participatie.moderation.models_werk import Bulkactie
from participatie.moderation.queries_verdeling import find_toewijzing
from participatie.moderation.services import besluit_nemen
from participatie.moderation.types import Uitkomst
from tests.factories.initiatieven import InitiatiefFactory

REDEN = "Wij willen eerst met de buurt praten."


@pytest.fixture
def drie(city):
    return [
        InitiatiefFactory(status=Status.INGEDIEND, gebied=city.by_name["Duinbuurt"])
        for _ in range(3)
    ]


def act(client, inzendingen, actie, sleutel="een-sleutel", **fields):
    data = {
        "sleutel": sleutel, "actie": actie,
        "keuze": [f"{one.id}-{one.versie}" for one in inzendingen], "reden": "",
    }  # fmt: skip
    return client.post("/bureau/selectie", data=data | fields)


def the_action():
    return db.session.scalars(select(Bulkactie)).one()


def test_many_are_published_at_once(client, moderator, drie):
    act(client.sign_in(moderator), drie, "publiceren", grond="past-in-gebied")
    assert {one.status for one in drie} == {Status.GEPUBLICEERD}


def test_what_could_not_be_done_is_told_with_why(client, moderator, drie):
    drie[0].indiener = moderator
    db.session.flush()
    answer = act(client.sign_in(moderator), drie, "publiceren", grond="past-in-gebied")
    assert "U heeft dit zelf ingestuurd" in client.get(answer.location).text
    assert [one.status for one in drie] == [Status.INGEDIEND, *[Status.GEPUBLICEERD] * 2]


def test_what_a_colleague_just_changed_is_left_alone(client, moderator, drie):
    client.sign_in(moderator)
    seen = [(one.id, one.versie) for one in drie]
    besluit_nemen(
        inzending=drie[0], uitkomst=Uitkomst.AFWIJZEN, grond="melding", reden=REDEN,
        door=moderator, versie=drie[0].versie,
    )  # fmt: skip
    data = {
        "sleutel": "s", "actie": "publiceren", "grond": "past-in-gebied",
        "keuze": [f"{number}-{versie}" for number, versie in seen],
    }  # fmt: skip
    page = client.get(client.post("/bureau/selectie", data=data).location).text
    assert ("Iemand anders heeft dit net veranderd" in page, drie[0].status) == (
        True,
        Status.AFGEWEZEN,
    )


def test_the_same_form_twice_does_it_once(client, moderator, drie):
    client.sign_in(moderator)
    for _ in range(2):
        act(client, drie, "aan-mij")
    assert db.session.scalar(select(func.count(Bulkactie.id))) == 1


def test_all_of_it_is_undone_at_once(client, moderator, drie):
    act(client.sign_in(moderator), drie, "publiceren", grond="past-in-gebied")
    path = f"/bureau/acties/{the_action().id}/terugdraaien"
    client.post(path, data={"reden": REDEN})
    assert {one.status for one in drie} == {Status.INGEDIEND}


def test_more_time_is_undone_at_once(client, moderator, drie):
    before = [one.reactie_voor for one in drie]
    act(client.sign_in(moderator), drie, "verlengen", reden=REDEN)
    later = [one.reactie_voor for one in drie]
    client.post(f"/bureau/acties/{the_action().id}/terugdraaien", data={"reden": REDEN})
    assert (later > before, [one.reactie_voor for one in drie]) == (True, before)


def test_what_cannot_be_undone_any_more_is_told(client, moderator, drie):
    act(client.sign_in(moderator), drie, "verlengen", reden=REDEN)
    besluit_nemen(
        inzending=drie[0], uitkomst=Uitkomst.AFWIJZEN, grond="melding", reden=REDEN,
        door=moderator, versie=drie[0].versie,
    )  # fmt: skip
    path = f"/bureau/acties/{the_action().id}"
    client.post(f"{path}/terugdraaien", data={"reden": REDEN})
    assert "Er is intussen antwoord gegeven" in client.get(path).text


def test_what_lies_elsewhere_is_not_touched(client, city, moderator, drie):
    other = InitiatiefFactory(status=Status.INGEDIEND, gebied=city.by_name["Schalkwijk"])
    act(client.sign_in(moderator), [*drie, other], "aan-mij")
    assert find_toewijzing(other.id) is None


def test_nothing_chosen_is_nothing_done(client, moderator):
    answer = act(client.sign_in(moderator), [], "aan-mij")
    assert answer.status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("actie", ["", "publiceren", "doorzetten", "verlengen", "weggooien"])
def test_a_form_that_is_not_whole_is_refused(client, moderator, drie, actie):
    answer = act(client.sign_in(moderator), drie, actie)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def test_what_others_did_does_not_exist_here(client, moderator, collega, drie):
    act(client.sign_in(moderator), drie, "aan-mij")
    path = f"/bureau/acties/{the_action().id}"
    assert client.sign_in(collega).get(path).status_code == HTTPStatus.NOT_FOUND


def test_everything_on_the_page_is_ticked_without_a_script(client, moderator, drie):
    page = client.sign_in(moderator).get("/bureau?alles=ja").text
    assert page.count("checked") == len(drie)
