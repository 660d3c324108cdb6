"""The addresses of the vraagaanbod room."""

from flask import Blueprint

from participatie.vraagaanbod import (
    views_aanbod,
    views_berichten,
    views_lijst,
    views_oproepen,
    views_toezicht,
)

bp = Blueprint("vraagaanbod", __name__)
INITIATIEF = "/initiatieven/<int(max=2147483647):initiatief_id>"
OPROEP = "/oproepen/<int(max=2147483647):oproep_id>"
AANBOD = "/aanbod/<int(max=2147483647):aanbod_id>"
BERICHT = "/berichten/<int(max=2147483647):aanmelding_id>"

for method, rule, view in (
    ("GET", "", views_lijst.index),
    ("GET", "/mijn", views_lijst.mijn),
    ("GET", "/toezicht", views_toezicht.toezicht),
    ("GET", INITIATIEF, views_oproepen.oproepen),
    ("POST", INITIATIEF, views_oproepen.plaats),
    ("POST", f"{OPROEP}/status", views_oproepen.zet_status),
    ("GET", f"{OPROEP}/weghalen", views_toezicht.vraag_weghalen),
    ("POST", f"{OPROEP}/weghalen", views_toezicht.haal_weg),
    ("GET", f"{OPROEP}/help", views_berichten.help_form),
    ("POST", f"{OPROEP}/help", views_berichten.help_mee),
    ("GET", "/aanbod/nieuw", views_aanbod.nieuw),
    ("POST", "/aanbod/nieuw", views_aanbod.bied_aan),
    ("GET", AANBOD, views_aanbod.aanbod),
    ("POST", f"{AANBOD}/sluiten", views_aanbod.sluit),
    ("POST", f"{AANBOD}/verbergen", views_toezicht.verberg),
    ("POST", f"{AANBOD}/tonen", views_toezicht.toon),
    ("GET", f"{AANBOD}/vraag", views_berichten.vraag_form),
    ("POST", f"{AANBOD}/vraag", views_berichten.vraag_erom),
    ("GET", BERICHT, views_berichten.bericht),
    ("POST", BERICHT, views_berichten.antwoord),
    ("POST", f"{BERICHT}/intrekken", views_berichten.trek_in),
):
    bp.add_url_rule(rule, view_func=view, methods=[method])
