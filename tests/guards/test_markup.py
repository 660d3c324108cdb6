"""Text becomes HTML in a few known places only; everything else is escaped by Jinja."""

import ast
import re
from pathlib import Path

import pytest
from jinja2 import nodes

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
MODULES = [*sorted((ROOT / "participatie").rglob("*.py")), ROOT / "config.py"]
# Where `Markup` may be called, and why it is safe there.
MARKUP = {
    "core/assets.py": "an icon from our own files",
    "core/markdown.py": "what was cleaned of all but a few tags",
    "core/mail_message.py": "a page whose parts are escaped by `format`",
    "core/panels.py": "what a template rendered",
}
# `_(name)` where the name is a text of ours: a constant of `rules.py`, never of a user.
OUR_OWN_WORDS = {
    "home/sitemap.html": {"naam"},
    "opendata/index.html": {"dataset.titel", "dataset.wat", "naam", "kolom.uitleg"},
    "programmas/_invloed.html": {"invloed.kop", "invloed.uitleg"},
}
GETTEXT = {"_", "gettext", "ngettext"}
UNSAFE_NAMES = {"Markup", "autoescape", "select_autoescape", "render_template_string"}
SWITCHED_OFF = re.compile(r"\|\s*safe\b|\bautoescape\s+false|\bMarkup\b")
JSON = re.compile(r"\|\s*tojson\b")
JSON_ESCAPED = re.compile(r"\|\s*tojson\s*\|\s*forceescape\b")


def calls_of_markup(source: str) -> list[str]:
    """Return the calls that make HTML of text, or that leave out escaping."""
    found = []
    for node in ast.walk(ast.parse(source)):
        name = getattr(node, "func", None)
        text = getattr(name, "id", getattr(name, "attr", ""))
        if isinstance(node, ast.Call) and text in UNSAFE_NAMES:
            found.append(text)
        if isinstance(node, ast.keyword) and node.arg == "autoescape":
            found.append(f"autoescape={ast.unparse(node.value)}")
    return found


def words_from_elsewhere(app, source: str) -> set[str]:
    """Return what a template translates that is no literal: gettext may not see text of users."""
    found = set()
    for call in app.jinja_env.parse(source).find_all(nodes.Call):
        named = isinstance(call.node, nodes.Name) and call.node.name in {
            "_",
            "gettext",
            "ngettext",
        }
        if named and call.args and not isinstance(call.args[0], nodes.Const):
            found.add(_written(call.args[0]))
    return found


def _written(node: nodes.Expr) -> str:
    if isinstance(node, nodes.Getattr):
        return f"{_written(node.node)}.{node.attr}"
    return node.name if isinstance(node, nodes.Name) else type(node).__name__


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_switches_escaping_off(path) -> None:
    assert not SWITCHED_OFF.search(path.read_text())


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_json_is_escaped_as_any_other_text(path) -> None:
    source = path.read_text()
    assert len(JSON.findall(source)) == len(JSON_ESCAPED.findall(source))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_translates_only_our_own_words(app, path) -> None:
    name = str(path.relative_to(ROOT / "templates"))
    assert words_from_elsewhere(app, path.read_text()) <= OUR_OWN_WORDS.get(name, set())


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_text_becomes_html_in_known_places_only(path) -> None:
    name = "/".join(path.parts[-2:])
    found = [call for call in calls_of_markup(path.read_text()) if call != "autoescape=True"]
    assert not found or name in MARKUP


def test_every_known_place_is_still_needed() -> None:
    unused = [
        name for name in MARKUP if not calls_of_markup((ROOT / "participatie" / name).read_text())
    ]
    assert unused == []


def test_every_page_is_escaped(app) -> None:
    assert app.jinja_env.from_string("{{ x }}").render(x="<b>") == "&lt;b&gt;"
    assert app.select_jinja_autoescape("a.html")


@pytest.mark.parametrize(
    "planted", ["{{ titel|safe }}", "{{ x | safe }}", "{% autoescape false %}"]
)
def test_control_a_template_that_switches_it_off_is_noticed(planted) -> None:
    assert SWITCHED_OFF.search(planted)


@pytest.mark.parametrize(
    "planted", ["Markup(titel)", "markupsafe.Markup(x)", "f(autoescape=False)"]
)
def test_control_text_made_html_is_noticed(planted) -> None:
    assert calls_of_markup(planted)


def test_control_translated_text_of_a_user_is_noticed(app) -> None:
    assert words_from_elsewhere(app, "{{ _(project.titel) }}{{ _('vast') }}") == {"project.titel"}
