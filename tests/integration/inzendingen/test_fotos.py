"""Photos of an inzending: who sees them, and how long they stay."""

import os
from http import HTTPStatus

import pytest

from participatie.core.db import db
from participatie.core.uploads import uploads_folder
from participatie.inzendingen.rules import small_file
from participatie.inzendingen.services_fotos import add_foto
from participatie.inzendingen.types import Status
from tests.factories.accounts import GebruikerFactory, make_gebiedsverbinder
from tests.factories.gebieden import make_city
from tests.factories.initiatieven import InitiatiefFactory
from tests.pictures import picture, picture_with_exif

NOT_PUBLIC = [status for status in Status if status is not Status.GEPUBLICEERD]


@pytest.fixture(autouse=True)
def empty_folder(session):
    yield
    for path in uploads_folder().iterdir():
        path.unlink()


@pytest.fixture
def city(session):
    return make_city()


@pytest.fixture
def make_foto(city):
    def make(status, content=None):
        inzending = InitiatiefFactory(status=status, gebied=city.buurten[0])
        foto = add_foto(
            inzending,
            content=content or picture(size=(900, 600)),
            filename="a.jpg",
            beschrijving="Het plein",
        )
        db.session.flush()  # the photo gets its place
        return foto

    return make


def fetch(client, address):
    """Ask for a file, and close it."""
    return client.get(address, buffered=True)


def test_a_photo_of_a_published_inzending_is_for_everyone(client, make_foto) -> None:
    response = fetch(client, f"/fotos/{make_foto(Status.GEPUBLICEERD).bestand}")
    assert (response.status_code, response.mimetype) == (HTTPStatus.OK, "image/webp")


def test_a_public_photo_may_be_kept_for_ever(client, make_foto) -> None:
    response = fetch(client, f"/fotos/{make_foto(Status.GEPUBLICEERD).bestand}")
    assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "Set-Cookie" not in response.headers


def test_the_small_version_is_served_too(client, make_foto) -> None:
    foto = make_foto(Status.GEPUBLICEERD)
    small = fetch(client, f"/fotos/{small_file(foto.bestand)}")
    large = fetch(client, f"/fotos/{foto.bestand}")
    assert len(small.data) < len(large.data)


@pytest.mark.parametrize("status", NOT_PUBLIC)
def test_a_visitor_does_not_see_what_is_not_published(client, make_foto, status) -> None:
    foto = make_foto(status)
    for bestand in (foto.bestand, small_file(foto.bestand)):
        assert fetch(client, f"/fotos/{bestand}").status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("status", NOT_PUBLIC)
def test_another_resident_does_not_see_it_either(client, make_foto, status) -> None:
    foto = make_foto(status)
    client.sign_in(GebruikerFactory())
    assert fetch(client, f"/fotos/{foto.bestand}").status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("status", list(Status))
def test_the_indiener_sees_his_own(client, make_foto, status) -> None:
    foto = make_foto(status)
    client.sign_in(foto.inzending.indiener)
    assert fetch(client, f"/fotos/{foto.bestand}").status_code == HTTPStatus.OK


def test_a_private_photo_is_kept_in_no_cache(client, make_foto) -> None:
    foto = make_foto(Status.CONCEPT)
    client.sign_in(foto.inzending.indiener)
    response = fetch(client, f"/fotos/{foto.bestand}")
    assert response.headers["Cache-Control"] == "private, no-store"


def test_the_gebiedsverbinder_sees_what_was_sent_to_him(client, make_foto, city) -> None:
    foto = make_foto(Status.INGEDIEND)
    client.sign_in(make_gebiedsverbinder(city.wijken[0]))
    assert fetch(client, f"/fotos/{foto.bestand}").status_code == HTTPStatus.OK


def test_nothing_of_the_camera_is_served(client, make_foto) -> None:
    response = fetch(
        client, f"/fotos/{make_foto(Status.GEPUBLICEERD, picture_with_exif()).bestand}"
    )
    assert b"Exif" not in response.data
    assert b"thuis bij mij" not in response.data


@pytest.mark.parametrize(
    "name",
    [
        "x.webp",
        "..%2Fsecret_key",
        "%00",
        "0" * 32,
        "0" * 32 + ".webp",
        "0" * 32 + ".svg",
        "a" * 900,
    ],
)
def test_a_name_that_is_no_photo_is_not_found(client, name) -> None:
    assert fetch(client, f"/fotos/{name}").status_code == HTTPStatus.NOT_FOUND


def test_a_file_that_is_gone_is_not_found(client, make_foto) -> None:
    foto = make_foto(Status.GEPUBLICEERD)
    (uploads_folder() / foto.bestand).unlink()
    assert fetch(client, f"/fotos/{foto.bestand}").status_code == HTTPStatus.NOT_FOUND


def test_files_without_an_inzending_are_cleaned_up(app, make_foto) -> None:
    foto = make_foto(Status.CONCEPT)
    orphan = uploads_folder() / f"{'0' * 32}.webp"
    orphan.write_bytes(b"foto")
    for path in uploads_folder().iterdir():
        os.utime(path, (0, 0))
    result = app.test_cli_runner().invoke(args=["inzendingen", "ruim-fotos-op"])
    assert "1 bestanden" in result.output
    assert not orphan.exists()
    assert (uploads_folder() / foto.bestand).exists()
