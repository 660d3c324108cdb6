import pytest

from participatie.accounts.errors import WachtwoordTeZwakError
from participatie.accounts.rules import PERMISSIONS, ROL_NAMEN, check_naam
from participatie.accounts.rules_tweede_factor import clean_code, show_herstelcode, stappen_around
from participatie.accounts.rules_wachtwoord import check_wachtwoord, normalise_wachtwoord
from participatie.accounts.types import Rol
from participatie.core.errors import InvalidInputError

EMAIL = "bea@voorbeeld.example"


def test_every_role_stands_in_the_permission_table() -> None:
    assert set(PERMISSIONS) == set(Rol) == set(ROL_NAMEN)


@pytest.mark.parametrize(
    "wachtwoord",
    ["korte zin", "1234567890", "Welkom2026!", "welkom welkom", "aaaaaaaaaaaa", EMAIL],
)
def test_a_password_that_is_easy_to_guess_is_refused(wachtwoord) -> None:
    with pytest.raises(WachtwoordTeZwakError):
        check_wachtwoord(wachtwoord, email=EMAIL)


@pytest.mark.parametrize(
    "wachtwoord",
    ["korte zinnen onthoudt u", "xK9#mPq2vL", "welkom in onze tuin", "密码密码我们的花园很漂亮"],
)
def test_any_other_password_is_fine(wachtwoord) -> None:
    check_wachtwoord(wachtwoord, email=EMAIL)


def test_a_password_is_the_same_on_every_keyboard() -> None:
    assert normalise_wachtwoord("cafe\u0301") == normalise_wachtwoord("caf\u00e9")


def test_a_name_keeps_its_own_letters() -> None:
    assert check_naam("Ömer  d'Àncona-Şahin") == "Ömer d'Àncona-Şahin"


@pytest.mark.parametrize("naam", ["", "  ", "123", "...", "a" * 61, "a@b.nl", "www.x.nl"])
def test_what_is_not_a_name_is_refused(naam) -> None:
    with pytest.raises(InvalidInputError):
        check_naam(naam)


def test_a_code_is_accepted_half_a_minute_around_now() -> None:
    assert list(stappen_around(60)) == [1, 2, 3]


def test_a_typed_code_may_have_spaces_dashes_and_capitals() -> None:
    assert clean_code(" AB-cd 12") == "abcd12"


def test_a_recovery_code_is_shown_in_groups() -> None:
    assert show_herstelcode("abcdefgh2345") == "abcd-efgh-2345"
