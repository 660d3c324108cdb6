"""Pictures for the demo city: a street, and in front of it what the initiatief is about."""

from collections.abc import Callable, Mapping

from participatie.demo.services_tekenen import (
    BRICKS,
    CLOTHES,
    GROUND,
    HEIGHT,
    WIDTH,
    Blad,
    draw_bench,
    draw_bike,
    draw_house,
    draw_person,
    draw_street,
    draw_tree,
)
from participatie.inzendingen.types import Fotowens
from participatie.programmas.types import Thema


def draw_foto(thema: Thema, nummer: int) -> Fotowens:
    """Return the picture of an initiatief; the same number gives the same picture."""
    beschrijving, draw = SCENES[thema]
    blad = draw_street(nummer)
    draw(blad, nummer)
    return Fotowens(
        content=blad.to_png(), filename=f"tekening-{nummer}.png", beschrijving=beschrijving
    )


def _groen(blad: Blad, nummer: int) -> None:
    draw_tree(blad, 110 + nummer % 4 * 25, 300, 1.25)
    draw_tree(blad, 560 - nummer % 3 * 20, 285)
    blad.box(190, 300, 330, 40, "#7a4f2c")
    for place in range(16):
        x, high = 202 + place * 20, 28 + (place * 7 + nummer) % 4 * 9
        blad.line([(x, 304), (x, 304 - high)], "#2f7d3c", 3)
        blad.disc(x, 304 - high, 9, ("#e4572e", "#f3a712", "#a8326b", "#7d5ba6")[place % 4])
        blad.disc(x, 304 - high, 3.5, "#ffe9a8")
    draw_person(blad, 560, 348, nummer)


def _verkeer(blad: Blad, nummer: int) -> None:
    blad.box(0, 282, WIDTH, 78, "#7f8a90")
    for place in range(8):
        blad.box(place * 90 - 20, 318, 46, 6, "#ffffff")
    blad.box(498, 178, 6, 110, "#44525f")
    blad.disc(501, 170, 32, "#b3261e")
    blad.disc(501, 170, 24, "#ffffff")
    for dx in (-8, 8):
        blad.ring(501 + dx, 170, 7, "#17252d", 3.5)
    draw_bike(blad, 160 + nummer % 5 * 30, 338, CLOTHES[nummer % len(CLOTHES)])
    draw_tree(blad, 70, 286)


def _spelen(blad: Blad, nummer: int) -> None:
    blad.area([(60, 360), (120, 290), (520, 290), (580, 360)], "#e6cf9a")
    blad.line([(180, 336), (212, 180), (244, 336)], "#44525f", 7)
    blad.area([(212, 186), (380, 320), (406, 320), (238, 180)], "#c2410c")
    blad.line([(428, 320), (452, 190), (568, 190), (592, 320)], "#0b5068", 7)
    for dx in (486, 534):
        blad.line([(dx, 192), (dx + nummer % 3 * 5, 276)], "#26323a", 2.5)
        blad.box(dx - 12 + nummer % 3 * 5, 276, 24, 6, "#f3a712")
    draw_person(blad, 110, 340, nummer, 0.8)
    draw_person(blad, 150, 346, nummer + 2, 0.65)


def _schoon(blad: Blad, nummer: int) -> None:
    blad.box(0, 296, WIDTH, 64, "#b8bfc2")
    for place in range(3):
        x = 330 + place * 62
        blad.disc(x, 318, 30, "#2f3d46")
        blad.area([(x - 12, 296), (x, 276), (x + 12, 296)], "#2f3d46")
    blad.box(530, 236, 58, 96, "#2f7d3c")
    blad.box(522, 228, 74, 12, "#225c2c")
    for place in range(3):
        x = 90 + place * 78
        draw_person(blad, x, 344, nummer + place)
        blad.line([(x + 14, 290), (x + 36, 340)], "#c2410c", 3)


def _water(blad: Blad, nummer: int) -> None:
    blad.area([(0, 292), (WIDTH, 276), (WIDTH, HEIGHT), (0, HEIGHT)], "#5fa8c9")
    for place in range(9):
        x, y = place * 78 - nummer % 5 * 9, 312 + place % 3 * 16
        blad.line([(x, y), (x + 16, y - 5), (x + 32, y), (x + 48, y - 5)], "#d4ecf5", 3)
    blad.box(440, 196, 66, 92, "#2f6f4f")
    for dy in (206, 238, 270):
        blad.box(436, dy, 74, 6, "#1f4d37")
    blad.line([(473, 196), (473, 130), (520, 108)], "#44525f", 8)
    draw_tree(blad, 120, 284, 1.1)
    draw_person(blad, 360, 300, nummer, 0.85)


def _energie(blad: Blad, nummer: int) -> None:
    blad.area([(90, 250), (200, 130), (600, 130), (560, 250)], "#7a3b2e")
    blad.box(110, 250, 430, 110, BRICKS[nummer % len(BRICKS)])
    for row in range(2):
        for column in range(6):
            x, y = 208 + column * 56 - row * 22, 146 + row * 48
            corners = [(x + 16, y), (x + 64, y), (x + 46, y + 40), (x - 4, y + 40)]
            blad.area(corners, "#173a5e")
            blad.line([(x + 40, y), (x + 21, y + 40)], "#6fa3cf", 2)
            blad.line([(x + 6, y + 20), (x + 55, y + 20)], "#6fa3cf", 2)
    for place in range(4):
        blad.box(150 + place * 100, 276, 54, 50, "#fdf6e3")
    draw_tree(blad, 50, 350)


def _veiligheid(blad: Blad, nummer: int) -> None:
    blad.box(0, 0, WIDTH, GROUND, "#24344d")
    x = -10.0
    for place in range(11):
        x += draw_house(blad, x, nummer * 3 + place * 7)
    blad.box(0, GROUND, WIDTH, 110, "#56616b")
    for place in range(3):
        x = 110 + place * 210
        blad.area([(x, 120), (x - 80, 350), (x + 80, 350)], "#f6e3a1")
        blad.line([(x - 40, 340), (x - 40, 110), (x, 106)], "#17252d", 6)
        blad.disc(x, 114, 13, "#fff8d6")
    draw_person(blad, 330, 346, nummer)
    draw_bike(blad, 470, 348, "#c2410c")


def _ontmoeten(blad: Blad, nummer: int) -> None:
    if nummer % 2:
        for place in range(5):
            draw_person(blad, 130 + place * 92, 318, nummer + place)
        blad.box(70, 282, 500, 16, "#fdf6e3")
        blad.box(70, 296, 500, 26, "#c2410c")
        for place in range(7):
            blad.disc(110 + place * 70, 278, 8, ("#3f8f4f", "#f3a712")[place % 2])
        for x in (96, 536):
            blad.box(x, 320, 8, 34, "#6b4a2f")
        return
    draw_tree(blad, 90, 320, 1.3)
    draw_bench(blad, 170, 330)
    draw_bench(blad, 360, 330)
    for place in range(3):
        draw_person(blad, 300 + place * 110, 346, nummer + place)


def _cultuur(blad: Blad, nummer: int) -> None:
    blad.box(70, 96, 500, 200, "#efe6d3")
    colours = ("#e4572e", "#f3a712", "#0b5068", "#7d5ba6", "#3f8f4f", "#a8326b")
    for place in range(18):
        x, y = 110 + place * 83 % 430, 130 + place * 47 % 130
        blad.disc(x, y, 16 + (place + nummer) % 4 * 7, colours[(place + nummer) % len(colours)])
    blad.area([(90, 296), (220, 170), (330, 296)], "#0b5068")
    blad.area([(260, 296), (400, 140), (550, 296)], "#14532d")
    blad.line([(70, 96), (570, 96)], "#8c6d4f", 8)
    draw_person(blad, 200, 346, nummer)
    draw_person(blad, 450, 346, nummer + 3)


def _werk(blad: Blad, nummer: int) -> None:
    blad.box(0, 290, WIDTH, 70, "#c9b79a")
    for stall in range(3):
        x = 50 + stall * 196
        for dx in (4, 140):
            blad.box(x + dx, 190, 7, 140, "#6b4a2f")
        for stripe in range(6):
            left = x - 6 + stripe * 27
            blad.box(left, 168, 27, 38, ("#c2410c", "#fdf6e3")[(stripe + stall) % 2])
            blad.disc(left + 13.5, 206, 13.5, ("#c2410c", "#fdf6e3")[(stripe + stall) % 2])
        draw_person(blad, x + 76, 310, nummer + stall)
        blad.box(x, 278, 152, 46, "#8c6d4f")
        for place in range(6):
            blad.disc(x + 16 + place * 24, 272, 9, ("#e4572e", "#3f8f4f", "#f3a712")[place % 3])


def _buurt(blad: Blad, nummer: int) -> None:
    blad.box(0, 300, WIDTH, 60, "#b8bfc2")
    draw_tree(blad, 120, 306)
    draw_tree(blad, 520, 306)
    for place in range(4):
        draw_person(blad, 210 + place * 70, 346, nummer + place)


SCENES: Mapping[Thema, tuple[str, Callable[[Blad, int], None]]] = {
    Thema.GROEN: ("Tekening: een bak vol bloemen tussen de bomen in een straat.", _groen),
    Thema.VERKEER: ("Tekening: een fiets op straat bij een rond verkeersbord.", _verkeer),
    Thema.SPELEN: ("Tekening: kinderen bij een glijbaan en schommels.", _spelen),
    Thema.WONEN: ("Tekening: buren op de stoep voor hun huizen.", _buurt),
    Thema.SCHOON: ("Tekening: drie mensen ruimen zwerfafval op in hun straat.", _schoon),
    Thema.WATER: ("Tekening: een pomp en een regenton aan het water.", _water),
    Thema.ENERGIE: ("Tekening: een dak vol zonnepanelen.", _energie),
    Thema.VEILIGHEID: ("Tekening: een donkere straat met drie lampen aan.", _veiligheid),
    Thema.ONTMOETEN: ("Tekening: buren komen bij elkaar in de straat.", _ontmoeten),
    Thema.CULTUUR: ("Tekening: twee mensen bij een kleurige muurschildering.", _cultuur),
    Thema.WERK: ("Tekening: drie marktkramen met verkopers.", _werk),
    Thema.BESTUUR: ("Tekening: bewoners staan samen voor hun huizen.", _buurt),
}
