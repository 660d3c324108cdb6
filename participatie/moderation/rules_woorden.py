"""The words of the desk: names and explanations in B1, and the texts to start with. Pure."""

from collections.abc import Iterable, Mapping
from datetime import date

from participatie.inzendingen.types import Status
from participatie.moderation.types import Bak, BulkSoort, Grond, Uitkomst, Zijbak
from participatie.programmas.rules import (
    FASE_NAMEN,
    invloed_in_woorden,
    planning_in_woorden,
    plek_in_woorden,
)
from participatie.programmas.types import Participatieniveau, Raakvlak

UITKOMST_NAMEN: Mapping[Uitkomst, str] = {
    Uitkomst.PUBLICEREN: "Publiceren",
    Uitkomst.AANPASSEN: "Om aanpassing vragen",
    Uitkomst.AFWIJZEN: "Afwijzen",
}

UITKOMST_UITLEG: Mapping[Uitkomst, str] = {
    Uitkomst.PUBLICEREN: "Iedereen kan het initiatief daarna zien, op de kaart en in de lijst.",
    Uitkomst.AANPASSEN: "De indiener past de tekst aan en stuurt hem opnieuw in.",
    Uitkomst.AFWIJZEN: "Het initiatief komt niet op de site. De indiener leest waarom.",
}

UITKOMST_GEDAAN: Mapping[Uitkomst, str] = {
    Uitkomst.PUBLICEREN: "gepubliceerd",
    Uitkomst.AANPASSEN: "teruggestuurd voor een aanpassing",
    Uitkomst.AFWIJZEN: "afgewezen",
}

GROND_VRAAG: Mapping[Uitkomst, str] = {
    Uitkomst.PUBLICEREN: "Waarom kan het op de site?",
    Uitkomst.AANPASSEN: "Wat moet er anders?",
    Uitkomst.AFWIJZEN: "Waarom kan het niet op de site?",
}

BAK_NAMEN: Mapping[Bak, str] = {
    Bak.NIEUW: "Te behandelen",
    Bak.BIJNA: "Bijna te laat",
    Bak.TE_LAAT: "Te laat",
    Bak.WACHT: "Wacht op indiener",
    Bak.AFGEHANDELD: "Afgehandeld",
}

ZIJBAK_NAMEN: Mapping[Zijbak, str] = {
    Zijbak.GEMELD: "Gemeld",
    Zijbak.BETWIJFELD: "Betwijfeld",
}

ZIJBAK_LEEG: Mapping[Zijbak, tuple[str, str]] = {
    Zijbak.GEMELD: ("Er is niets gemeld", "Meldt iemand een reactie, dan ziet u dat hier."),
    Zijbak.BETWIJFELD: (
        "Niemand twijfelt",
        "Zegt iemand dat iets niet klaar is, dan ziet u dat hier.",
    ),
}

BULK_NAMEN: Mapping[BulkSoort, str] = {
    BulkSoort.PUBLICEREN: "Publiceren",
    BulkSoort.DOORZETTEN: "Doorzetten",
    BulkSoort.VERLENGEN: "Termijn verlengen",
    BulkSoort.AAN_MIJ: "Aan mij toewijzen",
}

AL_UW_GEBIEDEN = "al uw gebieden"

BAK_SINDS: Mapping[Bak, str] = {
    Bak.NIEUW: "verstuurd",
    Bak.BIJNA: "verstuurd",
    Bak.TE_LAAT: "verstuurd",
    Bak.WACHT: "teruggestuurd",
    Bak.AFGEHANDELD: "behandeld",
}

BAK_LEEG: Mapping[Bak, tuple[str, str]] = {
    Bak.NIEUW: (
        "U bent helemaal bij",
        "Er wacht niets op u. Komt er iets binnen, dan staat het hier.",
    ),
    Bak.BIJNA: ("Niets is bijna te laat", "Alles wat wacht, heeft nog meer dan drie dagen."),
    Bak.TE_LAAT: ("Niets is te laat", "Iedereen heeft op tijd antwoord gekregen."),
    Bak.WACHT: (
        "Er wacht niets op een indiener",
        "Vraagt u iemand om een aanpassing, dan ziet u dat hier.",
    ),
    Bak.AFGEHANDELD: (
        "Er is nog niets afgehandeld",
        "Neemt u een besluit, dan vindt u het hier terug.",
    ),
}

GROND_NAMEN: Mapping[Grond, str] = {
    Grond.PAST_IN_GEBIED: "Past in het gebied",
    Grond.SLUIT_AAN_BIJ_PLAN: "Sluit aan bij een plan",
    Grond.ONDUIDELIJK: "Nog niet duidelijk",
    Grond.PLEK_ONTBREEKT: "De plek ontbreekt",
    Grond.PERSOONSGEGEVENS: "Gegevens van personen",
    Grond.NIET_BEVOEGD: "De gemeente gaat hier niet over",
    Grond.STRIJDIG_MET_REGELS: "Mag niet volgens de regels",
    Grond.AL_GEPLAND: "Staat al gepland",
    Grond.MELDING: "Is een melding",
    Grond.ONGEPAST: "Ongepaste tekst of foto",
    Grond.RECLAME: "Is reclame",
}

GROND_UITLEG: Mapping[Grond, str] = {
    Grond.PAST_IN_GEBIED: "Het initiatief is duidelijk en past bij deze plek.",
    Grond.SLUIT_AAN_BIJ_PLAN: "Het initiatief hoort bij iets wat hier al gepland is.",
    Grond.ONDUIDELIJK: "Er staat nog niet duidelijk in wat de indiener wil.",
    Grond.PLEK_ONTBREEKT: "Het is nog niet duidelijk om welke plek het gaat.",
    Grond.PERSOONSGEGEVENS: "In de tekst of op een foto staan gegevens van een persoon.",
    Grond.NIET_BEVOEGD: "Een ander dan de gemeente beslist hierover.",
    Grond.STRIJDIG_MET_REGELS: "Een wet of een regel van de gemeente staat dit niet toe.",
    Grond.AL_GEPLAND: "De gemeente of een partner gaat dit al doen.",
    Grond.MELDING: "Het gaat om iets wat stuk of vies is. Dat lost de gemeente sneller op.",
    Grond.ONGEPAST: "De tekst of een foto beledigt of bedreigt iemand.",
    Grond.RECLAME: "Het gaat om de verkoop van een product of dienst.",
}

STANDAARDTEKSTEN: Mapping[tuple[Uitkomst, Grond], str] = {
    (Uitkomst.PUBLICEREN, Grond.PAST_IN_GEBIED): (
        "Uw idee is duidelijk en past bij deze plek. Daarom staat het nu op de site. "
        "Andere bewoners kunnen het lezen."
    ),
    (Uitkomst.PUBLICEREN, Grond.SLUIT_AAN_BIJ_PLAN): (
        "Uw idee sluit aan bij iets wat hier al gepland is. Daarom staat het nu op de "
        "site, met een verwijzing naar dat plan."
    ),
    (Uitkomst.AANPASSEN, Grond.ONDUIDELIJK): (
        "Wij begrijpen nog niet goed wat u wilt. Wilt u schrijven wat u precies wilt doen, "
        "en wie dat gaat doen?"
    ),
    (Uitkomst.AANPASSEN, Grond.PLEK_ONTBREEKT): (
        "Wij weten nog niet om welke plek het gaat. Wilt u de plek op de kaart aanwijzen, "
        "of de straat erbij schrijven?"
    ),
    (Uitkomst.AANPASSEN, Grond.PERSOONSGEGEVENS): (
        "In uw tekst of op uw foto staan gegevens van een persoon. Die mogen niet op de site. "
        "Wilt u die weghalen?"
    ),
    (Uitkomst.AANPASSEN, Grond.ONGEPAST): (
        "Een deel van uw tekst kan iemand beledigen. Wilt u dat deel anders opschrijven?"
    ),
    (Uitkomst.AFWIJZEN, Grond.NIET_BEVOEGD): (
        "De gemeente gaat hier niet over. Daarom kunnen wij uw idee niet behandelen. "
        "Hier kunt u wel terecht: "
    ),
    (Uitkomst.AFWIJZEN, Grond.STRIJDIG_MET_REGELS): (
        "Uw idee mag niet volgens de regels. Het gaat om deze regel: "
    ),
    (Uitkomst.AFWIJZEN, Grond.AL_GEPLAND): (
        "Wat u voorstelt, staat al gepland. Daarom nemen wij het niet apart op. "
        "U vindt het plan hier: "
    ),
    (Uitkomst.AFWIJZEN, Grond.MELDING): (
        "Uw bericht gaat over iets wat stuk of vies is. Doe daarvan een melding bij de "
        "gemeente. Dan wordt het sneller opgelost."
    ),
    (Uitkomst.AFWIJZEN, Grond.ONGEPAST): (
        "Uw tekst of foto beledigt of bedreigt iemand. Daarom komt uw idee niet op de site."
    ),
    (Uitkomst.AFWIJZEN, Grond.RECLAME): (
        "Uw bericht is reclame voor een product of een dienst. Daarvoor is deze site niet bedoeld."
    ),
}

NOG_MOGELIJK_VOOR_BEWONERS: Mapping[Participatieniveau, str] = {
    Participatieniveau.INFORMEREN: "het plan ligt vast",
    Participatieniveau.RAADPLEGEN: "bewoners kunnen nog hun mening geven",
    Participatieniveau.ADVISEREN: "bewoners kunnen nog adviseren",
    Participatieniveau.COPRODUCEREN: "bewoners kunnen nog meedenken en meedoen",
    Participatieniveau.MEEBESLISSEN: "bewoners kunnen nog meebeslissen",
}

PROJECT_ONBEKEND = "een project"
GEBEURTENISSEN: Mapping[str, str] = {
    "InzendingGekoppeld": "Gekoppeld aan “{project}”",
    "InzendingOntkoppeld": "De koppeling met “{project}” weggehaald",
    "InzendingToegewezen": "Doorgezet naar wie het behandelt",
    "ToewijzingBeeindigd": "Het doorzetten teruggedraaid",
    "TermijnVerlengd": "De termijn verlengd",
    "VerlengingIngetrokken": "De verlenging van de termijn ingetrokken",
    "InzendingAfgewogen": "De afweging bijgewerkt",
    "NotitieGeschreven": "Een interne notitie geschreven",
    "NotitieVerwijderd": "Een interne notitie weggehaald",
}
"""What the journal calls it, and what a colleague reads."""

STAP_NAMEN_BUREAU: Mapping[Status, str] = {
    Status.AANPASSEN: "Teruggestuurd voor een aanpassing",
    Status.GEPUBLICEERD: "Gepubliceerd",
    Status.AFGEWEZEN: "Afgewezen",
}
"""What the desk calls a step, in the words of its buttons and badges."""

VOORSTEL_REDEN = "De indiener vroeg zelf om deze koppeling."

NAMEN = (UITKOMST_NAMEN, BAK_NAMEN, BULK_NAMEN, ZIJBAK_NAMEN)


def planned_in_words(project: Raakvlak, vandaag: date) -> str:
    """Return when and where a project is planned, without its title, for an official."""
    jaren = planning_in_woorden(project.start, project.eind)
    alleen_jaar = project.start.year == project.eind.year
    komt = f"In {jaren}" if alleen_jaar else f"Van {jaren}"
    wanneer = komt if project.start > vandaag else f"Tot en met {project.eind.year}"
    plek = plek_in_woorden(project.afstand_m, project.heel_gebied)
    fase = FASE_NAMEN[project.fase].lower()
    invloed = invloed_in_woorden(
        project.fase, project.participatieniveau, NOG_MOGELIJK_VOOR_BEWONERS
    )
    return f"{wanneer}, {plek} ({fase}; {invloed})."


def with_standard_text(reden: str, standard: str, others: Iterable[str]) -> str:
    """Return the reason with the standard text: in place of another one, or after own words."""
    own = reden.strip()
    if not own or any(own == text.strip() for text in others):
        return standard
    return reden if standard.strip() in reden else f"{own}\n\n{standard}"
