"""Feeds as Atom (RFC 4287). Pure."""

from datetime import UTC, datetime
from xml.etree import ElementTree as ET

from participatie.core.tekst import without_control_characters
from participatie.feeds.types import Bericht, Feed

ATOM = "http://www.w3.org/2005/Atom"
JAAR = 2026
"""The year in which the addresses of the entries were given out: it stays, see RFC 4151."""
NOG_NIETS = datetime(JAAR, 1, 1, tzinfo=UTC)
TEKST_MAX = 1_000
ET.register_namespace("", ATOM)


def make_atom(feed: Feed, *, site: str, naam: str) -> bytes:
    """Return the feed; `site` is the address of the site, `naam` what it is called."""
    root = ET.Element(f"{{{ATOM}}}feed", {"xml:lang": "nl"})
    _add(root, "id", _tag(site, feed.sleutel))
    _add(root, "title", feed.titel)
    _add(root, "updated", _moment(updated_of(feed)))
    _link(root, "self", site + feed.eigen, "application/atom+xml")
    _link(root, "alternate", site + feed.pad, "text/html")
    author = ET.SubElement(root, f"{{{ATOM}}}author")
    _add(author, "name", naam)
    for bericht in feed.berichten:
        _entry(root, bericht, site)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))


def updated_of(feed: Feed) -> datetime:
    """Return when anything in the feed last changed."""
    return max((bericht.op for bericht in feed.berichten), default=NOG_NIETS)


def _entry(root: ET.Element, bericht: Bericht, site: str) -> None:
    entry = ET.SubElement(root, f"{{{ATOM}}}entry")
    _add(entry, "id", _tag(site, bericht.sleutel))
    _add(entry, "title", bericht.titel)
    _add(entry, "updated", _moment(bericht.op))
    _link(entry, "alternate", site + bericht.pad, "text/html")
    ET.SubElement(entry, f"{{{ATOM}}}category", {"term": bericht.soort})
    tekst = bericht.tekst.strip()
    cut = f"{tekst[:TEKST_MAX].rstrip()}…" if len(tekst) > TEKST_MAX else tekst
    _add(entry, "summary", cut)


def _add(parent: ET.Element, name: str, text: str) -> None:
    plain = without_control_characters(text.replace("\r\n", "\n"), lines=True)
    ET.SubElement(parent, f"{{{ATOM}}}{name}").text = "".join(filter(_is_xml, plain))


def _is_xml(letter: str) -> bool:
    """Tell whether a character may stand in XML 1.0."""
    return letter not in "\ufffe\uffff"


def _link(parent: ET.Element, rel: str, href: str, soort: str) -> None:
    ET.SubElement(parent, f"{{{ATOM}}}link", {"rel": rel, "href": href, "type": soort})


def _tag(site: str, sleutel: str) -> str:
    host = site.partition("://")[2].partition("/")[0].partition(":")[0]
    return f"tag:{host},{JAAR}:{sleutel}"


def _moment(op: datetime) -> str:
    return op.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
