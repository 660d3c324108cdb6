"""Settings that cannot be used are refused at start, by name and never with their value."""

import pytest

from config import WrongSettingsError, read_settings

GEHEIM = "hoort-niet-in-een-melding"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", f"mysql://root:{GEHEIM}@host/db"),
        ("DATABASE_URL", GEHEIM),
        ("REDIS_URL", GEHEIM),
        ("SMTP_URL", f"http://{GEHEIM}"),
        ("SITE_URL", GEHEIM),
        ("SECRET_KEY", GEHEIM[:20]),
        ("TRUSTED_PROXIES", "veel"),
        ("TRUSTED_PROXIES", "-1"),
        ("THEMA_CSS", "/bestaat/niet.css"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(monkeypatch, name, value) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(WrongSettingsError, match=name):
        read_settings()


@pytest.mark.parametrize("name", ["DATABASE_URL", "REDIS_URL", "SMTP_URL", "SECRET_KEY"])
def test_what_is_refused_is_not_shown(monkeypatch, name) -> None:
    monkeypatch.setenv(name, GEHEIM[:12])
    with pytest.raises(WrongSettingsError) as refused:
        read_settings()
    assert GEHEIM[:12] not in str(refused.value)


def test_an_empty_setting_is_as_if_it_were_not_there(monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    for name in ("DATABASE_URL", "REDIS_URL", "SMTP_URL", "SECRET_KEY"):
        monkeypatch.setenv(name, "")
    assert read_settings().to_flask()["SMTP_URL"] is None


@pytest.mark.parametrize("scheme", ["postgres", "postgresql"])
def test_the_short_names_of_postgresql_are_understood(monkeypatch, tmp_path, scheme) -> None:
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    monkeypatch.setenv("DATABASE_URL", f"{scheme}://someone@host/db")
    url = read_settings().to_flask()["SQLALCHEMY_DATABASE_URI"]
    assert url == "postgresql+psycopg://someone@host/db"


def test_the_secret_key_is_made_once_and_kept_private(monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    first = read_settings().to_flask()["SECRET_KEY"]
    assert read_settings().to_flask()["SECRET_KEY"] == first
    assert (tmp_path / "secret_key").stat().st_mode & 0o077 == 0
