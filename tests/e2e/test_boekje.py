"""The booklet of a programme and the year of a wijk: asked for, downloaded, put in a calendar."""

from icalendar import Calendar

from tests.e2e.site import flask
from tests.e2e.test_toegankelijk import look_at
from tests.pdf import read, text_of

MJGP = "/programma/noord/boekje"
WIJK = "/wijkprogramma/delftwijk"


def download_of(page) -> bytes:
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Download de PDF").click()
    return waiting.value.path().read_bytes()


def make(site) -> None:
    flask(site.environment, "documenten", "maak")


def test_a_resident_takes_the_booklet_of_a_stadsdeel_home(visit, demo_site) -> None:
    page = visit("/gebieden/noord")
    page.get_by_role("link", name="Boekje van").first.click()
    page.get_by_role("button", name="Maak het boekje").click()
    page.get_by_text("Uw document wordt gemaakt").wait_for()
    make(demo_site)
    pdf = download_of(page)  # the page notices by itself that it is ready
    assert pdf.startswith(b"%PDF-")
    assert read(pdf).trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert "Gebiedsprogramma Noord" in text_of(pdf)


def test_without_a_script_one_looks_again(browser, demo_site) -> None:
    context = browser.new_context(base_url=demo_site.url, java_script_enabled=False)
    page = context.new_page()
    page.goto(MJGP)
    page.get_by_role("button", name="Maak het boekje").click()
    make(demo_site)
    page.get_by_role("link", name="Kijk of het klaar is").click()
    assert download_of(page).startswith(b"%PDF-")
    context.close()


def test_a_resident_puts_the_wijk_in_a_calendar(visit) -> None:
    page = visit(WIJK)
    address = page.get_by_role("link", name="Zet in uw agenda").get_attribute("href")
    answer = page.request.get(address)
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert Calendar.from_ical(answer.body()).walk("VEVENT")


def test_the_booklet_and_the_wijk_are_accessible(visit) -> None:
    page = visit(WIJK)
    boekje = page.get_by_role("link", name="Maak het boekje").get_attribute("href")
    paths = ["/wijkprogramma", page.url, boekje, MJGP, "/programma/noord/2027/boekje"]
    assert look_at(page, paths) == []


def test_a_document_is_accessible_while_it_is_made_and_when_it_is_there(visit, demo_site) -> None:
    page = visit("/programma/oost/boekje")
    page.get_by_role("button", name="Maak het boekje").click()
    found = look_at(page, [page.url])
    make(demo_site)
    assert found + look_at(page, [page.url]) == []
