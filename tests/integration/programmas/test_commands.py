import json

import pytest

from participatie.programmas.queries import count_projecten
from tests.factories.gebieden import make_city
from tests.integration.programmas.test_import import csv_of


@pytest.fixture
def run(app, session, tmp_path):
    make_city()
    session.commit()

    def run(data: bytes, *options: str):
        path = tmp_path / "programma.csv"
        path.write_bytes(data)
        return app.test_cli_runner().invoke(
            args=["programmas", "import", str(path), *options], catch_exceptions=False
        )

    return run


def test_a_good_file_is_stored_and_counted(run) -> None:
    result = run(csv_of({}))
    assert (result.exit_code, count_projecten()) == (0, 1)
    assert "1 nieuw, 0 gewijzigd, 0 ongewijzigd." in result.output


def test_a_bad_file_is_told_row_by_row_and_stores_nothing(run) -> None:
    result = run(csv_of({}, {"sleutel": "P2", "fase": "ooit"}))
    assert (result.exit_code, count_projecten()) == (1, 0)
    assert "rij 3, fase: “ooit” is niet bekend. Kies uit: idee" in result.output


def test_a_dry_run_stores_nothing(run) -> None:
    result = run(csv_of({}), "--proef")
    assert (result.exit_code, count_projecten()) == (0, 0)
    assert "Er is niets gewijzigd" in result.output


def test_the_answer_can_be_json(run) -> None:
    answer = json.loads(run(csv_of({}), "--json", "--bronsysteem", "mjgp").output)
    assert (answer["nieuw"], answer["bronsysteem"]) == (1, "mjgp")


def test_mistakes_can_be_json(run) -> None:
    answer = json.loads(run(csv_of({"fase": "ooit"}), "--json").output)
    assert [(fout["rij"], fout["veld"]) for fout in answer["fouten"]] == [(2, "fase")]


def test_a_mapping_file_says_which_column_is_which(run, tmp_path) -> None:
    mapping = tmp_path / "mapping.json"
    velden = {name: name for name in csv_of({}).decode().splitlines()[0].split(";")[:12]}
    mapping.write_text(json.dumps({"bronsysteem": "mjgp", "velden": velden}))
    answer = json.loads(run(csv_of({}), "--json", "--mapping", str(mapping)).output)
    assert (answer["nieuw"], answer["bronsysteem"]) == (1, "mjgp")


def test_a_mistake_in_the_mapping_is_told_in_dutch(run, tmp_path) -> None:
    mapping = tmp_path / "mapping.toml"
    mapping.write_text("[velden]\nonzin = 'x'\n")
    result = run(csv_of({}), "--mapping", str(mapping))
    assert (result.exit_code, count_projecten()) == (1, 0)
    assert "mapping velden.onzin" in result.output


@pytest.mark.parametrize("name", ["x" * 41, "  "])
def test_a_source_has_a_name_that_fits(run, name) -> None:
    assert run(csv_of({}), "--bronsysteem", name).exit_code == 1
