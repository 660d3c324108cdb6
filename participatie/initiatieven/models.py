"""Tables of the initiatieven room."""

from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participatie.initiatieven.types import Behoefte
from participatie.initiatieven.types_voortgang import InitiatiefFase
from participatie.inzendingen.models import Inzending
from participatie.inzendingen.types import InzendingId, InzendingSoort


class Initiatief(Inzending):
    """An idea or a project of residents themselves. Money is whole euro cents.

    `vraag` and `aanbod` hold values of `Behoefte`. `fase` counts from when it is published;
    `fase_sinds` is empty while it is still in the first.
    """

    __tablename__ = "initiatieven"
    __table_args__ = (  # type: ignore[assignment]  # a table of its own
        CheckConstraint("kosten_cent >= 0", name="kosten_not_negative"),
        CheckConstraint("gevonden_cent >= 0", name="gevonden_not_negative"),
        CheckConstraint("opgegaan_in_id <> id", name="goes_into_another"),
        CheckConstraint("fase = 'gezocht' OR fase_sinds IS NOT NULL", name="fase_has_a_moment"),
    )

    id: Mapped[InzendingId] = mapped_column(ForeignKey("inzendingen.id"), primary_key=True)
    waarom: Mapped[str] = mapped_column(Text, default="")
    wie_doet_mee: Mapped[str] = mapped_column(Text, default="")
    vraag: Mapped[list[str]] = mapped_column(default=list)
    vraag_toelichting: Mapped[str] = mapped_column(Text, default="")
    aanbod: Mapped[list[str]] = mapped_column(default=list)
    aanbod_toelichting: Mapped[str] = mapped_column(Text, default="")
    kosten_cent: Mapped[int | None] = mapped_column(BigInteger)
    gevonden_cent: Mapped[int | None] = mapped_column(BigInteger)
    fase: Mapped[InitiatiefFase] = mapped_column(default=InitiatiefFase.GEZOCHT, index=True)
    fase_sinds: Mapped[datetime | None]
    opgegaan_in_id: Mapped[InzendingId | None] = mapped_column(
        ForeignKey("initiatieven.id"), index=True
    )

    __mapper_args__ = {  # noqa: RUF012  # SQLAlchemy reads it here
        "polymorphic_identity": InzendingSoort.INITIATIEF,
        "inherit_condition": id == Inzending.id,  # noqa: A003  # the column
    }

    opgegaan_in: Mapped["Initiatief | None"] = relationship(
        foreign_keys="Initiatief.opgegaan_in_id", remote_side="Initiatief.id"
    )

    @property
    def vraag_lijst(self) -> list[Behoefte]:
        """Return what is needed."""
        return [Behoefte(value) for value in self.vraag]

    @property
    def aanbod_lijst(self) -> list[Behoefte]:
        """Return what is offered."""
        return [Behoefte(value) for value in self.aanbod]
