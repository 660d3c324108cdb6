"""What can go wrong in the agenda."""

from participatie.core.errors import DomainError, NotFoundError


class GeenBijeenkomstError(NotFoundError):
    """There is no such meeting."""

    message = "Deze bijeenkomst bestaat niet."


class AfgelastError(DomainError):
    """A meeting that was called off does not change."""

    message = "Deze bijeenkomst gaat niet door. U kunt er niets meer aan wijzigen."


class GeenAanmeldingError(DomainError):
    """Nobody registers for this meeting."""

    message = "Voor deze bijeenkomst hoeft u zich niet aan te melden. U kunt zo komen."


class BegonnenError(DomainError):
    """The meeting has begun or is over."""

    message = "Deze bijeenkomst is al begonnen. Aanmelden of afmelden kan niet meer."


class NogNietGeweestError(DomainError):
    """A report is about what was."""

    message = "De bijeenkomst is nog niet geweest. Plaats het verslag daarna."
