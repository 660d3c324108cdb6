"""Slots in a page where a higher room may hang a panel.

The room that owns the page names the slot and knows nobody who uses it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable

from markupsafe import Markup

Panel = Callable[[object], str]
_panels: dict[str, list[Panel]] = defaultdict(list)


def hang(slot: str, panel: Panel) -> None:
    """Show `panel` in `slot`, in the order of hanging."""
    if panel not in _panels[slot]:
        _panels[slot].append(panel)


def panels(slot: str, subject: object) -> Iterable[Markup]:
    """Yield the rendered panels of a slot that have something to say."""
    for panel in _panels[slot]:
        rendered = panel(subject)
        if rendered:
            yield Markup(rendered)  # noqa: S704  # panels render templates
