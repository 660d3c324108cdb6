"""A form that programs give themselves away with: too fast, or with what nobody sees filled in."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from flask import current_app
from flask_babel import lazy_gettext as _
from itsdangerous import BadSignature, URLSafeSerializer
from wtforms import HiddenField, StringField

from participatie.core import clock
from participatie.core.webforms import Form

# Nobody fills in a form this fast; a program does.
MINIMUM_FILL_TIME = timedelta(seconds=2)


def started_now() -> str:
    """Return the moment at which a form was shown, signed."""
    return _signer().dumps(clock.now().timestamp())


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(current_app.secret_key or "", salt="form-started")


class TrapForm(Form):
    """A form with a field that stays empty and the moment at which it was shown."""

    website = StringField(_("Laat dit veld leeg"))
    begonnen = HiddenField(default=started_now)

    @property
    def is_trap_filled(self) -> bool:
        """Tell whether the field that nobody sees was filled in, as programs do."""
        return bool(self.website.data)

    def validate(self, extra_validators: Mapping[str, Any] | None = None) -> bool:
        """Refuse what is filled in wrong, and only then what came faster than anyone can type.

        The clock runs from the first time the form was shown: its moment comes back unchanged.
        """
        if not super().validate(extra_validators=extra_validators):
            return False
        if self._is_slow_enough():
            return True
        self.form_errors.append(
            _("Dat ging erg snel. Controleer wat u invulde en verstuur het nog een keer.")
        )
        return False

    def _is_slow_enough(self) -> bool:
        now = clock.now().timestamp()
        try:
            started = float(_signer().loads(self.begonnen.data or ""))
        except (BadSignature, TypeError, ValueError):
            self.begonnen.data = started_now()
            return False
        return now - started >= MINIMUM_FILL_TIME.total_seconds()
