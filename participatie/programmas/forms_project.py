"""The form of the programmaredacteur for a project, made of its parts in the order of the page."""

import re
import secrets
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, HiddenField, TextAreaField
from wtforms.validators import ValidationError

from participatie.core.access import current_person
from participatie.core.fields_keuze import at_most, refuse
from participatie.core.permissions import Permission
from participatie.gebieden.queries import get_boom
from participatie.programmas import panels_plek, rules
from participatie.programmas.forms_project_planning import PlanningDeel
from participatie.programmas.forms_project_wat import WatDeel, WieDeel
from participatie.programmas.rules_verwijzing import VERWIJZINGEN_MAX, parse_url
from participatie.programmas.types import Geldbron, ProjectGegevens, Verwijzing

SECTIES: Mapping[str, tuple[str, ...]] = {
    "wat": ("titel", "omschrijving", "soort", "domein", "thema", "doel"),
    "invloed": ("participatieniveau", "participatie_toelichting"),
    "wanneer": ("fase", "start", "eind", "fasering_", "mijlpaal_"),
    "waar": panels_plek.VELDEN,
    "wie": ("organisatie", "trekker", "contact_naam", "contact_email"),
    "geld": ("begrotingsprogramma", "bedrag_"),
    "links": ("link_",),
    "reden": ("reden",),
}
"""The sections of the page with their fields; a name that ends in `_` stands for all it begins."""


class ProjectForm(WatDeel, PlanningDeel, panels_plek.PlekDeel, WieDeel):
    """Everything of a project. `basis` is the version that someone began from.

    `gehouden` names the fields in which someone chose to keep his own text after a clash.
    """

    jaren: Sequence[int] = ()
    aantal_link: int = 0

    versie = HiddenField()
    basis = HiddenField()
    gehouden = HiddenField()
    sleutel = HiddenField(default=lambda: secrets.token_hex(16))
    reden = TextAreaField(
        _l("Waarom verandert u dit?"),
        [at_most(rules.TOELICHTING_MAX_LENGTH)],
        description=_l("Iedereen leest dit in de geschiedenis van het project."),
    )

    def __iter__(self) -> Iterator[Field]:
        """Yield the fields in the order of the page, so that mistakes are listed so too."""
        order = [name for names in SECTIES.values() for name in names]

        def place(field: Field) -> int:
            for number, name in enumerate(order):
                if field.name == name or (name.endswith("_") and field.name.startswith(name)):
                    return number
            return -1

        return iter(sorted(super().__iter__(), key=place))

    def seen(self, name: str) -> int:
        """Return a version that the redacteur was looking at; none when that cannot be read."""
        text = self.text(name)
        return int(text) if re.fullmatch(r"[0-9]{1,9}", text) else -1

    def validate_plek_omschrijving(self, field: Field) -> None:
        """Gather the gebieden; each must be this redacteur's own."""
        super().validate_plek_omschrijving(field)
        person = current_person()
        others = [
            get_boom().omtrekken[gebied_id].naam
            for gebied_id in sorted(self.gebied_ids)
            if not person.may(Permission.PROJECT_BEHEREN, gebied_id)
        ]
        if others:
            namen = ", ".join(others)
            refuse(self.gebied, _("U beheert geen projecten in %(namen)s.", namen=namen))

    def validate_sleutel(self, field: Field) -> None:
        """Refuse a key that this form did not make."""
        if not re.fullmatch("[0-9a-f]{32}", field.data or ""):
            raise ValidationError(_("Open dit formulier opnieuw."))

    def validate(self, extra_validators: Any = None) -> bool:  # noqa: ANN401  # as WTForms has it
        """Tell whether everything can be used, also what one field found out about another."""
        is_valid = bool(super().validate(extra_validators))
        self.check_planning()
        self._check_links()
        return is_valid and not self.errors

    def check_reden(self, changed: Collection[str]) -> bool:
        """Ask why, when something that others count on is about to change."""
        velden = [rules.VELD_NAMEN[veld] for veld in changed if veld in rules.REDEN_NODIG]
        if not velden or self.text("reden").strip():
            return True
        told = _("Schrijf op waarom u dit verandert: %(velden)s.", velden=", ".join(velden))
        refuse(self.reden, told)
        return False

    @property
    def linkvelden(self) -> list[tuple[Field, Field]]:
        """Return the rows of links: title and address."""
        return [
            (self[f"link_{number}_titel"], self[f"link_{number}_url"])
            for number in range(self.aantal_link)
        ]

    def _check_links(self) -> None:
        filled = 0
        for titel, url in self.linkvelden:
            has_titel, has_url = bool((titel.data or "").strip()), bool((url.data or "").strip())
            filled += has_url
            if has_url and not has_titel:
                refuse(titel, _("Vul in hoe deze link heet, of haal deze regel weg."))
            if has_titel and not has_url:
                refuse(url, _("Vul het adres van deze pagina in, of haal deze regel weg."))
        if filled > VERWIJZINGEN_MAX:
            told = _("Zet er hoogstens %(max)d links in.", max=VERWIJZINGEN_MAX)
            refuse(self.linkvelden[0][0], told)

    def gegevens(self) -> ProjectGegevens:
        """Return what was filled in."""
        amounts = {
            (jaar, bron): self[bedrag_naam(jaar, bron)].data
            for jaar in self.jaren
            for bron in Geldbron
        }
        return ProjectGegevens(
            **self.wat_gegevens(),
            **self.planning_gegevens(),
            **self.plek_gegevens(),
            **self.wie_gegevens(),
            bedragen={key: cents for key, cents in amounts.items() if cents},
            verwijzingen=tuple(
                Verwijzing(titel.data.strip(), parse_url(url.data))
                for titel, url in self.linkvelden
                if (url.data or "").strip()
            ),
        )


def bedrag_naam(jaar: int, bron: Geldbron) -> str:
    """Return the name of the field with the money of a year and source."""
    return f"bedrag_{jaar}_{bron.value}"
