"""What changed between two versions of a gebiedsopgave. Pure."""

from collections.abc import Mapping

from participatie.opgaven.types import (
    DoelGegevens,
    DoelId,
    DoelVerschil,
    IndicatorGegevens,
    IndicatorVerschil,
    Veld,
    Verschil,
    VersieGegevens,
    Wijziging,
)

Doelen = Mapping[DoelId, DoelGegevens]
DOEL_VELDEN = (Veld.TITEL, Veld.RESULTAAT, Veld.PRIORITEIT, Veld.DOMEIN, Veld.PARTNERS)
INDICATOR_VELDEN = (
    Veld.KENGETAL,
    Veld.EENHEID,
    Veld.BRON,
    Veld.NULMETING,
    Veld.NULMETING_JAAR,
    Veld.STREEFWAARDE,
    Veld.STREEFJAAR,
)


def compare(
    oud: VersieGegevens, nieuw: VersieGegevens, *, oude_doelen: Doelen, nieuwe_doelen: Doelen
) -> Verschil:
    """Return what the new version says otherwise; goals in the order in which they are shown."""
    both = [doel_id for doel_id in nieuwe_doelen if doel_id in oude_doelen]
    gewijzigd = [
        _compare_doel(doel_id, oude_doelen[doel_id], nieuwe_doelen[doel_id]) for doel_id in both
    ]
    return Verschil(
        algemeen=_compare_versie(oud, nieuw),
        nieuw=tuple(doel for key, doel in nieuwe_doelen.items() if key not in oude_doelen),
        vervallen=tuple(doel for key, doel in oude_doelen.items() if key not in nieuwe_doelen),
        gewijzigd=tuple(doel for doel in gewijzigd if doel.wijzigingen or doel.indicatoren),
        andere_volgorde=_moved(oude_doelen, nieuwe_doelen),
    )


def _compare_versie(oud: VersieGegevens, nieuw: VersieGegevens) -> tuple[Wijziging, ...]:
    found = []
    periodes = [f"{one.van_jaar}-{one.tot_jaar}" for one in (oud, nieuw)]
    if periodes[0] != periodes[1]:
        found.append(Wijziging(Veld.PERIODE, *periodes))
    if oud.inleiding != nieuw.inleiding:
        found.append(Wijziging(Veld.INLEIDING, oud.inleiding, nieuw.inleiding))
    return tuple(found)


def _compare_doel(doel_id: DoelId, oud: DoelGegevens, nieuw: DoelGegevens) -> DoelVerschil:
    return DoelVerschil(
        doel_id=doel_id,
        titel=nieuw.titel,
        wijzigingen=_changes(oud, nieuw, DOEL_VELDEN),
        indicatoren=_compare_indicatoren(oud, nieuw),
    )


def _compare_indicatoren(oud: DoelGegevens, nieuw: DoelGegevens) -> tuple[IndicatorVerschil, ...]:
    """Compare figures of the same name; another name is another figure."""
    before = {indicator.naam: indicator for indicator in oud.indicatoren}
    after = {indicator.naam: indicator for indicator in nieuw.indicatoren}
    found = []
    for naam in {**after, **before}:
        was, is_now = before.get(naam), after.get(naam)
        wijzigingen = _changes(was, is_now, INDICATOR_VELDEN) if was and is_now else ()
        if wijzigingen or was is None or is_now is None:
            found.append(IndicatorVerschil(naam, was, is_now, wijzigingen))
    return tuple(found)


def _changes(
    oud: DoelGegevens | IndicatorGegevens,
    nieuw: DoelGegevens | IndicatorGegevens,
    velden: tuple[Veld, ...],
) -> tuple[Wijziging, ...]:
    return tuple(
        Wijziging(veld, getattr(oud, veld), getattr(nieuw, veld))
        for veld in velden
        if getattr(oud, veld) != getattr(nieuw, veld)
    )


def _moved(oud: Doelen, nieuw: Doelen) -> bool:
    """Tell whether goals that kept their domein and priority stand in another order."""
    kept = {key for key in oud.keys() & nieuw.keys() if _place(oud[key]) == _place(nieuw[key])}
    return [key for key in oud if key in kept] != [key for key in nieuw if key in kept]


def _place(doel: DoelGegevens) -> tuple[str, str]:
    return doel.domein, doel.prioriteit
