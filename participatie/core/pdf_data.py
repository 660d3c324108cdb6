"""What the data of a PDF can be: the same as JSON."""

from collections.abc import Mapping, Sequence

Value = str | int | float | bool | None | Mapping[str, "Value"] | Sequence["Value"]
