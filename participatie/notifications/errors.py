"""What someone cannot do with berichten."""

from participatie.core.errors import InvalidInputError
from participatie.notifications.types import MEESTE_BUURTEN, MEESTE_ZOEKOPDRACHTEN


class TeVeelBuurtenError(InvalidInputError):
    """Someone keeps as many neighbourhoods as there may be."""

    message = f"U bewaart al {MEESTE_BUURTEN} buurten. Verwijder er eerst één."


class TeVeelZoekopdrachtenError(InvalidInputError):
    """Someone keeps as many searches as there may be."""

    message = f"U bewaart al {MEESTE_ZOEKOPDRACHTEN} zoekopdrachten. Verwijder er eerst één."
