"""What the docs promise to be complete is complete."""

import re
from pathlib import Path

import pytest

from config import Settings

ROOT = Path(__file__).resolve().parents[2]
SETTINGS_PAGE = (ROOT / "docs/instellingen.md").read_text()
MAKEFILE = (ROOT / "Makefile").read_text()
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\]\((?!https?:|mailto:)([^)#]+)(?:#[^)]*)?\)")


@pytest.mark.parametrize("field", Settings.model_fields)
def test_every_setting_is_described(field: str) -> None:
    assert f"`{field.upper()}`" in SETTINGS_PAGE


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_between_the_docs_leads_somewhere(page: Path) -> None:
    broken = [link for link in LINK.findall(page.read_text()) if not (page.parent / link).exists()]
    assert broken == []


NAMED_TESTS = re.findall(r"`(tests/[^`]+)`", (ROOT / "docs/veiligheid.md").read_text())


@pytest.mark.parametrize("named", NAMED_TESTS)
def test_every_test_that_the_safety_page_names_exists(named: str) -> None:
    path, _, function = named.partition("::")
    assert (ROOT / path).exists()
    assert not function or f"def {function}(" in (ROOT / path).read_text()


@pytest.mark.parametrize("target", ["setup", "run", "test", "check", "bench", "help"])
def test_every_command_explains_itself(target: str) -> None:
    assert re.search(rf"^{target}:.*## \w", MAKEFILE, re.MULTILINE)
