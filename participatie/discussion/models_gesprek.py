"""Tables of what people say: the gesprek, its reacties, reports and what the gemeente did."""

from datetime import datetime

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    String,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participatie.accounts.models import Gebruiker
from participatie.accounts.types import GebruikerId
from participatie.core.db import Base
from participatie.core.onderwerpen import Onderwerp
from participatie.discussion.types import (
    GesprekId,
    IngreepId,
    IngreepSoort,
    MeldGrond,
    MeldingId,
    ReactieId,
    ReactieStatus,
)
from participatie.gebieden.types import GebiedId


class Gesprek(Base):
    """Everything said about one onderwerp. It keeps the gebied, for who moderates there."""

    __tablename__ = "gesprekken"
    __table_args__ = (UniqueConstraint("onderwerp_soort", "onderwerp_id"),)

    id: Mapped[GesprekId] = mapped_column(Integer, primary_key=True)
    onderwerp_soort: Mapped[str] = mapped_column(String(40))
    onderwerp_id: Mapped[int]
    gebied_id: Mapped[GebiedId | None] = mapped_column(ForeignKey("gebieden.id"), index=True)
    gesloten: Mapped[bool] = mapped_column(default=False)

    @property
    def onderwerp(self) -> Onderwerp:
        """Return what it is about."""
        return Onderwerp(self.onderwerp_soort, self.onderwerp_id)


class Reactie(Base):
    """What someone said: on its own (niveau 1), or as an answer to one that is (niveau 2)."""

    __tablename__ = "reacties"
    __table_args__ = (
        UniqueConstraint("id", "gesprek_id", "niveau"),
        ForeignKeyConstraint(
            ["ouder_id", "gesprek_id", "ouder_niveau"],
            ["reacties.id", "reacties.gesprek_id", "reacties.niveau"],
            name="fk_reacties_ouder_of_same_gesprek",
        ),
        CheckConstraint(
            "(ouder_id IS NULL AND niveau = 1 AND ouder_niveau IS NULL) OR "
            "(ouder_id IS NOT NULL AND niveau = 2 AND ouder_niveau = 1)",
            name="two_levels",
        ),
        CheckConstraint("(status = 'verwijderd') = (tekst = '')", name="verwijderd_is_empty"),
        Index("ix_reacties_gesprek", "gesprek_id", "niveau", "op"),
        Index("ix_reacties_ouder", "ouder_id", "op"),
        Index("ix_reacties_auteur", "auteur_id", "op"),
        Index("ix_reacties_digest", "digest", "op"),
        Index("ix_reacties_status", "status", "op"),
    )

    id: Mapped[ReactieId] = mapped_column(Integer, primary_key=True)
    gesprek_id: Mapped[GesprekId] = mapped_column(ForeignKey("gesprekken.id"))
    ouder_id: Mapped[ReactieId | None] = mapped_column(Integer)
    niveau: Mapped[int]
    ouder_niveau: Mapped[int | None]
    auteur_id: Mapped[GebruikerId] = mapped_column(ForeignKey("gebruikers.id"))
    tekst: Mapped[str] = mapped_column(Text)
    status: Mapped[ReactieStatus]
    op: Mapped[datetime]
    bewerkt_op: Mapped[datetime | None]
    digest: Mapped[str] = mapped_column(String(64))
    formulier_sleutel: Mapped[str] = mapped_column(String(43), unique=True)

    gesprek: Mapped[Gesprek] = relationship()
    auteur: Mapped[Gebruiker] = relationship()


class ReactieMelding(Base):
    """Someone reported a reactie. Once per person; who it was is for the gebiedsverbinder only."""

    __tablename__ = "reactiemeldingen"
    __table_args__ = (UniqueConstraint("reactie_id", "melder_id"),)

    id: Mapped[MeldingId] = mapped_column(Integer, primary_key=True)
    reactie_id: Mapped[ReactieId] = mapped_column(ForeignKey("reacties.id"))
    melder_id: Mapped[GebruikerId] = mapped_column(ForeignKey("gebruikers.id"), index=True)
    grond: Mapped[MeldGrond]
    toelichting: Mapped[str] = mapped_column(Text)
    op: Mapped[datetime]
    afgehandeld_op: Mapped[datetime | None] = mapped_column(index=True)


class Ingreep(Base):
    """What a gebiedsverbinder did in a gesprek, and why. Appended, never edited."""

    __tablename__ = "ingrepen"
    __table_args__ = (
        CheckConstraint(
            "(reactie_id IS NULL) = (soort IN ('sluiten', 'heropenen'))",
            name="about_reactie_or_gesprek",
        ),
        CheckConstraint(
            "length(reden) > 0 OR soort IN ('goedkeuren', 'laten-staan')", name="reden_given"
        ),
        CheckConstraint("(soort = 'verbergen') = (grond IS NOT NULL)", name="grond_when_hidden"),
    )

    id: Mapped[IngreepId] = mapped_column(Integer, primary_key=True)
    gesprek_id: Mapped[GesprekId] = mapped_column(ForeignKey("gesprekken.id"), index=True)
    reactie_id: Mapped[ReactieId | None] = mapped_column(ForeignKey("reacties.id"), index=True)
    soort: Mapped[IngreepSoort]
    grond: Mapped[MeldGrond | None]
    reden: Mapped[str] = mapped_column(Text)
    door_id: Mapped[GebruikerId] = mapped_column(ForeignKey("gebruikers.id"))
    op: Mapped[datetime]

    reactie: Mapped[Reactie | None] = relationship()
    door: Mapped[Gebruiker] = relationship()


class Stroomalarm(Base):
    """Far more reacties than usual came in one gebied; told once an hour."""

    __tablename__ = "stroomalarmen"
    __table_args__ = (UniqueConstraint("gebied_id", "uur"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    gebied_id: Mapped[GebiedId] = mapped_column(ForeignKey("gebieden.id"))
    uur: Mapped[datetime]
    aantal: Mapped[int]
