"""What someone was told, and what of it he read."""

from http import HTTPStatus

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from participatie.core.access import signed_in
from participatie.notifications.queries import count_ongelezen, paginate_berichten
from participatie.notifications.services_voorkeuren import mark_read


@signed_in
def index() -> ResponseReturnValue:
    """Show what someone was told, newest first."""
    number = request.args.get("pagina", 1, type=int)
    return render_template(
        "notifications/index.html",
        page=paginate_berichten(current_user.id, number),
        ongelezen=count_ongelezen(current_user.id),
    )


@signed_in
def gelezen(bericht_id: int) -> ResponseReturnValue:
    """Mark one bericht as read; of someone else nothing happens."""
    mark_read(current_user.id, bericht_id)
    return _back()


@signed_in
def alles_gelezen() -> ResponseReturnValue:
    """Mark everything as read."""
    mark_read(current_user.id)
    flash(_("Alle berichten staan nu op gelezen."), "success")
    return _back()


def _back() -> ResponseReturnValue:
    number = request.form.get("pagina", type=int)
    place = url_for("berichten.index", pagina=number if number and number > 1 else None)
    return redirect(place, HTTPStatus.SEE_OTHER)
