"""What can go wrong in the kennisbank."""

from participatie.core.errors import DomainError, NotFoundError


class GeenArtikelError(NotFoundError):
    """The article does not exist, or not for this person."""

    message = "Dit artikel bestaat niet (meer)."


class NietsNieuwsError(DomainError):
    """The newest version is published already."""

    message = "De nieuwste versie staat al op de site."


class NietGepubliceerdError(DomainError):
    """Only what is published can be taken back."""

    message = "Dit artikel staat niet op de site."


class GeenPuntError(NotFoundError):
    """The point does not stand in the checklist (any more)."""

    message = "Dit punt staat niet (meer) in de lijst. Laad de pagina opnieuw."
