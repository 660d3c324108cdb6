"""What people of the demo city follow, where they live, and what they did not read yet."""

from collections.abc import Mapping
from datetime import timedelta

from sqlalchemy import delete, select, update

from participatie.accounts.models import Gebruiker
from participatie.core import clock
from participatie.core.db import db
from participatie.core.geometry import middle_of
from participatie.core.onderwerpen import Onderwerp
from participatie.demo.services_mensen import BEWONERS
from participatie.discussion.services import follow
from participatie.gebieden.queries import get_boom
from participatie.gebieden.types import Niveau
from participatie.notifications.models import Aanleiding, Bericht
from participatie.notifications.services_aanleidingen import tell_waiting
from participatie.notifications.services_voorkeuren import choose
from participatie.notifications.services_zoekopdrachten import save_buurt, save_zoekopdracht
from participatie.notifications.types import Cirkel, Frequentie, Zoekvraag
from participatie.programmas.models import Project
from participatie.programmas.types import Thema

SINDS = timedelta(days=45)
GELEZEN = timedelta(days=30)
MOST_EVENTS = 150
VOLGERS = 4


def follow_and_tell(people: Mapping[str, Gebruiker]) -> None:
    """Let some residents follow their wijk and tell them of the last weeks; nobody is mailed."""
    volgers = [people[persoon.email] for persoon in BEWONERS[:VOLGERS]]
    wijken = [one for one in get_boom().omtrekken.values() if one.niveau is Niveau.WIJK]
    projecten = db.session.scalars(select(Project.id).order_by(Project.id.desc()).limit(6)).all()
    for number, persoon in enumerate(volgers):
        wijk = wijken[number * 3 % len(wijken)]
        follow(Onderwerp("gebied", wijk.id), gebruiker_id=persoon.id)
        for project_id in projecten[number : number + 2]:
            follow(Onderwerp("project", project_id), gebruiker_id=persoon.id)
        if wijk.geometry is not None:
            lon, lat = middle_of(wijk.geometry)
            save_buurt(
                persoon.id,
                naam="Thuis",
                cirkel=Cirkel(lon=lon, lat=lat, straal_m=1_000),
                frequentie=Frequentie.DAG,
            )
    first = volgers[0]
    groen = Zoekvraag(themas=frozenset({Thema.GROEN.value}))
    save_zoekopdracht(first.id, naam="Groen in de stad", pad="/kaart?thema=groen", vraag=groen)
    choose(first.id, {"standaard": Frequentie.WEEK.value})
    _tell_of_last_weeks()


def _tell_of_last_weeks() -> None:
    """Tell of what is not long ago; the rest of the year is as good as read."""
    moment = clock.now()
    newest = select(Aanleiding.id).where(Aanleiding.op >= moment - SINDS)
    recent = newest.order_by(Aanleiding.op.desc(), Aanleiding.id.desc()).limit(MOST_EVENTS)
    db.session.execute(delete(Aanleiding).where(Aanleiding.id.not_in(recent)))
    tell_waiting()
    db.session.execute(update(Bericht).values(verstuurd_op=moment))
    db.session.execute(
        update(Bericht).where(Bericht.op < moment - GELEZEN).values(gelezen_op=moment)
    )
