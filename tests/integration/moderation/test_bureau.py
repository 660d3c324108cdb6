import secrets
from datetime import timedelta
from http import HTTPStatus

import pytest

from participatie.core import clock
from participatie.inzendingen.types import Status
from participatie.moderation.types import Bak
from tests.factories.accounts import GebruikerFactory, make_gebiedsverbinder
from tests.factories.initiatieven import InitiatiefFactory

DEZE_WIJK = "Duinbuurt"


def send_in(city, buurt=DEZE_WIJK, *, days_left=10, status=Status.INGEDIEND, **fields):
    return InitiatiefFactory(
        titel=fields.pop("titel", f"Plan {secrets.token_hex(4)}"),
        status=status,
        gebied=city.by_name[buurt],
        reactie_voor=clock.today() + timedelta(days=days_left),
        **fields,
    )


def titles_in_order(page, inzendingen):
    return sorted(
        (one.titel for one in inzendingen if one.titel in page),
        key=page.index,
    )


def test_a_visitor_is_asked_to_sign_in(client) -> None:
    response = client.get("/bureau")
    assert (response.status_code, "/inloggen" in response.location) == (HTTPStatus.SEE_OTHER, True)


def test_a_resident_has_no_desk(client) -> None:
    assert client.sign_in(GebruikerFactory()).get("/bureau").status_code == HTTPStatus.FORBIDDEN


def test_a_beheerder_alone_has_no_desk(client, beheerder) -> None:
    assert client.sign_in(beheerder).get("/bureau").status_code == HTTPStatus.FORBIDDEN


def test_an_empty_desk_says_that_all_is_done(client, moderator) -> None:
    assert "U bent helemaal bij" in client.sign_in(moderator).get("/bureau").text


def test_the_queue_holds_what_lies_in_own_gebieden(client, city, moderator) -> None:
    mine = send_in(city)
    assert mine.titel in client.sign_in(moderator).get("/bureau").text


@pytest.mark.parametrize("buurt", ["Dambuurt", "Schalkwijk", "Haarlem"])
def test_the_queue_holds_nothing_of_elsewhere(client, city, moderator, buurt) -> None:
    other = send_in(city, buurt)
    assert other.titel not in client.sign_in(moderator).get("/bureau").text


def test_whoever_moderates_the_city_sees_everything(client, city) -> None:
    everything = [send_in(city, naam) for naam in ("Haarlem", "Noord", "Dambuurt")]
    page = client.sign_in(make_gebiedsverbinder()).get("/bureau").text
    assert all(one.titel in page for one in everything)


def test_what_must_be_answered_first_stands_first(client, city, moderator) -> None:
    later, late, soon = (send_in(city, days_left=days) for days in (9, -2, 3))
    page = client.sign_in(moderator).get("/bureau").text
    assert titles_in_order(page, [later, late, soon]) == [late.titel, soon.titel, later.titel]


@pytest.mark.parametrize(
    ("days_left", "words"), [(-2, "2 dagen te laat"), (0, "vandaag"), (3, "nog 3 dagen")]
)
def test_a_row_says_in_words_how_much_time_is_left(
    client, city, moderator, days_left, words
) -> None:
    send_in(city, days_left=days_left)
    assert words in client.sign_in(moderator).get("/bureau").text


@pytest.mark.parametrize(
    ("bak", "sent"),
    [
        (Bak.NIEUW, (Status.INGEDIEND, 5)),
        (Bak.NIEUW, (Status.INGEDIEND, -5)),
        (Bak.TE_LAAT, (Status.INGEDIEND, -5)),
        (Bak.WACHT, (Status.AANPASSEN, 5)),
        (Bak.AFGEHANDELD, (Status.GEPUBLICEERD, 5)),
        (Bak.AFGEHANDELD, (Status.AFGEWEZEN, 5)),
        (Bak.AFGEHANDELD, (Status.INGETROKKEN, 5)),
    ],
)
def test_each_tray_holds_its_own(client, city, moderator, bak, sent) -> None:
    found = send_in(city, status=sent[0], days_left=sent[1])
    assert found.titel in client.sign_in(moderator).get(f"/bureau?bak={bak}").text


@pytest.mark.parametrize(
    ("bak", "status"),
    [
        (Bak.TE_LAAT, Status.INGEDIEND),
        (Bak.WACHT, Status.INGEDIEND),
        (Bak.NIEUW, Status.AANPASSEN),
        (Bak.AFGEHANDELD, Status.INGEDIEND),
        (Bak.NIEUW, Status.GEPUBLICEERD),
    ],
)
def test_no_tray_holds_another_one_s(client, city, moderator, bak, status) -> None:
    found = send_in(city, status=status)
    assert found.titel not in client.sign_in(moderator).get(f"/bureau?bak={bak}").text


@pytest.mark.parametrize("bak", Bak)
def test_a_draft_is_never_at_the_desk(client, city, moderator, bak) -> None:
    draft = InitiatiefFactory(status=Status.CONCEPT, gebied=city.by_name[DEZE_WIJK])
    assert draft.titel not in client.sign_in(moderator).get(f"/bureau?bak={bak}").text


def test_a_card_counts_what_waits_below_it(client, city, moderator) -> None:
    for buurt, days_left in (("Duinbuurt", 5), ("Zeebuurt", -1), ("Poort", 5)):
        send_in(city, buurt, days_left=days_left)
    page = " ".join(client.sign_in(moderator).get("/bureau").text.split())
    assert "2 te behandelen</span> <span" in page.partition("Noordwijk</a>")[2]


def test_a_gebied_where_something_waits_stands_first(client, city, moderator) -> None:
    send_in(city, "Duinbuurt", status=Status.GEPUBLICEERD)
    send_in(city, "Poort")
    page = client.sign_in(moderator).get("/bureau").text.partition('<nav class="bakken')[0]
    assert page.index(city.by_name["Poort"].ouder.naam) < page.index("Noordwijk")


@pytest.mark.parametrize(
    ("query", "kop"),
    [
        ("", "Te behandelen in al uw gebieden"),
        ("?bak=te-laat&gebied=noordwijk", "Te laat in Noordwijk"),
    ],
)
def test_the_heading_says_what_is_shown_where(client, city, query, kop) -> None:
    page = client.sign_in(make_gebiedsverbinder()).get(f"/bureau{query}").text
    assert f"<h2>{kop}</h2>" in page


def test_choosing_a_gebied_leaves_the_rest_out(client, city, moderator) -> None:
    near, far = send_in(city, "Duinbuurt"), send_in(city, "Poort")
    page = client.sign_in(moderator).get("/bureau?gebied=noordwijk").text
    assert (near.titel in page, far.titel in page) == (True, False)


@pytest.mark.parametrize("slug", ["schalkwijk", "haarlem", "dambuurt", "bestaat-niet", "' OR 1=1"])
def test_a_forged_gebied_is_not_found(client, moderator, slug) -> None:
    response = client.sign_in(moderator).get("/bureau", query_string={"gebied": slug})
    assert response.status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize(
    "query", ["bak=onzin", "pagina=0", "pagina=-4", "pagina=9999999999999999"]
)
def test_a_strange_address_shows_the_queue(client, city, moderator, query) -> None:
    found = send_in(city)
    assert found.titel in client.sign_in(moderator).get(f"/bureau?{query}").text


def test_a_long_queue_comes_in_pages(client, city, moderator) -> None:
    found = [send_in(city, days_left=number) for number in range(30)]
    page = client.sign_in(moderator).get("/bureau?pagina=2").text
    assert titles_in_order(page, found) == [one.titel for one in found[25:]]


@pytest.mark.parametrize("rows", [5, 200])
def test_the_queue_takes_few_queries(client, city, moderator, count_queries, rows) -> None:
    buurten = ("Duinbuurt", "Zeebuurt", "Poort", "Leidsebuurt")
    for number in range(rows):
        send_in(city, buurten[number % 4], days_left=number % 20 - 3)
    client.sign_in(moderator)
    with count_queries() as queries:
        client.get("/bureau")
    assert len(queries) <= 8, queries


def test_a_title_with_html_is_text(client, city, moderator) -> None:
    send_in(city, titel="<script>alert(1)</script>")
    assert "&lt;script&gt;alert(1)" in client.sign_in(moderator).get("/bureau").text


def test_the_keys_are_told_on_the_page(client, city, moderator) -> None:
    send_in(city)
    assert "<kbd>j</kbd>" in client.sign_in(moderator).get("/bureau").text
