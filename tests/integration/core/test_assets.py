from http import HTTPStatus

import pytest

ENCODINGS = [("br", "br"), ("gzip", "gzip")]


@pytest.fixture
def address(app):
    """The address of one of our own files."""
    with app.test_request_context():
        return app.jinja_env.globals["asset"]("css/main.css")


def test_a_static_file_may_be_kept_for_ever(client, address) -> None:
    assert "immutable" in client.get(address, buffered=True).headers["Cache-Control"]


@pytest.mark.parametrize(("accepted", "given"), ENCODINGS)
def test_a_static_file_is_served_compressed(client, address, accepted, given) -> None:
    response = client.get(address, buffered=True, headers={"Accept-Encoding": accepted})
    assert response.headers["Content-Encoding"] == given


def test_a_browser_may_not_guess_the_type_of_a_static_file(client, address) -> None:
    assert client.get(address, buffered=True).headers["X-Content-Type-Options"] == "nosniff"


def test_all_css_of_the_layout_is_one_request(client, address) -> None:
    assert "@import" not in client.get(address, buffered=True).text


def test_the_font_that_the_css_asks_for_is_there(client, address) -> None:
    css = client.get(address, buffered=True).text
    font = css.split('url("')[1].split('"')[0]
    version = address.removesuffix("css/main.css")
    assert (
        client.get(version + font.removeprefix("../"), buffered=True).status_code == HTTPStatus.OK
    )


def test_an_unknown_static_file_is_refused_while_the_page_is_made(app) -> None:
    with app.test_request_context(), pytest.raises(LookupError):
        app.jinja_env.globals["asset"]("css/none.css")
