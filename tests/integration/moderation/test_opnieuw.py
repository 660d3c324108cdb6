"""What the sender sent again after a question."""

import pytest

from participatie.inzendingen.services import change_status
from participatie.inzendingen.types import Status
from participatie.moderation.services import besluit_nemen, besluit_terugdraaien
from participatie.moderation.types import Grond, Uitkomst

VRAAG = "Wilt u schrijven welke straat u bedoelt?"
BADGE = "Opnieuw verstuurd"


@pytest.fixture
def besluit(inzending, moderator):
    return besluit_nemen(
        inzending=inzending,
        uitkomst=Uitkomst.AANPASSEN,
        grond=Grond.ONDUIDELIJK,
        reden=VRAAG,
        door=moderator,
        versie=inzending.versie,
    )


@pytest.fixture
def again(besluit):
    inzending = besluit.inzending
    change_status(inzending, Status.INGEDIEND, door_id=inzending.indiener_id)
    return inzending


@pytest.fixture
def undone(besluit, moderator):
    besluit_terugdraaien(
        besluit=besluit,
        reden="Dit was een vergissing van ons.",
        door=moderator,
        versie=besluit.inzending.versie,
    )
    return besluit.inzending


def queue_and_page(client, inzending, gebruiker):
    client.sign_in(gebruiker)
    return [client.get(path).text for path in ("/bureau", f"/bureau/{inzending.id}")]


def has_badge(page):
    return f">{BADGE}</span>" in page


def test_it_says_that_it_came_again(client, again, collega) -> None:
    assert [has_badge(page) for page in queue_and_page(client, again, collega)] == [True, True]


def test_it_shows_first_what_was_asked(client, again, collega) -> None:
    page = client.sign_in(collega).get(f"/bureau/{again.id}").text
    assert VRAAG in page.partition("Het initiatief</h2>")[0]


def test_what_is_new_did_not_come_again(client, inzending, collega) -> None:
    assert [has_badge(page) for page in queue_and_page(client, inzending, collega)] == [False] * 2


def test_an_undone_question_did_not_come_again(client, undone, collega) -> None:
    assert [has_badge(page) for page in queue_and_page(client, undone, collega)] == [False] * 2


def test_what_was_decided_since_no_longer_says_so(client, again, moderator, collega) -> None:
    besluit_nemen(
        inzending=again,
        uitkomst=Uitkomst.PUBLICEREN,
        grond=Grond.PAST_IN_GEBIED,
        reden="Nu is het duidelijk en past het hier.",
        door=moderator,
        versie=again.versie,
    )
    assert not has_badge(client.sign_in(collega).get(f"/bureau/{again.id}").text)
