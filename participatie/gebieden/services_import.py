"""Importing outlines of gebieden. No commit here: see core.transactions."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from participatie.core import clock
from participatie.core.db import db
from participatie.core.events import gevolgen, publish
from participatie.core.geofiles import read_features
from participatie.core.geometry import shape_of, to_rd
from participatie.core.onderwerpen import Onderwerp
from participatie.gebieden.errors import ImportRefusedError
from participatie.gebieden.events import GebiedenIngelezen
from participatie.gebieden.queries import list_gebieden
from participatie.gebieden.rules_bestand import MEERVOUD, Regel, gemeente_of, read_regels
from participatie.gebieden.rules_cijfers import read_year
from participatie.gebieden.rules_ligging import check_ligging, check_stad, list_overlaps
from participatie.gebieden.rules_namen import STADSDELEN, closest_name, stadsdeel_code
from participatie.gebieden.services_cijfers import Cijferboek
from participatie.gebieden.services_stadskaart import Stadskaart, write
from participatie.gebieden.types import NIVEAUS, Bron, Niveau, Verslag


def import_gebieden(
    *, path: Path, niveau: Niveau, bron: str | None = None, layer: str | None = None
) -> Verslag:
    """Import the gebieden of one niveau from a file and tell the other rooms."""
    verslag = lay_out(path=path, niveau=niveau, bron=bron, layer=layer)
    publish_imported({niveau: verslag})
    return verslag


def lay_out(
    *, path: Path, niveau: Niveau, bron: str | None = None, layer: str | None = None
) -> Verslag:
    """Write the gebieden of one niveau down, or raise with the reason and change nothing.

    Gebieden are recognised by their code, stadsdelen by their name, and keep their id: what
    points at them stays, also when an official outline replaces a sketch.
    """
    verslag = Verslag(bestand=path.name, wat=MEERVOUD[niveau])
    kaart = Stadskaart()
    regels = read_regels(read_features(path, layer), niveau)
    stad_code = _check_place_in_city(regels, niveau, kaart)
    coded = _with_codes(regels, niveau, kaart, verslag)
    shapes = {code: to_rd(regel.shape) for code, regel in coded.items()}
    bekend = kaart.bekend(stad_code)
    if niveau is Niveau.STAD:
        check_stad(stad_code, shapes[stad_code], bekend)
    check_ligging(shapes, bekend)
    verslag.waarschuwingen += [
        f"{one} en {other} liggen over elkaar." for one, other in list_overlaps(shapes)
    ]
    source = Bron.of(bron, path.stem)
    _write_all(coded, niveau, kaart, verslag, source.naam)
    _write_cijfers(coded, kaart, verslag, path, source)
    _drop_sketches(coded, niveau, kaart, verslag)
    _sort_below(niveau, kaart, verslag)
    return verslag


def _check_place_in_city(regels: Sequence[Regel], niveau: Niveau, kaart: Stadskaart) -> str:
    """Return the code of the stad this file is about."""
    stad = kaart.stad
    codes = [regel.code for regel in regels if regel.code]
    if niveau is Niveau.STAD:
        if not codes:
            raise ImportRefusedError("De stad heeft geen code (zoals GM0392) in het bestand.")
        if stad is not None and stad.code != codes[0]:
            raise ImportRefusedError(
                f"Dit bestand is van {regels[0].wie}, maar hier is de stad {stad.naam} "
                f"({stad.code})."
            )
        return codes[0]
    above = NIVEAUS[NIVEAUS.index(niveau) - 1]
    if stad is None or not kaart.of(above):
        missing = "stad" if above is Niveau.STAD else MEERVOUD[above]
        raise ImportRefusedError(f"Importeer eerst de {missing}.")
    strange = sorted({gemeente_of(code) for code in codes} - {stad.code})
    if strange and niveau is not Niveau.STADSDEEL:
        raise ImportRefusedError(
            f"In het bestand staan gebieden van een andere gemeente: {', '.join(strange)}."
        )
    return stad.code


def _with_codes(
    regels: Sequence[Regel], niveau: Niveau, kaart: Stadskaart, verslag: Verslag
) -> dict[str, Regel]:
    """Return the lines by code, those without one recognised by their name."""
    found: dict[str, Regel] = {}
    for regel in regels:
        code = regel.code or _code_by_name(regel, niveau, kaart, verslag)
        if code in found:
            raise ImportRefusedError(
                f"{found[code].wie} en {regel.wie} zijn hetzelfde gebied ({code})."
            )
        found[code] = regel
    return found


def _code_by_name(regel: Regel, niveau: Niveau, kaart: Stadskaart, verslag: Verslag) -> str:
    """Return the code of the gebied that is meant; a new stadsdeel gets a code of our own."""
    naam = regel.naam or ""
    present = {gebied.naam: gebied.code for gebied in kaart.of(niveau)}
    stad_code = kaart.stad.code if kaart.stad else ""
    names = STADSDELEN.get(stad_code, ()) if niveau is Niveau.STADSDEEL else ()
    meant = closest_name(naam, dict.fromkeys((*present, *names)))
    if meant is None and niveau is not Niveau.STADSDEEL:
        raise ImportRefusedError(
            f"{naam} heeft geen code, en er is geen {niveau.value} met die naam."
        )
    if meant is not None and meant != naam:
        verslag.waarschuwingen.append(f"{naam!r} gelezen als {meant}.")
    return present.get(meant or "") or stadsdeel_code(stad_code, meant or naam)


def _name_of(code: str, regel: Regel, niveau: Niveau, kaart: Stadskaart) -> str:
    known = kaart.by_code.get(code)
    if niveau is Niveau.STADSDEEL and regel.code is None:
        names = [*STADSDELEN.get(kaart.stad.code if kaart.stad else "", ())]
        names = [known.naam, *names] if known else names
        return closest_name(regel.naam or "", names) or regel.naam or code
    return regel.naam or (known.naam if known else code)


def _write_all(
    coded: Mapping[str, Regel], niveau: Niveau, kaart: Stadskaart, verslag: Verslag, bron: str
) -> None:
    above = kaart.boven(niveau)
    for code, regel in coded.items():
        known = kaart.by_code.get(code)
        if known is not None and known.niveau is not niveau:
            raise ImportRefusedError(f"{code} is hier al een {known.niveau.value}.")
        naam = _name_of(code, regel, niveau, kaart)
        gebied = known or kaart.add(code, naam, niveau)
        ouder = kaart.ouder(gebied, to_rd(regel.shape), above, verslag)
        changed = write(gebied, naam=naam, ouder=ouder, geometry=regel.geometry, bron=bron)
        verslag.note(f"{code} {naam}", is_new=known is None, is_changed=changed)


def _write_cijfers(
    coded: Mapping[str, Regel], kaart: Stadskaart, verslag: Verslag, path: Path, bron: Bron
) -> None:
    """Write the figures down that the file has beside the outlines."""
    if not any(regel.cijfers for regel in coded.values()):
        return
    db.session.flush()  # a figure needs the id of its gebied
    boek = Cijferboek(kaart.by_code.values(), bron=bron)
    for code, regel in coded.items():
        jaar = read_year(regel.properties, path.stem)
        if jaar is None:
            verslag.waarschuwingen.append(
                "Van welk jaar de cijfers zijn staat er niet bij: zij zijn overgeslagen."
            )
            return
        wie = f"{code} {kaart.by_code[code].naam}"
        if boek.write(kaart.by_code[code], regel.cijfers, jaar):
            verslag.note_cijfers(wie)


def _drop_sketches(
    coded: Mapping[str, Regel], niveau: Niveau, kaart: Stadskaart, verslag: Verslag
) -> None:
    """Take the outline from what was only sketched and is not in the official file."""
    for gebied in kaart.of(niveau):
        if gebied.code in coded:
            continue
        verslag.waarschuwingen.append(
            f"{gebied.code} {gebied.naam} staat niet in het bestand en is gebleven zoals het was."
        )
        if gebied.schematisch and gebied.west is not None:
            gebied.place(None)
            gebied.gewijzigd_op = clock.now()
            verslag.gewijzigd.append(f"{gebied.code} {gebied.naam}")
            verslag.waarschuwingen[-1] = (
                f"{gebied.code} {gebied.naam} staat niet in het bestand: "
                "de schematische omtrek is weggehaald."
            )


def _sort_below(niveau: Niveau, kaart: Stadskaart, verslag: Verslag) -> None:
    """Put what lies below the imported niveau under the right gebied."""
    if niveau in {Niveau.STAD, Niveau.BUURT}:
        return
    below = NIVEAUS[NIVEAUS.index(niveau) + 1]
    above = kaart.boven(below)
    for gebied in kaart.of(below):
        if not gebied.geometrie or gebied.schematisch:
            continue  # a sketch says too little about what it lies in
        ouder = kaart.ouder(gebied, to_rd(shape_of(gebied.geometrie)), above, verslag)
        if ouder is not gebied.ouder:
            gebied.ouder = ouder
            gebied.gewijzigd_op = clock.now()
            verslag.gewijzigd.append(f"{gebied.code} {gebied.naam}")


def publish_imported(verslagen: Mapping[Niveau, Verslag]) -> None:
    """Tell the other rooms what was imported, and write in the last report what that led to."""
    changed = {niveau: verslag for niveau, verslag in verslagen.items() if verslag.is_changed}
    if not changed:
        return
    db.session.flush()  # the stad needs its id for the journal
    stad = list_gebieden(Niveau.STAD)[0]
    with gevolgen() as told:
        for niveau, verslag in changed.items():
            publish(
                GebiedenIngelezen(
                    occurred_at=clock.now(),
                    actor_id=None,
                    onderwerp=Onderwerp("gebied", stad.id),
                    niveau=niveau.value,
                    nieuw=len(verslag.nieuw),
                    gewijzigd=len(verslag.gewijzigd),
                )
            )
    list(verslagen.values())[-1].gevolgen += told
