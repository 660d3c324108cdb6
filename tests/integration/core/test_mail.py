import pytest
from jinja2 import DictLoader

from participatie.core.mail import queue_mail, site_link
from tests.mailbox import mails_to


@pytest.fixture
def template(app, monkeypatch):
    texts = {"mail.txt": "Over {{ titel }}\n\nBeste {{ naam }},\n\n{{ tekst }}\n"}
    monkeypatch.setattr(app.jinja_env, "loader", DictLoader(texts))
    return "mail.txt"


def test_a_mail_waits_with_its_subject_and_text(session, template) -> None:
    queue_mail(to="a@b.example", template=template, titel="x", naam="<b>", tekst="y")
    mail = mails_to("a@b.example")[0]
    assert (mail.onderwerp, mail.tekst) == ("Over x", "Beste <b>,\n\ny\n")


def test_a_line_break_in_a_title_adds_no_header(session, template) -> None:
    queue_mail(to="a@b.example", template=template, titel="x\r Bcc: z@z", naam="", tekst="")
    assert "\r" not in mails_to("a@b.example")[0].onderwerp


def test_a_link_has_the_host_of_the_settings(app) -> None:
    with app.test_request_context("/", headers={"Host": "evil.example"}):
        assert site_link("/account") == "http://localhost/account"


def test_who_left_gets_no_mail(session, template) -> None:
    queue_mail(to="x@verwijderd.invalid", template=template, titel="x", naam="x", tekst="x")
    assert mails_to("x@verwijderd.invalid") == []
