"""What other pages show of gebiedsopgaven."""

from flask import render_template

from participatie.core.access import current_person
from participatie.core.permissions import Permission
from participatie.gebieden.models import Gebied
from participatie.opgaven.queries_pagina import list_nearest_doelen


def show_beheer(subject: object) -> str:
    """Show on the page Beheer the way to the opgaven, to who keeps them."""
    del subject
    if not current_person().may(Permission.OPGAVE_BEHEREN):
        return ""
    return render_template("opgaven/_beheer.html")


def show_doelen(subject: object) -> str:
    """Show on the page of a gebied which goals hold there, of itself or of what lies above."""
    if not isinstance(subject, Gebied):
        return ""
    doelen = list_nearest_doelen(subject.id)
    return render_template("opgaven/_gebied.html", gebied=subject, doelen=doelen) if doelen else ""
