"""Files go with the transaction: kept after the commit, gone after a refusal."""

import pytest

from participatie.core.db import db
from participatie.core.transactions import transaction
from participatie.core.uploads import discard_file, list_old_files, store_file, uploads_folder

pytestmark = pytest.mark.usefixtures("session")


class RefusedError(Exception):
    """A rule was broken."""


def names():
    return sorted(path.name for path in uploads_folder().iterdir())


def test_a_file_is_kept_after_the_commit() -> None:
    with transaction():
        store_file("a.webp", b"foto")
    assert names() == ["a.webp"]


def refused_after(action, name, *content):
    with transaction():
        action(name, *content)
        raise RefusedError


def test_nothing_is_left_of_a_file_after_a_refusal() -> None:
    with pytest.raises(RefusedError):
        refused_after(store_file, "a.webp", b"foto")
    assert names() == []


def test_a_file_of_an_earlier_transaction_stays_after_a_refusal() -> None:
    with transaction():
        store_file("a.webp", b"foto")
    with pytest.raises(RefusedError), transaction():
        raise RefusedError
    assert names() == ["a.webp"]


def test_a_discarded_file_goes_at_the_commit_and_not_before() -> None:
    store_file("a.webp", b"foto")
    db.session.info.clear()
    with transaction():
        discard_file("a.webp")
        assert names() == ["a.webp"]
    assert names() == []


def test_a_discarded_file_stays_after_a_refusal() -> None:
    with transaction():
        store_file("a.webp", b"foto")
    with pytest.raises(RefusedError):
        refused_after(discard_file, "a.webp")
    assert names() == ["a.webp"]


def test_a_full_disk_leaves_no_half_file(monkeypatch) -> None:
    def full(*_given):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        store_file("a.webp", b"foto")
    assert names() == []


def test_a_file_that_may_still_be_in_use_is_not_old() -> None:
    store_file("a.webp", b"foto")
    assert list(list_old_files()) == []
    assert [path.name for path in list_old_files(older_than_s=-1)] == ["a.webp"]
