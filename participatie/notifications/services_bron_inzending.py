"""What inzendingen tell: one that is new on the site, one that was linked, and a decision."""

from collections.abc import Iterable

from participatie.core.clock import AMSTERDAM
from participatie.core.db import db
from participatie.core.onderwerpen import Onderwerp
from participatie.gebieden.types import GebiedId
from participatie.inzendingen.events import InzendingStatusGewijzigd
from participatie.inzendingen.models import Inzending
from participatie.inzendingen.queries import get_inzending
from participatie.inzendingen.types import InzendingId, Status
from participatie.moderation.events import BesluitGenomen, BesluitTeruggedraaid, InzendingGekoppeld
from participatie.moderation.rules_woorden import UITKOMST_GEDAAN
from participatie.moderation.types import Uitkomst
from participatie.notifications.rules import path_of
from participatie.notifications.types import BerichtSoort, Melding, Vindplek
from participatie.programmas.models import Project
from participatie.programmas.rules import THEMA_DOMEIN


def inzending_gepubliceerd(event: InzendingStatusGewijzigd) -> Iterable[Melding]:
    """Tell who follows the gebied or searched for this. Who sent it in got a letter."""
    inzending = get_inzending(InzendingId(event.onderwerp.id))
    if event.naar != Status.GEPUBLICEERD or inzending.status is not Status.GEPUBLICEERD:
        return
    yield Melding(
        soort=BerichtSoort.INITIATIEF,
        onderwerp=event.onderwerp,
        titel=inzending.titel,
        zin="Dit idee van bewoners is nieuw op de site.",
        pad=path_of(inzending.soort, inzending.id),
        gebied_ids=_gebieden(inzending),
        niet_aan=frozenset({inzending.indiener_id}),
        nieuw=vindplek_of(inzending),
    )


def besluit_genomen(event: BesluitGenomen) -> Iterable[Melding]:
    """Show the sender on the site what his letter says."""
    yield _to_sender(event.onderwerp, f"Uw idee is {UITKOMST_GEDAAN[Uitkomst(event.uitkomst)]}.")


def besluit_teruggedraaid(event: BesluitTeruggedraaid) -> Iterable[Melding]:
    """Show the sender on the site what his letter says."""
    yield _to_sender(event.onderwerp, "Het besluit over uw idee geldt niet meer.")


def inzending_gekoppeld(event: InzendingGekoppeld) -> Iterable[Melding]:
    """Tell the sender, and who follows the project when everyone may see the inzending."""
    yield _to_sender(event.onderwerp, "Uw idee is gekoppeld aan een project.")
    inzending = get_inzending(InzendingId(event.onderwerp.id))
    project = db.session.get(Project, event.project_id)
    if inzending.status is not Status.GEPUBLICEERD or project is None:
        return
    yield Melding(
        soort=BerichtSoort.PROJECT,
        onderwerp=event.onderwerp,
        titel=project.titel,
        zin=f"Bij dit project hoort nu een idee van bewoners: {inzending.titel}",
        pad=f"/projecten/{project.id}",
        volgers=(Onderwerp("project", project.id),),
        niet_aan=frozenset({inzending.indiener_id}),
    )


def vindplek_of(inzending: Inzending) -> Vindplek:
    """Return what saved searches look at; an initiatief goes on until nobody knows when."""
    moment = inzending.gepubliceerd_op or inzending.gewijzigd_op
    thema = inzending.thema
    return Vindplek(
        soorten=frozenset({"initiatieven"}),
        domein=THEMA_DOMEIN[thema].value if thema else "",
        thema=thema.value if thema else "",
        van=moment.astimezone(AMSTERDAM).year,
        tot=None,
        gebied_ids=_gebieden(inzending),
        geometrie=inzending.geometrie,
        tekst=f"{inzending.titel} {inzending.toelichting} {inzending.plek_omschrijving}",
    )


def _to_sender(onderwerp: Onderwerp, zin: str) -> Melding:
    inzending = get_inzending(InzendingId(onderwerp.id))
    return Melding(
        soort=BerichtSoort.EIGEN,
        onderwerp=onderwerp,
        titel=inzending.titel,
        zin=zin,
        pad=path_of(inzending.soort, inzending.id),
        aan=frozenset({inzending.indiener_id}),
        persoonlijk=True,
    )


def _gebieden(inzending: Inzending) -> frozenset[GebiedId]:
    return frozenset() if inzending.gebied_id is None else frozenset({inzending.gebied_id})
