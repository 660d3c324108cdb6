"""Ids and enums of the programmas room."""

from enum import StrEnum
from typing import NewType

ProjectId = NewType("ProjectId", int)


class Domein(StrEnum):
    """The field of policy."""

    FYSIEK = "fysiek"
    SOCIAAL = "sociaal"
    ECONOMISCH = "economisch"
    BESTUUR = "bestuur"


class Thema(StrEnum):
    """What it is about, in the words of residents; each thema belongs to one domein."""

    GROEN = "groen"
    VERKEER = "verkeer"
    SPELEN = "spelen"
    WONEN = "wonen"
    SCHOON = "schoon"
    WATER = "water"
    ENERGIE = "energie"
    VEILIGHEID = "veiligheid"
    ONTMOETEN = "ontmoeten"
    CULTUUR = "cultuur"
    WERK = "werk"
    BESTUUR = "bestuur"


class ProjectSoort(StrEnum):
    """What kind of item of the programme it is."""

    WERK = "werk"
    ONDERHOUD = "onderhoud"
    PROJECT = "project"
    PROGRAMMA = "programma"
    PROCES = "proces"
    BELEIDSOPGAVE = "beleidsopgave"


class Fase(StrEnum):
    """How far it is."""

    IDEE = "idee"
    VOORBEREIDING = "voorbereiding"
    UITVOERING = "uitvoering"
    AFGEROND = "afgerond"
    GESTOPT = "gestopt"


class Participatieniveau(StrEnum):
    """How far residents can influence it, from little to much."""

    INFORMEREN = "informeren"
    RAADPLEGEN = "raadplegen"
    ADVISEREN = "adviseren"
    COPRODUCEREN = "coproduceren"
    MEEBESLISSEN = "meebeslissen"


class Geldbron(StrEnum):
    """Where the money comes from."""

    EXPLOITATIE = "exploitatie"
    INVESTERINGSPLAN = "investeringsplan"
    SUBSIDIE = "subsidie"
    DERDEN = "derden"
