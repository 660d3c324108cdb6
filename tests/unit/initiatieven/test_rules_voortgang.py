"""The life of an initiatief: which step who may take."""

from datetime import UTC, datetime, timedelta

import pytest

from participatie.core.errors import InvalidInputError
from participatie.initiatieven import rules_opgaan, rules_voortgang
from participatie.initiatieven.errors_opgaan import (
    SamenvoegenKanNietError,
    SamenvoegingVoorbijError,
)
from participatie.initiatieven.errors_voortgang import FaseKanNietError
from participatie.initiatieven.rules_voortgang import (
    OVERGANGEN,
    check_overgang,
    check_tekst,
    masked,
    may_answer,
    newest_first,
    next_fases,
    stap_naam,
    telling_in_woorden,
)
from participatie.initiatieven.types_opgaan import SamenvoegingStatus
from participatie.initiatieven.types_voortgang import (
    Hoedanigheid,
    InitiatiefFase,
    Klopttelling,
    Tijdlijnregel,
)

NU = datetime(2026, 11, 21, 9, tzinfo=UTC)
INITIATIEFNEMER, VERBINDER = Hoedanigheid.INITIATIEFNEMER, Hoedanigheid.GEBIEDSVERBINDER


def test_every_fase_stands_in_the_table() -> None:
    assert set(OVERGANGEN) == set(InitiatiefFase)


def test_every_step_has_someone_who_may_take_it() -> None:
    assert all(wie for naar in OVERGANGEN.values() for wie in naar.values())


def test_no_step_stays_where_it_is() -> None:
    assert not any(van in naar for van, naar in OVERGANGEN.items())


def test_from_every_fase_there_is_a_way_on() -> None:
    assert all(next_fases(fase, INITIATIEFNEMER) for fase in InitiatiefFase)


def test_only_an_official_says_that_no_test_is_needed() -> None:
    van, naar = InitiatiefFase.GEZOCHT, InitiatiefFase.UITVOERING
    check_overgang(van, naar, VERBINDER)
    with pytest.raises(FaseKanNietError, match="Hulp gezocht"):
        check_overgang(van, naar, INITIATIEFNEMER)


@pytest.mark.parametrize("fase", [InitiatiefFase.GEZOCHT, InitiatiefFase.GESTOPT])
def test_what_was_never_worked_on_is_not_done(fase) -> None:
    with pytest.raises(FaseKanNietError):
        check_overgang(fase, InitiatiefFase.GEREALISEERD, VERBINDER)


@pytest.mark.parametrize(
    ("van", "naar", "woorden"),
    [
        (InitiatiefFase.GEZOCHT, InitiatiefFase.HAALBAARHEID, "Haalbaarheid"),
        (InitiatiefFase.UITVOERING, InitiatiefFase.HAALBAARHEID, "Terug naar: haalbaarheid"),
        (InitiatiefFase.GESTOPT, InitiatiefFase.GEZOCHT, "Opnieuw begonnen: hulp gezocht"),
        (InitiatiefFase.UITVOERING, InitiatiefFase.GESTOPT, "Gestopt"),
        (
            InitiatiefFase.GEREALISEERD,
            InitiatiefFase.UITVOERING,
            "Toch nog niet klaar: weer in uitvoering",
        ),
    ],
)
def test_a_step_is_told_in_plain_words(van, naar, woorden) -> None:
    assert stap_naam(van, naar) == woorden


@pytest.mark.parametrize("tekst", ["", "Klaar.", " " * 40, "x" * 2_001])
def test_a_step_is_explained_in_some_words(tekst) -> None:
    with pytest.raises(InvalidInputError):
        check_tekst(tekst)


@pytest.mark.parametrize(
    ("telling", "woorden"),
    [
        ((0, 0), "Nog niemand heeft gezegd of het klopt."),
        ((1, 1), "1 persoon heeft geantwoord: klopt."),
        ((1, 0), "1 persoon heeft geantwoord: klopt niet."),
        ((15, 12), "12 van de 15 zeggen: klopt."),
        ((3, 1), "1 van de 3 zegt: klopt."),
        ((3, 0), "0 van de 3 zeggen: klopt."),
    ],
)
def test_the_figures_are_told_in_words(telling, woorden) -> None:
    assert telling_in_woorden(Klopttelling(*telling)) == woorden


@pytest.mark.parametrize(
    ("asked", "zegger", "dagen", "mag"),
    [(True, False, 1, True), (False, False, 1, False), (True, True, 1, False),
     (True, False, -1, False)],
)  # fmt: skip
def test_who_is_asked_answers_in_time(asked, zegger, dagen, mag) -> None:
    open_tot = NU + timedelta(days=dagen)
    assert may_answer(open_tot=open_tot, nu=NU, is_gevraagd=asked, is_zegger=zegger) is mag


def test_of_an_address_little_is_kept() -> None:
    assert masked("fatima@voorbeeld.example") == "f…@voorbeeld.example"


def test_what_came_last_stands_on_top() -> None:
    regels = [Tijdlijnregel(op=NU + timedelta(days=day), titel=str(day)) for day in (1, 3, 2)]
    assert [regel.titel for regel in newest_first(regels)] == ["3", "2", "1"]


def test_every_status_of_a_proposal_stands_in_the_table() -> None:
    assert set(rules_opgaan.OVERGANGEN) == set(SamenvoegingStatus)


def test_an_answered_proposal_is_not_answered_again() -> None:
    with pytest.raises(SamenvoegingVoorbijError):
        rules_opgaan.check_overgang(SamenvoegingStatus.AFGEWEZEN, SamenvoegingStatus.AKKOORD)


@pytest.mark.parametrize(
    ("een", "ander", "later"),
    [((NU, 1), (NU - timedelta(days=1), 2), True), ((NU, 2), (NU, 1), True),
     ((NU, 1), (NU + timedelta(days=1), 2), False)],
)  # fmt: skip
def test_the_later_is_what_was_sent_last(een, ander, later) -> None:
    assert rules_opgaan.is_later(een, ander) is later


@pytest.mark.parametrize(
    "feiten",
    [
        {"zelfde": True, "beide_op_de_site": True, "een_opgegaan": False},
        {"zelfde": False, "beide_op_de_site": False, "een_opgegaan": False},
        {"zelfde": False, "beide_op_de_site": True, "een_opgegaan": True},
    ],
)
def test_not_every_two_go_together(feiten) -> None:
    with pytest.raises(SamenvoegenKanNietError):
        rules_opgaan.check_paar(**feiten)


def test_every_fase_has_an_explanation_and_a_tone() -> None:
    for words in (rules_voortgang.FASE_UITLEG, rules_voortgang.FASE_TONEN):
        assert set(words) == set(InitiatiefFase)
