"""Drawing a street of the demo city: a sheet, houses, trees, people and what they use."""

import io
from collections.abc import Sequence

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 640, 360
SCALE = 3  # drawn large and made smaller, so that slanted edges are smooth
SIZE = (1280, 720)
GROUND = 250

Point = tuple[float, float]

# Sky, sun and ground of a morning, an afternoon, an evening and an autumn day.
HOURS = (
    ("#cfe8f3", "#ffe08a", "#a9cf8f"),
    ("#bfe0f5", "#ffd25e", "#98c379"),
    ("#fbd9b8", "#f79b5b", "#8fae7a"),
    ("#dfe6e4", "#f6d48b", "#b9b46f"),
)
BRICKS = ("#b5563c", "#8c4a3a", "#c9805a", "#a6634b", "#d2a679", "#7a4b45")
CLOTHES = ("#0b5068", "#c2410c", "#50458f", "#a8326b", "#14532d")
SKINS = ("#e8b996", "#8d5a3b", "#c68e65", "#f0cdb0", "#6f452d")


class Blad:
    """A sheet on which is drawn in units of 640 by 360."""

    def __init__(self, colour: str) -> None:
        """Begin with one colour."""
        self.image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), colour)
        self.pen = ImageDraw.Draw(self.image)

    def box(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """Draw a rectangle from its upper left corner."""
        self.pen.rectangle(
            [x * SCALE, y * SCALE, (x + width) * SCALE, (y + height) * SCALE], fill=colour
        )

    def disc(self, x: float, y: float, radius: float, colour: str) -> None:
        """Draw a full circle around a point."""
        edges = [x - radius, y - radius, x + radius, y + radius]
        self.pen.ellipse([edge * SCALE for edge in edges], fill=colour)

    def ring(self, x: float, y: float, radius: float, colour: str, width: float = 4) -> None:
        """Draw a circle that is open inside."""
        edges = [x - radius, y - radius, x + radius, y + radius]
        self.pen.ellipse(
            [edge * SCALE for edge in edges], outline=colour, width=round(width * SCALE)
        )

    def area(self, points: Sequence[Point], colour: str) -> None:
        """Draw a polygon."""
        self.pen.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=colour)

    def line(self, points: Sequence[Point], colour: str, width: float = 4) -> None:
        """Draw a line through these points."""
        self.pen.line(
            [(x * SCALE, y * SCALE) for x, y in points],
            fill=colour,
            width=round(width * SCALE),
            joint="curve",
        )

    def to_png(self) -> bytes:
        """Return the drawing as a file."""
        kept = io.BytesIO()
        self.image.resize(SIZE, Image.Resampling.BOX).save(kept, "PNG", compress_level=1)
        return kept.getvalue()


def draw_street(nummer: int) -> Blad:
    """Begin with a sky, a sun, clouds and a row of houses that differ by the number."""
    sky, sun, ground = HOURS[nummer % len(HOURS)]
    blad = Blad(sky)
    blad.disc(90 + nummer * 67 % 460, 70, 34, sun)
    for place in (nummer * 41 % 200, 330 + nummer * 29 % 220):
        for dx, dy, radius in ((0, 0, 16), (20, -8, 21), (44, 0, 17)):
            blad.disc(place + 30 + dx, 76 + dy, radius, "#ffffff")
    x = -10.0
    for place in range(11):
        x += draw_house(blad, x, nummer * 5 + place * 7)
    blad.box(0, GROUND, WIDTH, HEIGHT - GROUND, ground)
    return blad


def draw_house(blad: Blad, x: float, seed: int) -> float:
    """Draw a house with its own gable and return how wide it is."""
    width, top = 54 + seed % 4 * 7, 150 - seed % 5 * 9
    brick = BRICKS[seed % len(BRICKS)]
    blad.box(x, top, width, GROUND - top, brick)
    if seed % 3:
        blad.area([(x, top), (x + width / 2, top - 30), (x + width, top)], brick)
    else:
        for step in range(4):
            blad.box(x + step * 7, top - step * 8, width - step * 14, 9, brick)
    for row in range(2):
        for column in range(2):
            left = x + width * (0.17 + 0.4 * column)
            blad.box(left, top + 14 + row * 34, width * 0.26, 22, "#fdf6e3")
            blad.box(left, top + 24 + row * 34, width * 0.26, 2, brick)
    blad.box(x + width * 0.38, GROUND - 26, width * 0.24, 26, "#2f4f4f")
    return float(width)


def draw_tree(blad: Blad, x: float, y: float, size: float = 1) -> None:
    """Draw a tree that stands on this point."""
    blad.box(x - 5 * size, y - 60 * size, 10 * size, 60 * size, "#6b4a2f")
    for dx, dy, radius in ((0, -85, 34), (-24, -66, 25), (24, -66, 25)):
        blad.disc(x + dx * size, y + dy * size, radius * size, "#3f8f4f")
    blad.disc(x - 9 * size, y - 92 * size, 14 * size, "#57a868")


def draw_person(blad: Blad, x: float, y: float, seed: int, size: float = 1) -> None:
    """Draw someone who stands on this point."""
    clothes = CLOTHES[seed % len(CLOTHES)]
    blad.line([(x - 6 * size, y), (x - 5 * size, y - 30 * size)], "#33424b", 8 * size)
    blad.line([(x + 6 * size, y), (x + 5 * size, y - 30 * size)], "#33424b", 8 * size)
    blad.box(x - 13 * size, y - 68 * size, 26 * size, 42 * size, clothes)
    blad.disc(x, y - 68 * size, 13 * size, clothes)
    blad.disc(x, y - 88 * size, 12 * size, SKINS[seed % len(SKINS)])


def draw_bench(blad: Blad, x: float, y: float) -> None:
    """Draw a wooden bench."""
    for dy in (-44, -32, -20):
        blad.box(x, y + dy, 110, 8, "#9c6b3f")
    for dx in (10, 92):
        blad.box(x + dx, y - 44, 7, 44, "#44525f")


def draw_bike(blad: Blad, x: float, y: float, colour: str) -> None:
    """Draw a bicycle, its back wheel on this point."""
    for dx in (0, 82):
        blad.ring(x + dx, y - 26, 26, "#26323a")
    frame = [(x, y - 26), (x + 26, y - 60), (x + 66, y - 60), (x + 40, y - 26), (x, y - 26)]
    blad.line(frame, colour, 5)
    blad.line([(x + 40, y - 26), (x + 22, y - 68)], colour, 5)
    blad.line([(x + 82, y - 26), (x + 62, y - 76), (x + 76, y - 80)], colour, 5)
    blad.line([(x + 12, y - 70), (x + 32, y - 70)], "#26323a", 6)
