"""Deciding, looking at the mail first, and undoing."""

from http import HTTPStatus

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from participatie.core.access import requires
from participatie.core.errors import DomainError
from participatie.core.permissions import Permission
from participatie.inzendingen.models import Inzending
from participatie.moderation import rules
from participatie.moderation.errors import AlBehandeldError
from participatie.moderation.forms import BesluitForm, TerugdraaienForm
from participatie.moderation.models import Besluit
from participatie.moderation.queries import get_besluit, list_similar
from participatie.moderation.queries_kader import get_kader
from participatie.moderation.rules_woorden import UITKOMST_GEDAAN, with_standard_text
from participatie.moderation.services import besluit_nemen, besluit_terugdraaien
from participatie.moderation.types import BesluitId, Meerderheid, Voorstel
from participatie.moderation.views_inzending import Invoer, conflict, load, show


@requires(Permission.INZENDING_MODEREREN)
def neem_besluit(inzending_id: int) -> ResponseReturnValue:
    """Decide, or show first what the decision would say.

    Whether a colleague was first is asked before anything else: what is wrong with a text no
    longer matters once it is about something that has changed.
    """
    found = load(inzending_id)
    form = BesluitForm(get_kader(found))
    if form.is_behind(found.versie):
        return conflict(found, Invoer(besluit=form))
    actie = request.form.get("actie", "")
    if actie in {"standaardtekst", "wijzig"}:
        return _edit(found, form, actie)
    return _weigh(found, form, actie)


def _weigh(found: Inzending, form: BesluitForm, actie: str) -> ResponseReturnValue:
    """Refuse what is not whole, show what differs from before, or decide."""
    voorstel = form.proposal(found.id)
    if voorstel is None:
        form.validate()
        return show(found, Invoer(besluit=form), HTTPStatus.UNPROCESSABLE_ENTITY)
    similar = [besluit.uitkomst for besluit in list_similar(found)]
    afwijking = rules.deviation(voorstel.uitkomst, similar)
    if actie == "bekijk" or (afwijking and not form.bekeken.data):
        return _preview(found, form, voorstel, afwijking)
    return _decide(found, form, voorstel)


def _edit(found: Inzending, form: BesluitForm, actie: str) -> ResponseReturnValue:
    """Go on writing, with the standard text when someone asked for it."""
    uitkomst, grond = form.chosen_outcome, form.chosen_ground
    if actie == "standaardtekst":
        if uitkomst is None or grond is None:
            form.validate()
            form.reden.errors = []
            return show(found, Invoer(besluit=form), HTTPStatus.UNPROCESSABLE_ENTITY)
        form.reden.data = with_standard_text(
            form.reden.data or "",
            form.kader.text(uitkomst, grond.sleutel),
            form.kader.teksten.values(),
        )
    return show(found, Invoer(besluit=form))


def _preview(
    found: Inzending, form: BesluitForm, voorstel: Voorstel, afwijking: Meerderheid | None
) -> ResponseReturnValue:
    """Show the mail that would be sent; nothing is saved."""
    return render_template(
        "moderation/mail_bekijken.html",
        inzending=found,
        form=form,
        voorstel=voorstel,
        afwijking=afwijking,
        gedaan=UITKOMST_GEDAAN,
    )


def _decide(found: Inzending, form: BesluitForm, voorstel: Voorstel) -> ResponseReturnValue:
    try:
        besluit_nemen(
            inzending=found,
            uitkomst=voorstel.uitkomst,
            grond=voorstel.grond.sleutel,
            reden=voorstel.reden,
            door=current_user,
            versie=form.seen,
        )
    except AlBehandeldError:
        return conflict(load(found.id), Invoer(besluit=form))
    flash(_("Uw besluit is opgeslagen. De indiener krijgt nu een e-mail."), "success")
    return _back(found)


@requires(Permission.INZENDING_MODEREREN)
def vraag_terugdraaien(inzending_id: int, besluit_id: int) -> ResponseReturnValue:
    """Ask why a decision is undone, and say what happens then."""
    found = load(inzending_id)
    form = TerugdraaienForm(formdata=None, versie=found.versie)
    return _ask(get_besluit(found.id, BesluitId(besluit_id)), form)


@requires(Permission.INZENDING_MODEREREN)
def draai_terug(inzending_id: int, besluit_id: int) -> ResponseReturnValue:
    """Undo a decision."""
    found = load(inzending_id)
    besluit = get_besluit(found.id, BesluitId(besluit_id))
    form = TerugdraaienForm()
    if not form.validate_on_submit():
        return _ask(besluit, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        besluit_terugdraaien(
            besluit=besluit, reden=str(form.reden.data), door=current_user, versie=form.seen
        )
    except DomainError as error:
        form.renew(load(found.id).versie)
        return _ask(besluit, form, str(error), error.status)
    flash(_("Het besluit is teruggedraaid. De indiener krijgt nu een e-mail."), "success")
    return _back(found)


def _ask(
    besluit: Besluit,
    form: TerugdraaienForm,
    gebeurd: str = "",
    status: HTTPStatus = HTTPStatus.OK,
) -> ResponseReturnValue:
    page = render_template(
        "moderation/terugdraaien.html",
        besluit=besluit,
        inzending=besluit.inzending,
        form=form,
        conflict=gebeurd,
        gedaan=UITKOMST_GEDAAN,
    )
    return page, status


def _back(found: Inzending) -> ResponseReturnValue:
    target = url_for("moderation.inzending", inzending_id=found.id)
    return redirect(target, HTTPStatus.SEE_OTHER)
