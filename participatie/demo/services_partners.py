"""The partners of the demo city, and what they propose, through the services people use."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from participatie.accounts.models import Gebruiker
from participatie.core import clock
from participatie.gebieden.models import Gebied
from participatie.opgaven.types import Domein
from participatie.organisaties.models import Organisatie
from participatie.organisaties.services import add_organisatie
from participatie.organisaties.services_leden import add_lid
from participatie.organisaties.types import OrganisatieGegevens, OrganisatieSoort
from participatie.programmas.queries import get_project, list_projecten
from participatie.programmas.queries_gegevens import gegevens_of
from participatie.programmas.types import (
    Fase,
    Geldbron,
    Participatieniveau,
    ProjectFilter,
    ProjectGegevens,
    ProjectSoort,
    Thema,
)
from participatie.voorstellen.models import Voorstel
from participatie.voorstellen.services import (
    offer_voorstel,
    withdraw_voorstel,
    write_voorstel,
)
from participatie.voorstellen.services_besluit import agree, give_back

PARTNERS = Path(__file__).parent / "data" / "partners.json"
Organisaties = Mapping[str, Organisatie]


def make_organisaties(people: Mapping[str, Gebruiker]) -> Organisaties:
    """Make the organisaties, with the people who keep their items, by who leads what."""
    found = {}
    for partner in json.loads(PARTNERS.read_text())["organisaties"]:
        organisatie = add_organisatie(
            OrganisatieGegevens(
                naam=partner["naam"],
                soort=OrganisatieSoort(partner["soort"]),
                omschrijving=partner["omschrijving"],
                website=None,
            ),
            door_id=people["beheerder"].id,
        )
        for persoon in partner["leden"]:
            add_lid(organisatie, email=people[persoon].email, door_id=people["beheerder"].id)
        found[partner["trekker"]] = organisatie
    return found


def make_voorstellen(
    organisaties: Organisaties, gebieden: Mapping[str, Gebied], people: Mapping[str, Gebruiker]
) -> None:
    """Let partners propose things, each as far as its story goes."""
    for verhaal in json.loads(PARTNERS.read_text())["voorstellen"]:
        organisatie = organisaties[verhaal["trekker"]]
        indiener, redacteur = people[verhaal["door"]], people["redacteur"]
        with clock.set_to(clock.now() - timedelta(days=verhaal["dagen_geleden"])):
            voorstel = _propose(verhaal, organisatie, gebieden, indiener)
            _go_on(voorstel, verhaal, indiener=indiener, redacteur=redacteur)


def _propose(
    verhaal: Mapping[str, Any],
    organisatie: Organisatie,
    gebieden: Mapping[str, Gebied],
    indiener: Gebruiker,
) -> Voorstel:
    if "project" not in verhaal:
        return write_voorstel(
            _new(verhaal, organisatie, gebieden), organisatie=organisatie, indiener_id=indiener.id
        )
    own = list_projecten(ProjectFilter(organisatie_id=organisatie.id))
    project = get_project(own.items[verhaal["project"]].id)
    said = gegevens_of(project)
    longer = replace(
        said,
        eind=said.eind + timedelta(days=verhaal["langer"]),
        omschrijving=f"{said.omschrijving} {verhaal['erbij']}",
    )
    return write_voorstel(
        longer, organisatie=organisatie, project=project, indiener_id=indiener.id
    )


def _new(
    verhaal: Mapping[str, Any], organisatie: Organisatie, gebieden: Mapping[str, Gebied]
) -> ProjectGegevens:
    jaar = clock.today().year + 1
    return ProjectGegevens(
        titel=verhaal["titel"],
        omschrijving=verhaal["omschrijving"],
        soort=ProjectSoort.PROJECT,
        domein=Domein(verhaal["domein"]),
        thema=Thema(verhaal["thema"]),
        fase=Fase.VOORBEREIDING,
        start=date(jaar, 3, 1),
        eind=date(jaar + 1, 6, 30),
        plek_omschrijving=verhaal["plek"],
        trekker=organisatie.naam,
        contact_naam=f"Team van {organisatie.naam}",
        contact_email=None,
        participatieniveau=Participatieniveau.RAADPLEGEN,
        participatie_toelichting=verhaal["waarom"],
        geometrie=None,
        gebied_ids=frozenset({gebieden[verhaal["gebied"]].id}),
        bedragen={(jaar, Geldbron.DERDEN): verhaal["euro"] * 100},
    )


def _go_on(
    voorstel: Voorstel, verhaal: Mapping[str, Any], *, indiener: Gebruiker, redacteur: Gebruiker
) -> None:
    status = verhaal["status"]
    if status == "concept":
        return
    offer_voorstel(voorstel, versie=voorstel.versie, door_id=indiener.id)
    if status == "ingetrokken":
        withdraw_voorstel(voorstel, versie=voorstel.versie, door_id=indiener.id)
    elif status == "teruggegeven":
        give_back(voorstel, reden=verhaal["reden"], versie=voorstel.versie, door_id=redacteur.id)
    elif status == "overgenomen":
        agree(voorstel, versie=voorstel.versie, door_id=redacteur.id)
