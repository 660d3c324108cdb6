"""What can happen to signalen. Ids and facts only."""

from dataclasses import dataclass

from participatie.core.events import Event


@dataclass(frozen=True, kw_only=True)
class SignaalGevonden(Event):
    """More came from a gebied about a thema than usual."""

    gebied_id: int
    thema: str
    signaal_soort: str
    week: str
    aantal: int


@dataclass(frozen=True, kw_only=True)
class SignaalVervallen(Event):
    """What was new turned out to be no rise: something was taken away afterwards."""

    gebied_id: int


@dataclass(frozen=True, kw_only=True)
class SignaalBehandeld(Event):
    """An official saw a signal, took it up, or put it back."""

    van: str
    naar: str
