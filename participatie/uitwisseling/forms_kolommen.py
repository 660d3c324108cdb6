"""The form that says which column is which field."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from flask_babel import gettext as _
from pydantic import ValidationError
from wtforms import BooleanField, Field, SelectField, StringField, TextAreaField
from wtforms.validators import Length

from participatie.core.fields import PlainText, choice
from participatie.core.namen import naam
from participatie.core.webforms import Form
from participatie.programmas.types import Geldbron
from participatie.uitwisseling.rules_mapping import GeldKolom, ImportMapping
from participatie.uitwisseling.rules_rij import KEUZES
from participatie.uitwisseling.rules_voorstel import Kolommen
from participatie.uitwisseling.types import Stelsel, Veld

VERPLICHT = (
    Veld.SLEUTEL,
    Veld.TITEL,
    Veld.DOMEIN,
    Veld.FASE,
    Veld.START,
    Veld.EIND,
    Veld.TREKKER,
    Veld.PARTICIPATIENIVEAU,
    Veld.PARTICIPATIE_TOELICHTING,
    Veld.GEBIEDEN,
)
MET_STANDAARD = frozenset({*VERPLICHT, *KEUZES}) - {Veld.SLEUTEL, Veld.TITEL}
DUIZEND = "1000"
MAX_STANDAARD = 200
MAX_WAARDEN = 5_000


class KolommenForm(Form):
    """The fields are made for the columns of one file: see `make_kolommen_form`."""

    stelsel: Field
    planning_uit_geld: Field
    patronen: tuple[str, ...] = ()

    def velden(self, *, verplicht: bool) -> Iterator[tuple[Field, Field | None, Field | None]]:
        """Yield per field: its column, what holds for an empty cell, and what stands for what."""
        for veld in Veld:
            if (veld in VERPLICHT) is verplicht:
                yield tuple(self._fields.get(f"{soort}_{veld.value}") for soort in SOORTEN)

    def geld(self) -> Iterator[tuple[Field, Field]]:
        """Yield per kind of money column: its source, and in what it counts."""
        for number in range(len(self.patronen)):
            yield self[f"geld_{number}"], self[f"factor_{number}"]

    def mapping(self, bronsysteem: str) -> ImportMapping | None:
        """Return what was chosen; None, with the mistake shown, when it cannot be."""
        try:
            return ImportMapping(
                bronsysteem=bronsysteem,
                velden=self._chosen("kolom"),
                standaard=self._chosen("standaard"),
                waarden={
                    veld: pairs
                    for veld, text in self._chosen("waarden").items()
                    if (pairs := _pairs(text))
                },
                geld=tuple(self._geld()),
                stelsel=self.stelsel.data or None,
                planning_uit_geld=bool(self.planning_uit_geld.data),
            )
        except ValidationError:
            self.form_errors.append(
                _("Zo kunnen wij het bestand niet lezen. Controleer uw keuzes.")
            )
            return None

    def _chosen(self, soort: str) -> dict[Veld, str]:
        found = {veld: self._fields.get(f"{soort}_{veld.value}") for veld in Veld}
        return {veld: field.data.strip() for veld, field in found.items() if field and field.data}

    def _geld(self) -> Iterator[GeldKolom]:
        for patroon, (bron, factor) in zip(self.patronen, self.geld(), strict=True):
            if bron.data:
                yield GeldKolom(kolom=patroon, bron=bron.data, factor=Decimal(factor.data))


SOORTEN = ("kolom", "standaard", "waarden")


def make_kolommen_form(kolommen: Kolommen, mapping: ImportMapping) -> KolommenForm:
    """Return the form for the columns of a file, filled with what is known or proposed."""
    fields: dict[str, Any] = {
        "patronen": tuple(kolommen.jaarkolommen),
        "stelsel": SelectField(
            _("In welk stelsel staan de coördinaten?"),
            choices=[
                choice("", _("Dat staat in het bestand, of WGS84")),
                *(choice(stelsel.value, stelsel.value) for stelsel in Stelsel),
            ],
        ),
        "planning_uit_geld": BooleanField(
            _("Zonder start en eind: neem het eerste en het laatste jaar met geld")
        ),
    }
    for veld in Veld:
        fields |= _fields_of(veld, kolommen)
    for number, patroon in enumerate(kolommen.jaarkolommen):
        fields |= _geld_fields(number, patroon)
    form: KolommenForm = type("KolommenVanBestand", (KolommenForm,), fields)(
        data=_filled(kolommen, mapping)
    )
    return form


def _fields_of(veld: Veld, kolommen: Kolommen) -> dict[str, Any]:
    label = naam(veld)
    fields: dict[str, Any] = {
        f"kolom_{veld.value}": SelectField(
            label, choices=[choice("", _("Niet in dit bestand")), *_options(kolommen)]
        )
    }
    if veld in MET_STANDAARD:
        fields[f"standaard_{veld.value}"] = StringField(
            _("%(veld)s: als de cel leeg is", veld=label),
            [Length(max=MAX_STANDAARD, message=_("Maak dit korter.")), PlainText()],
        )
    if veld in KEUZES:
        fields[f"waarden_{veld.value}"] = TextAreaField(
            _("%(veld)s: wat staat waarvoor?", veld=label),
            [Length(max=MAX_WAARDEN, message=_("Maak dit korter.")), PlainText(lines=True)],
            description=_(
                "Op elke regel: wat in het bestand staat = wat het bij ons is."
                " Kies uit: %(keuzes)s.",
                keuzes=", ".join(member.value for member in KEUZES[veld]),
            ),
        )
    return fields


def _geld_fields(number: int, patroon: str) -> dict[str, Any]:
    shown = patroon.replace("{jaar}", _("(jaar)"))
    return {
        f"geld_{number}": SelectField(
            _("Kolommen “%(kolom)s”", kolom=shown),
            choices=[
                choice("", _("Geen geld")),
                *(choice(bron.value, naam(bron)) for bron in Geldbron),
            ],
        ),
        f"factor_{number}": SelectField(
            _("“%(kolom)s” telt in", kolom=shown),
            choices=[choice("1", _("euro's")), choice(DUIZEND, _("duizenden euro's"))],
        ),
    }


def _options(kolommen: Kolommen) -> Iterator[Any]:
    for kolom, found in kolommen.voorbeelden.items():
        example = _(" (bijvoorbeeld: %(tekst)s)", tekst=", ".join(found)) if found else ""
        yield choice(kolom, f"{kolom}{example}")


def _filled(kolommen: Kolommen, mapping: ImportMapping) -> Mapping[str, Any]:
    known = {geld.kolom: geld for geld in mapping.geld}
    data: dict[str, Any] = {
        "stelsel": mapping.stelsel.value if mapping.stelsel else "",
        "planning_uit_geld": mapping.planning_uit_geld,
    }
    for veld, kolom in mapping.velden.items():
        data[f"kolom_{veld.value}"] = kolom if kolom in kolommen.voorbeelden else ""
    for veld, text in mapping.standaard.items():
        data[f"standaard_{veld.value}"] = text
    for veld, values in mapping.waarden.items():
        data[f"waarden_{veld.value}"] = "\n".join(f"{a} = {b}" for a, b in values.items())
    for number, patroon in enumerate(kolommen.jaarkolommen):
        geld = known.get(patroon)
        data[f"geld_{number}"] = geld.bron.value if geld else ""
        data[f"factor_{number}"] = DUIZEND if geld and geld.factor == Decimal(DUIZEND) else "1"
    return data


def _pairs(text: str) -> dict[str, str]:
    lines = (line.partition("=") for line in text.splitlines())
    return {said.strip(): meant.strip() for said, is_, meant in lines if is_ and said.strip()}
