"""What initiatieven tell after publication: how far they are, and what is asked of people."""

from collections.abc import Iterable
from dataclasses import replace

from participatie.accounts.types import GebruikerId
from participatie.core.db import db
from participatie.core.events import Event
from participatie.core.onderwerpen import Onderwerp
from participatie.discussion.queries import list_steuner_ids, list_volger_ids
from participatie.gebieden.types import GebiedId
from participatie.initiatieven.events import (
    FaseGewijzigd,
    InitiatiefHeropend,
    KloptDitGevraagd,
    MedeinitiatiefnemerToegetreden,
    SamenvoegingAkkoord,
    SamenvoegingTeruggedraaid,
    UitnodigingAfgeslagen,
    UpdateGeplaatst,
)
from participatie.initiatieven.models import Initiatief
from participatie.initiatieven.models_klopt import Realisatie
from participatie.initiatieven.models_opgaan import Samenvoeging
from participatie.initiatieven.models_voortgang import Initiatiefupdate
from participatie.initiatieven.queries_klopt import list_bezwaren
from participatie.initiatieven.queries_voortgang import list_mede
from participatie.initiatieven.rules_voortgang import FASE_NAMEN
from participatie.initiatieven.types_opgaan import SamenvoegingStatus
from participatie.initiatieven.types_voortgang import InitiatiefFase, RealisatieId
from participatie.inzendingen.types import InzendingId, InzendingSoort
from participatie.notifications.rules import path_of
from participatie.notifications.types import BerichtSoort, Melding

GEREALISEERD = InitiatiefFase.GEREALISEERD


def fase_gewijzigd(event: FaseGewijzigd) -> Iterable[Melding]:
    """Tell how far it is; when it is done, or not done after all, another event says so."""
    if GEREALISEERD.value in {event.van, event.naar}:
        return
    naam = FASE_NAMEN[InitiatiefFase(event.naar)].lower()
    yield _melding(event, f"De fase is nu: {naam}.", in_gebied=True)


def update_geplaatst(event: UpdateGeplaatst) -> Iterable[Melding]:
    """Tell that there is something new to read, as long as it is there."""
    if db.session.get(Initiatiefupdate, event.update_id) is not None:
        yield _melding(event, "De initiatiefnemers vertellen hoe het gaat.")


def klopt_dit_gevraagd(event: KloptDitGevraagd) -> Iterable[Melding]:
    """Ask who follows, and the sender, whether it is done; tell the others what it is called."""
    realisatie = db.session.get_one(Realisatie, event.realisatie_id)
    initiatief = _initiatief(event)
    if realisatie.voorbij_op is not None or initiatief.opgegaan_in_id is not None:
        return
    asked = frozenset({initiatief.indiener_id, *list_volger_ids(event.onderwerp)})
    yield Melding(
        soort=BerichtSoort.INITIATIEF,
        onderwerp=event.onderwerp,
        titel=initiatief.titel,
        zin="Dit initiatief heet nu gerealiseerd. Klopt dit? Zeg het ons.",
        pad=f"{_path(initiatief)}/klopt",
        volgers=(event.onderwerp,),
        aan=frozenset({initiatief.indiener_id}),
    )
    yield Melding(
        soort=BerichtSoort.INITIATIEF,
        onderwerp=event.onderwerp,
        titel=initiatief.titel,
        zin="Dit initiatief is gerealiseerd.",
        pad=_path(initiatief),
        gebied_ids=_gebieden(initiatief),
        aan=_initiatiefnemers(initiatief),
        niet_aan=asked,
    )


def initiatief_heropend(event: InitiatiefHeropend) -> Iterable[Melding]:
    """Tell that it is not done after all; who said so reads it in a mail."""
    melding = _melding(event, "Dit is toch nog niet klaar. Het gaat weer verder.", in_gebied=True)
    bezwaren = list_bezwaren(RealisatieId(event.realisatie_id))
    yield replace(melding, niet_aan=frozenset(one.gebruiker_id for one in bezwaren))


def mede_toegetreden(event: MedeinitiatiefnemerToegetreden) -> Iterable[Melding]:
    """Tell that someone does it too; who it is stands on the page."""
    yield _melding(event, "Dit initiatief heeft er een initiatiefnemer bij.")


def uitnodiging_afgeslagen(event: UitnodigingAfgeslagen) -> Iterable[Melding]:
    """Tell the sender, who sent the invitation, and nobody else."""
    initiatief = _initiatief(event)
    yield Melding(
        soort=BerichtSoort.EIGEN,
        onderwerp=event.onderwerp,
        titel=initiatief.titel,
        zin="Iemand die u uitnodigde, doet niet mee.",
        pad=_path(initiatief),
        aan=frozenset({initiatief.indiener_id}),
    )


def samenvoeging_akkoord(event: SamenvoegingAkkoord) -> Iterable[Melding]:
    """Ask who follows or supports the later to move; tell who follows the earlier.

    Who proposed it and the two senders read it in a mail, or did it.
    """
    samenvoeging = db.session.get_one(Samenvoeging, event.samenvoeging_id)
    if samenvoeging.status is not SamenvoegingStatus.AKKOORD:
        return
    later, eerder = samenvoeging.later, samenvoeging.eerder
    naar = Onderwerp(event.onderwerp.soort, eerder.id)
    mailed = frozenset({later.indiener_id, eerder.indiener_id, samenvoeging.voorgesteld_door_id})
    volgers = frozenset(list_volger_ids(event.onderwerp))
    others = (frozenset(list_steuner_ids(event.onderwerp)) | _mede(later)) - volgers
    yield Melding(
        soort=BerichtSoort.INITIATIEF,
        onderwerp=event.onderwerp,
        titel=later.titel,
        zin=f"Dit is opgegaan in: {eerder.titel}. Gaat u mee?",
        pad=_path(later),
        volgers=(event.onderwerp,),
        aan=others - mailed,
        niet_aan=mailed,
    )
    yield Melding(
        soort=BerichtSoort.INITIATIEF,
        onderwerp=naar,
        titel=eerder.titel,
        zin=f"Hierin is een ander initiatief opgegaan: {later.titel}.",
        pad=_path(eerder),
        volgers=(naar,),
        aan=_mede(eerder),
        niet_aan=mailed | others | volgers,
    )


def samenvoeging_teruggedraaid(event: SamenvoegingTeruggedraaid) -> Iterable[Melding]:
    """Tell who follows it still that it stands on its own again; the sender reads it in a mail."""
    initiatief = _initiatief(event)
    yield Melding(
        soort=BerichtSoort.INITIATIEF,
        onderwerp=event.onderwerp,
        titel=initiatief.titel,
        zin="Dit initiatief staat weer apart.",
        pad=_path(initiatief),
        volgers=(event.onderwerp,),
        aan=_mede(initiatief),
        niet_aan=frozenset({initiatief.indiener_id}),
    )


def _melding(event: Event, zin: str, *, in_gebied: bool = False) -> Melding:
    """Tell who follows the initiatief, and who does it; with `in_gebied` also around it."""
    initiatief = _initiatief(event)
    return Melding(
        soort=BerichtSoort.INITIATIEF,
        onderwerp=event.onderwerp,
        titel=initiatief.titel,
        zin=zin,
        pad=_path(initiatief),
        volgers=(event.onderwerp,),
        gebied_ids=_gebieden(initiatief) if in_gebied else frozenset(),
        aan=_initiatiefnemers(initiatief),
    )


def _initiatief(event: Event) -> Initiatief:
    return db.session.get_one(Initiatief, event.onderwerp.id)


def _path(initiatief: Initiatief) -> str:
    return path_of(InzendingSoort.INITIATIEF, initiatief.id)


def _gebieden(initiatief: Initiatief) -> frozenset[GebiedId]:
    return frozenset() if initiatief.gebied_id is None else frozenset({initiatief.gebied_id})


def _initiatiefnemers(initiatief: Initiatief) -> frozenset[GebruikerId]:
    return _mede(initiatief) | {initiatief.indiener_id}


def _mede(initiatief: Initiatief) -> frozenset[GebruikerId]:
    return frozenset(one.gebruiker_id for one in list_mede(InzendingId(initiatief.id)))
