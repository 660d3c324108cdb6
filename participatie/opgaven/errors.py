"""What can go wrong with gebiedsopgaven."""

from participatie.core.errors import DomainError


class VersieVastError(DomainError):
    """A version that was vastgesteld never changes."""

    message = (
        "Deze versie is vastgesteld en verandert niet meer. Herijk de opgave om iets te wijzigen."
    )


class AlEenConceptError(DomainError):
    """Only one version at a time is in the making."""

    message = "Er is al een concept van deze opgave. Werk daarin verder."


class NietsVastgesteldError(DomainError):
    """Only what was vastgesteld can be herijkt."""

    message = "Deze opgave is nog niet vastgesteld. Wijzig het concept."
