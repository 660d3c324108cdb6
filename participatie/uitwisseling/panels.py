"""What other pages show of importing and exporting."""

from collections.abc import Mapping

from flask import render_template
from flask_babel import gettext as _

from participatie.core.access import current_person
from participatie.core.permissions import Permission
from participatie.uitwisseling.rules_export import projecten_of


def show_beheer(subject: object) -> str:
    """Show on the page Beheer the way to importing, to who keeps the programme."""
    del subject
    if not current_person().may(Permission.PROJECT_BEHEREN):
        return ""
    return render_template("uitwisseling/_beheer.html")


def show_downloads(subject: object) -> str:
    """Show under a list how to take it along, with the filter of its address."""
    params = subject if isinstance(subject, Mapping) else {}
    return render_template(
        "uitwisseling/_downloads.html", params=params, is_kaart=False, kop=_("Download deze lijst")
    )


def show_downloads_kaart(subject: object) -> str:
    """Show beside the map how to take its projects along, with the filter of its address."""
    params = projecten_of(subject) if isinstance(subject, Mapping) else None
    if params is None:
        return ""
    return render_template(
        "uitwisseling/_downloads.html",
        params=params,
        is_kaart=True,
        kop=_("Download deze projecten"),
    )
