"""What other pages show of the kennisbank: help where someone can use it."""

from flask import render_template
from flask_login import current_user

from participatie.core.access import current_person
from participatie.core.permissions import Permission
from participatie.kennisbank.queries import (
    list_afgevinkt,
    list_checklists,
    list_voor_fase,
    list_voor_stap,
)
from participatie.kennisbank.queries_keuzes import describe, find_eigen


def show_beheer(subject: object) -> str:
    """Show on the page Beheer the way to the articles, to who keeps them."""
    del subject
    if not current_person().may(Permission.KENNISBANK_BEHEREN):
        return ""
    return render_template("kennisbank/_beheer.html")


def show_stap(subject: object) -> str:
    """Show in a step of the form a short list of what helps there."""
    artikelen = list_voor_stap(str(subject))
    return render_template("kennisbank/_stap.html", artikelen=artikelen) if artikelen else ""


def show_hulp(subject: object) -> str:
    """Show an initiatiefnemer on the page of the initiatief what helps in its fase."""
    vraag = describe(subject) if current_user.is_authenticated else None
    if vraag is None or not find_eigen(vraag.onderwerp.soort, vraag.onderwerp.id, current_user.id):
        return ""
    artikelen = list_voor_fase(vraag.fase, vraag.thema, staff=current_user.is_staff)
    checklists = list_checklists(vraag.initiatiefsoort, vraag.thema)
    return render_template(
        "kennisbank/_hulp.html",
        vraag=vraag,
        artikelen=artikelen,
        checklists=checklists,
        afgevinkt=list_afgevinkt(vraag.onderwerp, checklists),
    )
