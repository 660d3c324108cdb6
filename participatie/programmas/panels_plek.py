"""The part of a form that says where something is, for this room and for partners.

It stands in `_form_plek.html`; the map in it is drawn by `plek-tekenen.js`.
"""

from collections.abc import Sequence
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import ValidationError

from participatie.core.fields_keuze import KnownOrEmpty, at_most, keuzerondjes, refuse
from participatie.core.geometry import Geometry
from participatie.core.webforms import Form
from participatie.gebieden.queries import gebied_at, get_boom, list_crossed
from participatie.gebieden.types import GebiedId
from participatie.programmas import rules, rules_punten
from participatie.programmas.errors import OnbekendGebiedError, WaardeError
from participatie.programmas.rules_gebieden import GebiedenInGeheugen
from participatie.programmas.rules_waarden import sentence

VELDEN = ("plek", "tekening", "punten", "gebied", "meer_gebieden", "plek_omschrijving")
HEEL, TEKENING, VORM = "heel", "tekening", "vorm"
NIET_GETEKEND = {"plek": HEEL, "tekening": rules_punten.Tekening.PUNT.value}


class PlekDeel(Form):
    """Where it is. `gebied_ids` and `geometrie` hold what the checks found."""

    gebied_ids: frozenset[GebiedId] = frozenset()
    geometrie: Geometry | None = None
    getekend: Geometry | None = None

    plek = keuzerondjes(_l("Waar is het?"), ask=_l("Kies waar het is."))
    tekening = RadioField(_l("Wat tekent u?"), validate_choice=False)
    punten = TextAreaField(
        _l("De punten"),
        [at_most(200_000)],
        description=_l("Een punt op elke regel: breedtegraad en lengtegraad, of x en y in RD."),
    )
    gebied = SelectField(_l("Gebied"), [KnownOrEmpty()], validate_choice=False)
    meer_gebieden = TextAreaField(
        _l("Nog meer gebieden"),
        [at_most(2_000)],
        description=_l("Zet elk gebied op een eigen regel: de naam of de code."),
    )
    plek_omschrijving = StringField(
        _l("De plek in woorden"),
        [at_most(rules.PLEK_MAX_LENGTH)],
        description=_l("Bijvoorbeeld: Leidsestraat tussen de Brouwersvaart en de Westergracht"),
    )

    def validate_punten(self, field: Field) -> None:
        """Read the place: what is drawn, what stands there already, or nothing."""
        self.geometrie = self.getekend if self.plek.data == VORM else None
        if self.plek.data != TEKENING:
            return
        try:
            tekening = rules_punten.Tekening(self.text("tekening"))
            self.geometrie = rules_punten.read_punten(field.data or "", tekening)
        except WaardeError as error:
            raise ValidationError(str(error)) from error
        except ValueError as error:
            raise ValidationError(_("Kies of het een punt, een lijn of een vlak is.")) from error

    def validate_plek_omschrijving(self, field: Field) -> None:
        """Gather the gebieden once the place is known."""
        del field
        gebieden = GebiedenInGeheugen(get_boom().omtrekken.values(), gebied_at)
        lines = self.text("meer_gebieden").splitlines()
        first = [] if self.gebied.errors else [self.text("gebied")]
        found = self._named(gebieden, [line.strip() for line in (*first, *lines) if line.strip()])
        if self.geometrie is not None:
            at = gebieden.at(self.geometrie)
            if at is None and gebieden.knows_outlines:
                refuse(self.plek if self.plek.data == VORM else self.punten, _elsewhere())
            elif at is not None and not found:
                found = set(list_crossed(self.geometrie))
        self.gebied_ids = frozenset(found)
        if not found and not self.punten.errors and not self.meer_gebieden.errors:
            refuse(self.gebied, _("Kies een gebied."))

    def _named(self, gebieden: GebiedenInGeheugen, namen: Sequence[str]) -> set[GebiedId]:
        found: set[GebiedId] = set()
        wrong: list[str] = []
        for naam in namen:
            try:
                found.add(gebieden.named(naam))
            except OnbekendGebiedError as error:
                wrong.append(_unknown(error))
            except WaardeError as error:
                wrong.append(sentence(str(error)))
        if wrong:  # all in one message: a summary shows one per field
            refuse(self.meer_gebieden, " ".join(wrong))
        return found

    def offer_plek(self, stored: Geometry | None) -> None:
        """Offer a drawing, and what stands there already when points cannot say it: a hole."""
        if stored is not None and rules_punten.write_punten(stored) is None:
            self.getekend = stored
        self.plek.choices = {
            HEEL: _("In het hele gebied"),
            TEKENING: _("Op een plek: een punt, lijn of vlak"),
            **({VORM: _("Zoals het nu op de kaart is getekend")} if self.getekend else {}),
        }
        self.tekening.choices = {
            rules_punten.Tekening.PUNT.value: _("Een punt"),
            rules_punten.Tekening.LIJN.value: _("Een lijn, bijvoorbeeld een straat"),
            rules_punten.Tekening.VLAK.value: _("Een vlak, bijvoorbeeld een park"),
        }

    def plek_gegevens(self) -> dict[str, Any]:
        """Return what was filled in here."""
        return {
            "geometrie": self.geometrie,
            "gebied_ids": self.gebied_ids,
            "plek_omschrijving": self.text("plek_omschrijving").strip(),
        }


def plek_data(geometry: Geometry | None) -> dict[str, str]:
    """Return a place as the form shows it."""
    if geometry is None:
        return NIET_GETEKEND
    written = rules_punten.write_punten(geometry)
    if written is None:
        return {"plek": VORM}
    tekening, punten = written
    return {"plek": TEKENING, "tekening": tekening.value, "punten": punten}


def _unknown(error: OnbekendGebiedError) -> str:
    found: str = _("Het gebied “%(naam)s” kennen wij niet.", naam=error.naam)
    advies: str = _("Schrijf de naam zoals die bij Gebieden staat.")
    if error.voorstel:
        advies = _("Bedoelt u “%(voorstel)s”?", voorstel=error.voorstel)
    return f"{found} {advies}"


def _elsewhere() -> str:
    """Say that a place lies outside the city."""
    stad = next((o.naam for o in get_boom().omtrekken.values() if o.ouder_id is None), "de stad")
    text: str = _("Deze plek ligt niet in %(stad)s. Controleer de punten.", stad=stad)
    return text
