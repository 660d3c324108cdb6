from http import HTTPStatus


def test_the_front_page_is_there_for_everyone(client) -> None:
    assert client.get("/").status_code == HTTPStatus.OK


def test_an_unknown_address_is_not_found(client) -> None:
    assert client.get("/bestaat-niet").status_code == HTTPStatus.NOT_FOUND
