"""Tables of the vraagaanbod room."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participatie.accounts.models import Gebruiker
from participatie.accounts.types import GebruikerId
from participatie.core.db import Base
from participatie.core.encrypted import EncryptedText
from participatie.gebieden.models import Gebied
from participatie.gebieden.types import GebiedId
from participatie.initiatieven.models import Initiatief
from participatie.initiatieven.types import Behoefte
from participatie.inzendingen.types import InzendingId
from participatie.organisaties.models import Organisatie
from participatie.organisaties.types import OrganisatieId
from participatie.programmas.types import Thema
from participatie.vraagaanbod.types import (
    AanbodId,
    AanbodStatus,
    AanmeldingId,
    AanmeldingStatus,
    OproepId,
    OproepStatus,
)


class Oproep(Base):
    """One thing that a published initiatief seeks.

    `reden` says why a gebiedsverbinder closed it; empty when he did not.
    """

    __tablename__ = "oproepen"
    __table_args__ = (
        CheckConstraint("length(wat) > 0", name="says_something"),
        CheckConstraint("(status = 'open') = (afgesloten_op IS NULL)", name="open_or_ended"),
        CheckConstraint("reden = '' OR status = 'gesloten'", name="reden_of_closing"),
        Index("ix_oproepen_initiatief_status", "initiatief_id", "status"),
        Index("ix_oproepen_status_soort", "status", "soort"),
    )

    id: Mapped[OproepId] = mapped_column(Integer, primary_key=True)
    initiatief_id: Mapped[InzendingId] = mapped_column(ForeignKey("initiatieven.id"))
    sleutel: Mapped[str] = mapped_column(String(43), unique=True)
    soort: Mapped[Behoefte]
    wat: Mapped[str] = mapped_column(String(120))
    hoeveel: Mapped[str] = mapped_column(String(80), default="")
    wanneer: Mapped[str] = mapped_column(String(80), default="")
    status: Mapped[OproepStatus]
    reden: Mapped[str] = mapped_column(Text, default="")
    door_id: Mapped[GebruikerId] = mapped_column(ForeignKey("gebruikers.id"), index=True)
    aangemaakt_op: Mapped[datetime]
    afgesloten_op: Mapped[datetime | None]

    initiatief: Mapped[Initiatief] = relationship()


class Aanbod(Base):
    """Something that a person, or someone for his organisatie, offers to a gebied."""

    __tablename__ = "aanboden"
    __table_args__ = (
        CheckConstraint("length(wat) > 0", name="says_something"),
        CheckConstraint("(status = 'gesloten') = (afgesloten_op IS NOT NULL)", name="has_ended"),
        CheckConstraint("status <> 'verborgen' OR length(reden) > 0", name="hidden_with_reden"),
        Index("ix_aanboden_status_gebied", "status", "gebied_id"),
        Index("ix_aanboden_status_tot", "status", "tot"),
    )

    id: Mapped[AanbodId] = mapped_column(Integer, primary_key=True)
    sleutel: Mapped[str] = mapped_column(String(43), unique=True)
    soort: Mapped[Behoefte]
    wat: Mapped[str] = mapped_column(String(120))
    toelichting: Mapped[str] = mapped_column(Text, default="")
    gebied_id: Mapped[GebiedId] = mapped_column(ForeignKey("gebieden.id"), index=True)
    thema: Mapped[Thema | None]
    tot: Mapped[date]
    aanbieder_id: Mapped[GebruikerId] = mapped_column(ForeignKey("gebruikers.id"), index=True)
    organisatie_id: Mapped[OrganisatieId | None] = mapped_column(
        ForeignKey("organisaties.id"), index=True
    )
    status: Mapped[AanbodStatus]
    reden: Mapped[str] = mapped_column(Text, default="")
    aangemaakt_op: Mapped[datetime]
    afgesloten_op: Mapped[datetime | None]

    gebied: Mapped[Gebied] = relationship()
    aanbieder: Mapped[Gebruiker] = relationship()
    organisatie: Mapped[Organisatie | None] = relationship()

    @property
    def door(self) -> str:
        """Return the name under which it is offered."""
        return self.organisatie.naam if self.organisatie else self.aanbieder.naam


class Hulpaanmelding(Base):
    """A message to who asked or offered; only the two of them ever read it.

    About an oproep someone says that he helps; about an aanbod an initiatief asks for it.
    """

    __tablename__ = "hulpaanmeldingen"
    __table_args__ = (
        CheckConstraint("(oproep_id IS NULL) <> (aanbod_id IS NULL)", name="about_one_thing"),
        CheckConstraint("(aanbod_id IS NULL) = (initiatief_id IS NULL)", name="asked_for_whom"),
        CheckConstraint(
            "(status = 'gestuurd') = (beantwoord_op IS NULL)", name="answered_at_some_moment"
        ),
        UniqueConstraint("oproep_id", "van_id", name="uq_hulpaanmeldingen_once_per_person"),
        UniqueConstraint(
            "aanbod_id", "initiatief_id", name="uq_hulpaanmeldingen_once_per_initiatief"
        ),
    )

    id: Mapped[AanmeldingId] = mapped_column(Integer, primary_key=True)
    oproep_id: Mapped[OproepId | None] = mapped_column(ForeignKey("oproepen.id"))
    aanbod_id: Mapped[AanbodId | None] = mapped_column(ForeignKey("aanboden.id"))
    initiatief_id: Mapped[InzendingId | None] = mapped_column(
        ForeignKey("initiatieven.id"), index=True
    )
    van_id: Mapped[GebruikerId] = mapped_column(ForeignKey("gebruikers.id"), index=True)
    organisatie_id: Mapped[OrganisatieId | None] = mapped_column(
        ForeignKey("organisaties.id"), index=True
    )
    bericht: Mapped[str] = mapped_column(Text)
    telefoon: Mapped[str | None] = mapped_column(EncryptedText)
    status: Mapped[AanmeldingStatus]
    antwoord: Mapped[str] = mapped_column(Text, default="")
    op: Mapped[datetime]
    beantwoord_op: Mapped[datetime | None]

    oproep: Mapped[Oproep | None] = relationship()
    aanbod: Mapped[Aanbod | None] = relationship()
    initiatief: Mapped[Initiatief | None] = relationship()
    van: Mapped[Gebruiker] = relationship()
    organisatie: Mapped[Organisatie | None] = relationship()

    @property
    def naam(self) -> str:
        """Return who writes, for which organisatie."""
        if self.organisatie:
            return f"{self.van.naam} ({self.organisatie.naam})"
        return self.van.naam
