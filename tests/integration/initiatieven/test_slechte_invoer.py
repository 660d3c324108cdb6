"""Bad input gets a clear message at its field, a 4xx, and leaves nothing behind."""

from http import HTTPStatus

import html5lib
import pytest
from sqlalchemy import func, select

from participatie.core.db import db
from participatie.initiatieven.models import Initiatief
from participatie.inzendingen.types import Status
from participatie.journal.models import JournalEntry
from tests.factories.accounts import GebruikerFactory
from tests.factories.initiatieven import InitiatiefFactory

TEXTS = (
    "titel",
    "toelichting",
    "waarom",
    "wie_doet_mee",
    "vraag_toelichting",
    "aanbod_toelichting",
)
SCRIPT = '<script>alert("x")</script><img src=x onerror=alert(1)>'
WELCOME = (
    "🌳👩🏽‍🌾 buurttuin",
    "حديقة الحي",
    "\u202eomgekeerd\u202c",
    "\uff34\uff48\uff45 \uff51\uff55\uff49\uff43\uff4b",
    "a\u0301e\u0308 Zażółć gęślą jaźń",
    "'; DROP TABLE inzendingen; --",
    "{{ 7 * 7 }} %s %(x)s ${1}",
    "../../etc/passwd",
    "NULL",
    "田中さんにあげて下さい",
)


def error_of(response, field: str) -> str:
    """Return the message at a field, and check that the summary leads there."""
    page = html5lib.parse(response.text, namespaceHTMLElements=False)
    [at_field] = [one for one in page.iter() if one.get("id") == f"{field}-error"]
    message = "".join(at_field.itertext()).replace("Fout:", "").strip()
    targets = [one.get("href") for one in page.iter("a") if message in "".join(one.itertext())]
    assert targets, "the summary names the error"
    assert targets[0] in {f"#{field}", f"#{field}-0"}
    return message


def count(table) -> int:
    return db.session.scalar(select(func.count()).select_from(table))


@pytest.fixture
def concept(bewoner):
    return InitiatiefFactory(status=Status.CONCEPT, indiener=bewoner, gebied=None)


def place(client, concept, **data):
    address = f"/initiatieven/concept/{concept.id}/waar"
    return client.post(address, data={"versie": concept.versie, "actie": "verder", **data})


@pytest.mark.parametrize("field", ["titel", "toelichting", "waarom", "thema"])
def test_what_is_needed_is_asked_for(signed_in, wat, field) -> None:
    response = signed_in.post("/initiatieven/nieuw", data=wat | {field: ""})
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert error_of(response, field)


@pytest.mark.parametrize("field", TEXTS)
def test_a_text_of_a_megabyte_is_refused(signed_in, wat, field) -> None:
    response = signed_in.post("/initiatieven/nieuw", data=wat | {field: "a" * 1_000_000})
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "te lang" in error_of(response, field)


def test_a_large_number_is_written_with_a_point(signed_in, wat) -> None:
    response = signed_in.post("/initiatieven/nieuw", data=wat | {"toelichting": "a" * 5_001})
    assert "hoogstens 5.000 tekens" in error_of(response, "toelichting")


def test_a_refused_form_leaves_nothing_behind(signed_in, wat) -> None:
    signed_in.post("/initiatieven/nieuw", data=wat | {"titel": "a" * 1_000_000})
    assert (count(Initiatief), count(JournalEntry)) == (0, 0)


def test_a_refused_form_keeps_what_was_typed(signed_in, wat) -> None:
    response = signed_in.post("/initiatieven/nieuw", data=wat | {"thema": ""})
    for written in (wat["titel"], wat["toelichting"], wat["waarom"], "1.250,50"):
        assert written in response.text


@pytest.mark.parametrize("field", TEXTS)
@pytest.mark.parametrize("character", ["\x00", "\x08", "\x1b"])
def test_a_control_character_is_refused(signed_in, wat, field, character) -> None:
    response = signed_in.post("/initiatieven/nieuw", data=wat | {field: f"a{character}b"})
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "niet kunnen bewaren" in error_of(response, field)


@pytest.mark.parametrize("text", WELCOME)
def test_every_script_is_kept_unchanged(signed_in, wat, text) -> None:
    signed_in.post("/initiatieven/nieuw", data=wat | dict.fromkeys(TEXTS, text))
    found = db.session.scalars(select(Initiatief)).one()
    assert {getattr(found, name) for name in TEXTS} == {text}


def test_lines_are_kept(signed_in, wat) -> None:
    signed_in.post("/initiatieven/nieuw", data=wat | {"toelichting": "een\r\n\r\ntwee"})
    assert db.session.scalars(select(Initiatief)).one().toelichting == "een\n\ntwee"


@pytest.mark.parametrize("address", ["", "/{id}", "/mijn"])
def test_script_in_every_field_is_shown_as_text(signed_in, bewoner, city, address) -> None:
    bewoner.naam = SCRIPT
    written = InitiatiefFactory(
        indiener=bewoner,
        gebied=city.buurten[0],
        plek_omschrijving=SCRIPT,
        **dict.fromkeys(TEXTS, SCRIPT),
    )
    page = signed_in.get(f"/initiatieven{address.format(id=written.id)}").text
    assert "&lt;script&gt;alert(" in page
    assert SCRIPT not in page
    assert "<img src=x" not in page


@pytest.mark.parametrize("step", ["wat", "waar", "controle"])
def test_script_in_every_field_is_text_in_the_steps(signed_in, bewoner, city, step) -> None:
    written = InitiatiefFactory(
        status=Status.AANPASSEN,
        indiener=bewoner,
        gebied=city.buurten[0],
        plek_omschrijving=SCRIPT,
        **dict.fromkeys(TEXTS, SCRIPT),
    )
    written.stappen[-1].toelichting = SCRIPT
    page = signed_in.get(f"/initiatieven/concept/{written.id}/{step}").text
    assert "&lt;script&gt;alert(" in page
    assert SCRIPT not in page


def test_text_of_users_decides_its_own_direction(client, city) -> None:
    written = InitiatiefFactory(gebied=city.buurten[0], toelichting="حديقة الحي")
    page = client.get(f"/initiatieven/{written.id}").text
    assert '<div class="eigen-tekst" dir="auto">حديقة الحي</div>' in page


@pytest.mark.parametrize("value", ["veel", "1e9", "9" * 30, "0x10"])
@pytest.mark.parametrize("field", ["kosten", "gevonden"])
def test_what_is_no_amount_is_refused(signed_in, wat, field, value) -> None:
    response = signed_in.post("/initiatieven/nieuw", data=wat | {field: value})
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "in cijfers" in error_of(response, field)


def test_the_message_about_an_amount_names_its_field(signed_in, wat) -> None:
    response = signed_in.post("/initiatieven/nieuw", data=wat | {"kosten": "veel"})
    assert "“Wat kost het ongeveer?”" in error_of(response, "kosten")


@pytest.mark.parametrize("value", ["-1", "- 250", "\u2212250", "€ -3,50", "-€ 3"])
def test_an_amount_below_zero_has_its_own_message(signed_in, wat, value) -> None:
    response = signed_in.post("/initiatieven/nieuw", data=wat | {"kosten": value})
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "geen bedrag onder nul" in error_of(response, "kosten")


@pytest.mark.parametrize(("field", "value"), [("thema", "raketten"), ("vraag", ["raketten"])])
def test_a_forged_choice_is_refused(signed_in, wat, field, value) -> None:
    response = signed_in.post("/initiatieven/nieuw", data=wat | {field: value})
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "lijst" in error_of(response, field)


@pytest.mark.parametrize(
    ("lon", "lat"), [("4.55", "52.38"), ("5.12", "52.09"), ("0", "0"), ("-179", "-89")]
)
def test_a_point_outside_the_city_is_refused(signed_in, concept, city, lon, lat) -> None:
    response = place(signed_in, concept, soort="punt", lon=lon, lat=lat)
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "buiten de gemeente" in error_of(response, "lon")
    assert (concept.gebied_id, concept.west) == (None, None)


@pytest.mark.parametrize("value", ["noord", "nan", "inf", "-inf", "1e400", "4.6, 52.3", "181"])
def test_what_is_no_coordinate_is_refused(signed_in, concept, city, value) -> None:
    response = place(signed_in, concept, soort="punt", lon=value, lat="52.39")
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Schrijf de lengtegraad als een getal" in error_of(response, "lon")


@pytest.mark.parametrize("field", ["lon", "lat"])
def test_one_wrong_coordinate_gives_one_error(signed_in, concept, city, field) -> None:
    numbers = {"lon": "4.6", "lat": "52.39", field: "abc"}
    response = place(signed_in, concept, soort="punt", **numbers)
    assert response.text.count('class="form-field__error"') == 1
    assert error_of(response, field)


def test_swapped_coordinates_are_recognised(signed_in, concept, city) -> None:
    response = place(signed_in, concept, soort="punt", lon="52,39", lat="4,60")
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "omgedraaid" in error_of(response, "lon")


def test_without_any_choice_someone_is_asked_how_large_the_place_is(
    signed_in, concept, city
) -> None:
    response = place(signed_in, concept, lon="", lat="")
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert error_of(response, "soort")


@pytest.mark.parametrize(("lon", "lat"), [("", ""), ("4.6", ""), ("", "52.39")])
def test_a_point_that_is_not_there_is_asked_for(signed_in, concept, city, lon, lat) -> None:
    response = place(signed_in, concept, soort="punt", lon=lon, lat=lat)
    assert "Wijs de plek aan" in error_of(response, "lon")


@pytest.mark.parametrize("gebied", ["999999", "-1", "GM0392", "1 OR 1=1", "9" * 40, ""])
def test_a_forged_gebied_is_refused(signed_in, concept, city, gebied) -> None:
    response = place(signed_in, concept, soort="gebied", gebied=gebied)
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "uit de lijst" in error_of(response, "gebied")
    assert concept.gebied_id is None


def test_a_forged_kind_of_place_is_refused(signed_in, concept, city) -> None:
    response = place(signed_in, concept, soort="wereld")
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("step", ["wat", "waar", "bekend", "controle", "verwijderen"])
def test_a_concept_of_someone_else_does_not_exist(signed_in, city, method, step) -> None:
    other = InitiatiefFactory(status=Status.CONCEPT, gebied=city.buurten[0])
    address = f"/initiatieven/concept/{other.id}/{step}"
    response = getattr(signed_in, method)(address)
    assert response.status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("page", ["ontvangst", "intrekken"])
def test_a_receipt_of_someone_else_does_not_exist(signed_in, city, page) -> None:
    other = InitiatiefFactory(status=Status.INGEDIEND, gebied=city.buurten[0])
    response = signed_in.get(f"/initiatieven/{other.id}/{page}")
    assert response.status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("number", ["0", "2147483647", "2147483648", "9" * 30, "-1", "abc"])
def test_a_number_that_cannot_be_is_not_found(signed_in, number) -> None:
    for address in (f"/initiatieven/{number}", f"/initiatieven/concept/{number}/wat"):
        assert signed_in.get(address).status_code == HTTPStatus.NOT_FOUND


def test_a_form_key_of_someone_else_gives_nothing_away(signed_in, wat) -> None:
    other = InitiatiefFactory(status=Status.CONCEPT, indiener=GebruikerFactory())
    data = wat | {"formulier_sleutel": other.formulier_sleutel}
    response = signed_in.post("/initiatieven/nieuw", data=data)
    assert response.status_code == HTTPStatus.NOT_FOUND
    assert other.titel not in response.text


@pytest.mark.parametrize("key", ["", "kort", "x" * 44, "\x00" * 20])
def test_a_forged_form_key_is_refused(signed_in, wat, key) -> None:
    response = signed_in.post("/initiatieven/nieuw", data=wat | {"formulier_sleutel": key})
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def test_the_second_of_two_windows_is_told_and_keeps_his_text(signed_in, concept, wat) -> None:
    address, versie = f"/initiatieven/concept/{concept.id}/wat", concept.versie
    signed_in.post(address, data=wat | {"titel": "Eerste venster", "versie": versie})
    second = signed_in.post(address, data=wat | {"titel": "Tweede venster", "versie": versie})
    assert second.status_code == HTTPStatus.CONFLICT
    assert "in een ander venster" in second.text
    assert 'value="Tweede venster"' in second.text
    assert concept.titel == "Eerste venster"


def test_the_second_window_can_then_be_kept_on_purpose(signed_in, concept, wat) -> None:
    address, versie = f"/initiatieven/concept/{concept.id}/wat", concept.versie
    signed_in.post(address, data=wat | {"titel": "Eerste venster", "versie": versie})
    second = signed_in.post(address, data=wat | {"titel": "Tweede venster", "versie": versie})
    assert f'name="versie" type="hidden" value="{concept.versie}"' in second.text
    signed_in.post(address, data=wat | {"titel": "Tweede venster", "versie": concept.versie})
    assert concept.titel == "Tweede venster"


@pytest.mark.parametrize("versie", ["", "abc", "-1", "9" * 40, "\x00"])
def test_a_forged_version_changes_nothing(signed_in, concept, wat, versie) -> None:
    address = f"/initiatieven/concept/{concept.id}/wat"
    before = concept.titel
    response = signed_in.post(address, data=wat | {"versie": versie})
    assert HTTPStatus.BAD_REQUEST <= response.status_code < HTTPStatus.INTERNAL_SERVER_ERROR
    assert concept.titel == before


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("status", "gepubliceerd"),
        ("indiener_id", "1"),
        ("kenmerk", "2026-99999"),
        ("gepubliceerd_op", "2026-01-01"),
        ("gebied_id", "1"),
        ("id", "1"),
    ],
)
def test_no_other_column_can_be_filled_by_a_form(signed_in, concept, wat, field, value) -> None:
    before = getattr(concept, field)
    data = wat | {field: value, "versie": concept.versie}
    signed_in.post(f"/initiatieven/concept/{concept.id}/wat", data=data)
    assert getattr(concept, field) == before


@pytest.mark.parametrize(
    "query",
    [
        "pagina=0",
        "pagina=-1",
        "pagina=99999999999999999999",
        "pagina=abc",
        "thema=raketten",
        "gebied=%00",
        "tekst=%00",
        "tekst=%25%5F%27%22%3B--",
        "tekst=" + "a" * 5000,
        "gebied='%3B DROP TABLE",
    ],
)
def test_a_strange_filter_is_no_reason_to_fall_over(client, city, query) -> None:
    assert client.get(f"/initiatieven?{query}").status_code == HTTPStatus.OK
