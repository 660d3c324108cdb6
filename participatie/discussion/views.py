"""The addresses of the discussion room."""

from flask import Blueprint

from participatie.discussion import views_gesprek, views_reactie, views_volgend

bp = Blueprint("discussion", __name__)
OVER = "/<soort>/<int:onderwerp_id>"
REACTIE = "/reacties/<int:reactie_id>"

for method, rule, view in (
    ("GET", "/volgend", views_volgend.volgend),
    ("GET", OVER, views_gesprek.gesprek),
    ("POST", OVER, views_gesprek.plaats),
    ("POST", f"{OVER}/steun", views_gesprek.steun),
    ("POST", f"{OVER}/volg", views_gesprek.volg),
    ("GET", REACTIE, views_reactie.reactie),
    ("POST", REACTIE, views_reactie.antwoord),
    ("POST", f"{REACTIE}/steun", views_reactie.steun_reactie),
    ("GET", f"{REACTIE}/bewerken", views_reactie.vraag_bewerken),
    ("POST", f"{REACTIE}/bewerken", views_reactie.bewerk),
    ("GET", f"{REACTIE}/verwijderen", views_reactie.vraag_verwijderen),
    ("POST", f"{REACTIE}/verwijderen", views_reactie.verwijder),
    ("GET", f"{REACTIE}/melden", views_reactie.vraag_melden),
    ("POST", f"{REACTIE}/melden", views_reactie.meld),
):
    bp.add_url_rule(rule, view_func=view, methods=[method])
