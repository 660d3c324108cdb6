"""Values of the calendar of a wijk."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Agenda:
    """The calendar of a wijk as a file; `etag` changes with what it says."""

    etag: str
    inhoud: bytes
