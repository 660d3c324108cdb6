"""Whether something of the text of users became an element, an attribute or an address."""

import re

import html5lib

TEXT = "geboren"
RUNS = re.compile(r"^[\x00-\x20]*(javascript|vbscript|data:text)", re.IGNORECASE)
NEVER = {"iframe", "object", "embed", "base", "math", "frame"}


def born_in_text(page: str) -> list[str]:
    """Return the elements and attributes of a page that only the text of users can have made."""
    document = html5lib.parse(page, namespaceHTMLElements=False)
    found = []
    for element in document.iter():
        tag = str(element.tag).lower()
        if TEXT in tag or tag in NEVER or (tag == "script" and not element.get("src")):
            found.append(tag)
        for given, value in element.attrib.items():
            name = str(given).lower()
            if TEXT in name or name.startswith("on") or name == "srcdoc":
                found.append(f"{tag} {name}")
            if name in {"href", "src", "action", "formaction", "data"} and RUNS.match(value):
                found.append(f"{tag} {name}={value[:30]}")
    return found


def born_in(response) -> list[str]:
    """Return the same of an answer, when it is a page."""
    return born_in_text(response.text) if response.mimetype == "text/html" else []
