import json

import pytest
from sqlalchemy import select

from participatie.core import clock
from participatie.core.db import db
from participatie.core.errors import StaleError
from participatie.programmas.models import ProjectStand
from participatie.programmas.queries import count_projecten, find_by_source
from participatie.programmas.types import Fase
from participatie.uitwisseling import commands
from participatie.uitwisseling.models import Bronmapping
from tests.factories.gebieden import make_city
from tests.integration.uitwisseling.test_conflicten import OURS, THEIRS, edit
from tests.integration.uitwisseling.test_import import csv_of


@pytest.fixture
def run(app, session, tmp_path):
    make_city()
    session.commit()

    def run(data: bytes, *options: str):
        path = tmp_path / "programma.csv"
        path.write_bytes(data)
        return app.test_cli_runner().invoke(
            args=["projecten", "import", str(path), *options], catch_exceptions=False
        )

    return run


def test_a_good_file_is_stored_and_counted(run) -> None:
    result = run(csv_of({}))
    assert (result.exit_code, count_projecten()) == (0, 1)
    assert (
        "1 nieuw, 0 gewijzigd, 0 ongewijzigd, 0 conflict, 0 weg, 0 overgeslagen." in result.output
    )


def test_a_bad_file_is_told_row_by_row_and_stores_nothing(run) -> None:
    result = run(csv_of({}, {"sleutel": "P2", "fase": "ooit"}))
    assert (result.exit_code, count_projecten()) == (1, 0)
    assert "Rij 3, fase: “ooit” is niet bekend. Kies uit: idee" in result.output


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


@pytest.fixture
def known(run):
    """Run the command on a register that knows P1 and P2, of which an editor changed P1."""
    run(csv_of({}, {"sleutel": "P2"}))
    edit(find_by_source("bestand", "P1"), titel=OURS)
    db.session.commit()
    return run


def title() -> str:
    db.session.expire_all()
    return find_by_source("bestand", "P1").titel


def fase(sleutel: str) -> Fase:
    db.session.expire_all()
    return find_by_source("bestand", sleutel).fase


CONFLICT = csv_of({"titel": THEIRS}, {"sleutel": "P2"})
ZONDER_P2 = csv_of({})


def test_a_conflict_is_refused_unless_someone_says_who_wins(known) -> None:
    result = known(CONFLICT)
    assert (result.exit_code, title()) == (1, OURS)
    assert "Rij 2, titel: dit is hier en in het bestand gewijzigd" in result.output


def test_a_refused_conflict_can_be_json(known) -> None:
    answer = json.loads(known(CONFLICT, "--json").output)
    assert [(fout["rij"], fout["veld"]) for fout in answer["fouten"]] == [(2, "titel")]


@pytest.mark.parametrize(("keuze", "titel"), [("bestand", THEIRS), ("platform", OURS)])
def test_who_wins_a_conflict_can_be_said(known, keuze, titel) -> None:
    result = known(CONFLICT, "--conflict", keuze)
    assert (result.exit_code, title()) == (0, titel)


def test_a_dry_run_counts_conflicts_and_what_is_gone(known) -> None:
    answer = json.loads(known(csv_of({"titel": THEIRS}), "--proef", "--json").output)
    assert (answer["proef"], answer["conflict"], answer["weg"], title()) == (True, 1, 1, OURS)


def test_what_is_gone_stays_unless_asked(known) -> None:
    assert known(ZONDER_P2).exit_code == 0
    assert fase("P2") is Fase.VOORBEREIDING


def test_what_is_gone_can_be_stopped_for_a_reason(known) -> None:
    result = known(ZONDER_P2, "--weg", "gestopt", "--reden", " Vervallen. ")
    assert (result.exit_code, fase("P2")) == (0, Fase.GESTOPT)
    reden = select(ProjectStand.reden).where(ProjectStand.fase == Fase.GESTOPT)
    assert db.session.scalars(reden).all() == ["Vervallen."]


@pytest.mark.parametrize("reden", [(), ("--reden", "  ")])
def test_nothing_is_stopped_without_a_reason(known, reden) -> None:
    result = known(ZONDER_P2, "--weg", "gestopt", *reden)
    assert (result.exit_code, fase("P2")) == (2, Fase.VOORBEREIDING)
    assert "--reden" in result.output


@pytest.mark.parametrize("options", [("--conflict", "munt"), ("--weg", "wis")])
def test_another_choice_is_refused(known, options) -> None:
    assert known(ZONDER_P2, *options).exit_code == 2


def test_a_file_too_large_to_hold_is_refused(run, monkeypatch) -> None:
    monkeypatch.setattr(commands, "MAX_BYTES", 10)
    result = run(csv_of({}))
    assert (result.exit_code, "te groot" in result.output) == (1, True)


def test_the_columns_of_last_time_are_used_again(run) -> None:
    mapping = {"velden": {"sleutel": "nummer"}}
    db.session.add(Bronmapping(bronsysteem="mjgp", mapping=mapping, gewijzigd_op=clock.now()))
    db.session.commit()
    assert "De kolom “nummer” staat niet" in run(csv_of({}), "--bronsysteem", "mjgp").output


def test_a_register_that_moves_on_meanwhile_is_told(run, monkeypatch) -> None:
    def stale(*_args, **_kwargs):
        raise StaleError

    monkeypatch.setattr(commands, "apply_plan", stale)
    result = run(csv_of({}))
    assert (result.exit_code, "Er is niets gewijzigd." in result.output) == (1, True)


def test_the_work_of_the_jobs_can_be_done_by_hand(app, run) -> None:
    assert app.test_cli_runner().invoke(args=["projecten", "verwerk"]).exit_code == 0
