"""The columns that a project and its earlier standen share."""

from datetime import date

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from participatie.core.plaats import HasPlaats
from participatie.core.waarden import Waarden
from participatie.opgaven.models import Doel
from participatie.opgaven.types import DoelId, Domein
from participatie.organisaties.models import Organisatie
from participatie.organisaties.types import OrganisatieId
from participatie.programmas.types import (
    Fase,
    Fasering,
    Mijlpaal,
    Participatieniveau,
    ProjectSoort,
    Thema,
    Verwijzing,
)


class ProjectVelden(HasPlaats):
    """What a project says of itself, apart from its gebieden and its money."""

    titel: Mapped[str] = mapped_column(String(160))
    omschrijving: Mapped[str] = mapped_column(Text)
    soort: Mapped[ProjectSoort]
    domein: Mapped[Domein]
    thema: Mapped[Thema | None]
    fase: Mapped[Fase]
    start: Mapped[date]
    eind: Mapped[date]
    plek_omschrijving: Mapped[str] = mapped_column(String(200))
    trekker: Mapped[str] = mapped_column(String(120))
    contact_naam: Mapped[str] = mapped_column(String(120))
    contact_email: Mapped[str | None] = mapped_column(String(254))
    participatieniveau: Mapped[Participatieniveau]
    participatie_toelichting: Mapped[str] = mapped_column(Text)
    fasering: Mapped[tuple[Fasering, ...]] = mapped_column(Waarden(Fasering), default=())
    mijlpalen: Mapped[tuple[Mijlpaal, ...]] = mapped_column(Waarden(Mijlpaal), default=())
    verwijzingen: Mapped[tuple[Verwijzing, ...]] = mapped_column(Waarden(Verwijzing), default=())
    doel_id: Mapped[DoelId | None] = mapped_column(ForeignKey(Doel.id))
    begrotingsprogramma: Mapped[str] = mapped_column(String(20), default="")
    organisatie_id: Mapped[OrganisatieId | None] = mapped_column(ForeignKey(Organisatie.id))
