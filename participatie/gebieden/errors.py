"""What can go wrong in the gebieden room."""

from participatie.core.errors import InvalidInputError


class ImportRefusedError(InvalidInputError):
    """A file that cannot be imported; nothing was changed."""

    message = "Dit bestand kan niet worden ingelezen."
