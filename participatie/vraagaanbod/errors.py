"""What can go wrong with vraag en aanbod."""

from http import HTTPStatus

from participatie.core.errors import DomainError, InvalidInputError, NotAllowedError


class OproepDichtError(DomainError):
    """Nobody can respond to what was found, or is not sought any longer."""

    message = "Deze oproep is niet meer open. U kunt zich er niet meer voor aanmelden."


class AanbodDichtError(DomainError):
    """Nobody can respond to an offer that does not stand on the site."""

    message = "Dit aanbod staat niet meer op de site. U kunt er niet meer op reageren."


class InitiatiefDichtError(DomainError):
    """An initiatief that is finished, or not on the site, seeks nothing."""

    message = "Dit initiatief staat niet op de site of is klaar. Het vraagt nu niets."


class EigenOproepError(DomainError):
    """Nobody helps himself."""

    message = "Dit is een oproep van uw eigen initiatief."


class EigenAanbodError(DomainError):
    """Nobody asks himself, nor decides about what he offers."""

    message = "Dit is uw eigen aanbod."


class AlAangemeldError(DomainError):
    """Once per person, and once per initiatief."""

    message = "U heeft hier al op gereageerd. Bij “Mijn hulp en aanbod” ziet u uw bericht."


class OvergangError(DomainError):
    """Someone else was first, or it is over."""

    message = "Dit kan niet meer: er is intussen iets veranderd. Bekijk de pagina opnieuw."


class GeslotenDoorGemeenteError(NotAllowedError):
    """What a gebiedsverbinder closed stays closed."""

    message = "De gemeente heeft deze oproep gesloten. Vraag de gebiedsverbinder waarom."


class GeenLidVanError(InvalidInputError):
    """Someone speaks only for an organisatie he belongs to."""

    def __init__(self) -> None:
        super().__init__("U hoort niet bij deze organisatie. Kies opnieuw.", field="organisatie")


class ContactInTekstError(InvalidInputError):
    """Contact goes to one person, never on the page."""

    def __init__(self) -> None:
        super().__init__(
            "Zet geen webadres, e-mailadres of telefoonnummer in de tekst. Wie wil helpen, stuurt"
            " u een bericht.",
            field="wat",
        )


class TeVeelError(DomainError):
    """There are limits to how much one person asks and offers."""

    status = HTTPStatus.TOO_MANY_REQUESTS

    def __init__(self, wat: str) -> None:
        super().__init__(f"U heeft nu genoeg {wat}. Wacht even, of sluit er eerst een.")
