"""Translated text that can hold the text of users, such as the title in a question."""

from flask_babel.speaklater import LazyString
from markupsafe import escape


def _escaped(text: LazyString) -> str:
    return escape(str(text))


def init_app() -> None:
    """Escape a lazy text in a page as any other: Flask-Babel calls it HTML already."""
    LazyString.__html__ = _escaped
