"""Saving a neighbourhood or a filter of a list, and removing it."""

from http import HTTPStatus
from urllib.parse import parse_qs, urlencode

from flask import current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from participatie.core.access import signed_in
from participatie.core.errors import InvalidInputError
from participatie.core.geometry import middle_of
from participatie.core.limits import limiter
from participatie.core.tekst import without_control_characters
from participatie.core.webforms import show_error, status_of
from participatie.gebieden.errors import AdressenWegError
from participatie.gebieden.queries import get_boom
from participatie.gebieden.queries_adressen import list_adressen
from participatie.notifications.forms import BuurtForm
from participatie.notifications.rules_zoeken import LIJSTEN, NAAM_MAX_LENGTH, read_vraag
from participatie.notifications.services_zoekopdrachten import (
    remove,
    save_buurt,
    save_zoekopdracht,
)
from participatie.notifications.types import Cirkel

MOST_QUERY = 1_800
NIET_GEVONDEN = (
    "Dit adres vinden wij niet. Wijs de plek aan op de kaart, of kies een buurt of wijk."
)


@signed_in
@limiter.limit("60 per 15 minutes", methods=["POST"])
def buurt() -> ResponseReturnValue:
    """Keep a neighbourhood."""
    form = BuurtForm()
    form.offer(get_boom())
    if form.validate_on_submit():
        try:
            lon, lat = _middle(form)
            cirkel = Cirkel(lon=lon, lat=lat, straal_m=int(form.straal.data))
            kept = save_buurt(
                current_user.id, naam=form.text("naam"), cirkel=cirkel, frequentie=form.chosen
            )
        except InvalidInputError as error:
            show_error(form, error)
        else:
            flash(_("Uw buurt “%(naam)s” is bewaard.", naam=kept.naam), "success")
            return redirect(url_for("berichten.instellingen"), HTTPStatus.SEE_OTHER)
    return render_template("notifications/buurt.html", form=form), status_of(form)


@signed_in
def bewaren() -> ResponseReturnValue:
    """Keep the filter of a list or of the map."""
    pad = request.form.get("pad", "")
    if pad not in LIJSTEN:
        raise InvalidInputError(_("Deze zoekopdracht kunnen wij niet bewaren."))
    query = parse_qs(without_control_characters(request.form.get("query", "")[:MOST_QUERY]))
    vraag = read_vraag(pad, query, get_boom().by_slug)
    naam = request.form.get("naam", "") or _("Zoekopdracht")
    kept = save_zoekopdracht(
        current_user.id,
        naam=without_control_characters(naam)[:NAAM_MAX_LENGTH],
        pad=f"{pad}?{urlencode(query, doseq=True)}" if query else pad,
        vraag=vraag,
    )
    flash(
        _("“%(naam)s” is bewaard. Kies hieronder hoe vaak u mail wilt.", naam=kept.naam), "success"
    )

    place = url_for("berichten.instellingen", _anchor="zoekopdrachten")
    return redirect(place, HTTPStatus.SEE_OTHER)


@signed_in
def verwijderen(zoekopdracht_id: int) -> ResponseReturnValue:
    """Forget a saved search or neighbourhood."""
    naam = remove(current_user.id, zoekopdracht_id)
    flash(_("“%(naam)s” is verwijderd.", naam=naam), "success")
    return redirect(url_for("berichten.instellingen"), HTTPStatus.SEE_OTHER)


def _middle(form: BuurtForm) -> tuple[float, float]:
    """Return the middle of the circle: the gebied, the point, or else the address."""
    if form.gebied_id is not None:
        outline = get_boom().omtrekken[form.gebied_id].geometry
        if outline is None:
            raise InvalidInputError(_("Van dit gebied kennen wij de grens niet."), field="gebied")
        return middle_of(outline)
    if form.punt is not None:
        return form.punt
    return _find_adres(form.text("adres"))


def _find_adres(adres: str) -> tuple[float, float]:
    stad = next((one.naam for one in get_boom().omtrekken.values() if one.ouder_id is None), "")
    try:
        found = list_adressen(adres, dienst=current_app.config["ADRESSEN_URL"], gemeente=stad)
    except AdressenWegError as error:
        raise _not_found() from error
    if not found:
        raise _not_found()
    return middle_of(found[0].vorm)


def _not_found() -> InvalidInputError:
    message = _(
        "Dit adres vinden wij niet. Wijs de plek aan op de kaart, of kies een buurt of wijk."
    )
    return InvalidInputError(message, field="adres")
