"""Settings, from the environment only. `docs/instellingen.md` describes each one."""

import contextlib
import os
import secrets
from pathlib import Path
from typing import Any

from pydantic import Field, FilePath, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

MEGABYTE = 1024 * 1024
SECRET_KEY_MIN_LENGTH = 32
PREFIX = "Value error, "  # of pydantic, before our own words
SCHEMES = {
    "database_url": ("sqlite:///", "postgresql://", "postgres://", "postgresql+psycopg://"),
    "redis_url": ("redis://", "rediss://", "unix://"),
    "smtp_url": ("smtp://", "smtps://"),
    "site_url": ("http://", "https://"),
}


class WrongSettingsError(Exception):
    """A setting cannot be used; the message names it and never shows its value."""


class Settings(BaseSettings):
    """Every setting of the platform, with a default that is safe on one's own machine."""

    model_config = SettingsConfigDict(hide_input_in_errors=True, extra="ignore")

    data_dir: Path = Path("data")
    database_url: SecretStr | None = None
    redis_url: SecretStr | None = None
    smtp_url: SecretStr | None = None
    secret_key: SecretStr | None = None
    site_naam: str = "Haarlem participatie"
    site_url: str = "http://127.0.0.1:8000"
    mail_afzender: str = "participatie@example.invalid"
    thema_css: FilePath | None = None
    kaart_tegels_url: str = ""
    kaart_tegels_bron: str = ""
    adressen_url: str = ""
    trusted_proxies: int = Field(default=0, ge=0, le=5)
    live_stromen: int = Field(default=500, ge=0, le=5000)
    demo: bool = False

    @field_validator(*SCHEMES, mode="before")
    @classmethod
    def check_scheme(cls, value: object, info: ValidationInfo) -> object:
        """Refuse an address of another kind than can be used here."""
        schemes = SCHEMES[info.field_name or ""]
        if isinstance(value, str) and value and not value.startswith(schemes):
            raise ValueError(f"must begin with {' or '.join(schemes)}")
        return value or None if info.field_name != "site_url" else value

    @field_validator("secret_key")
    @classmethod
    def check_length(cls, value: SecretStr | None) -> SecretStr | None:
        """Refuse a key that can be guessed."""
        if value is not None and 0 < len(value.get_secret_value()) < SECRET_KEY_MIN_LENGTH:
            raise ValueError(f"must have at least {SECRET_KEY_MIN_LENGTH} characters")
        return value

    def to_flask(self) -> dict[str, Any]:
        """Return the configuration in the words of Flask and its extensions."""
        data_dir = self.data_dir.resolve()
        is_https = self.site_url.startswith("https://")
        return {
            "DATA_DIR": data_dir,
            "SECRET_KEY": _secret_key(self.secret_key, data_dir),
            "SQLALCHEMY_DATABASE_URI": _database_url(self.database_url, data_dir),
            "REDIS_URL": _reveal(self.redis_url),
            "SMTP_URL": _reveal(self.smtp_url),
            "SITE_NAAM": self.site_naam,
            "SITE_URL": self.site_url.rstrip("/"),
            "MAIL_AFZENDER": self.mail_afzender,
            "THEMA_CSS": self.thema_css.resolve() if self.thema_css else None,
            "KAART_TEGELS_URL": self.kaart_tegels_url,
            "KAART_TEGELS_BRON": self.kaart_tegels_bron,
            "ADRESSEN_URL": self.adressen_url,
            "TRUSTED_PROXIES": self.trusted_proxies,
            "LIVE_STROMEN": self.live_stromen,
            "LIVE_SECONDEN": 15 * 60,  # a stream then begins anew, so that processes share them
            "DEMO": self.demo,
            "MAX_CONTENT_LENGTH": 25 * MEGABYTE,
            "MAX_FORM_MEMORY_SIZE": 2 * MEGABYTE,
            "MAX_FORM_PARTS": 200,
            "SESSION_COOKIE_NAME": "__Host-session" if is_https else "session",
            "SESSION_COOKIE_SECURE": is_https,
            "SESSION_COOKIE_HTTPONLY": True,
            "SESSION_COOKIE_SAMESITE": "Lax",
            "PERMANENT_SESSION_LIFETIME": 60 * 60 * 12,
            "BABEL_DEFAULT_LOCALE": "nl",
            "BABEL_DEFAULT_TIMEZONE": "Europe/Amsterdam",
        }


def read_settings() -> Settings:
    """Return the settings of the environment, or raise with a line for each that is wrong."""
    try:
        return Settings()
    except ValidationError as error:
        lines = [
            f"{str(found['loc'][0]).upper()}: {found['msg'].removeprefix(PREFIX)}"
            for found in error.errors(include_url=False, include_input=False)
        ]
        message = "These settings cannot be used:\n  " + "\n  ".join(lines)
        raise WrongSettingsError(message) from None


def _reveal(secret: SecretStr | None) -> str | None:
    return secret.get_secret_value() or None if secret else None


def _database_url(url: SecretStr | None, data_dir: Path) -> str:
    given = _reveal(url)
    if given is None:
        data_dir.mkdir(parents=True, exist_ok=True)
        return f"sqlite:///{data_dir / 'participatie.sqlite'}"
    for short in ("postgres://", "postgresql://"):
        if given.startswith(short):
            return "postgresql+psycopg://" + given.removeprefix(short)
    return given


def _secret_key(key: SecretStr | None, data_dir: Path) -> str:
    """Return the given key, or the one kept in the data folder, made when it is absent."""
    given = _reveal(key)
    if given is not None:
        return given
    path = data_dir / "secret_key"
    if not path.exists():
        _keep(path, secrets.token_urlsafe(48))
    return path.read_text().strip()


def _keep(path: Path, text: str) -> None:
    """Write a private file whole, or leave the one another process wrote first."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(f".{os.getpid()}")
    temporary.touch(mode=0o600)
    temporary.write_text(text)
    with contextlib.suppress(FileExistsError):
        path.hardlink_to(temporary)
    temporary.unlink()
