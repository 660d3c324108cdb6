"""Columns of everything that lies somewhere: a geometry and its indexed bounding box."""

from typing import Any

from sqlalchemy import JSON, CheckConstraint, ColumnElement, Float, and_
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from participatie.core.geometry import Bounds, Geometry, bounds_of


def plaats_constraints() -> tuple[CheckConstraint, ...]:
    """Return what keeps a geometry and its box together, for the `__table_args__` of a table."""
    return (
        CheckConstraint(
            "(geometrie IS NULL) = (west IS NULL) AND (geometrie IS NULL) = (zuid IS NULL)"
            " AND (geometrie IS NULL) = (oost IS NULL) AND (geometrie IS NULL) = (noord IS NULL)",
            name="place_has_bounds",
        ),
        CheckConstraint("west <= oost AND zuid <= noord", name="bounds_in_order"),
    )


class HasPlaats:
    """A geometry in WGS84 and its bounding box. Both are empty for a whole area."""

    @declared_attr
    def geometrie(cls) -> Mapped[dict[str, Any] | None]:  # noqa: N805  # SQLAlchemy passes the class
        """Store the geometry as GeoJSON."""
        return mapped_column(JSON(none_as_null=True), deferred=True)

    west: Mapped[float | None] = mapped_column(Float, index=True)
    zuid: Mapped[float | None] = mapped_column(Float, index=True)
    oost: Mapped[float | None] = mapped_column(Float, index=True)
    noord: Mapped[float | None] = mapped_column(Float, index=True)

    def place(self, geometry: Geometry | None) -> None:
        """Set the geometry together with its bounding box."""
        self.geometrie = geometry
        if geometry is None:
            self.west = self.zuid = self.oost = self.noord = None
            return
        bounds = bounds_of(geometry)
        self.west, self.zuid = bounds.west, bounds.zuid
        self.oost, self.noord = bounds.oost, bounds.noord

    @classmethod
    def in_bounds(cls, bounds: Bounds) -> ColumnElement[bool]:
        """Return the condition that the bounding boxes overlap."""
        return and_(
            cls.west <= bounds.oost,
            cls.oost >= bounds.west,
            cls.zuid <= bounds.noord,
            cls.noord >= bounds.zuid,
        )
