"""As much as can be read of a damaged journal, in a new one that is sound; the damaged file stays as it is."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from journal.actions import entries, reading, safety
from journal.domain.contact import Contact
from journal.domain.errors import JournalRefused, UserFacingError
from journal.domain.event import Event
from journal.store.checking import problems
from journal.store.journal import open_journal
from tests.journals import MovableClock, everything, one_of_each, opened, page_of

PEOPLE = 300


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sound") / "journal.db"
    with opened(path) as journal:
        one_of_each(journal)
        drafts = [
            Contact(given_name=f"Person {n}", family_name="Martin", notes=f"notes {n} " * 30) for n in range(PEOPLE)
        ]
        entries.create_many(journal, drafts=[*drafts, *(Event(title=f"Event {n}") for n in range(60))])
        entries.save(journal, entry_id=20, fields={"role": "Chair"})
    return path


def rescued_from(damaged: Path) -> tuple[int, list]:
    """How many entries came out, and what is wrong with them."""
    before = damaged.read_bytes()
    into = damaged.with_name("new.db")
    done = safety.rescue(damaged, into=into, clock=MovableClock())
    assert damaged.read_bytes() == before
    with opened(into) as journal:
        wrong = problems(journal)
        page_of(journal, "contact")
    into.unlink()
    return sum(done.entries.values()), wrong


def test_a_sound_one_comes_out_whole(sound: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copy(sound, tmp_path / "journal.db"))
    done = safety.rescue(copy, into=tmp_path / "new.db", clock=MovableClock())
    assert (done.completed, done.unreadable) == (0, ())
    with opened(tmp_path / "new.db") as new, opened(copy) as old:
        assert everything(new) == everything(old)
        assert entries.history(new, entry_id=20)[0].label == "edit"


def test_pages_of_rubbish(sound: Path, tmp_path: Path, figure: Callable[[str], None]) -> None:
    """Every page in turn but the first: nearly all of the entries come out each time, sound."""
    content, chance, least = sound.read_bytes(), random.Random(1), 10**6
    pages = range(1, len(content) // 4096)
    for page in sorted(chance.sample(pages, 14)):
        damaged = tmp_path / "journal.db"
        damaged.write_bytes(content[: page * 4096] + chance.randbytes(4096) + content[(page + 1) * 4096 :])
        try:
            count, wrong = rescued_from(damaged)
        except JournalRefused as refused:
            assert refused.code == "nothing_to_rescue"
            count, wrong = 0, []
        assert wrong == []
        least = min(least, count)
    figure(f"14 pages of rubbish, one at a time: at least {least} of {PEOPLE + 60 + 7} entries rescued")
    assert least > PEOPLE * 0.5


def test_cut_in_half(sound: Path, tmp_path: Path, figure: Callable[[str], None]) -> None:
    content = sound.read_bytes()
    damaged = tmp_path / "journal.db"
    damaged.write_bytes(content[: len(content) // 2 // 4096 * 4096])
    with pytest.raises(JournalRefused):
        open_journal(damaged)
    count, wrong = rescued_from(damaged)
    figure(f"half a file: {count} of {PEOPLE + 60 + 7} entries rescued")
    assert count > 20 and wrong == []


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\x00", b"not a journal at all" * 400])
def test_nothing_to_read(tmp_path: Path, content: bytes) -> None:
    damaged = tmp_path / "journal.db"
    damaged.write_bytes(content)
    with pytest.raises(JournalRefused):
        safety.rescue(damaged, into=tmp_path / "new.db", clock=MovableClock())
    assert [path.name for path in tmp_path.iterdir()] == ["journal.db"]


def test_what_is_there_is_not_written_over(sound: Path, tmp_path: Path) -> None:
    into = tmp_path / "mine.db"
    into.write_text("mine")
    with pytest.raises(UserFacingError, match="file_is_there"):
        safety.rescue(sound, into=into, clock=MovableClock())
    assert into.read_text() == "mine"


def test_in_its_place_the_damaged_one_is_kept(sound: Path, tmp_path: Path) -> None:
    content = sound.read_bytes()
    file = tmp_path / "journal.db"
    file.write_bytes(content[: len(content) // 4096 * 3 // 4 * 4096])
    broken = file.read_bytes()
    done, kept = safety.rescue_in_place(file, clock=MovableClock())
    assert kept.read_bytes() == broken and kept.parent.name == "backups"
    with opened(file) as journal:
        assert problems(journal) == []
        assert sum(safety.check(journal).entries.values()) == sum(done.entries.values()) > 20
        entries.create(journal, draft=Contact(given_name="Afterwards"))
        assert reading.suggest(journal, kind="contact", words="Afterwards")
