"""What can happen to a published initiatief. Ids and facts only; the words stand in the tables.

`PubliekGewijzigd` of the inzendingen room tells open pages; these tell the journal and the rooms
above.
"""

from dataclasses import dataclass

from participatie.core.events import Event


@dataclass(frozen=True, kw_only=True)
class FaseGewijzigd(Event):
    """An initiatief came in another fase; `als` says whether an official did it."""

    van: str
    naar: str
    fasestap_id: int
    als: str


@dataclass(frozen=True, kw_only=True)
class UpdateGeplaatst(Event):
    """An initiatiefnemer told how it goes."""

    update_id: int


@dataclass(frozen=True, kw_only=True)
class UpdateVerwijderd(Event):
    """An update was taken away, by an initiatiefnemer or with a reason by an official."""

    update_id: int
    als: str


@dataclass(frozen=True, kw_only=True)
class MedeinitiatiefnemerUitgenodigd(Event):
    """Someone was asked by mail to become an initiatiefnemer too."""

    uitnodiging_id: int


@dataclass(frozen=True, kw_only=True)
class UitnodigingIngetrokken(Event):
    """An invitation was taken back before it was answered."""

    uitnodiging_id: int


@dataclass(frozen=True, kw_only=True)
class UitnodigingAfgeslagen(Event):
    """Who was invited said no."""

    uitnodiging_id: int


@dataclass(frozen=True, kw_only=True)
class MedeinitiatiefnemerToegetreden(Event):
    """Who was invited said yes, and is an initiatiefnemer too."""

    gebruiker_id: int


@dataclass(frozen=True, kw_only=True)
class MedeinitiatiefnemerVertrokken(Event):
    """Someone is no initiatiefnemer any longer: he left, or was taken off."""

    gebruiker_id: int


@dataclass(frozen=True, kw_only=True)
class KloptDitGevraagd(Event):
    """It was called gerealiseerd: who follows, and the sender, are asked whether that is so."""

    realisatie_id: int


@dataclass(frozen=True, kw_only=True)
class KloptDitBeantwoord(Event):
    """Someone answered whether it is done. A no waits for the gebiedsverbinder."""

    realisatie_id: int
    antwoord_id: int
    klopt: bool
    gebied_id: int | None


@dataclass(frozen=True, kw_only=True)
class BezwaarBeoordeeld(Event):
    """A gebiedsverbinder decided what becomes of an objection."""

    antwoord_id: int
    oordeel: str
    gebied_id: int | None


@dataclass(frozen=True, kw_only=True)
class InitiatiefHeropend(Event):
    """What was called gerealiseerd is not: it goes on."""

    realisatie_id: int
    fasestap_id: int


@dataclass(frozen=True, kw_only=True)
class SamenvoegingVoorgesteld(Event):
    """Someone proposed that this initiatief, the later, goes into an earlier one."""

    samenvoeging_id: int
    eerder_id: int


@dataclass(frozen=True, kw_only=True)
class SamenvoegingAkkoord(Event):
    """The sender of the later agreed: it went into the earlier; followers are asked to move."""

    samenvoeging_id: int
    eerder_id: int


@dataclass(frozen=True, kw_only=True)
class SamenvoegingAfgewezen(Event):
    """The sender of the later keeps it apart."""

    samenvoeging_id: int
    eerder_id: int


@dataclass(frozen=True, kw_only=True)
class SamenvoegingIngetrokken(Event):
    """The proposal was taken back before it was answered."""

    samenvoeging_id: int
    eerder_id: int


@dataclass(frozen=True, kw_only=True)
class SamenvoegingTeruggedraaid(Event):
    """An official undid it: the later stands on its own again."""

    samenvoeging_id: int
    eerder_id: int


@dataclass(frozen=True, kw_only=True)
class VolgerMeegegaan(Event):
    """Someone who followed or supported the later now does so with the earlier."""

    eerder_id: int
