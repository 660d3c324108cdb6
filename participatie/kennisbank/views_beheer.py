"""Pages on which articles are written, looked at before others see them, and published."""

from http import HTTPStatus

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from participatie.core.access import requires
from participatie.core.errors import InvalidInputError, StaleError
from participatie.core.markdown import render
from participatie.core.permissions import Permission
from participatie.core.webforms import show_error, status_of
from participatie.kennisbank.forms import (
    ArtikelForm,
    VersieForm,
    make_artikel_form,
    read_gegevens,
    seen_version,
)
from participatie.kennisbank.models import Kennisartikel
from participatie.kennisbank.queries import get_artikel, get_versie, list_beheer
from participatie.kennisbank.queries_keuzes import keuzes
from participatie.kennisbank.rules import VELD_NAMEN, compare_lines, list_changed
from participatie.kennisbank.services import (
    change_artikel,
    publish_artikel,
    withdraw_artikel,
    write_artikel,
)
from participatie.kennisbank.types import ArtikelSoort, Keuze

bp = Blueprint("kennisbank_beheer", __name__)


@bp.get("")
@requires(Permission.KENNISBANK_BEHEREN)
def index() -> ResponseReturnValue:
    """Show every article, with what is in the making."""
    page = list_beheer(request.args.get("pagina", 1, type=int))
    return render_template("kennisbank/beheer.html", page=page)


@bp.route("/nieuw", methods=["GET", "POST"])
@requires(Permission.KENNISBANK_BEHEREN)
def nieuw() -> ResponseReturnValue:
    """Write an article."""
    form = make_artikel_form(None)
    if form.validate_on_submit():
        try:
            soort = ArtikelSoort(form["soort"].data)
            made = write_artikel(soort, read_gegevens(form), door_id=current_user.id)
        except InvalidInputError as error:
            show_error(form, error)
        else:
            return _to_versie(made, _("Het concept is bewaard. Zo komt het eruit te zien."))
    return _form_page(form, None), status_of(form)


@bp.route("/<int:artikel_id>", methods=["GET", "POST"])
@requires(Permission.KENNISBANK_BEHEREN)
def wijzigen(artikel_id: int) -> ResponseReturnValue:
    """Write a newer version."""
    artikel = get_artikel(artikel_id, lock=request.method == "POST")
    form = make_artikel_form(artikel)
    if form.validate_on_submit():
        try:
            change_artikel(
                artikel, read_gegevens(form), versie=seen_version(form), door_id=current_user.id
            )
        except InvalidInputError as error:
            show_error(form, error)
        except StaleError as error:
            form.versie.data = str(artikel.versie)
            return _form_page(form, artikel, str(error)), HTTPStatus.CONFLICT
        else:
            return _to_versie(artikel, _("De nieuwe versie is bewaard."))
    return _form_page(form, artikel), status_of(form)


@bp.get("/<int:artikel_id>/versies/<int:nummer>")
@requires(Permission.KENNISBANK_BEHEREN)
def versie(artikel_id: int, nummer: int) -> ResponseReturnValue:
    """Show a version as readers see it, and what it says otherwise than the one before."""
    artikel = get_artikel(artikel_id)
    found = get_versie(artikel, nummer)
    vorige = get_versie(artikel, nummer - 1) if nummer > 1 else None
    changed = list_changed(vorige.gegevens, found.gegevens) if vorige else ()
    return render_template(
        "kennisbank/versie.html",
        artikel=artikel,
        versie=found,
        tekst=render(found.tekst),
        gewijzigd=[VELD_NAMEN[naam] for naam in changed],
        regels=compare_lines(vorige.tekst, found.tekst) if vorige else (),
        themas=keuzes(Keuze.THEMA),
        form=VersieForm(formdata=None, data={"versie": str(artikel.versie)}),
    )


@bp.post("/<int:artikel_id>/publiceren")
@requires(Permission.KENNISBANK_BEHEREN)
def publiceren(artikel_id: int) -> ResponseReturnValue:
    """Put the newest version on the site."""
    artikel = get_artikel(artikel_id, lock=True)
    publish_artikel(artikel, versie=seen_version(VersieForm()), door_id=current_user.id)
    return _to_versie(artikel, _("Het artikel staat op de site."))


@bp.post("/<int:artikel_id>/intrekken")
@requires(Permission.KENNISBANK_BEHEREN)
def intrekken(artikel_id: int) -> ResponseReturnValue:
    """Take an article off the site."""
    artikel = get_artikel(artikel_id, lock=True)
    withdraw_artikel(artikel, versie=seen_version(VersieForm()), door_id=current_user.id)
    return _to_versie(artikel, _("Het artikel is van de site gehaald. U kunt het terugzetten."))


def _form_page(form: ArtikelForm, artikel: Kennisartikel | None, conflict: str = "") -> str:
    return render_template(
        "kennisbank/formulier.html", form=form, artikel=artikel, conflict=conflict
    )


def _to_versie(artikel: Kennisartikel, message: str) -> ResponseReturnValue:
    flash(message, "success")
    target = url_for(".versie", artikel_id=artikel.id, nummer=artikel.versies[-1].nummer)
    return redirect(target, HTTPStatus.SEE_OTHER)
