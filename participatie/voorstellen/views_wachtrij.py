"""What partners offered: the queue, one voorstel, and the answer."""

from collections.abc import Mapping, Sequence
from datetime import date
from http import HTTPStatus

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext
from flask_login import current_user

from participatie.core import clock
from participatie.core.access import current_person, requires
from participatie.core.db import db
from participatie.core.errors import (
    DomainError,
    InvalidInputError,
    NotAllowedError,
    NotFoundError,
    StaleError,
)
from participatie.core.permissions import Permission
from participatie.core.webforms import show_error, status_of
from participatie.gebieden.queries import get_boom
from participatie.programmas.queries_raakvlakken import list_raakvlakken_bij
from participatie.programmas.rules import VELD_NAMEN
from participatie.programmas.types import ProjectGegevens, Raakvlak
from participatie.voorstellen import rules
from participatie.voorstellen.errors import ProjectGewijzigdError
from participatie.voorstellen.forms import BesluitForm, read_ids, read_keuzes
from participatie.voorstellen.models import Voorstel
from participatie.voorstellen.panels_verschil import list_inhoud, list_verschillen
from participatie.voorstellen.queries import get_voorstel
from participatie.voorstellen.queries_schets import draw_voorstel
from participatie.voorstellen.queries_wachtrij import get_wachtrij, list_wachtrij, list_waiting
from participatie.voorstellen.rules_gegevens import from_json
from participatie.voorstellen.services_besluit import agree, give_back
from participatie.voorstellen.types import VoorstelRij, VoorstelStatus


@requires(Permission.PROJECT_BEHEREN)
def wachtrij() -> ResponseReturnValue:
    """Show what waits for an answer, first what this redacteur may decide about."""
    slug, inlezing = request.args.get("gebied", ""), request.args.get("inlezing", "")
    gebied_id = get_boom().by_slug.get(slug)
    page = list_wachtrij(
        current_user,
        gebied_id=gebied_id,
        inlezing=inlezing or None,
        number=request.args.get("pagina", 1, type=int),
    )
    return render_template(
        "voorstellen/wachtrij.html",
        wachtrij=get_wachtrij(),
        page=page,
        gekozen=slug if gebied_id is not None else "",
        inlezing=inlezing,
        leeftijd=_leeftijd,
    )


def _leeftijd(rij: VoorstelRij) -> str:
    dag = rij.sinds.astimezone(clock.AMSTERDAM).date()
    return rules.age_in_words(dag, clock.today())


@requires(Permission.PROJECT_BEHEREN)
def beoordelen(voorstel_id: int) -> ResponseReturnValue:
    """Show what a voorstel says, what it changes, where it lies and what it touches."""
    return _page(_offered(voorstel_id), BesluitForm(formdata=None))


@requires(Permission.PROJECT_BEHEREN)
def akkoord(voorstel_id: int) -> ResponseReturnValue:
    """Let the register say what the partner proposes."""
    found = _offered(voorstel_id)
    _check_may_decide(found)
    form = BesluitForm()
    botst = [one.veld for one in list_verschillen(found) if one.botst]
    keuzes = read_keuzes(request.form, botst)
    if botst and keuzes is None:
        namen = [VELD_NAMEN[veld] for veld in botst]
        return _page(found, form, str(ProjectGewijzigdError(namen)), HTTPStatus.CONFLICT)
    try:
        project = agree(
            found,
            versie=form.seen,
            door_id=current_user.id,
            project_versie=form.project_seen,
            behoud=keuzes,
        )
    except StaleError as error:
        return _page(get_voorstel(voorstel_id), form, str(error), HTTPStatus.CONFLICT)
    flash(_("Het staat nu in het programma. De partner krijgt een e-mail."), "success")
    target = url_for("programmas.detail", project_id=project.id)
    return redirect(target, HTTPStatus.SEE_OTHER)


@requires(Permission.PROJECT_BEHEREN)
def teruggeven(voorstel_id: int) -> ResponseReturnValue:
    """Ask the partner to change something first."""
    found = _offered(voorstel_id)
    _check_may_decide(found)
    form = BesluitForm()
    if not form.validate_on_submit():
        return _page(found, form, status=status_of(form))
    try:
        give_back(found, reden=form.text("reden"), versie=form.seen, door_id=current_user.id)
    except InvalidInputError as error:
        show_error(form, error)
        return _page(found, form, status=status_of(form))
    except StaleError as error:
        return _page(get_voorstel(voorstel_id), form, str(error), HTTPStatus.CONFLICT)
    flash(_("Het voorstel is teruggegeven. De partner krijgt een e-mail."), "success")
    return redirect(url_for("voorstellen.wachtrij"), HTTPStatus.SEE_OTHER)


@requires(Permission.PROJECT_BEHEREN)
def kies_akkoord() -> ResponseReturnValue:
    """Show what was ticked once more, or agree to all of it."""
    ticked = dict(read_ids(request.form.getlist("voorstel")))
    found = [one for one in list_waiting(ticked) if may_decide(one)]
    if not found:
        flash(_("Kruis eerst een of meer voorstellen aan."), "error")
        return redirect(url_for("voorstellen.wachtrij"), HTTPStatus.SEE_OTHER)
    if request.form.get("actie") != "bevestig":
        page = render_template("voorstellen/bevestigen.html", voorstellen=found)
        return page, HTTPStatus.OK
    return _agree_to_all(found, ticked)


def _agree_to_all(found: Sequence[Voorstel], ticked: Mapping[int, int]) -> ResponseReturnValue:
    """Agree to each that is still as it was seen and does not clash; the others wait."""
    done = 0
    for one in found:
        try:
            with db.session.begin_nested():
                agree(one, versie=ticked[one.id], door_id=current_user.id)
        except DomainError:
            continue
        done += 1
    flash(
        ngettext(
            "%(num)s voorstel staat nu in het programma.",
            "%(num)s voorstellen staan nu in het programma.",
            done,
        ),
        "success" if done else "error",
    )
    if done < len(found):
        flash(_("Wat overblijft, vraagt om een keuze. Open die voorstellen."), "error")
    return redirect(url_for("voorstellen.wachtrij"), HTTPStatus.SEE_OTHER)


def _offered(voorstel_id: int) -> Voorstel:
    """Return the voorstel; what was never offered does not exist for the gemeente."""
    found = get_voorstel(voorstel_id)
    if found.aangeboden_op is None:
        raise NotFoundError("Dit voorstel bestaat niet.")
    return found


def may_decide(found: Voorstel) -> bool:
    """Tell whether the current gebruiker keeps the programme in each of its gebieden."""
    person = current_person()
    gebieden = {gebied.id for gebied in found.gebieden}
    gebieden |= {gebied.id for gebied in found.project.gebieden} if found.project else set()
    return person.may(Permission.PROJECT_BEHEREN) and all(
        person.may(Permission.PROJECT_BEHEREN, gebied_id) for gebied_id in gebieden
    )


def _check_may_decide(found: Voorstel) -> None:
    if not may_decide(found):
        raise NotAllowedError("U beheert geen projecten in dit gebied.")


def _page(
    found: Voorstel, form: BesluitForm, conflict: str = "", status: HTTPStatus = HTTPStatus.OK
) -> ResponseReturnValue:
    said = from_json(found.gegevens)
    form.versie.data = str(found.versie)
    form.project_versie.data = (
        str(found.project.versie) if found.op_versie and found.project else ""
    )
    page = render_template(
        "voorstellen/beoordelen.html",
        voorstel=found,
        form=form,
        conflict=conflict,
        inhoud=list_inhoud(said),
        verschillen=list_verschillen(found),
        tekening=draw_voorstel(said),
        raakvlakken=_list_touching(found, said),
        wacht=found.status is VoorstelStatus.AANGEBODEN,
        may_decide=may_decide(found),
        tonen=rules.STATUS_TONEN,
        sinds=rules.age_in_words(_dag(found), clock.today()),
    )
    return page, status


def _dag(found: Voorstel) -> date:
    moment = found.aangeboden_op or found.gewijzigd_op
    return moment.astimezone(clock.AMSTERDAM).date()


def _list_touching(found: Voorstel, said: ProjectGegevens) -> Sequence[Raakvlak]:
    """Return what is planned at its place, apart from itself."""
    gebied_id = min(said.gebied_ids, default=None)
    touching = list_raakvlakken_bij(
        geometry=said.geometrie,
        gebied_id=None if said.geometrie else gebied_id,
        thema=said.thema,
        vanaf_jaar=said.start.year,
    )
    return [one for one in touching if one.project_id != found.project_id]
