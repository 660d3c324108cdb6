"""Tables of the signalen room. No person is in a signal, but who handled it for the gemeente."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participatie.accounts.models import Gebruiker
from participatie.accounts.types import GebruikerId
from participatie.core.db import Base
from participatie.gebieden.models import Gebied
from participatie.gebieden.types import GebiedId
from participatie.moderation.models_werk import Afdeling
from participatie.signalen.rules import in_words
from participatie.signalen.types import Bereik, SignaalId, SignaalSoort, SignaalStatus


class Signaal(Base):
    """A week in which more came from a gebied about a thema than usual: once per week.

    An empty `thema` is of none: what is unique may not be empty. `aan_id` or `afdeling_id` is for
    whom it is, as the rules of the desk say.
    """

    __tablename__ = "signalen"
    __table_args__ = (
        UniqueConstraint("gebied_id", "thema", "soort", "week"),
        CheckConstraint("laag >= 0 AND laag <= hoog", name="laag_up_to_hoog"),
        CheckConstraint("aantal > hoog", name="aantal_is_a_rise"),
        CheckConstraint(
            "(status = 'nieuw') = (door_id IS NULL) AND (door_id IS NULL) = (op IS NULL)",
            name="handled_by_someone",
        ),
        CheckConstraint("status <> 'opgepakt' OR length(notitie) > 0", name="opgepakt_says_how"),
        CheckConstraint("aan_id IS NULL OR afdeling_id IS NULL", name="for_one"),
        Index("ix_signalen_lijst", "status", "week"),
    )

    id: Mapped[SignaalId] = mapped_column(Integer, primary_key=True)
    gebied_id: Mapped[GebiedId] = mapped_column(ForeignKey("gebieden.id"))
    thema: Mapped[str] = mapped_column(String(40))
    soort: Mapped[SignaalSoort]
    week: Mapped[date]
    aantal: Mapped[int]
    laag: Mapped[int]
    hoog: Mapped[int]
    aan_id: Mapped[GebruikerId | None] = mapped_column(ForeignKey("gebruikers.id"))
    afdeling_id: Mapped[int | None] = mapped_column(ForeignKey("afdelingen.id"))
    status: Mapped[SignaalStatus] = mapped_column(default=SignaalStatus.NIEUW)
    notitie: Mapped[str] = mapped_column(Text, default="")
    door_id: Mapped[GebruikerId | None] = mapped_column(ForeignKey("gebruikers.id"), index=True)
    op: Mapped[datetime | None]
    gevonden_op: Mapped[datetime]
    versie: Mapped[int] = mapped_column(Integer)

    __mapper_args__ = {"version_id_col": versie}  # noqa: RUF012  # SQLAlchemy reads it here

    gebied: Mapped[Gebied] = relationship()
    aan: Mapped[Gebruiker | None] = relationship(foreign_keys=[aan_id])
    afdeling: Mapped[Afdeling | None] = relationship()
    door: Mapped[Gebruiker | None] = relationship(foreign_keys=[door_id])

    @property
    def voor(self) -> str:
        """Return for whom it is, in words; empty when no rule says so."""
        who = self.aan or self.afdeling
        return who.naam if who else ""

    @property
    def zin(self) -> str:
        """Return what it says."""
        return in_words(
            soort=self.soort,
            aantal=self.aantal,
            thema=self.thema,
            gebied=self.gebied.naam,
            normaal=Bereik(self.laag, self.hoog),
        )


class Signaalstap(Base):
    """What an official did with a signal. Appended, never edited."""

    __tablename__ = "signaalstappen"

    id: Mapped[int] = mapped_column(primary_key=True)
    signaal_id: Mapped[SignaalId] = mapped_column(ForeignKey("signalen.id"), index=True)
    naar: Mapped[SignaalStatus]
    notitie: Mapped[str] = mapped_column(Text)
    door_id: Mapped[GebruikerId] = mapped_column(ForeignKey("gebruikers.id"), index=True)
    op: Mapped[datetime]

    door: Mapped[Gebruiker] = relationship()
