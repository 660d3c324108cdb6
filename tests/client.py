"""A test client that checks what holds for every page."""

import re

import html5lib
from flask.testing import FlaskClient

from participatie.core.db import db

INLINE = re.compile(r"style$|on[a-z]+$")


class CheckingClient(FlaskClient):
    """Runs each request in a context of its own and parses every page strictly."""

    def open(self, *args, **kwargs):
        db.session.commit()  # what the test prepared
        with self.application.app_context():
            response = super().open(*args, **kwargs)
        db.session.expire_all()
        if response.mimetype == "text/html" and response.status_code not in {301, 302, 303, 308}:
            check_page(response.text)
        return response

    def sign_in(self, gebruiker) -> "CheckingClient":
        """Become this gebruiker, with the second factor already given where one is needed."""
        with self.session_transaction() as session:
            session["_user_id"] = gebruiker.get_id()
            session["_fresh"] = True
            session["tweede_factor"] = gebruiker.zegel
        return self


def check_page(page: str) -> None:
    """Raise when a page is not valid HTML or breaks a rule of every page."""
    document = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    assert len(document.findall(".//h1")) == 1, "a page has one h1"
    assert document.findtext(".//title"), "a page has a title"
    inline = {name for element in document.iter() for name in element.attrib if INLINE.match(name)}
    assert not inline, f"inline style or script: {inline}"
    ids = [element.get("id") for element in document.iter() if element.get("id")]
    assert len(ids) == len(set(ids)), f"an id stands twice: {sorted(ids)}"
