"""The page on which someone chooses what to hear of, and how often."""

from http import HTTPStatus

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext
from flask_login import current_user

from participatie.core.access import signed_in
from participatie.core.mail_refusals import try_once_more
from participatie.notifications.forms import LegeForm, frequentie_choices
from participatie.notifications.queries_voorkeuren import (
    find_eigen,
    find_standaard,
    list_zoekopdrachten,
    paginate_gevolgd,
)
from participatie.notifications.rules_berichten import EIGEN, FREQUENTIE_NAMEN, via_zoekopdracht
from participatie.notifications.services_voorkeuren import STANDAARD, STOP, choose
from participatie.notifications.types import MEESTE_BUURTEN, Frequentie


@signed_in
def instellingen() -> ResponseReturnValue:
    """Show all subscriptions of someone, and keep what he chooses."""
    form = LegeForm()
    number = request.args.get("pagina", 1, type=int)
    fout = ""
    if form.validate_on_submit():
        changed, fout = _changes(number)
        if not fout:
            amount = choose(current_user.id, changed)
            flash(
                ngettext("%(num)s keuze bewaard.", "%(num)s keuzes bewaard.", amount)
                if amount
                else _("U veranderde niets."),
                "success",
            )
            place = url_for("berichten.instellingen", pagina=number if number > 1 else None)
            return redirect(place, HTTPStatus.SEE_OTHER)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if fout or form.errors else HTTPStatus.OK
    zoekopdrachten = list_zoekopdrachten(current_user.id)
    return (
        render_template(
            "notifications/instellingen.html",
            form=form,
            fout=fout,
            standaard=find_standaard(current_user.id),
            eigen=find_eigen(current_user.id),
            frequenties=FREQUENTIE_NAMEN,
            keuzes=frequentie_choices(),
            buurten=[one for one in zoekopdrachten if one.straal_m],
            meeste_buurten=MEESTE_BUURTEN,
            zoekopdrachten=[one for one in zoekopdrachten if not one.straal_m],
            via=via_zoekopdracht,
            page=paginate_gevolgd(current_user.id, number),
        ),
        status,
    )


@signed_in
def adres_werkt() -> ResponseReturnValue:
    """Try an address once more that was refused."""
    try_once_more(current_user.email)
    flash(_("Wij proberen het opnieuw bij het volgende bericht."), "success")
    return redirect(url_for("accounts.profiel"), HTTPStatus.SEE_OTHER)


def _changes(number: int) -> tuple[dict[str, str], str]:
    """Return what differs from what was kept, and in words what cannot be chosen."""
    known = _now(number)
    sent = {via: request.form[via] for via in known if via in request.form}
    allowed = {"", *Frequentie}
    for via, value in sent.items():
        may_stop = via.startswith("volgt:")
        if value not in allowed | ({STOP} if may_stop else set()):
            return {}, _("Kies hoe vaak u mail wilt uit de lijst.")
    if sent.get(STANDAARD) == "":
        return {}, _("Kies bij “Voor alles” hoe vaak u mail wilt.")
    return {via: value for via, value in sent.items() if value != known[via]}, ""


def _now(number: int) -> dict[str, str]:
    """Return what holds now of each subscription on this page."""
    person = current_user.id
    chosen: dict[str, Frequentie | None] = {
        STANDAARD: find_standaard(person),
        EIGEN: find_eigen(person),
    }
    chosen |= {via_zoekopdracht(one.id): one.frequentie for one in list_zoekopdrachten(person)}
    chosen |= {one.via: one.frequentie for one in paginate_gevolgd(person, number).items}
    return {via: one.value if one else "" for via, one in chosen.items()}
