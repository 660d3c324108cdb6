"""Photos of an inzending: added, described and removed together with their files."""

import secrets
from collections.abc import Iterable

from participatie.core.db import db
from participatie.core.errors import InvalidInputError
from participatie.core.images import make_photo
from participatie.core.uploads import discard_file, list_old_files, store_file
from participatie.inzendingen.models import Foto, Inzending
from participatie.inzendingen.queries import list_foto_bestanden
from participatie.inzendingen.rules import FOTO_MAX_BYTES, FOTO_MAX_COUNT, large_file, small_file
from participatie.inzendingen.types import Fotowens

MEGABYTE = 1024 * 1024
FIELD = "foto"


def change_fotos(inzending: Inzending, wens: Fotowens) -> None:
    """Remove and add what someone asked."""
    if wens.weg_id is not None:
        remove_foto(inzending, wens.weg_id)
    if wens.content is not None:
        add_foto(
            inzending,
            content=wens.content,
            filename=wens.filename,
            beschrijving=wens.beschrijving,
        )


def add_foto(inzending: Inzending, *, content: bytes, filename: str, beschrijving: str) -> Foto:
    """Keep a photo, made anew without metadata, under a random name."""
    if len(inzending.fotos) >= FOTO_MAX_COUNT:
        raise InvalidInputError(
            f"U kunt {FOTO_MAX_COUNT} foto's plaatsen. Verwijder eerst een andere foto.",
            field=FIELD,
        )
    foto = _make(content, filename, beschrijving)
    foto.volgorde = max((other.volgorde for other in inzending.fotos), default=0) + 1
    inzending.fotos.append(foto)
    return foto


def add_later_foto(inzending: Inzending, wens: Fotowens) -> Foto:
    """Keep a photo that came later, with an update; it is seen by whom sees the inzending."""
    foto = _make(wens.content or b"", wens.filename, wens.beschrijving)
    foto.is_later = True
    foto.inzending_id = inzending.id
    db.session.add(foto)
    return foto


def _make(content: bytes, filename: str, beschrijving: str) -> Foto:
    """Store both sizes of a photo, made anew, and return its row."""
    if len(content) > FOTO_MAX_BYTES:
        raise InvalidInputError(
            f"Deze foto is groter dan {FOTO_MAX_BYTES // MEGABYTE} MB. Kies een kleinere foto.",
            field=FIELD,
        )
    try:
        photo = make_photo(content, filename)
    except InvalidInputError as error:
        raise InvalidInputError(str(error), field=FIELD) from error
    bestand = f"{secrets.token_hex(16)}.webp"
    _store(bestand, photo.large)
    _store(small_file(bestand), photo.small)
    return Foto(
        bestand=bestand,
        beschrijving=beschrijving,
        breedte=photo.width,
        hoogte=photo.height,
    )


def _store(bestand: str, content: bytes) -> None:
    try:
        store_file(bestand, content)
    except OSError as error:
        raise InvalidInputError(
            "Wij kunnen uw foto nu niet bewaren. Probeer het later opnieuw.", field=FIELD
        ) from error


def remove_foto(inzending: Inzending, foto_id: int) -> None:
    """Remove a photo of this inzending and, after the commit, its files."""
    foto = next((found for found in inzending.fotos if found.id == foto_id), None)
    if foto is None:
        raise InvalidInputError("Deze foto staat er niet meer bij.", field=FIELD)
    inzending.fotos.remove(foto)
    _discard(foto)


def discard_files(inzending: Inzending) -> None:
    """Remove the files of all photos after the commit, because the inzending itself goes."""
    for foto in inzending.fotos:
        _discard(foto)


def discard_fotos(fotos: Iterable[Foto]) -> None:
    """Remove photos that came later, and their files after the commit."""
    for foto in fotos:
        db.session.delete(foto)
        _discard(foto)


def _discard(foto: Foto) -> None:
    discard_file(foto.bestand)
    discard_file(small_file(foto.bestand))


def delete_orphan_files() -> int:
    """Remove the files that belong to no photo, left by a crash; return how many."""
    known = list_foto_bestanden()
    orphans = [path for path in list_old_files() if large_file(path.name) not in known]
    for path in orphans:
        path.unlink(missing_ok=True)
    return len(orphans)
