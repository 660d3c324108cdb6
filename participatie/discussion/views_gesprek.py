"""The page of a gesprek, writing in it, and supporting and following what it is about."""

from http import HTTPStatus

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from participatie.accounts.types import GebruikerId
from participatie.core.access import public, signed_in
from participatie.core.errors import InvalidInputError
from participatie.core.limits import limiter
from participatie.core.onderwerpen import Onderwerp
from participatie.core.webforms import show_error, status_of
from participatie.discussion.forms import AanForm, ReactieForm
from participatie.discussion.models_gesprek import Reactie
from participatie.discussion.queries import count_reacties
from participatie.discussion.queries_gesprek import (
    Lezing,
    find_besluit,
    find_gesprek,
    list_draden,
)
from participatie.discussion.queries_onderwerpen import (
    find_onderwerp,
    get_bespreekbaar,
    get_openbaar,
)
from participatie.discussion.services_doen import set_steun, set_volging
from participatie.discussion.services_reacties import place_reactie
from participatie.discussion.types import ReactieStatus, Volgorde


def who() -> str:
    """Return for whom a limit counts."""
    return f"gebruiker-{current_user.id}" if current_user.is_authenticated else "nobody"


per_person = limiter.shared_limit(
    "10 per 10 minutes", scope="reacties", key_func=who, methods=["POST"]
)
per_address = limiter.shared_limit("40 per 10 minutes", scope="reacties-adres", methods=["POST"])
clicks = limiter.shared_limit("120 per 10 minutes", scope="steun", key_func=who, methods=["POST"])


def lezer_id() -> GebruikerId | None:
    """Return who reads, when that is known."""
    return current_user.id if current_user.is_authenticated else None


@public
def gesprek(soort: str, onderwerp_id: int) -> ResponseReturnValue:
    """Show what people say about something that is public."""
    return _show(Onderwerp(soort, onderwerp_id), empty_form())


@signed_in
@per_address
@per_person
def plaats(soort: str, onderwerp_id: int) -> ResponseReturnValue:
    """Place a reactie."""
    onderwerp = Onderwerp(soort, onderwerp_id)
    get_bespreekbaar(onderwerp)
    form = ReactieForm()
    if form.validate_on_submit():
        try:
            if form.is_trap_filled:
                return redirect(url_of(onderwerp), HTTPStatus.SEE_OTHER)
            placed = place_reactie(onderwerp, form.bijdrage(), auteur=current_user)
        except InvalidInputError as error:
            show_error(form, error)
        else:
            thank(placed)
            return redirect(url_of(onderwerp, placed), HTTPStatus.SEE_OTHER)
    return _show(onderwerp, form)


@signed_in
@clicks
def steun(soort: str, onderwerp_id: int) -> ResponseReturnValue:
    """Support, or no more."""
    onderwerp = Onderwerp(soort, onderwerp_id)
    form = AanForm()
    if not form.validate_on_submit():
        raise InvalidInputError(_("Gebruik de knop op de pagina."))
    set_steun(onderwerp, aan=form.aan.data == "1", gebruiker_id=current_user.id)
    return redirect(get_openbaar(onderwerp).pad + "#doen", HTTPStatus.SEE_OTHER)


@signed_in
@clicks
def volg(soort: str, onderwerp_id: int) -> ResponseReturnValue:
    """Follow, or no more."""
    onderwerp = Onderwerp(soort, onderwerp_id)
    form = AanForm()
    if not form.validate_on_submit():
        raise InvalidInputError(_("Gebruik de knop op de pagina."))
    set_volging(onderwerp, aan=form.aan.data == "1", gebruiker_id=current_user.id)
    if request.args.get("terug") == "mijn":
        return redirect(url_for("discussion.volgend"), HTTPStatus.SEE_OTHER)
    over = find_onderwerp(onderwerp)
    target = over.pad + "#doen" if over and over.is_public else url_for("discussion.volgend")
    return redirect(target, HTTPStatus.SEE_OTHER)


def thank(placed: Reactie) -> None:
    """Say what became of a reactie."""
    if placed.status is ReactieStatus.WACHT:
        flash(
            _("Uw reactie is ontvangen. De gemeente leest haar eerst; daarna ziet iedereen haar."),
            "success",
        )
    else:
        flash(_("Uw reactie staat op de site."), "success")


def url_of(onderwerp: Onderwerp, placed: Reactie | None = None) -> str:
    """Return the address of a gesprek, or of one reactie in it."""
    anchor = None if placed is None else f"reactie-{placed.id}"
    return url_for(
        "discussion.gesprek", soort=onderwerp.soort, onderwerp_id=onderwerp.id, _anchor=anchor
    )


def read_volgorde() -> Volgorde:
    """Return in which order someone reads."""
    given = request.args.get("volgorde", "")
    return next((one for one in Volgorde if one == given), Volgorde.NIEUWSTE)


def empty_form() -> ReactieForm | None:
    """Return the form for who can write; who only reads gets none, and so no cookie either."""
    return ReactieForm(formdata=None) if current_user.is_authenticated else None


def _show(onderwerp: Onderwerp, form: ReactieForm | None) -> ResponseReturnValue:
    over = get_bespreekbaar(onderwerp)
    found = find_gesprek(onderwerp)
    lezing = Lezing(gesprek=found, over=over, lezer_id=lezer_id())
    volgorde = read_volgorde()
    page = render_template(
        "discussion/gesprek.html",
        onderwerp=onderwerp,
        over=over,
        lezing=lezing,
        **({"form": form} if form else {}),
        volgorde=volgorde,
        volgorden=tuple(Volgorde),
        besluit=find_besluit(found) if found else None,
        aantal=count_reacties(onderwerp),
        page=list_draden(lezing, volgorde, request.args.get("pagina", 1, type=int)),
    )
    return page, status_of(form) if form else HTTPStatus.OK
