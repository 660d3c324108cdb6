"""What the demo city is made of."""

from dataclasses import dataclass

from participatie.accounts.types import Rol


@dataclass(frozen=True)
class DemoPersoon:
    """Someone invented: `gebied` is the code, or for a stadsdeel the name."""

    email: str
    naam: str
    rol: Rol | None = None
    gebied: str | None = None


@dataclass(frozen=True)
class Toegang:
    """How a visitor of the demo signs in as someone."""

    naam: str
    email: str
    rol: str
    code: str | None
