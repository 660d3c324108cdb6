import pytest

from participatie.core.mail_message import html_of
from participatie.core.mail_transport import SmtpSettings


def test_an_address_with_a_password_and_starttls_is_read() -> None:
    found = SmtpSettings.from_url("smtp://u%40x:p%2Fw@mail.example:587?starttls")
    assert found == SmtpSettings("mail.example", 587, "u@x", "p/w", tls=False, starttls=True)


def test_smtps_has_its_own_port() -> None:
    found = SmtpSettings.from_url("smtps://mail.example")
    assert found == SmtpSettings("mail.example", 465, "", "", tls=True, starttls=False)


@pytest.mark.parametrize("url", ["", "mail.example", "http://mail.example", "smtp://"])
def test_another_address_is_refused_without_showing_it(url) -> None:
    with pytest.raises(ValueError, match="SMTP_URL must look like") as refusal:
        SmtpSettings.from_url(url)
    assert url == "" or url not in str(refusal.value).replace("smtp://user", "")


def test_html_of_a_mail_has_paragraphs_and_links() -> None:
    page = html_of("Onderwerp", "Beste,\n\nKlik https://x.example/a?b=1&c=2.\nGroet")
    assert "<p>Beste,</p>" in page
    assert (
        '<a href="https://x.example/a?b=1&amp;c=2">https://x.example/a?b=1&amp;c=2</a>.<br>'
        in page
    )


@pytest.mark.parametrize("text", ["<script>x</script>", 'https://x.example/"onclick="y', "<a>"])
def test_html_of_a_mail_has_nothing_of_the_text_as_html(text) -> None:
    page = html_of(text, text)
    assert text not in page
