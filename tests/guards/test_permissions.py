"""The permission table is whole: nothing in it is unused, nothing used is missing."""

from pathlib import Path

import pytest

from participatie.accounts.rules import BEWONER_PERMISSIONS, PERMISSIONS
from participatie.accounts.types import Rol
from participatie.core.permissions import Permission

ROOT = Path(__file__).resolve().parents[2]
TABLE = {ROOT / "participatie/accounts/rules.py", ROOT / "participatie/core/permissions.py"}
SOURCES = "".join(
    path.read_text() for path in (ROOT / "participatie").rglob("*.py") if path not in TABLE
)


def test_every_role_has_a_line_in_the_permission_table() -> None:
    assert set(PERMISSIONS) == set(Rol)


def test_every_permission_is_given_to_someone() -> None:
    given = BEWONER_PERMISSIONS.union(*PERMISSIONS.values())
    assert given == set(Permission)


@pytest.mark.parametrize("permission", list(Permission))
def test_every_permission_is_asked_for_somewhere(permission: Permission) -> None:
    assert f"Permission.{permission.name}" in SOURCES
