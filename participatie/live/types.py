"""Values of the live room: what open pages are told, and how far a page has heard it."""

from dataclasses import dataclass

from participatie.gebieden.types import GebiedId

Gat = tuple[int, int]
"""Numbers, first and last, that were given out but not seen yet: still on their way, or never."""


@dataclass(frozen=True, kw_only=True)
class Melding:
    """One line of the journal as open pages hear it: only what they need to know it is theirs."""

    nummer: int
    naam: str
    soort: str
    id: int
    gebied_ids: tuple[int, ...] = ()
    project_ids: tuple[int, ...] = ()
    velden: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Stand:
    """How far someone has read: everything up to `nummer`, except what is in `gaten`.

    PostgreSQL gives a number when a line is written and shows the line when its transaction is
    committed, so a lower number can come after a higher one.
    """

    nummer: int
    gaten: tuple[Gat, ...] = ()

    def __str__(self) -> str:
        """Return it as it stands in an address and in `Last-Event-ID`."""
        gaten = (f"{van}-{tot}" if tot > van else f"{van}" for van, tot in self.gaten)
        return ".".join([str(self.nummer), *gaten])


@dataclass(frozen=True, kw_only=True)
class Vraag:
    """What one open page wants to hear about; an empty one hears everything.

    `soorten` are whole kinds ("project"), `dingen` single ones (("project", 12)), `gebied_ids`
    the gebieden whose page it is, with those below and above.
    """

    soorten: frozenset[str] = frozenset()
    dingen: frozenset[tuple[str, int]] = frozenset()
    gebied_ids: frozenset[GebiedId] = frozenset()
    alles: bool = False


@dataclass(frozen=True, kw_only=True)
class Bericht:
    """What is sent: some meldingen, or (without any) the advice to look at everything anew."""

    stand: Stand
    meldingen: tuple[Melding, ...] = ()
    alles: bool = False
