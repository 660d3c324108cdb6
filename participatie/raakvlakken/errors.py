"""What can go wrong with raakvlakken."""

from participatie.core.errors import DomainError, StaleError


class AlBeoordeeldError(StaleError):
    """A colleague was first, or the projects changed."""

    message = (
        "Dit raakvlak is intussen gewijzigd: een collega was u net voor, of een van de projecten "
        "is veranderd. Er is niets opgeslagen. Uw tekst staat nog op deze pagina."
    )


class VervallenError(DomainError):
    """The projects do not touch any more."""

    message = "Deze projecten raken elkaar niet meer. U hoeft er niets meer van te vinden."


class NietsTerugTeNemenError(DomainError):
    """There is no judgement to take back."""

    message = "Er is geen oordeel om terug te nemen."
