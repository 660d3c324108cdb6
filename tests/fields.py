import html5lib


def fields_of(response) -> dict[str, str]:
    """Return the fields of the forms of a page as a browser would send them back."""
    page = html5lib.parse(response.text, namespaceHTMLElements=False)
    found = {}
    for field in page.iter("input"):
        if field.get("name") and field.get("type") not in {"checkbox", "radio", "submit"}:
            found[field.get("name")] = field.get("value") or ""
    return found
