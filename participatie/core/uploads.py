"""Files beside the database, each kind in a folder of DATA_DIR: those of users in `uploads`.

A file is there whole or not at all.
"""

import contextlib
import os
import secrets
import time
from collections.abc import Iterator
from pathlib import Path

from flask import current_app

from participatie.core.transactions import after_commit, on_rollback

AN_HOUR = 60 * 60
UPLOADS = "uploads"


def uploads_folder() -> Path:
    """Return the folder with files of users, made when it is absent."""
    return folder_of(UPLOADS)


def folder_of(kind: str) -> Path:
    """Return the folder for a kind of file, made when it is absent."""
    folder = Path(current_app.config["DATA_DIR"]) / kind
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def store_file(name: str, content: bytes, *, folder: str = UPLOADS) -> None:
    """Keep a file under a new name; it goes away again when the transaction does."""
    path = folder_of(folder) / name
    temporary = path.with_name(f".{secrets.token_hex(8)}")
    on_rollback(lambda: path.unlink(missing_ok=True))
    try:
        with temporary.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.rename(path)
    finally:
        temporary.unlink(missing_ok=True)


def discard_file(name: str, *, folder: str = UPLOADS) -> None:
    """Remove a file once the transaction is committed."""
    path = folder_of(folder) / name

    def remove() -> None:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)

    after_commit(remove)


def list_old_files(*, folder: str = UPLOADS, older_than_s: float = AN_HOUR) -> Iterator[Path]:
    """Yield the files that no running transaction can still be writing."""
    limit = time.time() - older_than_s
    for path in sorted(folder_of(folder).iterdir()):
        if path.stat().st_mtime < limit:
            yield path
