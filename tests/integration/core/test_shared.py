"""Many visitors who look at the same page because of the same change get one answer."""

import pytest

from participatie.core.shared import may_be_shared
from tests.factories.programmas import ProjectFactory

HEARD = {"X-Live": "7"}


@pytest.fixture
def page(session):
    return f"/projecten/{ProjectFactory().id}"


def test_the_second_visitor_gets_what_the_first_got(client, page, count_queries) -> None:
    first = client.get(page, headers=HEARD)
    with count_queries() as statements:
        second = client.get(page, headers=HEARD)
    assert statements == []
    assert (second.data, second.headers) == (first.data, first.headers)


def test_who_heard_of_a_later_change_gets_a_page_of_his_own(client, page, count_queries) -> None:
    client.get(page, headers=HEARD)
    with count_queries() as statements:
        client.get(page, headers={"X-Live": "8"})
    assert statements != []


def test_without_a_change_nothing_is_shared(client, page, count_queries) -> None:
    client.get(page, headers=HEARD)
    with count_queries() as statements:
        client.get(page)
    assert statements != []


def test_who_has_a_cookie_shares_nothing(client, page, count_queries) -> None:
    client.get(page, headers=HEARD)
    client.set_cookie("session", "x")
    with count_queries() as statements:
        client.get(page, headers=HEARD)
    assert statements != []


@pytest.mark.parametrize(
    ("status", "headers"),
    [
        ("200 OK", [("Set-Cookie", "session=x")]),
        ("200 OK", [("Cache-Control", "private, no-store")]),
        ("404 NOT FOUND", []),
        ("303 SEE OTHER", []),
    ],
)
def test_what_is_of_one_visitor_or_refused_is_not_shared(status, headers) -> None:
    assert not may_be_shared(status, headers)


def test_an_address_without_end_is_not_kept(client, page, count_queries) -> None:
    address = f"{page}?x={'x' * 500}"
    client.get(address, headers=HEARD)
    with count_queries() as statements:
        client.get(address, headers=HEARD)
    assert statements != []


def test_there_is_an_end_to_what_is_kept(client, page, count_queries, monkeypatch) -> None:
    monkeypatch.setattr("participatie.core.shared.MOST", 0)
    client.get(page, headers={"X-Live": "1"})
    with count_queries() as statements:
        client.get(page, headers={"X-Live": "1"})
    assert statements != []
