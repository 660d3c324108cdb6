"""What can happen to an account. Never with a name, an address or a secret."""

from dataclasses import dataclass

from participatie.core.events import Event


@dataclass(frozen=True, kw_only=True)
class GebruikerGeregistreerd(Event):
    """Someone confirmed an address and has an account."""


@dataclass(frozen=True, kw_only=True)
class NaamGewijzigd(Event):
    """Someone shows another name."""


@dataclass(frozen=True, kw_only=True)
class EmailGewijzigd(Event):
    """Someone confirmed another address."""


@dataclass(frozen=True, kw_only=True)
class WachtwoordGewijzigd(Event):
    """Someone has another password; everyone else with the old one was signed out."""


@dataclass(frozen=True, kw_only=True)
class OveralUitgelogd(Event):
    """Every session of someone ended."""


@dataclass(frozen=True, kw_only=True)
class AccountVerwijderd(Event):
    """Someone left; what was public stays, without a name."""


@dataclass(frozen=True, kw_only=True)
class TweedeFactorIngesteld(Event):
    """Someone gives a code at each sign-in from now on."""


@dataclass(frozen=True, kw_only=True)
class TweedeFactorGewist(Event):
    """A beheerder cleared the second factor of someone, who sets it up again."""


@dataclass(frozen=True, kw_only=True)
class HerstelcodesVernieuwd(Event):
    """Someone has new recovery codes; the old ones work no longer."""


@dataclass(frozen=True, kw_only=True)
class HerstelcodeGebruikt(Event):
    """Someone signed in with a recovery code."""

    nog_over: int


@dataclass(frozen=True, kw_only=True)
class RolVerleend(Event):
    """Someone may do more: in a gebied, or (gebied empty) in the whole city."""

    rol: str
    gebied_id: int | None


@dataclass(frozen=True, kw_only=True)
class RolIngetrokken(Event):
    """Someone may do less."""

    rol: str
    gebied_id: int | None
