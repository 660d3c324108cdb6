import io

import pytest
from PIL import Image

from participatie.core.images import ImageError, make_photo
from tests.pictures import NO_PHOTOS, picture, picture_with_exif


def opened(content):
    return Image.open(io.BytesIO(content))


@pytest.mark.parametrize(
    ("kind", "name"), [("JPEG", "IMG_1.JPG"), ("PNG", "a.png"), ("WEBP", "b.webp")]
)
def test_a_photo_becomes_webp(kind, name) -> None:
    assert opened(make_photo(picture(kind), name).large).format == "WEBP"


def test_a_large_photo_is_made_smaller() -> None:
    assert max(opened(make_photo(picture(size=(2400, 1200)), "a.jpg").large).size) == 1600


def test_a_small_version_comes_along() -> None:
    assert max(opened(make_photo(picture(size=(2400, 1200)), "a.jpg").small).size) == 480


def test_nothing_of_the_camera_goes_along() -> None:
    found = opened(make_photo(picture_with_exif(), "a.jpg").large)
    assert not found.getexif()
    assert {"exif", "xmp", "icc_profile", "comment"}.isdisjoint(found.info)


def test_a_photo_is_turned_upright() -> None:
    photo = make_photo(picture_with_exif(), "a.jpg")
    assert (photo.width, photo.height) == (48, 64)


def test_what_was_transparent_becomes_white() -> None:
    target = io.BytesIO()
    Image.new("RGBA", (8, 8), (0, 0, 0, 0)).save(target, "PNG")
    found = opened(make_photo(target.getvalue(), "a.png").large)
    assert found.convert("RGB").getpixel((4, 4)) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["1", "L", "P", "CMYK"])
def test_every_kind_of_colour_can_be_read(mode) -> None:
    target = io.BytesIO()
    Image.new(mode, (8, 8)).save(target, "JPEG" if mode == "CMYK" else "PNG")
    name = "a.jpg" if mode == "CMYK" else "a.png"
    assert make_photo(target.getvalue(), name).width == 8


@pytest.mark.parametrize("name", NO_PHOTOS)
def test_what_is_no_photo_is_refused_in_words(name) -> None:
    with pytest.raises(ImageError, match=r"[Kk]ies|kiezen"):
        make_photo(*NO_PHOTOS[name])
