"""Files of users, in DATA_DIR/uploads. A file is there whole or not at all."""

import contextlib
import os
import secrets
import time
from collections.abc import Iterator
from pathlib import Path

from flask import current_app

from participatie.core.transactions import after_commit, on_rollback

AN_HOUR = 60 * 60


def uploads_folder() -> Path:
    """Return the folder, made when it is absent."""
    folder = Path(current_app.config["DATA_DIR"]) / "uploads"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def store_file(name: str, content: bytes) -> None:
    """Keep a file under a new name; it goes away again when the transaction does."""
    path = uploads_folder() / name
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


def discard_file(name: str) -> None:
    """Remove a file once the transaction is committed."""
    path = uploads_folder() / name

    def remove() -> None:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)

    after_commit(remove)


def list_old_files(*, older_than_s: float = AN_HOUR) -> Iterator[Path]:
    """Yield the files that no running transaction can still be writing."""
    limit = time.time() - older_than_s
    for path in sorted(uploads_folder().iterdir()):
        if path.stat().st_mtime < limit:
            yield path
