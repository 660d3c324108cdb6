"""What can happen in a gesprek. Ids and facts only: never a text, nor who follows or supports.

Only `GesprekGewijzigd` is told to open pages, and only about what is public.
"""

from dataclasses import dataclass

from participatie.core.events import Event


@dataclass(frozen=True, kw_only=True)
class GesprekGewijzigd(Event):
    """What everyone can read of a gesprek, or the number who support, changed."""

    openbaar = True
    gebied_id: int | None


@dataclass(frozen=True, kw_only=True)
class SteunGegeven(Event):
    """Someone supports it; who is nobody's business."""


@dataclass(frozen=True, kw_only=True)
class SteunIngetrokken(Event):
    """Someone supports it no more; who is nobody's business."""


@dataclass(frozen=True, kw_only=True)
class VolgenBegonnen(Event):
    """Someone follows it; who is nobody's business."""


@dataclass(frozen=True, kw_only=True)
class VolgenGestopt(Event):
    """Someone follows it no more; who is nobody's business."""


@dataclass(frozen=True, kw_only=True)
class ReactieGebeurtenis(Event):
    """Something about one reactie; `onderwerp` is what the gesprek is about."""

    reactie_id: int
    gebied_id: int | None


@dataclass(frozen=True, kw_only=True)
class ReactieGeplaatst(ReactieGebeurtenis):
    """Someone wrote a reactie that everyone can read at once."""

    ouder_id: int | None


@dataclass(frozen=True, kw_only=True)
class ReactieAangeboden(ReactieGebeurtenis):
    """Someone wrote a reactie that a gebiedsverbinder reads first."""

    ouder_id: int | None


@dataclass(frozen=True, kw_only=True)
class ReactieGoedgekeurd(ReactieGebeurtenis):
    """A gebiedsverbinder read a reactie and everyone can read it now."""

    ouder_id: int | None


@dataclass(frozen=True, kw_only=True)
class ReactieBewerkt(ReactieGebeurtenis):
    """Its author changed a reactie, within the time for that."""


@dataclass(frozen=True, kw_only=True)
class ReactieVerwijderd(ReactieGebeurtenis):
    """Its author took a reactie away."""


@dataclass(frozen=True, kw_only=True)
class ReactieVerborgen(ReactieGebeurtenis):
    """A gebiedsverbinder hid a reactie, with a ground and a reason."""

    ingreep_id: int
    grond: str


@dataclass(frozen=True, kw_only=True)
class ReactieTeruggezet(ReactieGebeurtenis):
    """A gebiedsverbinder showed a hidden reactie again."""

    ingreep_id: int


@dataclass(frozen=True, kw_only=True)
class ReactieGemeld(ReactieGebeurtenis):
    """Someone reported a reactie; who is for the gebiedsverbinder only."""

    grond: str


@dataclass(frozen=True, kw_only=True)
class MeldingenAfgewezen(ReactieGebeurtenis):
    """A gebiedsverbinder let a reported reactie stand."""

    ingreep_id: int


@dataclass(frozen=True, kw_only=True)
class GesprekGesloten(Event):
    """A gebiedsverbinder closed a gesprek: it can only be read."""

    gebied_id: int | None


@dataclass(frozen=True, kw_only=True)
class GesprekHeropend(Event):
    """A gebiedsverbinder opened a gesprek again."""

    gebied_id: int | None


@dataclass(frozen=True, kw_only=True)
class GesprekkenHerverdeeld(Event):
    """New outlines put this many gesprekken in another gebied."""

    aantal: int


@dataclass(frozen=True, kw_only=True)
class ReactiestroomGemeten(Event):
    """Far more reacties than usual came in one gebied; for a while all of them wait."""

    gebied_id: int
    aantal: int
