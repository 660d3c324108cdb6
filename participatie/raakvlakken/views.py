"""The addresses of the raakvlakken room."""

from flask import Blueprint

from participatie.raakvlakken import (
    views_instelling,
    views_overlast,
    views_paar,
    views_werklijst,
)

bp = Blueprint("raakvlakken", __name__)
PAAR = "/<int(max=2147483647):raakvlak_id>"

for method, rule, view in (
    ("GET", "", views_werklijst.werklijst),
    ("POST", "/geen-probleem", views_werklijst.geen_probleem),
    ("GET", "/instellingen", views_instelling.instellingen),
    ("POST", "/instellingen", views_instelling.zet_instellingen),
    ("GET", "/overlast", views_overlast.overlast),
    ("GET", "/overlast/<slug>/<int(min=1990,max=2100):jaar>", views_overlast.overlast_buurt),
    ("GET", PAAR, views_paar.paar),
    ("POST", f"{PAAR}/oordeel", views_paar.beoordeel),
    ("POST", f"{PAAR}/terugnemen", views_paar.neem_terug),
):
    bp.add_url_rule(rule, view_func=view, methods=[method])
