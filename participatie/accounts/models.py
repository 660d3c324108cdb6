"""Tables of the accounts room."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participatie.accounts.rules import BEWONER_PERMISSIONS, PERMISSIONS
from participatie.accounts.types import STAFF_ROLLEN, GebruikerId, Rol
from participatie.core.db import Base
from participatie.core.encrypted import EncryptedText
from participatie.core.permissions import Permission
from participatie.gebieden.models import Gebied
from participatie.gebieden.queries import keten_ids
from participatie.gebieden.types import GebiedId


class Gebruiker(Base):
    """Someone with an account. `zegel` is in every session cookie: a new one signs out all."""

    __tablename__ = "gebruikers"
    __table_args__ = (
        CheckConstraint("email = lower(email)", name="email_lower"),
        CheckConstraint(
            "totp_bevestigd_op IS NULL OR totp_geheim IS NOT NULL", name="totp_has_a_secret"
        ),
    )

    id: Mapped[GebruikerId] = mapped_column(Integer, primary_key=True)
    email: Mapped[str] = mapped_column(String(254), unique=True)
    naam: Mapped[str] = mapped_column(String(60))
    wachtwoord_hash: Mapped[str] = mapped_column(String(200))
    zegel: Mapped[str] = mapped_column(String(43), unique=True)
    bevestigd_op: Mapped[datetime | None]
    totp_geheim: Mapped[str | None] = mapped_column(EncryptedText)
    totp_bevestigd_op: Mapped[datetime | None]
    totp_laatste_stap: Mapped[int] = mapped_column(default=0)
    aangemaakt_op: Mapped[datetime]

    rollen: Mapped[list["Rolverlening"]] = relationship(
        back_populates="gebruiker",
        order_by="Rolverlening.id",
        cascade="all, delete-orphan",
        lazy="selectin",
    )

    second_factor_given = False  # core.signin sets it for the gebruiker of a session

    is_authenticated = True
    is_active = True
    is_anonymous = False

    def get_id(self) -> str:
        """Return what stands in the session cookie."""
        return f"{self.id}:{self.zegel}"

    @property
    def needs_second_factor(self) -> bool:
        """Tell whether this person must still give a code before anything is open."""
        return self.is_staff and not self.second_factor_given

    def may(self, permission: Permission, gebied_id: int | None = None) -> bool:
        """Tell whether this permission holds: anywhere, or in this gebied."""
        if permission in BEWONER_PERMISSIONS:
            return True
        return any(
            verlening.gives(permission, gebied_id)
            for verlening in self.rollen
            if self.second_factor_given or verlening.rol not in STAFF_ROLLEN
        )

    @property
    def is_staff(self) -> bool:
        """Tell whether this person works for the gemeente here, and so needs a second factor."""
        return any(verlening.rol in STAFF_ROLLEN for verlening in self.rollen)


class Rolverlening(Base):
    """A role given to someone, in one gebied or (gebied empty) in the whole city."""

    __tablename__ = "rolverleningen"
    __table_args__ = (
        CheckConstraint("rol <> 'beheerder' OR gebied_id IS NULL", name="beheerder_of_all"),
        Index(
            "uq_rolverleningen_gebied",
            "gebruiker_id",
            "rol",
            "gebied_id",
            unique=True,
            sqlite_where=text("gebied_id IS NOT NULL"),
            postgresql_where=text("gebied_id IS NOT NULL"),
        ),
        Index(
            "uq_rolverleningen_stad",
            "gebruiker_id",
            "rol",
            unique=True,
            sqlite_where=text("gebied_id IS NULL"),
            postgresql_where=text("gebied_id IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    gebruiker_id: Mapped[GebruikerId] = mapped_column(ForeignKey("gebruikers.id"))
    rol: Mapped[Rol]
    gebied_id: Mapped[GebiedId | None] = mapped_column(ForeignKey("gebieden.id"), index=True)
    verleend_op: Mapped[datetime]
    verleend_door_id: Mapped[GebruikerId | None] = mapped_column(Integer)

    gebruiker: Mapped[Gebruiker] = relationship(back_populates="rollen")
    gebied: Mapped[Gebied | None] = relationship()

    def gives(self, permission: Permission, gebied_id: int | None) -> bool:
        """Tell whether this role allows it: anywhere, or in this gebied or one above it."""
        if permission not in PERMISSIONS[self.rol]:
            return False
        if gebied_id is None or self.gebied_id is None:
            return True
        return self.gebied_id in keten_ids(GebiedId(gebied_id))
