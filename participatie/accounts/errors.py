"""What can go wrong with accounts."""

from http import HTTPStatus

from participatie.core.errors import DomainError, InvalidInputError


class WachtwoordTeZwakError(InvalidInputError):
    """A password that is too short, too long or easy to guess."""

    def __init__(self, message: str) -> None:
        super().__init__(message, field="wachtwoord")


class InloggenMisluktError(InvalidInputError):
    """The address and the password do not belong together; which of the two is never said."""

    message = (
        "Het e-mailadres of het wachtwoord klopt niet. Vul beide opnieuw in. "
        "Heeft u net een account gemaakt? Open dan eerst de link in uw mail."
    )

    def __init__(self) -> None:
        super().__init__(field="email")


class WachtwoordOnjuistError(InvalidInputError):
    """The password given to confirm something is not that of this gebruiker."""

    message = "Het wachtwoord klopt niet. Vul het wachtwoord in waarmee u nu inlogt."

    def __init__(self, *, field: str = "huidig") -> None:
        super().__init__(field=field)


class LinkVerlopenError(DomainError):
    """A mailed link that was used already, is too old, or never existed."""

    status = HTTPStatus.GONE
    message = "Deze link werkt niet meer. U kunt een link één keer gebruiken, en niet te laat."


class EmailBezetError(DomainError):
    """Someone else took this address after the link was mailed."""

    message = "Dit e-mailadres hoort al bij een account. Log daarmee in."


class CodeOnjuistError(InvalidInputError):
    """A code of the second factor that is wrong, too old, or used already."""

    message = "Deze code klopt niet. Wacht op een nieuwe code in uw app en vul die in."

    def __init__(self, message: str | None = None) -> None:
        super().__init__(message, field="code")


class TweedeFactorBestaatError(DomainError):
    """The second factor was set up already; only a beheerder can clear it."""

    message = "U heeft de extra controle al ingesteld."


class LaatsteBeheerderError(DomainError):
    """Without a beheerder nobody could ever give a role again."""

    message = "Dit is de laatste beheerder. Maak eerst iemand anders beheerder."


class RolAlVerleendError(InvalidInputError):
    """This person has this role in this gebied already."""

    message = "Deze persoon heeft deze rol al in dit gebied."
