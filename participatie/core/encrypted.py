"""Columns that nobody can read in the database alone: encrypted with a key of SECRET_KEY."""

import base64
from functools import lru_cache

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from flask import current_app
from sqlalchemy import Dialect, String
from sqlalchemy.types import TypeDecorator

KEY_BYTES = 32
PURPOSE = b"participatie encrypted column"


class EncryptedText(TypeDecorator[str]):
    """A short secret. With another SECRET_KEY it cannot be read any more, and counts as absent."""

    LENGTH = 255
    impl = String(LENGTH)
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Encrypt on the way in; the same text looks different each time."""
        del dialect
        return None if value is None else _cipher().encrypt(value.encode()).decode()

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """Decrypt on the way out."""
        del dialect
        if value is None:
            return None
        try:
            return _cipher().decrypt(value).decode()
        except InvalidToken:
            return None


def _cipher() -> Fernet:
    return _cipher_of(str(current_app.config["SECRET_KEY"]))


@lru_cache(maxsize=4)
def _cipher_of(secret_key: str) -> Fernet:
    derivation = HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=PURPOSE)
    return Fernet(base64.urlsafe_b64encode(derivation.derive(secret_key.encode())))
