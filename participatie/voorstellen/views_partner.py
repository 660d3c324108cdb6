"""The workspace of a partner: its items in the programme, and what it proposes."""

from http import HTTPStatus

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from participatie.core.access import requires
from participatie.core.permissions import Permission
from participatie.organisaties.models import Organisatie
from participatie.organisaties.queries import check_lid, get_organisatie, list_own
from participatie.programmas.queries import list_projecten
from participatie.programmas.rules import planning_in_woorden
from participatie.programmas.types import ProjectFilter
from participatie.voorstellen.forms import BesluitForm
from participatie.voorstellen.models import Voorstel
from participatie.voorstellen.panels_verschil import list_inhoud, list_verschillen
from participatie.voorstellen.queries import (
    count_by_status,
    get_voorstel,
    list_of_organisatie,
    list_open_of_projecten,
)
from participatie.voorstellen.queries_schets import draw_voorstel
from participatie.voorstellen.rules import STATUS_TONEN, STATUS_UITLEG, may_become
from participatie.voorstellen.rules_gegevens import from_json
from participatie.voorstellen.services import offer_voorstel, withdraw_voorstel
from participatie.voorstellen.types import VoorstelStatus


@requires(Permission.VOORSTEL_INDIENEN)
def werkplek() -> ResponseReturnValue:
    """Show of which organisaties someone keeps the items; of one, its workspace at once."""
    own = list_own(current_user.id)
    if len(own) == 1:
        return redirect(_address(own[0]), HTTPStatus.SEE_OTHER)
    return render_template("voorstellen/organisaties.html", organisaties=own)


@requires(Permission.VOORSTEL_INDIENEN)
def overzicht(slug: str) -> ResponseReturnValue:
    """Show what an organisatie proposes, by state."""
    organisatie = own_organisatie(slug)
    status = next((one for one in VoorstelStatus if one == request.args.get("status")), None)
    number = request.args.get("pagina", 1, type=int)
    return render_template(
        "voorstellen/overzicht.html",
        organisatie=organisatie,
        aantallen=count_by_status(organisatie.id),
        status=status,
        page=list_of_organisatie(organisatie.id, status, number),
        tonen=STATUS_TONEN,
    )


@requires(Permission.VOORSTEL_INDIENEN)
def projecten(slug: str) -> ResponseReturnValue:
    """Show what an organisatie has in the programme, to propose a change of it."""
    organisatie = own_organisatie(slug)
    number = request.args.get("pagina", 1, type=int)
    page = list_projecten(ProjectFilter(organisatie_id=organisatie.id), number)
    return render_template(
        "voorstellen/projecten.html",
        organisatie=organisatie,
        page=page,
        open_voorstellen=list_open_of_projecten([rij.id for rij in page.items]),
        planning=planning_in_woorden,
    )


@requires(Permission.VOORSTEL_INDIENEN)
def voorstel(voorstel_id: int) -> ResponseReturnValue:
    """Show a voorstel to who proposed it."""
    found = own_voorstel(voorstel_id)
    said = from_json(found.gegevens)
    return render_template(
        "voorstellen/eigen.html",
        voorstel=found,
        form=BesluitForm(formdata=None, versie=str(found.versie)),
        inhoud=list_inhoud(said),
        verschillen=list_verschillen(found),
        tekening=draw_voorstel(said),
        tonen=STATUS_TONEN,
        uitleg=STATUS_UITLEG[found.status],
        kan={naar.value for naar in VoorstelStatus if may_become(found.status, naar)},
    )


@requires(Permission.VOORSTEL_INDIENEN)
def aanbieden(voorstel_id: int) -> ResponseReturnValue:
    """Ask the programmaredacteur to agree."""
    found = own_voorstel(voorstel_id)
    offer_voorstel(found, versie=BesluitForm().seen, door_id=current_user.id)
    flash(_("Uw voorstel is aangeboden. U krijgt een e-mail zodra er antwoord is."), "success")
    return to_voorstel(found)


@requires(Permission.VOORSTEL_INDIENEN)
def intrekken(voorstel_id: int) -> ResponseReturnValue:
    """Take a voorstel back."""
    found = own_voorstel(voorstel_id)
    withdraw_voorstel(found, versie=BesluitForm().seen, door_id=current_user.id)
    flash(_("Uw voorstel is ingetrokken."), "success")
    return redirect(_address(found.organisatie), HTTPStatus.SEE_OTHER)


def own_organisatie(slug: str) -> Organisatie:
    """Return the organisatie, or raise unless the current gebruiker belongs to it."""
    organisatie = get_organisatie(slug)
    check_lid(organisatie.id, current_user.id)
    return organisatie


def own_voorstel(voorstel_id: int) -> Voorstel:
    """Return the voorstel, or raise unless the current gebruiker belongs to its organisatie."""
    found = get_voorstel(voorstel_id)
    check_lid(found.organisatie_id, current_user.id)
    return found


def to_voorstel(found: Voorstel) -> ResponseReturnValue:
    """Lead to the page of a voorstel."""
    target = url_for("voorstellen.voorstel", voorstel_id=found.id)
    return redirect(target, HTTPStatus.SEE_OTHER)


def _address(organisatie: Organisatie) -> str:
    return url_for("voorstellen.overzicht", slug=organisatie.slug)
