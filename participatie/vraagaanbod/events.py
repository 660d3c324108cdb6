"""What can happen with vraag en aanbod. Ids and facts only: never a text, nor who responds.

Only `OproepenGewijzigd` and `AanbodGewijzigd` are told to open pages, about what is public.
"""

from dataclasses import dataclass

from participatie.core.events import Event


@dataclass(frozen=True, kw_only=True)
class OproepenGewijzigd(Event):
    """What everyone can read of the needs of an initiatief changed."""

    openbaar = True
    gebied_ids: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class OproepGeplaatst(Event):
    """An initiatief says what it seeks."""

    oproep_id: int
    behoefte: str


@dataclass(frozen=True, kw_only=True)
class OproepStatusGewijzigd(Event):
    """What was sought was found, is not sought any longer, or is sought again.

    `door_gemeente` tells that a gebiedsverbinder closed it, with a reason.
    """

    oproep_id: int
    van: str
    naar: str
    door_gemeente: bool


@dataclass(frozen=True, kw_only=True)
class AanbodGewijzigd(Event):
    """What everyone can read of an offer changed: it came, or went."""

    openbaar = True
    gebied_ids: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class AanbodGeplaatst(Event):
    """Someone offers something to a gebied; it may have to wait for a gebiedsverbinder."""

    behoefte: str
    status: str
    gebied_id: int


@dataclass(frozen=True, kw_only=True)
class AanbodStatusGewijzigd(Event):
    """An offer was shown, hidden or closed. Without an actor: its last day was over."""

    van: str
    naar: str
    gebied_id: int


@dataclass(frozen=True, kw_only=True)
class AanmeldingGestuurd(Event):
    """Someone wrote that he wants to help; who is for who asked only."""

    aanmelding_id: int


@dataclass(frozen=True, kw_only=True)
class AanmeldingBeantwoord(Event):
    """Who asked answered."""

    aanmelding_id: int
    naar: str


@dataclass(frozen=True, kw_only=True)
class AanmeldingIngetrokken(Event):
    """Who wrote it took his message back; it is gone after this."""

    aanmelding_id: int
