"""What a calendar must know of a project."""

from datetime import date, datetime
from typing import Protocol

from participatie.opgaven.types import Domein
from participatie.programmas.types import Fase, Mijlpaal, ProjectId


class AgendaItem(Protocol):
    """A project with its days, and who does it."""

    @property
    def id(self) -> ProjectId: ...  # noqa: D102  # the names say it
    @property
    def titel(self) -> str: ...  # noqa: D102
    @property
    def omschrijving(self) -> str: ...  # noqa: D102
    @property
    def domein(self) -> Domein: ...  # noqa: D102
    @property
    def fase(self) -> Fase: ...  # noqa: D102
    @property
    def start(self) -> date: ...  # noqa: D102
    @property
    def eind(self) -> date: ...  # noqa: D102
    @property
    def plek_omschrijving(self) -> str: ...  # noqa: D102
    @property
    def mijlpalen(self) -> tuple[Mijlpaal, ...]: ...  # noqa: D102
    @property
    def versie(self) -> int: ...  # noqa: D102
    @property
    def gewijzigd_op(self) -> datetime: ...  # noqa: D102
    @property
    def wie(self) -> str: ...  # noqa: D102
