"""Pages on which beheer keeps the standard texts."""

from http import HTTPStatus

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from participatie.core.access import requires
from participatie.core.errors import InvalidInputError, StaleError
from participatie.core.fields import choice
from participatie.core.permissions import Permission
from participatie.core.webforms import show_error, status_of
from participatie.moderation.forms_kader import TekstForm
from participatie.moderation.models_kader import Afwegingsgrond, Standaardtekst
from participatie.moderation.queries_kader import get_tekst, list_current, list_teksten
from participatie.moderation.services_kader import delete_tekst, save_tekst
from participatie.moderation.types import Uitkomst
from participatie.programmas.types import Thema

bp = Blueprint("standaardteksten", __name__)
EEN = "/<int(max=2147483647):tekst_id>"


@bp.get("")
@requires(Permission.BUREAU_BEHEREN)
def index() -> ResponseReturnValue:
    """Show every standard text."""
    return render_template(
        "moderation/teksten.html",
        teksten=list_teksten(),
        gronden={one.sleutel: one.naam for one in list_current(Afwegingsgrond)},
        themas={thema.value: thema for thema in Thema},
    )


@bp.route("/nieuw", methods=["GET", "POST"])
@requires(Permission.BUREAU_BEHEREN)
def nieuw() -> ResponseReturnValue:
    """Write a standard text."""
    return _edit(TekstForm(), None)


@bp.route(EEN, methods=["GET", "POST"])
@requires(Permission.BUREAU_BEHEREN)
def wijzigen(tekst_id: int) -> ResponseReturnValue:
    """Change a standard text."""
    row = get_tekst(tekst_id)
    data = {
        "uitkomst": row.uitkomst.value,
        "grond": row.grond,
        "thema": row.thema,
        "tekst": row.tekst,
        "versie": str(row.versie),
    }
    return _edit(TekstForm(data=data), row)


@bp.post(f"{EEN}/verwijderen")
@requires(Permission.BUREAU_BEHEREN)
def verwijderen(tekst_id: int) -> ResponseReturnValue:
    """Remove a standard text."""
    delete_tekst(get_tekst(tekst_id), door_id=current_user.id)
    flash(_("De standaardtekst is verwijderd."), "success")
    return redirect(url_for("standaardteksten.index"), HTTPStatus.SEE_OTHER)


def _edit(form: TekstForm, row: Standaardtekst | None) -> ResponseReturnValue:
    form.grond.choices = [choice("", _("Kies"))] + [
        choice(one.sleutel, one.naam) for one in list_current(Afwegingsgrond)
    ]
    conflict = ""
    if form.validate_on_submit():
        try:
            _save(form, row)
        except InvalidInputError as error:
            show_error(form, error)
        except StaleError as error:
            conflict = str(error)
            form.versie.data = str(row.versie) if row else ""
        else:
            flash(_("De standaardtekst is opgeslagen."), "success")
            return redirect(url_for("standaardteksten.index"), HTTPStatus.SEE_OTHER)
    page = render_template(
        "moderation/tekst_formulier.html", form=form, tekst=row, conflict=conflict
    )
    return page, HTTPStatus.CONFLICT if conflict else status_of(form)


def _save(form: TekstForm, row: Standaardtekst | None) -> None:
    save_tekst(
        row,
        uitkomst=Uitkomst(form.uitkomst.data),
        grond=form.text("grond"),
        thema=form.chosen_thema,
        tekst=form.text("tekst"),
        versie=form.seen,
        door_id=current_user.id,
    )
