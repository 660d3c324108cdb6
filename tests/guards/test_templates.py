"""Rules about every template."""

import json
import re
from functools import cache
from pathlib import Path

import pytest
from jinja2 import nodes

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = sorted(
    str(path.relative_to(ROOT / "templates"))
    for path in (ROOT / "templates").rglob("*")
    if path.suffix in {".html", ".txt", ".xml"}
)
PAGES = [name for name in TEMPLATES if name.endswith(".html")]
MAX_LINES = 100
INLINE = re.compile(
    r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)|javascript:", re.IGNORECASE
)
VENDOR = json.loads((ROOT / "scripts/vendor.json").read_text())
INSTALLED = {name for names in VENDOR["components"].values() for name in names}
DESIGN_SYSTEM = re.compile(r"\b(?:nl|utrecht)-[a-z][\w-]*")
ICON_CALL = re.compile(r"""(?:\bicon\(|\bsvg_icon\(|\bicon=|\bicon_name=)["']([a-z0-9-]+)["']""")


def source(name: str) -> str:
    return (ROOT / "templates" / name).read_text()


def tree(app, name: str) -> nodes.Template:
    return app.jinja_env.parse(source(name), name)


def imported(page: nodes.Template) -> set[str]:
    return {
        alias if isinstance(alias, str) else alias[1]
        for found in page.find_all(nodes.FromImport)
        for alias in found.names
    }


@cache
def macros(app) -> set[str]:
    return {macro.name for name in PAGES for macro in tree(app, name).find_all(nodes.Macro)}


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_compiles(app, name) -> None:
    app.jinja_env.get_template(name)


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_fits_in_one_sitting(name) -> None:
    assert len(source(name).splitlines()) <= MAX_LINES


@pytest.mark.parametrize("name", PAGES)
def test_a_template_has_no_inline_style_or_script(name) -> None:
    assert not INLINE.search(source(name))


@pytest.mark.parametrize("name", [name for name in PAGES if not name.startswith("layouts/")])
def test_a_page_has_a_title(app, name) -> None:
    page = tree(app, name)
    blocks = {block.name for block in page.find_all(nodes.Block)}
    assert "title" in blocks or not page.find(nodes.Extends)


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_uses_everything_it_imports(app, name) -> None:
    page = tree(app, name)
    used = {found.name for found in page.find_all(nodes.Name) if found.ctx == "load"}
    assert imported(page) <= used


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_imports_the_macros_it_uses(app, name) -> None:
    page = tree(app, name)
    called = {
        found.node.name
        for found in page.find_all(nodes.Call)
        if isinstance(found.node, nodes.Name)
    }
    own = {found.name for found in page.find_all(nodes.Macro)}
    assert (called & macros(app)) - imported(page) - own - {"field"} == set()


@pytest.mark.parametrize("name", PAGES)
def test_every_template_used_by_name_exists(app, name) -> None:
    page = tree(app, name)
    used = {
        found.template.value
        for kind in (nodes.Extends, nodes.Include, nodes.FromImport, nodes.Import)
        for found in page.find_all(kind)
        if isinstance(found.template, nodes.Const)
    }
    assert used <= set(TEMPLATES)


@pytest.mark.parametrize("name", PAGES)
def test_the_design_system_classes_of_a_page_are_installed(name) -> None:
    assert set(DESIGN_SYSTEM.findall(source(name))) <= INSTALLED


@pytest.mark.parametrize("name", PAGES)
def test_the_icons_of_a_page_are_installed(name) -> None:
    assert set(ICON_CALL.findall(source(name))) <= set(VENDOR["icons"])


def test_every_css_class_of_the_design_system_that_is_installed_is_used() -> None:
    everything = "".join(source(name) for name in PAGES)
    assert {name for name in INSTALLED if name not in everything} == set()


def test_every_style_sheet_of_a_component_is_loaded() -> None:
    main = (ROOT / "static/css/main.css").read_text()
    files = {path.name for path in (ROOT / "static/css/components").glob("*.css")}
    assert files == set(re.findall(r'"components/([\w.]+)"', main))
