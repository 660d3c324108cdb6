"""How the desk of the demo city is set, and some of the work on it."""

from collections.abc import Mapping

from sqlalchemy import select

from participatie.accounts.models import Gebruiker
from participatie.core.db import db
from participatie.gebieden.models import Gebied
from participatie.inzendingen.models import Inzending
from participatie.inzendingen.types import Status
from participatie.moderation.models_kader import Afwegingspunt
from participatie.moderation.models_werk import Afdeling
from participatie.moderation.queries_kader import list_current
from participatie.moderation.queries_verdeling import find_toewijzing
from participatie.moderation.services_instellingen import add_afdeling, add_regel
from participatie.moderation.services_kader import save_tekst, weigh
from participatie.moderation.services_termijn import extend
from participatie.moderation.services_verdeling import route
from participatie.moderation.services_vorm import set_vorm
from participatie.moderation.types import Uitkomst
from participatie.programmas.types import Thema

AFDELINGEN: Mapping[str, tuple[str, Thema]] = {
    "Beheer openbare ruimte": ("beheer@participatie.invalid", Thema.GROEN),
    "Verkeer en mobiliteit": ("verkeer@participatie.invalid", Thema.VERKEER),
    "Duurzaamheid": ("duurzaam@participatie.invalid", Thema.ENERGIE),
}
ACHTERAF = "Vijfhoek"
TEKST_GROEN = (
    "Uw idee “{titel}” maakt {gebied} groener en past bij deze plek. Daarom staat het nu op de "
    "site. De afdeling Beheer openbare ruimte leest mee."
)


def set_up_bureau(gebieden: Mapping[str, Gebied], people: Mapping[str, Gebruiker]) -> None:
    """Make departments, who gets what, a text of one thema, and a gebied without waiting."""
    door_id = people["beheerder"].id
    for naam, (email, thema) in AFDELINGEN.items():
        afdeling = add_afdeling(naam=naam, email=email, door_id=door_id)
        if thema is not Thema.GROEN:
            add_regel(gebied_id=None, thema=thema, naar=afdeling, door_id=door_id)
    save_tekst(
        None,
        uitkomst=Uitkomst.PUBLICEREN,
        grond="past-in-gebied",
        thema=Thema.GROEN,
        tekst=TEKST_GROEN,
        versie=0,
        door_id=door_id,
    )
    chosen = next((one for one in gebieden.values() if ACHTERAF in one.naam), None)
    if chosen is not None:
        set_vorm(chosen, achteraf=True, door_id=door_id)


def work_the_desk(people: Mapping[str, Gebruiker]) -> None:
    """Weigh some of what waits, route one to the greens, and take more time for one."""
    groen = db.session.scalars(select(Afdeling).order_by(Afdeling.id)).first()
    punten = [one.sleutel for one in list_current(Afwegingspunt)]
    waiting = db.session.scalars(
        select(Inzending).where(Inzending.status == Status.INGEDIEND).order_by(Inzending.id)
    ).all()
    door = people["verbinder.centrum"]
    for number, inzending in enumerate(waiting):
        weigh(inzending=inzending, punten=punten[: number % 6], door_id=door.id)
        if number % 4 == 0 and groen and find_toewijzing(inzending.id) is None:
            route(inzending=inzending, naar=groen, reden="Kunnen jullie meekijken?", door=door)
    if waiting:
        extend(
            inzending=waiting[-1],
            reden="Wij willen eerst met de school om de hoek praten.",
            door=door,
            versie=waiting[-1].versie,
        )
