"""The form for a goal of a concept, with a row for each indicator."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from flask import request
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, Field, SelectField, StringField, TextAreaField
from wtforms.validators import ValidationError

from participatie.core.errors import InvalidInputError
from participatie.core.fields import Filled
from participatie.gebieden.models import Kengetal
from participatie.opgaven import rules
from participatie.opgaven.forms import VersionedForm, at_most, keuze
from participatie.opgaven.models import DoelTekst
from participatie.opgaven.queries import doel_gegevens_of
from participatie.opgaven.rules_getal import parse_getal, parse_jaar, write_getal
from participatie.opgaven.types import DoelGegevens, Domein, IndicatorGegevens, Prioriteit

NAAM_MAX, EENHEID_MAX, BRON_MAX = 120, 30, 120
GETALLEN = ("nulmeting", "streefwaarde")
JAREN = ("nulmeting_jaar", "streefjaar")
RIJ = ("kengetal", "naam", "eenheid", "bron", *GETALLEN, *JAREN)
EXTRA_RIJEN = 2


class DoelForm(VersionedForm):
    """What a goal says. `kengetallen` are the figures of its gebied, by key."""

    kengetallen: Mapping[str, Kengetal] = MappingProxyType({})
    rijen: range = range(0)
    indicatoren: tuple[IndicatorGegevens, ...] = ()

    titel = StringField(
        _l("Doel"),
        [Filled(_l("Schrijf het doel in één zin.")), at_most(rules.TITEL_MAX_LENGTH)],
        description=_l("In één zin. Bijvoorbeeld: meer groen en minder steen in de straten."),
    )
    resultaat = TextAreaField(
        _l("Beoogd resultaat"),
        [at_most(rules.RESULTAAT_MAX_LENGTH)],
        description=_l("Wat is er aan het eind van de periode anders? Nodig om vast te stellen."),
    )
    domein = keuze(_l("Domein"), Domein, ask=_l("Kies een domein."))
    prioriteit = keuze(_l("Prioriteit"), Prioriteit, ask=_l("Kies een prioriteit."))
    partners = TextAreaField(
        _l("Partners"), description=_l("Wie werken mee? Zet elke partner op een eigen regel.")
    )

    def validate_partners(self, field: Field) -> None:
        """Refuse more or longer names than can be shown."""
        names = self.partner_namen()
        if len(names) > rules.MAX_PARTNERS:
            raise ValidationError(_("Noem hoogstens %(max)d partners.", max=rules.MAX_PARTNERS))
        if any(len(name) > rules.PARTNER_MAX_LENGTH for name in names):
            most = rules.PARTNER_MAX_LENGTH
            raise ValidationError(_("Maak elke naam hoogstens %(max)d tekens lang.", max=most))
        del field

    def partner_namen(self) -> tuple[str, ...]:
        """Return the partners, each once, in the order in which they were written."""
        lines = (" ".join(line.split()) for line in self.text("partners").splitlines())
        return tuple(dict.fromkeys(line for line in lines if line))

    def rij(self, number: int) -> dict[str, Field]:
        """Return the fields of one indicator."""
        return {name: self[veld_naam(number, name)] for name in (*RIJ, "weg")}

    def validate(self, extra_validators: Any = None) -> bool:  # noqa: ANN401  # as WTForms has it
        """Tell whether everything can be used, also each row as a whole."""
        super().validate(extra_validators)
        read = [self._read(number) for number in self.rijen]
        self.indicatoren = tuple(indicator for indicator in read if indicator is not None)
        namen = [indicator.naam for indicator in self.indicatoren]
        if len(set(namen)) < len(namen):
            self.form_errors.append(_("Geef elke indicator een eigen naam."))
        return not self.errors

    def gegevens(self) -> DoelGegevens:
        """Return what was filled in, in a form that was checked."""
        return DoelGegevens(
            titel=self.text("titel").strip(),
            resultaat=self.text("resultaat").strip(),
            prioriteit=Prioriteit(self.prioriteit.data),
            domein=Domein(self.domein.data),
            partners=self.partner_namen(),
            indicatoren=self.indicatoren,
        )

    def _read(self, number: int) -> IndicatorGegevens | None:
        """Return the indicator of a row, or None when it is empty, to be removed or wrong."""
        fields = self.rij(number)
        words = {name: " ".join(str(fields[name].data or "").split()) for name in RIJ}
        if fields["weg"].data or not any(words.values()):
            return None
        kengetal = self.kengetallen.get(words["kengetal"])
        if kengetal is not None:
            words |= _from_kengetal(words, kengetal)
        numbers = self._numbers(fields, words)
        if not words["naam"]:
            _refuse(fields["naam"], _("Vul in wat u meet, of kies een kengetal."))
        if any(field.errors for field in fields.values()):
            return None
        found = IndicatorGegevens(
            kengetal=words["kengetal"] or None,
            naam=words["naam"],
            eenheid=words["eenheid"],
            bron=words["bron"],
            **numbers,
        )
        return found if self._can_be(found, fields) else None

    def _numbers(self, fields: Mapping[str, Field], words: Mapping[str, str]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for name in (*GETALLEN, *JAREN):
            try:
                found[name] = (parse_jaar if name in JAREN else parse_getal)(words[name])
            except ValueError:
                message = (
                    _("Vul een jaar in met vier cijfers, bijvoorbeeld 2026.")
                    if name in JAREN
                    else _("Vul een getal in, bijvoorbeeld 61 of 7,25.")
                )
                _refuse(fields[name], f"{fields[name].label.text}: {message}")
        return found

    @staticmethod
    def _can_be(indicator: IndicatorGegevens, fields: Mapping[str, Field]) -> bool:
        try:
            rules.check_indicator(indicator)
        except InvalidInputError as error:
            _refuse(fields[error.field or "naam"], str(error))
            return False
        return True


def make_doel_form(
    kengetallen: Mapping[str, Kengetal], tekst: DoelTekst | None = None
) -> DoelForm:
    """Return the form, filled with what is stored, with a row per indicator and some more."""
    stored = doel_gegevens_of(tekst) if tekst is not None else None
    count = len(stored.indicatoren) if stored else 0
    posted = [n for n in range(rules.MAX_INDICATOREN) if veld_naam(n, "naam") in request.form]
    wanted = max(count + EXTRA_RIJEN, *(n + 1 for n in posted)) if posted else count + EXTRA_RIJEN
    rijen = range(min(wanted, rules.MAX_INDICATOREN))
    rows: dict[str, Any] = {}
    for number in rijen:
        rows |= _row(number, kengetallen)
    made = type("DoelForm", (DoelForm,), {**rows, "rijen": rijen, "kengetallen": kengetallen})
    form: DoelForm = made(data=_data(tekst, stored) if tekst and stored else {})
    return form


def veld_naam(number: int, name: str) -> str:
    """Return the name of a field of the indicator in a row."""
    return f"indicator_{number}_{name}"


def _row(number: int, kengetallen: Mapping[str, Kengetal]) -> dict[str, Field]:
    choices = {"": _("Geen, een eigen cijfer")}
    choices |= {key: found.naam for key, found in kengetallen.items()}
    fields = {
        "kengetal": SelectField(
            _l("Cijfer uit de gebiedsanalyse"), choices=choices, validate_choice=False
        ),
        "naam": StringField(_l("Wat meet u?"), [at_most(NAAM_MAX)]),
        "eenheid": StringField(_l("Eenheid"), [at_most(EENHEID_MAX)]),
        "bron": StringField(_l("Bron"), [at_most(BRON_MAX)]),
        "nulmeting": StringField(_l("Nulmeting"), [at_most(20)]),
        "nulmeting_jaar": StringField(_l("Jaar van de nulmeting"), [at_most(20)]),
        "streefwaarde": StringField(_l("Streefwaarde"), [at_most(20)]),
        "streefjaar": StringField(_l("Streefjaar"), [at_most(20)]),
        "weg": BooleanField(_l("Deze indicator weghalen")),
    }
    return {veld_naam(number, name): field for name, field in fields.items()}


def _from_kengetal(words: Mapping[str, str], kengetal: Kengetal) -> dict[str, str]:
    """Return what the gebiedsanalyse says where the editor said nothing."""
    known = {"naam": kengetal.naam, "eenheid": kengetal.eenheid, "bron": kengetal.bron}
    if not words["nulmeting"] and not words["nulmeting_jaar"]:
        known |= {"nulmeting": write_getal(kengetal.waarde), "nulmeting_jaar": str(kengetal.jaar)}
    return {name: value for name, value in known.items() if not words[name]}


def _data(tekst: DoelTekst, stored: DoelGegevens) -> dict[str, Any]:
    data: dict[str, Any] = {
        "versie": str(tekst.versie),
        "titel": stored.titel,
        "resultaat": stored.resultaat,
        "domein": stored.domein.value,
        "prioriteit": stored.prioriteit.value,
        "partners": "\n".join(stored.partners),
    }
    for number, indicator in enumerate(stored.indicatoren):
        for name in RIJ:
            value = getattr(indicator, name)
            shown = write_getal(value) if name in GETALLEN else str(value or "")
            data[veld_naam(number, name)] = shown
    return data


def _refuse(field: Field, message: str) -> None:
    field.errors = [*field.errors, message]
