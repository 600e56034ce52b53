"""Files kept with an entry: taken in whole, found, undone, carried by a merge and by the archive, refused plainly."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from journal.actions import attachments, bring_in, duplicates, entries, reading, search, take_out
from journal.domain.contact import Contact
from journal.domain.entry import LARGEST_ATTACHMENT, Attachment, clean_attachments
from journal.domain.errors import InvalidEntry, NotFound, UserFacingError
from journal.domain.event import Event
from journal.store.checking import problems
from journal.store.journal import Journal, open_journal

CARD = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40


@pytest.fixture
def card(tmp_path: Path) -> Path:
    path = tmp_path / "Carte d'Élise.png"
    path.write_bytes(CARD)
    return path


def made(journal: Journal, name: str = "Élise") -> int:
    return entries.create(journal, draft=Contact(given_name=name)).created[-1]


def names(journal: Journal, number: int) -> list[str]:
    return [one.name for one in attachments.attachments(journal, entry_id=number)]


def kept(journal: Journal) -> int:
    with journal.reading() as sql:
        return int(sql.execute("SELECT count(*) FROM content").fetchone()[0])


def test_a_file_is_taken_in_and_given_back_byte_for_byte(journal: Journal, card: Path, tmp_path: Path) -> None:
    number = made(journal)
    attachments.attach(journal, entry_id=number, files=[card])
    card.unlink()
    [one] = attachments.attachments(journal, entry_id=number)
    assert (one.name, one.size) == ("Carte d'Élise.png", len(CARD))
    attachments.save_to(journal, entry_id=number, name="carte d'elise.PNG", path=tmp_path / "back.png")
    assert (tmp_path / "back.png").read_bytes() == CARD
    assert problems(journal) == []


def test_one_undo_takes_it_away_and_redo_brings_it_back_also_after_a_restart(tmp_path: Path, card: Path) -> None:
    journal = open_journal(tmp_path / "j.db")
    number = made(journal)
    attachments.attach(journal, entry_id=number, files=[card])
    entries.undo(journal)
    assert names(journal, number) == []
    journal.close()
    journal = open_journal(tmp_path / "j.db")
    try:
        entries.redo(journal)
        assert names(journal, number) == ["Carte d'Élise.png"]
        attachments.detach(journal, entry_id=number, name="Carte d'Élise.png")
        assert names(journal, number) == []
        entries.undo(journal)
        attachments.save_to(journal, entry_id=number, name="Carte d'Élise.png", path=tmp_path / "back.png")
        assert (tmp_path / "back.png").read_bytes() == CARD
    finally:
        journal.close()


def test_the_same_file_twice_is_kept_once_and_two_of_one_name_are_two(
    journal: Journal, card: Path, tmp_path: Path
) -> None:
    number, other = made(journal), made(journal, "Anne")
    attachments.attach(journal, entry_id=number, files=[card, card])
    attachments.attach(journal, entry_id=other, files=[card])
    assert (names(journal, number), names(journal, other), kept(journal)) == ([card.name], [card.name], 1)
    (tmp_path / "other").mkdir()
    second = tmp_path / "other" / card.name
    second.write_bytes(b"another")
    attachments.attach(journal, entry_id=number, files=[second])
    assert names(journal, number) == ["Carte d'Élise.png", "Carte d'Élise (2).png"]


def test_its_name_is_found(journal: Journal, card: Path) -> None:
    number = made(journal, "Odile")
    attachments.attach(journal, entry_id=number, files=[card])
    assert [hit.id for hit in search.search(journal, words="carte eli")] == [number]
    attachments.detach(journal, entry_id=number, name=card.name)
    assert search.search(journal, words="carte eli") == []


def test_what_is_refused_leaves_all_as_it_was(journal: Journal, card: Path, tmp_path: Path) -> None:
    number = made(journal)
    large, empty = tmp_path / "large.pdf", tmp_path / "empty.pdf"
    with large.open("wb") as file:
        file.truncate(LARGEST_ATTACHMENT + 1)
    empty.touch()
    for wrong, code in (
        (large, "attachment_too_large"),
        (empty, "attachment_empty"),
        (tmp_path / "none.pdf", "no_such_file"),
        (tmp_path, "cannot_read_file"),
    ):
        with pytest.raises(UserFacingError) as told:
            attachments.attach(journal, entry_id=number, files=[card, wrong])
        assert told.value.code == code
    with pytest.raises(NotFound):
        attachments.attach(journal, entry_id=999, files=[card])
    with pytest.raises(NotFound):
        attachments.detach(journal, entry_id=number, name="none")
    assert (names(journal, number), kept(journal)) == ([], 0)


def test_a_limit_for_all_together(journal: Journal, card: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attachments, "MOST_IN_ALL", len(CARD) + 10)
    number = made(journal)
    attachments.attach(journal, entry_id=number, files=[card])
    second = card.with_name("b.png")
    second.write_bytes(b"x" * 11)
    with pytest.raises(UserFacingError) as told:
        attachments.attach(journal, entry_id=number, files=[second])
    assert told.value.code == "attachments_full"


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("../../etc/passwd", "_.._etc_passwd"),
        ("a\\b:c*?.pdf", "a_b_c__.pdf"),
        (" . ", "aaaaaaaa"),
        ("x\n\x00y.png", "x y.png"),
        ("é" * 300 + ".pdf", "é" * 150 + ".pdf"),
    ],
)
def test_a_name_is_one_every_system_takes(name: str, clean: str) -> None:
    [one] = clean_attachments((Attachment(name, "a" * 64),))
    assert one.name == clean
    assert clean_attachments((one,)) == (one,)


def test_a_digest_that_is_none_is_refused() -> None:
    with pytest.raises(InvalidEntry):
        clean_attachments((Attachment("a", "../x"),))


def test_a_merge_keeps_the_files_of_both(journal: Journal, card: Path) -> None:
    one, other = made(journal), made(journal, "Élise Durand")
    programme = card.with_name("programme.pdf")
    programme.write_bytes(b"%PDF")
    attachments.attach(journal, entry_id=one, files=[card])
    attachments.attach(journal, entry_id=other, files=[card, programme])
    duplicates.merge(journal, contact_id=one, other_id=other)
    assert names(journal, one) == [card.name, "programme.pdf"]
    entries.undo(journal)
    assert names(journal, one) == [card.name]


def test_the_archive_leaves_those_of_confidential_entries_here(journal: Journal, card: Path, tmp_path: Path) -> None:
    number = made(journal)
    attachments.attach(journal, entry_id=number, files=[card])
    entries.save(journal, entry_id=number, fields={"confidential": True})
    path = tmp_path / "all.zip"
    take_out.export(journal, path=path)
    assert b"Carte" not in path.read_bytes() and b"attachments/" not in path.read_bytes()
    take_out.export(journal, path=path, include_confidential=True)
    assert b"attachments/" in path.read_bytes()


def test_a_file_of_an_archive_that_is_not_what_it_says_is_left_out(
    journal: Journal, card: Path, tmp_path: Path
) -> None:
    import zipfile

    number = entries.create(journal, draft=Event(title="Gala")).created[-1]
    attachments.attach(journal, entry_id=number, files=[card])
    path, forged = tmp_path / "all.zip", tmp_path / "forged.zip"
    take_out.export(journal, path=path)
    with zipfile.ZipFile(path) as given, zipfile.ZipFile(forged, "w") as made_up:
        for name in given.namelist():
            made_up.writestr(name, b"other" if name.startswith("attachments/") else given.read(name))
    two = open_journal(tmp_path / "two.db")
    try:
        bring_in.bring_in(two, preview=bring_in.preview(two, paths=[forged]))
        [line] = reading.page(two, kind="event", wanted=reading.Wanted())
        assert (names(two, line.id), kept(two), problems(two)) == ([], 0, [])
    finally:
        two.close()


def test_any_tool_can_read_them(journal: Journal, card: Path) -> None:
    attachments.attach(journal, entry_id=made(journal), files=[card])
    journal.close()
    with sqlite3.connect(journal.path) as plain:
        [(content,)] = plain.execute("SELECT bytes FROM content").fetchall()
    plain.close()
    assert content == CARD
