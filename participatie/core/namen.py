"""Words for enum members: the `naam` filter shows any member in plain Dutch.

A room keeps its words in `rules.py`, as a mapping from member to text; `wiring.py` registers them.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from flask import Flask
from flask_babel import gettext

_namen: dict[type[StrEnum], Mapping[Any, str]] = {}


def register_namen(*mappings: Mapping[Any, str]) -> None:
    """Register the words of enums; each mapping must name every member of its enum."""
    for mapping in mappings:
        soort: type[StrEnum] = type(next(iter(mapping)))
        missing = [member for member in soort if member not in mapping]
        if missing:
            raise LookupError(f"{soort.__name__} has members without a name: {missing}")
        _namen[soort] = mapping


def naam(member: StrEnum) -> str:
    """Return the word for an enum member in the language of the visitor."""
    return str(gettext(_namen[type(member)][member]))


def init_app(app: Flask) -> None:
    """Make `{{ project.fase | naam }}` work."""
    app.add_template_filter(naam)
