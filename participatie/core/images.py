"""Photos of users: refused when they are anything else, and made anew without metadata."""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from participatie.core.errors import InvalidInputError

MAX_PIXELS = 50_000_000
LARGE = 1600
SMALL = 480
QUALITY = 82

EXTENSIONS: Mapping[str, frozenset[str]] = {
    "JPEG": frozenset({".jpg", ".jpeg", ".jfif"}),
    "PNG": frozenset({".png"}),
    "WEBP": frozenset({".webp"}),
}
HEIC = (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypmsf1", b"ftyphevc")
# No camera writes these: a file that has one wants to be something else as well.
ACTIVE = (b"<script", b"<?php", b"<html", b"<!doctype", b"<svg", b"<iframe")
PDF, ZIP_END = b"%pdf-", b"pk\x05\x06"
PDF_REACH, ZIP_REACH = 1024, 66_000


class ImageError(InvalidInputError):
    """A file that cannot be used as a photo."""

    message = "Wij kunnen dit bestand niet lezen als foto. Kies een foto in JPEG, PNG of WebP."


@dataclass(frozen=True)
class Photo:
    """A photo in two sizes, as WebP."""

    large: bytes
    small: bytes
    width: int
    height: int


def make_photo(content: bytes, filename: str, *, size: int = LARGE) -> Photo:
    """Return the photo made anew, or raise `ImageError` with what to do; `size` is of its side."""
    _refuse_other_kinds(content)
    try:
        with Image.open(io.BytesIO(content), formats=list(EXTENSIONS)) as found:
            _check(found, filename)
            picture = _upright_in_srgb(found, size)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_large() from error
    except (ImageError, UnidentifiedImageError) as error:
        raise error if isinstance(error, ImageError) else ImageError() from error
    except Exception as error:  # a broken file can break the decoder in any way
        raise ImageError(
            "Deze foto is beschadigd of niet compleet. Kies de foto opnieuw of neem een andere."
        ) from error
    picture.thumbnail((size, size))
    large = _encode(picture)
    width, height = picture.size
    picture.thumbnail((SMALL, SMALL))
    return Photo(large=large, small=_encode(picture), width=width, height=height)


def _refuse_other_kinds(content: bytes) -> None:
    if any(sign in content[:64] for sign in HEIC):
        raise ImageError(
            "Dit is een HEIC-foto van een iPhone. Die kunnen veel mensen niet zien. Sla de foto"
            " op als JPEG en kies hem opnieuw."
        )
    lowered = content.lower()
    if (
        any(sign in lowered for sign in ACTIVE)
        or PDF in lowered[:PDF_REACH]
        or ZIP_END in lowered[-ZIP_REACH:]
    ):
        raise ImageError("In dit bestand zit meer dan alleen een foto. Kies een andere foto.")


def _check(found: Image.Image, filename: str) -> None:
    kind = found.format or ""
    if PurePath(filename).suffix.lower() not in EXTENSIONS[kind]:
        raise ImageError(
            f"De naam van dit bestand past niet bij wat erin zit: een foto in {kind}."
            " Geef het bestand de goede naam of kies een andere foto."
        )
    width, height = found.size
    if width * height > MAX_PIXELS:
        raise _too_large()


def _too_large() -> ImageError:
    return ImageError(
        f"Deze foto is te groot: meer dan {MAX_PIXELS // 1_000_000} miljoen beeldpunten."
        " Maak de foto kleiner of kies een andere."
    )


def _upright_in_srgb(found: Image.Image, size: int) -> Image.Image:
    profile = found.info.get("icc_profile")
    found.draft("RGB", (size, size))  # a JPEG is read at the size we need
    picture = ImageOps.exif_transpose(found)
    if picture.mode in {"RGBA", "LA", "PA", "P"} or "transparency" in picture.info:
        picture = _on_white(picture.convert("RGBA"))
    picture = picture.convert("RGB")
    return _in_srgb(picture, profile) if profile and found.mode == "RGB" else picture


def _on_white(picture: Image.Image) -> Image.Image:
    white = Image.new("RGBA", picture.size, "white")
    return Image.alpha_composite(white, picture)


def _in_srgb(picture: Image.Image, profile: bytes) -> Image.Image:
    """Keep the colours as they look; a broken colour profile is left out."""
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        converted = ImageCms.profileToProfile(picture, source, target, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture
    return converted or picture


def _encode(picture: Image.Image) -> bytes:
    """Return only the pixels: nothing of the original file goes along."""
    clean = Image.frombytes(picture.mode, picture.size, picture.tobytes())
    target = io.BytesIO()
    clean.save(target, "WEBP", quality=QUALITY, method=4)
    return target.getvalue()
