"""What is sought beside what is offered, and what someone does himself."""

from dataclasses import replace

from flask import render_template, request
from flask.typing import ResponseReturnValue
from flask_login import current_user

from participatie.core.access import public, signed_in
from participatie.gebieden.queries import get_boom
from participatie.vraagaanbod.forms_filter import make_filter_form, read_filter, read_page
from participatie.vraagaanbod.queries import (
    count_passend,
    list_aanbod,
    list_eigen_aanbod,
    list_eigen_initiatieven,
    list_oproepen,
)
from participatie.vraagaanbod.queries_aanmeldingen import list_van

FILTERS = ("gebied", "soort", "thema")


@public
def index() -> ResponseReturnValue:
    """Show what is sought beside what is offered."""
    boom = get_boom()
    form = make_filter_form(request.args, boom)
    vraag, number = read_filter(form, boom), read_page(request.args)
    oproepen, aanbod = list_oproepen(vraag, number), list_aanbod(vraag, number)
    gekozen = boom.by_slug.get(form.gebied.data)
    return render_template(
        "vraagaanbod/index.html",
        form=form,
        gebied=boom.omtrekken[gekozen] if gekozen is not None else None,
        oproepen=oproepen,
        aanbod=aanbod,
        langste=replace(oproepen, items=()) if oproepen.total > aanbod.total else aanbod,
        passend=count_passend(oproepen.items),
        slugs={one.id: one.slug for one in boom.omtrekken.values()},
        params={name: form[name].data for name in FILTERS if form[name].data},
    )


@signed_in
def mijn() -> ResponseReturnValue:
    """Show what someone offers, and to whom he wrote."""
    return render_template(
        "vraagaanbod/mijn.html",
        aanbod=list_eigen_aanbod(current_user.id),
        berichten=list_van(current_user.id),
        initiatieven=list_eigen_initiatieven(current_user.id),
    )
