"""Every command of ours tells in Dutch what it does."""

import re
from importlib import import_module

import pytest

from participatie.blueprints import COMMANDS

ENGLISH = re.compile(
    r"\b(the|and|with|that|this|what|whose|everything|someone|show|print|load|make|read|send)\b",
    re.IGNORECASE,
)
GROUPS = [import_module(module).group for module in COMMANDS]
TEXTS = {
    f"{group.name} {getattr(part, 'name', '')} {getattr(param, 'name', '')}".strip(): text
    for group in GROUPS
    for part in (group, *group.commands.values())
    for param in (part, *part.params)
    if (text := getattr(param, "help", None)) is not None
}


@pytest.mark.parametrize("where", sorted(TEXTS))
def test_the_help_of_a_command_is_dutch(where) -> None:
    assert ENGLISH.findall(TEXTS[where]) == []


def test_every_command_has_help() -> None:
    commands = [command for group in GROUPS for command in (group, *group.commands.values())]
    assert [command.name for command in commands if not command.help] == []
