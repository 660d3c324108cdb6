"""Which text of users can be stored and shown. Everything else is kept exactly as typed."""

import unicodedata

LINE_BREAKS = frozenset("\r\n\t")


def control_characters(text: str, *, lines: bool) -> list[str]:
    """Return the characters that cannot be stored or seen; `lines` allows line breaks."""
    allowed = LINE_BREAKS if lines else frozenset("\t")
    return [
        character
        for character in text
        if unicodedata.category(character) in {"Cc", "Cs"} and character not in allowed
    ]


def without_control_characters(text: str, *, lines: bool = False) -> str:
    """Return the text as far as it can be shown."""
    strange = set(control_characters(text, lines=lines))
    return "".join(character for character in text if character not in strange)


def is_blank(text: str) -> bool:
    """Tell whether nothing of the text can be seen."""
    return all(unicodedata.category(character)[0] in "ZC" for character in text)
