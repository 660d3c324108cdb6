from datetime import date

import pytest
from icalendar import Calendar

from participatie.core.ical import BESCHRIJVING_MAX, etag_of
from participatie.programmas.rules_agenda import make_agenda
from participatie.programmas.types import Fase, Mijlpaal
from tests.unit.wijkprogrammas.items import item

SITE = "https://haarlem.example:8443"
CRLF = "\r\n"
INJECTION = "Riool\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:vals"


def made(*items) -> bytes:
    adres = f"{SITE}/wijkprogramma/delftwijk"
    return make_agenda("Werk in Delftwijk", items, site=SITE, adres=adres)


def events(*items):
    return Calendar.from_ical(made(*items)).walk("VEVENT")


def test_a_work_has_a_day_on_which_it_begins_and_one_on_which_it_is_ready() -> None:
    assert [(str(one["SUMMARY"]), one.decoded("DTSTART")) for one in events(item())] == [
        ("Begin: Nieuw riool", date(2027, 3, 15)),
        ("Klaar: Nieuw riool", date(2028, 6, 30)),
    ]


def test_a_work_of_one_day_is_one_event() -> None:
    day = date(2027, 3, 15)
    assert [str(one["SUMMARY"]) for one in events(item(start=day, eind=day))] == ["Nieuw riool"]


def test_a_milestone_is_an_event() -> None:
    (*_, moment) = events(item(mijlpalen=(Mijlpaal("Inloopavond", date(2027, 4, 1)),)))
    assert str(moment["SUMMARY"]) == "Inloopavond (Nieuw riool)"


def test_what_was_stopped_is_struck_out_under_its_own_names() -> None:
    moment = (Mijlpaal("Inloopavond", date(2027, 4, 1)),)
    before = events(item(mijlpalen=moment))
    stopped = events(item(mijlpalen=moment, fase=Fase.GESTOPT))
    assert {(str(one["SUMMARY"]), one["STATUS"]) for one in stopped} == {
        ("Gaat niet door: Nieuw riool", "CANCELLED")
    }
    assert [one["UID"] for one in stopped] == [one["UID"] for one in before]


def test_a_day_lasts_the_whole_day() -> None:
    first = events(item())[0]
    assert (first["DTSTART"].params["VALUE"], first.decoded("DTEND")) == (
        "DATE",
        date(2027, 3, 16),
    )


def test_an_event_keeps_its_name_when_its_work_changes() -> None:
    before = [one["UID"] for one in events(item())]
    after = [one["UID"] for one in events(item(titel="Anders", start=date(2027, 5, 1), versie=3))]
    assert before == after


def test_a_change_has_a_higher_number() -> None:
    assert [one["SEQUENCE"] for one in events(item(versie=3))] == [3, 3]


def test_milestones_of_the_same_name_stay_apart() -> None:
    twice = (Mijlpaal("Feest", date(2027, 4, 1)), Mijlpaal("Feest", date(2027, 5, 1)))
    found = [one["UID"] for one in events(item(mijlpalen=twice))]
    assert len(set(found)) == len(found)


def test_names_of_events_do_not_depend_on_the_port() -> None:
    assert events(item())[0]["UID"] == "project-7-start@haarlem.example"


@pytest.mark.parametrize(
    ("fase", "status"),
    [
        (Fase.IDEE, "TENTATIVE"),
        (Fase.UITVOERING, "CONFIRMED"),
        (Fase.GESTOPT, "CANCELLED"),
    ],
)
def test_what_is_sure_says_so(fase, status) -> None:
    assert events(item(fase=fase))[0]["STATUS"] == status


def test_what_someone_typed_makes_no_event() -> None:
    milestone = Mijlpaal(INJECTION, date(2027, 4, 1))
    strange = item(
        titel=INJECTION,
        plek_omschrijving=INJECTION,
        omschrijving=INJECTION,
        trekker=INJECTION,
        mijlpalen=(milestone,),
    )
    assert len(events(strange)) == 3


def test_signs_of_the_format_are_text() -> None:
    text = r"Bomen; struiken, \n gras: BEGIN:VALARM"
    assert str(events(item(titel=text))[0]["SUMMARY"]) == f"Begin: {text}"


def test_a_sign_that_cannot_be_shown_is_left_out() -> None:
    assert str(events(item(titel="Ri\x00ool\x1b"))[0]["SUMMARY"]) == "Begin: Riool"


def test_every_line_ends_as_the_format_asks() -> None:
    body = made(item(omschrijving="een\ntwee")).decode()
    assert body.endswith(CRLF)
    assert "\n" not in body.replace(CRLF, "")


def test_no_line_is_longer_than_the_format_allows() -> None:
    body = made(item(titel="é" * 160, omschrijving="🚲" * 500))
    assert max(len(line) for line in body.split(CRLF.encode())) <= 75


def test_a_long_description_is_cut() -> None:
    found = str(events(item(omschrijving="a" * 5_000))[0]["DESCRIPTION"])
    assert len(found) < BESCHRIJVING_MAX + 100


def test_a_calendar_has_what_the_format_asks() -> None:
    calendar = Calendar.from_ical(made())
    assert {"VERSION", "PRODID", "METHOD", "CALSCALE"} <= set(calendar)


def test_a_calendar_says_how_often_to_look_again() -> None:
    body = made().decode()
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT12H" in body
    assert "X-PUBLISHED-TTL:PT12H" in body


def test_the_same_items_are_the_same_bytes() -> None:
    assert made(item()) == made(item())


def test_a_partner_is_named() -> None:
    assert "Woonbron" in str(events(item(organisatie="Woonbron"))[0]["DESCRIPTION"])


def test_the_etag_changes_with_what_it_is_made_of() -> None:
    assert etag_of((1, "a")) != etag_of((1, "b"))
