"""An editor brings a file in, resolves what is in conflict, and sees what became of it."""

from tests.e2e.site import flask, sign_in
from tests.e2e.test_toegankelijk import look_at
from tests.integration.uitwisseling.files import csv_file

INDEX = "/projecten/inlezen"


def bring(page, file, bronsysteem) -> None:
    """Fill the form with the keyboard, and send it by pressing enter."""
    page.goto(INDEX)
    page.get_by_label("Bestand", exact=True).set_input_files(file)
    page.get_by_label("Uit welk systeem komt het bestand?").fill(bronsysteem)
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Welke kolom is wat?").wait_for()


def press(page, name) -> None:
    """Press a button with the keyboard."""
    page.get_by_role("button", name=name).press("Enter")


def example(page, folder):
    """Return the example of the demo city."""
    page.goto(INDEX)
    with page.expect_download() as download:
        page.get_by_role("link", name="Download een voorbeeldbestand").click()
    download.value.save_as(folder / "voorbeeld.csv")
    return folder / "voorbeeld.csv"


def do_the_work(site) -> None:
    """Do what the jobs do."""
    flask(site.environment, "projecten", "verwerk")


def test_an_editor_resolves_conflicts_and_sees_the_result(visit, demo_site, tmp_path) -> None:
    page = visit("/")
    sign_in(page, demo_site, "redacteur")
    broken = tmp_path / "kapot.csv"
    broken.write_bytes(csv_file({"gebieden": "Haarlem"}, {"sleutel": "P2", "fase": "ooit"}))
    bring(page, broken, "kapot")
    press(page, "Controleer het bestand")
    page.get_by_role("heading", name="kapot.csv").wait_for()
    mistakes = page.url
    bring(page, example(page, tmp_path), "demo")
    found = look_at(page, [INDEX, page.url])
    press(page, "Controleer het bestand")
    do_the_work(demo_site)
    page.get_by_role("link", name="In conflict (2)").wait_for()
    page.get_by_role("radio", name="Houd wat er staat").first.press("Space")
    press(page, "Neem bij de rest het bestand")
    page.get_by_text("Uw keuzes zijn bewaard.").wait_for()
    found += look_at(page, [page.url])
    press(page, "Verwerk het bestand")
    do_the_work(demo_site)
    page.get_by_text("Het bestand is verwerkt").wait_for()
    found += look_at(page, [page.url])
    assert found == []
    page.get_by_text("3 projecten zijn toegevoegd.").wait_for()
    assert look_at(page, [mistakes]) == []
    page.get_by_role("rowheader", name="Rij 3").wait_for()


def test_without_script_a_file_is_brought_in_all_the_way(visit, demo_site, tmp_path) -> None:
    page = visit("/", width=375, java_script_enabled=False)
    sign_in(page, demo_site, "redacteur")
    file = tmp_path / "goed.csv"
    file.write_bytes(csv_file({"gebieden": "Haarlem"}))
    bring(page, file, "zonder-script")
    press(page, "Controleer het bestand")
    do_the_work(demo_site)
    page.get_by_role("link", name="Kijk hoe ver het is").press("Enter")
    page.get_by_role("link", name="Nieuw (1)").wait_for()
    press(page, "Verwerk het bestand")
    do_the_work(demo_site)
    page.get_by_role("link", name="Kijk hoe ver het is").press("Enter")
    page.get_by_text("1 project is toegevoegd.").wait_for()
