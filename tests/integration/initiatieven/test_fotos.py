"""Photos in the first step."""

import gc
import io
from http import HTTPStatus

import pytest
from sqlalchemy import func, select

from participatie.core.db import db
from participatie.core.uploads import uploads_folder
from participatie.initiatieven.models import Initiatief
from participatie.inzendingen.models import Foto
from participatie.inzendingen.types import Status
from tests.factories.initiatieven import InitiatiefFactory
from tests.integration.initiatieven.test_slechte_invoer import error_of
from tests.pictures import NO_PHOTOS, picture


@pytest.fixture(autouse=True)
def empty_folder(session):
    yield
    for path in uploads_folder().iterdir():
        path.unlink()


def files() -> int:
    return len(list(uploads_folder().iterdir()))


def photo(content=None, name="tuin.jpg", beschrijving="Het plein"):
    upload = (io.BytesIO(content or picture(size=(900, 600))), name)
    return {"foto": upload, "foto_beschrijving": beschrijving, "actie": "foto"}


@pytest.fixture
def concept(bewoner):
    return InitiatiefFactory(status=Status.CONCEPT, indiener=bewoner, gebied=None)


@pytest.fixture
def post(signed_in, concept, wat):
    def send(**data):
        address = f"/initiatieven/concept/{concept.id}/wat"
        return signed_in.post(address, data=wat | {"versie": concept.versie} | data)

    return send


def test_a_photo_is_kept_with_its_description(post, concept) -> None:
    response = post(**photo())
    assert response.location.endswith(f"/concept/{concept.id}/wat#fotos")
    assert [foto.beschrijving for foto in concept.fotos] == ["Het plein"]
    assert files() == 2


def test_a_photo_comes_along_with_the_first_answers(signed_in, wat) -> None:
    signed_in.post("/initiatieven/nieuw", data=wat | photo())
    assert len(db.session.scalars(select(Initiatief)).one().fotos) == 1


def test_the_same_first_step_sent_twice_has_one_photo(signed_in, wat) -> None:
    for _ in range(2):
        signed_in.post("/initiatieven/nieuw", data=wat | photo())
    assert db.session.scalar(select(func.count(Foto.id))) == 1
    assert files() == 2


def test_a_photo_is_shown_to_whom_writes(post, signed_in, concept) -> None:
    post(**photo())
    page = signed_in.get(f"/initiatieven/concept/{concept.id}/wat").text
    assert f"/fotos/{concept.fotos[0].bestand.removesuffix('.webp')}-klein.webp" in page


def test_a_removed_photo_takes_its_files_along(post, concept) -> None:
    post(**photo())
    post(actie=f"verwijder-{concept.fotos[0].id}")
    assert (concept.fotos, files()) == ([], 0)


def test_a_thrown_away_concept_takes_its_files_along(post, signed_in, concept) -> None:
    post(**photo())
    signed_in.post(f"/initiatieven/concept/{concept.id}/verwijderen")
    assert files() == 0


@pytest.mark.parametrize("name", NO_PHOTOS)
def test_what_is_no_photo_is_refused_at_its_field(post, concept, name) -> None:
    content, filename = NO_PHOTOS[name]
    response = post(**photo(content or b" ", filename))
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert error_of(response, "foto")
    assert (concept.fotos, files()) == ([], 0)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_photo_that_is_too_large_is_refused(post, concept) -> None:
    message = error_of(post(**photo(picture() + b"\0" * 8 * 1024 * 1024)), "foto")
    gc.collect()  # the client leaves the file of a large form to the collector
    assert "groter dan 8 MB" in message
    assert (concept.fotos, files()) == ([], 0)


@pytest.mark.parametrize("address", ["/initiatieven/nieuw", "/initiatieven/concept/{id}/wat"])
def test_so_much_that_nothing_is_read_is_said_in_words(signed_in, concept, address) -> None:
    response = signed_in.post(
        address.format(id=concept.id),
        data={"titel": "x"},
        environ_overrides={"CONTENT_LENGTH": "30000000"},
    )
    assert response.status_code == HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    assert "hoogstens 8 MB" in response.text


def test_a_sixth_photo_is_refused(post, concept) -> None:
    for _ in range(5):
        post(**photo())
    response = post(**photo())
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "5 foto" in response.text
    assert (len(concept.fotos), files()) == (5, 10)


def test_a_photo_without_a_description_is_asked_for_one(post, concept) -> None:
    response = post(**photo(beschrijving=" "))
    assert "wat er op de foto staat" in error_of(response, "foto_beschrijving")
    assert (concept.fotos, files()) == ([], 0)


def test_a_refused_form_leaves_no_file(post, concept) -> None:
    post(**photo() | {"titel": "a" * 200})
    assert (concept.fotos, files()) == ([], 0)


def test_a_photo_of_someone_else_cannot_be_removed(post, city) -> None:
    other = InitiatiefFactory(status=Status.CONCEPT)
    foto = Foto(bestand="x.webp", beschrijving="", breedte=1, hoogte=1)
    other.fotos.append(foto)
    db.session.flush()  # the photo gets its number
    response = post(actie=f"verwijder-{foto.id}")
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert len(other.fotos) == 1


@pytest.mark.parametrize("number", ["", "abc", "-1", "9" * 30, "\x00"])
def test_a_forged_photo_number_removes_nothing(post, concept, number) -> None:
    post(**photo())
    post(actie=f"verwijder-{number}")
    assert (len(concept.fotos), files()) == (1, 2)


def test_a_full_disk_is_said_in_words(post, concept, monkeypatch) -> None:
    def full(*_given):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    response = post(**photo())
    assert "nu niet bewaren" in error_of(response, "foto")
    assert (concept.fotos, files()) == ([], 0)


def test_a_file_name_is_never_shown_or_kept(post, signed_in, concept) -> None:
    post(**photo(name="<script>alert(1)</script>.jpg"))
    page = signed_in.get(f"/initiatieven/concept/{concept.id}/wat").text
    assert "alert(1)" not in page
