from participatie.accounts.models import Gebruiker
from participatie.core.permissions import Permission


def test_everyone_with_an_account_may_send_something_in() -> None:
    assert Gebruiker(rollen=[]).may(Permission.INZENDING_INDIENEN)


def test_someone_without_a_role_may_not_moderate() -> None:
    assert not Gebruiker(rollen=[]).may(Permission.INZENDING_MODEREREN)
