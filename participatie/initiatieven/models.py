"""Tables of the initiatieven room."""

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from participatie.initiatieven.types import Behoefte
from participatie.inzendingen.models import Inzending
from participatie.inzendingen.types import InzendingId, InzendingSoort


class Initiatief(Inzending):
    """An idea or a project of residents themselves. Money is whole euro cents.

    `vraag` and `aanbod` hold values of `Behoefte`.
    """

    __tablename__ = "initiatieven"
    __table_args__ = (  # type: ignore[assignment]  # a table of its own
        CheckConstraint("kosten_cent >= 0", name="kosten_not_negative"),
        CheckConstraint("gevonden_cent >= 0", name="gevonden_not_negative"),
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

    __mapper_args__ = {  # noqa: RUF012  # SQLAlchemy reads it here
        "polymorphic_identity": InzendingSoort.INITIATIEF
    }

    @property
    def vraag_lijst(self) -> list[Behoefte]:
        """Return what is needed."""
        return [Behoefte(value) for value in self.vraag]

    @property
    def aanbod_lijst(self) -> list[Behoefte]:
        """Return what is offered."""
        return [Behoefte(value) for value in self.aanbod]
