"""Making tagged PDF (PDF/UA-1) from a template of our own and data that may hold any text.

The work is done in a process of its own, with limits on memory and time, without our settings
and without files but the templates and the letters. Data go in as values, never as source: what
someone typed cannot become markup. A sign that none of the letters has is shown as a box.
"""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from participatie.core import clock
from participatie.core.pdf_data import Value
from participatie.core.tekst import without_control_characters

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "templates" / "typst"
FONTS = ROOT / "static" / "vendor" / "fonts" / "pdf"
CHILD = Path(__file__).with_name("pdf_child.py")
MAX_SECONDS = 120
ATTEMPTS = 5
BOX = "\N{WHITE SQUARE}"
SURE = 0x250  # the first sign after Latin: further on, not every sign has a shape
_NOT_SHOWN = re.compile(r'the text `"(.*?)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")

Clean = Callable[[str], str]


class PdfError(RuntimeError):
    """The PDF could not be made; `why` may hold text of users and is not for a log."""

    def __init__(self, template: str, why: str) -> None:
        super().__init__(f"The PDF of {template} could not be made.")
        self.why = why


def make_pdf(template: str, data: Mapping[str, Value]) -> bytes:
    """Return the PDF of `templates/typst/<template>`; a drawing is a text of SVG in the data."""
    value: Value = _each_text(data, _storable)
    why = ""
    for attempt in range(ATTEMPTS):
        made, why = _run_child(template, value)
        if made:
            return made
        strange = _not_shown(why)
        if not strange:
            break
        is_last_but_one = attempt == ATTEMPTS - 2
        value = _each_text(value, _latin if is_last_but_one else _boxed(strange))
    raise PdfError(template, why)


def _run_child(template: str, value: Value) -> tuple[bytes, str]:
    """Return the PDF, or nothing and why it was refused."""
    order = {
        "template": template,
        "templates": str(TEMPLATES),
        "fonts": str(FONTS),
        "moment": int(clock.now().timestamp()),
        "data": json.dumps(value),
    }
    try:
        done = subprocess.run(  # noqa: S603  # our own program
            [sys.executable, "-I", str(CHILD)],
            input=json.dumps(order).encode(),
            capture_output=True,
            check=False,
            env={},
            timeout=MAX_SECONDS,
        )
    except subprocess.TimeoutExpired as error:
        raise PdfError(template, "It took too long.") from error
    return (done.stdout, "") if done.returncode == 0 else (b"", done.stderr.decode())


def _not_shown(why: str) -> frozenset[str]:
    """Return the signs for which no letter was found, as the compiler names them."""
    texts = (
        _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
        for text in _NOT_SHOWN.findall(why)
    )
    return frozenset(sign for text in texts for sign in text if not sign.isascii())


def _each_text(value: Value, clean: Clean) -> Value:
    """Return the same value with each text in it cleaned."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, Mapping):
        return {name: _each_text(part, clean) for name, part in value.items()}
    if isinstance(value, Sequence):
        return [_each_text(part, clean) for part in value]
    return value


def _storable(text: str) -> str:
    return without_control_characters(text, lines=True)


def _boxed(strange: frozenset[str]) -> Clean:
    boxes = str.maketrans(dict.fromkeys(strange, BOX))
    return lambda text: text.translate(boxes)


def _latin(text: str) -> str:
    return "".join(sign if ord(sign) < SURE or sign == "€" else "?" for sign in text)
