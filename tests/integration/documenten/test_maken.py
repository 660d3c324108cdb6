import os
import shutil
import time

import pytest
from sqlalchemy import select, update

from participatie.core import clock
from participatie.core.db import db
from participatie.core.pdf import PdfError
from participatie.core.transactions import transaction
from participatie.core.uploads import folder_of
from participatie.documenten import services_maken
from participatie.documenten.models import Document
from participatie.documenten.queries import MAP, find_bestand
from participatie.documenten.rules import CLAIM, KEEP, MAX_POGINGEN
from participatie.documenten.services import ask_document
from participatie.documenten.services_maken import delete_old_documenten, make_documenten
from participatie.documenten.types import DocumentStatus
from tests.integration.documenten.conftest import AANVRAAG
from tests.parallel import all_at_once

AN_HOUR = 60 * 60


@pytest.fixture
def site(live_app):
    with live_app.app_context():
        yield live_app
        db.session.remove()
        shutil.rmtree(folder_of(MAP))


def ask() -> str:
    with transaction():
        return ask_document(AANVRAAG).kenmerk


def only_document() -> Document:
    db.session.rollback()
    return db.session.scalars(select(Document)).one()


def change(**values) -> None:
    with transaction():
        db.session.execute(update(Document).values(**values))


def files() -> list[str]:
    return sorted(path.name for path in folder_of(MAP).iterdir())


def broken(*_arguments) -> bytes:
    raise PdfError("proef.typ", "stuk")


def test_what_was_asked_for_is_made(site) -> None:
    ask()
    make_documenten()
    assert only_document().status is DocumentStatus.KLAAR


def test_a_command_makes_what_waits(site) -> None:
    ask()
    for told in ("Er is 1 document gemaakt.\n", "Er was niets te maken.\n"):
        result = site.test_cli_runner().invoke(args=["documenten", "maak"])
        assert result.output == told


def test_what_was_made_is_a_pdf(site) -> None:
    ask()
    make_documenten()
    assert find_bestand(only_document()).read_bytes().startswith(b"%PDF-")


def test_the_same_asked_twice_is_made_once(site, maker) -> None:
    for _time in range(2):
        ask()
        make_documenten()
    assert len(maker) == 1


def test_the_same_asked_at_the_same_moment_is_one_document(site) -> None:
    def ask_for_it() -> str:
        with site.app_context():
            return ask()

    assert len(set(all_at_once(ask_for_it, 8))) == 1


def test_two_workers_do_not_make_the_same_document(site, maker) -> None:
    ask()

    def make() -> int:
        with site.app_context():
            return make_documenten()

    assert (sum(all_at_once(make, 4)), len(maker)) == (1, 1)


def test_no_transaction_is_open_while_the_pdf_is_set(site, monkeypatch) -> None:
    seen = []

    def look(*_arguments) -> bytes:
        seen.append(db.session().in_transaction())
        return b"%PDF-"

    monkeypatch.setattr(services_maken, "make_pdf", look)
    ask()
    make_documenten()
    assert seen == [False]


def test_a_worker_that_dies_leaves_no_file(site, monkeypatch) -> None:
    monkeypatch.setattr(services_maken, "make_pdf", _die)
    ask()
    with pytest.raises(KeyboardInterrupt):
        make_documenten()
    assert (files(), only_document().status) == ([], DocumentStatus.BEZIG)


def test_what_a_worker_left_is_made_by_the_next_when_its_claim_is_old(site, monkeypatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(services_maken, "make_pdf", _die)
        ask()
        with pytest.raises(KeyboardInterrupt):
            make_documenten()
    change(begonnen_op=clock.now() - CLAIM * 2)
    make_documenten()
    assert only_document().status is DocumentStatus.KLAAR


def test_what_another_worker_is_making_is_left_alone(site, maker) -> None:
    ask()
    change(status=DocumentStatus.BEZIG, begonnen_op=clock.now())
    make_documenten()
    assert maker == []


def test_a_worker_that_was_too_slow_does_not_replace_what_was_made(site, monkeypatch) -> None:
    def taken_over(*_arguments) -> bytes:
        change(pogingen=2)
        return b"%PDF-"

    monkeypatch.setattr(services_maken, "make_pdf", taken_over)
    ask()
    make_documenten()
    assert (files(), only_document().status) == ([], DocumentStatus.BEZIG)


def test_what_does_not_succeed_is_tried_again(site, monkeypatch) -> None:
    monkeypatch.setattr(services_maken, "make_pdf", broken)
    ask()
    make_documenten()
    assert only_document().status is DocumentStatus.GEVRAAGD


def test_what_never_succeeds_is_given_up(site, monkeypatch) -> None:
    monkeypatch.setattr(services_maken, "make_pdf", broken)
    ask()
    for _time in range(MAX_POGINGEN):
        make_documenten()
    assert only_document().status is DocumentStatus.MISLUKT


def test_what_cannot_be_read_is_given_up_too(site, monkeypatch) -> None:
    monkeypatch.delitem(services_maken.MAKERS, "proef")
    ask()
    for _time in range(MAX_POGINGEN):
        make_documenten()
    assert only_document().status is DocumentStatus.MISLUKT


def test_what_was_given_up_can_be_asked_again(site) -> None:
    ask()
    change(status=DocumentStatus.MISLUKT)
    ask()
    make_documenten()
    assert only_document().status is DocumentStatus.KLAAR


def test_a_document_whose_file_is_gone_is_made_again(site) -> None:
    ask()
    make_documenten()
    find_bestand(only_document()).unlink()
    ask()
    make_documenten()
    assert find_bestand(only_document()) is not None


def test_a_document_of_a_month_ago_goes_with_its_file(site) -> None:
    ask()
    make_documenten()
    change(gevraagd_op=clock.now() - KEEP * 2)
    delete_old_documenten()
    assert (files(), db.session.scalars(select(Document)).all()) == ([], [])


def test_a_document_of_today_stays(site) -> None:
    ask()
    make_documenten()
    delete_old_documenten()
    assert find_bestand(only_document()) is not None


def test_a_file_without_a_document_goes_after_an_hour(site) -> None:
    path = folder_of(MAP) / "wees.pdf"
    path.write_bytes(b"%PDF-")
    long_ago = time.time() - 2 * AN_HOUR
    os.utime(path, (long_ago, long_ago))
    delete_old_documenten()
    assert files() == []


def test_asking_wakes_the_job_once_after_the_commit(site, monkeypatch) -> None:
    woken = []
    monkeypatch.setattr("participatie.documenten.services.run_soon", woken.append)
    with transaction():
        ask_document(AANVRAAG)
        ask_document(AANVRAAG)
        assert woken == []
    assert woken == [make_documenten]


def _die(*_arguments) -> bytes:
    raise KeyboardInterrupt
