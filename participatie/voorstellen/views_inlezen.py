"""Bringing a file of a partner: first look, then offer."""

from collections.abc import Sequence
from http import HTTPStatus

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from participatie.core.access import requires
from participatie.core.errors import InvalidInputError
from participatie.core.permissions import Permission
from participatie.core.webforms import show_error, status_of
from participatie.organisaties.models import Organisatie
from participatie.uitwisseling.errors import ImportRefusedError
from participatie.uitwisseling.rules import rij_in_woorden, veld_in_woorden
from participatie.uitwisseling.types import RijFout
from participatie.voorstellen.forms_inlezen import InlezenForm
from participatie.voorstellen.services_inlezen import Gevolgen, propose_from_file, try_file
from participatie.voorstellen.views_partner import own_organisatie

GETOOND = 100


@requires(Permission.VOORSTEL_INDIENEN)
def inlezen(slug: str) -> ResponseReturnValue:
    """Look what a file would do, or offer what it says."""
    organisatie = own_organisatie(slug)
    form = InlezenForm()
    if not form.validate_on_submit():
        return _page(form, organisatie)
    is_offered = request.form.get("actie") == "aanbieden"
    read = propose_from_file if is_offered else try_file
    try:
        gevolgen = read(
            form.bestand.data.read(), organisatie=organisatie, indiener_id=current_user.id
        )
    except InvalidInputError as error:
        show_error(form, InvalidInputError(str(error), field="bestand"))
        fouten = error.fouten if isinstance(error, ImportRefusedError) else ()
        return _page(form, organisatie, fouten=fouten)
    if not is_offered:
        return _page(form, organisatie, gevolgen=gevolgen)
    flash(_("Uw bestand is aangeboden. U krijgt een e-mail als alles een antwoord heeft."))
    target = url_for("voorstellen.overzicht", slug=slug)
    return redirect(target, HTTPStatus.SEE_OTHER)


def _page(
    form: InlezenForm,
    organisatie: Organisatie,
    *,
    fouten: Sequence[RijFout] = (),
    gevolgen: Gevolgen | None = None,
) -> ResponseReturnValue:
    page = render_template(
        "voorstellen/inlezen.html",
        form=form,
        organisatie=organisatie,
        fouten=fouten[:GETOOND],
        aantal_fouten=len(fouten),
        gevolgen=gevolgen,
        getoond=GETOOND,
        rij_in_woorden=rij_in_woorden,
        veld_in_woorden=veld_in_woorden,
    )
    return page, status_of(form)
