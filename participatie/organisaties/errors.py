"""What can go wrong with organisaties."""

from participatie.core.errors import InvalidInputError, NotAllowedError


class NaamBezetError(InvalidInputError):
    """Another organisatie has this name."""

    def __init__(self) -> None:
        super().__init__("Er is al een organisatie met deze naam.", field="naam")


class AlLidError(InvalidInputError):
    """Someone who belongs to it already."""

    def __init__(self) -> None:
        super().__init__("Deze persoon hoort al bij deze organisatie.", field="email")


class GeenAccountError(InvalidInputError):
    """Nobody has this address; only told to who may see all accounts."""

    def __init__(self) -> None:
        super().__init__(
            "Niemand heeft een account met dit adres. Vraag deze persoon eerst een account te"
            " maken.",
            field="email",
        )


class GeenLidError(NotAllowedError):
    """Someone who does not belong to this organisatie."""

    message = "U hoort niet bij deze organisatie."
