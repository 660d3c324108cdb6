from datetime import date

from participatie.home.rules import security_txt_expires


def test_the_security_contact_is_trusted_for_a_while_only() -> None:
    today = date(2026, 11, 21)
    assert 0 < (security_txt_expires(today) - today).days < 366
