"""One inzending at the desk: what it says, what lies around it, and what can be done."""

from dataclasses import dataclass, replace
from http import HTTPStatus

from flask import render_template, request
from flask.typing import ResponseReturnValue
from flask_login import current_user

from participatie.core import clock
from participatie.core.access import current_person, requires
from participatie.core.errors import NotFoundError
from participatie.core.permissions import Permission
from participatie.inzendingen.models import Inzending
from participatie.inzendingen.rules import STATUS_NAMEN_STAFF
from participatie.inzendingen.types import InzendingId, Status
from participatie.moderation import rules
from participatie.moderation.errors import AlBehandeldError
from participatie.moderation.forms import BesluitForm, KoppelForm, NotitieForm, grounds_in_order
from participatie.moderation.queries_bureau import find_next, own_ids
from participatie.moderation.queries_dossier import find_for_desk, get_dossier
from participatie.moderation.queries_kader import get_kader
from participatie.moderation.queries_omgeving import get_omgeving
from participatie.moderation.rules_woorden import UITKOMST_GEDAAN
from participatie.moderation.types import Omgeving
from participatie.moderation.views_werk import NIETS, Werkinvoer, work_of
from participatie.programmas.queries import find_project, list_projecten
from participatie.programmas.types import ProjectFilter

ZOEK_MAX_LENGTH = 100
ZOEK_AANTAL = 10


@dataclass(frozen=True, kw_only=True)
class Invoer:
    """The forms of the page as someone left them, and why they were refused."""

    besluit: BesluitForm | None = None
    koppeling: KoppelForm | None = None
    notitie: NotitieForm | None = None
    werk: Werkinvoer = NIETS
    conflict: str = ""


LEEG = Invoer()


@requires(Permission.INZENDING_MODEREREN)
def inzending(inzending_id: int) -> ResponseReturnValue:
    """Show an inzending of one's own gebieden."""
    return show(load(inzending_id))


def load(inzending_id: int) -> Inzending:
    """Return an inzending of one's own gebieden; any other does not exist here."""
    found = find_for_desk(InzendingId(inzending_id))
    if found is None or found.status is Status.CONCEPT:
        raise NotFoundError
    if not current_person().may(Permission.INZENDING_MODEREREN, found.gebied_id):
        raise NotFoundError
    return found


def show(
    found: Inzending, invoer: Invoer = LEEG, status: HTTPStatus = HTTPStatus.OK
) -> ResponseReturnValue:
    """Show the page of an inzending with its forms as they are."""
    own = own_ids(current_user)
    omgeving = get_omgeving(found, own)
    besluit_form = invoer.besluit or BesluitForm(get_kader(found), formdata=None)
    koppel_form = invoer.koppeling or KoppelForm(formdata=None)
    for form in (besluit_form, koppel_form):
        form.renew(found.versie)
    offer_projecten(koppel_form, found, omgeving)
    dossier = get_dossier(found)
    eerdere = [eerder.uitkomst for eerder in dossier.vergelijkbaar]
    gekozen = besluit_form.chosen_outcome
    page = render_template(
        "moderation/inzending.html",
        dossier=dossier,
        meerderheid=rules.majority(eerdere),
        afwijking=rules.deviation(gekozen, eerdere) if gekozen else None,
        **_status(found),
        omgeving=omgeving,
        uitkomsten=rules.outcomes_for(found.status, onbekeken=found.nog_niet_bekeken),
        volgende=find_next(own, clock.today()),
        gedaan=UITKOMST_GEDAAN,
        is_own=found.indiener_id == current_user.id,
        besluit_form=besluit_form,
        gronden=grounds_in_order(besluit_form),
        teksten={
            f"{uit}:{grond}": tekst for (uit, grond), tekst in besluit_form.kader.teksten.items()
        },
        koppel_form=koppel_form,
        koppelbaar=found.status in rules.KOPPELBAAR,
        notitie_form=invoer.notitie or NotitieForm(formdata=None),
        conflict=invoer.conflict,
        **work_of(found, invoer.werk),
        zoek=zoek(),
        koppelen_open=bool(zoek() or invoer.koppeling),
    )
    return page, status


def conflict(found: Inzending, invoer: Invoer) -> ResponseReturnValue:
    """Show what changed meanwhile, with what someone typed still on the page."""
    error = AlBehandeldError()
    return show(found, replace(invoer, conflict=str(error)), error.status)


def _status(found: Inzending) -> dict[str, str]:
    """Return in words where it stands and how much time is left."""
    words = {"status": STATUS_NAMEN_STAFF[found.status]}
    if found.reactie_voor is None:
        return words
    vandaag = clock.today()
    return words | {
        "term": rules.term_in_words(found.reactie_voor, vandaag),
        "urgentie": rules.urgency(found.reactie_voor, vandaag),
    }


def zoek() -> str:
    """Return what someone searches among the projects."""
    return request.args.get("zoek", "").replace("\0", "").strip()[:ZOEK_MAX_LENGTH]


def offer_projecten(form: KoppelForm, found: Inzending, omgeving: Omgeving) -> None:
    """Let someone choose from what was searched, then from what lies around, linked ones apart."""
    linked = {koppeling.project_id for koppeling in found.koppelingen}
    offered: dict[int, str] = {}
    if zoek():
        page = list_projecten(ProjectFilter(tekst=zoek()), size=ZOEK_AANTAL)
        offered |= {row.id: f"{row.titel} ({row.plek_omschrijving})" for row in page.items}
    else:
        offered |= {one.project_id: f"{one.titel}. {one.zin}" for one in omgeving.projecten}
    offered = {number: text for number, text in offered.items() if number not in linked}
    chosen = find_project(form.chosen_project) if form.chosen_project is not None else None
    if chosen is not None:
        offered.setdefault(chosen.id, chosen.titel)
    form.offer(offered.items())
