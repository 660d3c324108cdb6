"""Rules about the colours and tokens of the style sheets."""

import re
from pathlib import Path

import pytest

STATIC = Path(__file__).resolve().parents[2] / "static"
SHEETS = sorted((STATIC / "css").rglob("*.css"))
DEFINED = re.compile(r"(--[\w-]+)\s*:")
USED = re.compile(r"var\((--[\w-]+)\)")  # without a value to fall back on
COLOURS = dict(
    re.findall(r"--color-([\w-]+): (#[0-9a-f]{3,6});", (STATIC / "css/theme.css").read_text())
)
AA_TEXT = 4.5
AA_CONTROL = 3
TEXT_PAIRS = [
    ("ink", "page"), ("ink", "surface"), ("ink-soft", "page"), ("ink-soft", "surface"),
    ("ink-soft", "action-soft"), ("action", "page"), ("action", "surface"),
    ("action", "action-soft"), ("action-dark", "action-soft"), ("on-action", "action"),
    ("on-action", "action-dark"), ("ink", "focus-glow"), ("info", "info-soft"),
    ("success", "success-soft"), ("warning", "warning-soft"), ("danger", "danger-soft"),
    ("danger", "page"), ("ink", "warning-soft"),
]  # fmt: skip


def luminance(colour: str) -> float:
    digits = colour.removeprefix("#")
    pairs = [digits[i : i + 2] for i in (0, 2, 4)] if len(digits) == 6 else [d * 2 for d in digits]
    shares = [int(pair, 16) / 255 for pair in pairs]
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(COLOURS[one]), luminance(COLOURS[other])), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_stands_out_from_its_ground(text, ground) -> None:
    assert contrast(text, ground) >= AA_TEXT


@pytest.mark.parametrize("ground", ["page", "surface", "action-soft"])
def test_the_border_of_a_control_stands_out(ground) -> None:
    assert contrast("control", ground) >= AA_CONTROL


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: str(path.relative_to(STATIC)))
def test_every_token_that_is_used_has_a_value(path: Path) -> None:
    known = {
        name
        for sheet in (*SHEETS, STATIC / "vendor/nlds.css")
        for name in DEFINED.findall(sheet.read_text())
    }
    assert set(USED.findall(path.read_text())) <= known
