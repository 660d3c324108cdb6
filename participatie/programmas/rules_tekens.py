"""The signs of projects on a drawing: the shape tells the phase, the colour the domein. Pure.

They are those of the interactive map: static/css/rooms/kaart.css and templates/kaart/teken.html.
"""

from collections.abc import Mapping

from participatie.core.schets_svg import Stijl, sign_svg
from participatie.opgaven.rules import DOMEIN_NAMEN
from participatie.opgaven.types import Domein
from participatie.programmas.rules import FASE_NAMEN
from participatie.programmas.types import Fase

KLEUREN: Mapping[Domein, str] = {
    Domein.FYSIEK: "#12609e",
    Domein.SOCIAAL: "#a8326b",
    Domein.ECONOMISCH: "#9a5300",
    Domein.BESTUUR: "#50458f",
}
VORMEN: Mapping[Fase, str] = {
    Fase.IDEE: "M10 1a9 9 0 1 1 0 18a9 9 0 0 1 0-18z",
    Fase.VOORBEREIDING: "M10 0l10 19h-20z",
    Fase.UITVOERING: "M10 -1l11 11l-11 11l-11-11z",
    Fase.AFGEROND: "M1.5 1.5h17v17h-17z",
    Fase.GESTOPT: "M5 1h10l4 4v10l-4 4h-10l-4-4v-10z",
}
OMGEVING: Mapping[str, Stijl] = {
    "buur": Stijl("#cdd6da", "#fafbfb"),
    "gebied": Stijl("#0b5068", "#e3eff3", 2.5),
    "grens": Stijl("#8fa6b2", "none", 1),
}


def soort_teken(domein: Domein, fase: Fase) -> str:
    """Return the soort of a sign on a drawing."""
    return f"{domein.value}-{fase.value}"


STIJLEN: Mapping[str, Stijl] = {
    **OMGEVING,
    **{
        soort_teken(domein, fase): Stijl(kleur, f"{kleur}33", 3, vorm)
        for domein, kleur in KLEUREN.items()
        for fase, vorm in VORMEN.items()
    },
}

GRIJS = "#44545e"


def legenda() -> list[tuple[str, str]]:
    """Return what each shape and each colour means: its sign as SVG, and its name."""
    fasen = [
        (sign_svg(Stijl(GRIJS, merk=vorm)), FASE_NAMEN[fase])
        for fase, vorm in VORMEN.items()
        if fase is not Fase.GESTOPT
    ]
    domeinen = [
        (sign_svg(Stijl(kleur, merk="M1 4h18v12h-18z")), DOMEIN_NAMEN[domein])
        for domein, kleur in KLEUREN.items()
    ]
    return fasen + domeinen
