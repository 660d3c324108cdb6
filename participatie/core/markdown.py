"""What editors write in Markdown, as HTML that can do no harm.

The parser knows no HTML and no pictures, and goes no deeper than it should; what it makes is
cleaned once more, so that only the tags below and safe addresses are left.
"""

from dataclasses import dataclass
from functools import lru_cache

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

DEEPEST = 12
TAGS = {
    "p", "br", "hr", "h2", "h3", "h4", "ul", "ol", "li", "strong", "em", "a", "code", "pre",
    "blockquote",
}  # fmt: skip
ATTRIBUTES: dict[str, set[str]] = {
    "*": set(),
    "a": {"href"},
    "h2": {"id"},
    "h3": {"id"},
    "h4": {"id"},
    "ol": {"start"},
}
SCHEMES = {"http", "https", "mailto", "tel"}
LEVELS = {"h1": "h2", "h2": "h3", "h3": "h4", "h4": "h4", "h5": "h4", "h6": "h4"}

_parser = MarkdownIt("commonmark", {"html": False, "maxNesting": DEEPEST}).disable("image")


@dataclass(frozen=True)
class Kop:
    """A heading in a text: where it is on the page, and what it says."""

    id: str
    tekst: str


@dataclass(frozen=True)
class Opgemaakt:
    """A text as HTML, with the headings under which it is divided."""

    html: Markup
    koppen: tuple[Kop, ...]


@lru_cache(maxsize=256)
def render(text: str, anker: str = "deel") -> Opgemaakt:
    """Return the text as HTML for below the title of a page; ids begin with `anker`."""
    tokens = _parser.parse(text)
    koppen = _name_headings(tokens, anker)
    html = _parser.renderer.render(tokens, _parser.options, {})
    clean = nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel="noopener noreferrer nofollow",
    )
    return Opgemaakt(Markup(clean), koppen)  # noqa: S704  # cleaned just above


def _name_headings(tokens: list[Token], anker: str) -> tuple[Kop, ...]:
    """Put the headings below that of the page, give them ids, and return the largest."""
    steps = sorted({LEVELS[token.tag] for token in tokens if token.type == "heading_open"})
    koppen = []
    for number, token in enumerate(tokens):
        if not token.type.startswith("heading_"):
            continue
        token.tag = f"h{steps.index(LEVELS[token.tag]) + 2}"
        if token.type == "heading_open":
            kop = Kop(f"{anker}-{number}", _words(tokens[number + 1]))
            token.attrSet("id", kop.id)
            if token.tag == "h2" and kop.tekst:
                koppen.append(kop)
    return tuple(koppen)


def _words(inline: Token) -> str:
    parts = [child.content for child in inline.children or () if not child.tag or child.content]
    return " ".join("".join(parts).split())
