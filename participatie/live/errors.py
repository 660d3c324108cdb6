"""What can be wrong with a question about what is new. The message may be shown."""

from participatie.core.errors import InvalidInputError


class OnbekendeVraagError(InvalidInputError):
    """The address asks for something that cannot be listened to."""

    def __init__(self) -> None:
        super().__init__("Dit adres klopt niet: we weten niet waarover u iets wilt horen.")
