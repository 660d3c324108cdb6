"""Mail about who wants to help whom. Written in the transaction of the deed.

No mail holds an address or a phone number: those stand on a page for the one they are meant for,
and a reply to the mail goes to the site.
"""

from participatie.core.mail import page_link, queue_mail
from participatie.vraagaanbod.events import (
    AanbodStatusGewijzigd,
    AanmeldingBeantwoord,
    AanmeldingGestuurd,
    AanmeldingIngetrokken,
    OproepStatusGewijzigd,
)
from participatie.vraagaanbod.models import Hulpaanmelding
from participatie.vraagaanbod.queries import get_aanbod, get_oproep
from participatie.vraagaanbod.queries_aanmeldingen import (
    get_aanmelding,
    list_initiatiefnemers,
    list_ontvangers,
)
from participatie.vraagaanbod.types import AanbodId, AanbodStatus, AanmeldingId, OproepId

MAP = "notifications/mail"


def mail_aanmelding(event: AanmeldingGestuurd) -> None:
    """Tell who asked or offered that someone wrote, and who wrote that it was sent."""
    aanmelding = get_aanmelding(AanmeldingId(event.aanmelding_id))
    _to_ontvangers(aanmelding, f"{MAP}/aanmelding_nieuw.txt")
    queue_mail(
        to=aanmelding.van.email,
        template=f"{MAP}/aanmelding_verstuurd.txt",
        naam=aanmelding.van.naam,
        wat=_wat(aanmelding),
        bericht=aanmelding.bericht,
        link=page_link("vraagaanbod.mijn"),
    )


def mail_antwoord(event: AanmeldingBeantwoord) -> None:
    """Tell who wrote what the answer is."""
    aanmelding = get_aanmelding(AanmeldingId(event.aanmelding_id))
    queue_mail(
        to=aanmelding.van.email,
        template=f"{MAP}/aanmelding_antwoord.txt",
        naam=aanmelding.van.naam,
        wat=_wat(aanmelding),
        aanmelding=aanmelding,
        link=page_link("vraagaanbod.mijn"),
    )


def mail_teruggenomen(event: AanmeldingIngetrokken) -> None:
    """Tell who asked or offered that a message was taken back."""
    aanmelding = get_aanmelding(AanmeldingId(event.aanmelding_id))
    _to_ontvangers(aanmelding, f"{MAP}/aanmelding_ingetrokken.txt")


def mail_aanbod(event: AanbodStatusGewijzigd) -> None:
    """Tell who offered it what a gebiedsverbinder did, or that its last day was over."""
    aanbod = get_aanbod(AanbodId(event.onderwerp.id))
    if event.actor_id == aanbod.aanbieder_id:
        return
    queue_mail(
        to=aanbod.aanbieder.email,
        template=f"{MAP}/aanbod_{AanbodStatus(event.naar).value}.txt",
        naam=aanbod.aanbieder.naam,
        aanbod=aanbod,
        link=page_link("vraagaanbod.aanbod", aanbod_id=aanbod.id),
    )


def mail_oproep_gesloten(event: OproepStatusGewijzigd) -> None:
    """Tell the initiatiefnemers why a gebiedsverbinder closed what they sought."""
    if not event.door_gemeente:
        return
    oproep = get_oproep(OproepId(event.oproep_id))
    for initiatiefnemer in list_initiatiefnemers(oproep.initiatief):
        queue_mail(
            to=initiatiefnemer.email,
            template=f"{MAP}/oproep_gesloten.txt",
            naam=initiatiefnemer.naam,
            oproep=oproep,
            link=page_link("vraagaanbod.oproepen", initiatief_id=oproep.initiatief_id),
        )


def _to_ontvangers(aanmelding: Hulpaanmelding, template: str) -> None:
    for ontvanger in list_ontvangers(aanmelding):
        queue_mail(
            to=ontvanger.email,
            template=template,
            naam=ontvanger.naam,
            wat=_wat(aanmelding),
            wie=aanmelding.naam,
            link=_place_to_answer(aanmelding),
        )


def _wat(aanmelding: Hulpaanmelding) -> str:
    about = aanmelding.oproep or aanmelding.aanbod
    return about.wat if about else ""


def _place_to_answer(aanmelding: Hulpaanmelding) -> str:
    if aanmelding.oproep is not None:
        initiatief_id = aanmelding.oproep.initiatief_id
        return page_link("vraagaanbod.oproepen", initiatief_id=initiatief_id)
    return page_link("vraagaanbod.aanbod", aanbod_id=aanmelding.aanbod_id)
