"""The addresses of the moderation room."""

from flask import Blueprint

from participatie.moderation import (
    views_behandelen,
    views_besluit,
    views_bulk,
    views_bureau,
    views_inzending,
    views_koppelen,
    views_meldingen,
    views_notities,
)

bp = Blueprint("moderation", __name__)
INZENDING = "/<int(max=2147483647):inzending_id>"
BESLUIT = f"{INZENDING}/besluiten/<int(max=2147483647):besluit_id>"
KOPPELING = f"{INZENDING}/koppelingen/<int(max=2147483647):koppeling_id>"
ACTIE = "/acties/<int(max=2147483647):actie_id>"
NOTITIE = f"{INZENDING}/notities/<int(max=2147483647):notitie_id>"
REACTIE = "/reacties/<int:reactie_id>"
GESPREK = "/gesprekken/<soort>/<int:onderwerp_id>"

for method, rule, view in (
    ("GET", "", views_bureau.bureau),
    ("GET", "/meldingen", views_meldingen.meldingen),
    ("GET", REACTIE, views_meldingen.reactie),
    ("POST", REACTIE, views_meldingen.behandel_reactie),
    ("GET", GESPREK, views_meldingen.vraag_gesprek),
    ("POST", GESPREK, views_meldingen.zet_gesprek),
    ("GET", INZENDING, views_inzending.inzending),
    ("POST", f"{INZENDING}/besluit", views_besluit.neem_besluit),
    ("GET", f"{BESLUIT}/terugdraaien", views_besluit.vraag_terugdraaien),
    ("POST", f"{BESLUIT}/terugdraaien", views_besluit.draai_terug),
    ("GET", "/selectie", views_bulk.selectie),
    ("POST", "/selectie", views_bulk.doe_selectie),
    ("GET", ACTIE, views_bulk.bulkactie),
    ("POST", f"{ACTIE}/terugdraaien", views_bulk.bulkactie_terug),
    ("POST", f"{INZENDING}/doorzetten", views_behandelen.doorzetten),
    ("POST", f"{INZENDING}/aan-mij", views_behandelen.aan_mij),
    ("POST", f"{INZENDING}/verlengen", views_behandelen.verlengen),
    ("POST", f"{INZENDING}/verlenging/intrekken", views_behandelen.verlenging_terug),
    ("POST", f"{INZENDING}/afweging", views_behandelen.afwegen),
    ("POST", f"{INZENDING}/koppelingen", views_koppelen.koppel),
    ("POST", f"{INZENDING}/koppelingen/voorstel", views_koppelen.koppel_voorstel),
    ("GET", f"{KOPPELING}/weghalen", views_koppelen.vraag_weghalen),
    ("POST", f"{KOPPELING}/weghalen", views_koppelen.haal_weg),
    ("POST", f"{INZENDING}/notities", views_notities.schrijf_notitie),
    ("POST", f"{NOTITIE}/verwijderen", views_notities.verwijder_notitie),
):
    bp.add_url_rule(rule, view_func=view, methods=[method])
