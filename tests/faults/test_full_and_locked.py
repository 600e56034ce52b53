"""A disk that is full, a folder that cannot be written to: said in one sentence, and nothing lost."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from journal.actions import bring_in, entries, safety
from journal.domain.contact import Contact
from journal.domain.errors import UserFacingError
from journal.store.checking import problems
from journal.store.journal import Journal, open_journal
from tests.faults import small_disk
from tests.journals import bytes_in, everything, one_of_each, opened, whole_of

# --- full ------------------------------------------------------------------------------------------------------

MOUNTED = 'mount -t tmpfs -o size="$1" tmpfs "$2" && exec "$3" -m tests.faults.small_disk "$4" "$2" $5'


def on_a_small_disk(what: str, folder: Path, size: str = "3m", more: str = "") -> list[str]:
    """The lines that small_disk.py prints, run on a disk of that size of its own."""
    if not shutil.which("unshare"):
        pytest.skip("a small disk needs unshare (Linux)")
    command = ["unshare", "-rm", "sh", "-c", MOUNTED, "sh", size, str(folder), sys.executable, what, more]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if "mount:" in result.stderr or "unshare:" in result.stderr:
        pytest.skip(f"a small disk cannot be mounted here: {result.stderr.strip()}")
    assert result.returncode == 0, result.stderr
    return result.stdout.splitlines()


def test_the_disk_is_full(tmp_path: Path) -> None:
    refused, read, after = on_a_small_disk("fill", tmp_path)
    assert refused == "refused disk_full"
    _, kept, written = read.split()
    assert int(kept) == int(written) > 5, "all that was written, and nothing of what was refused"
    assert after == f"after {int(written) + 1} []"


def test_a_journal_on_a_disk_without_a_free_byte(tmp_path: Path) -> None:
    refused, after = on_a_small_disk("open", tmp_path)
    assert refused == "refused disk_full"
    assert after == "after ['Zoé'] []"


def refused_by_steps(work: str, folder: Path, every: int) -> dict[str, int]:
    [told] = on_a_small_disk(work, folder, "12m", str(every))
    said = json.loads(told)
    assert sum(said.values()) == len(range(0, small_disk.STEPS, every))
    return said


@pytest.mark.parametrize("work", small_disk.ROOM)
def test_full_at_any_step(tmp_path: Path, work: str, figure: Callable[[str], None]) -> None:
    """So much room and not a page more: it is done, or refused in a sentence, and what was there stays."""
    said = refused_by_steps(work, tmp_path, 40)
    figure(f"a full disk, to {work} with room for 0, 160, 320… KiB: {said}")
    assert said.keys() == {"done", "disk_full"}


@pytest.mark.soak
@pytest.mark.parametrize("work", small_disk.ROOM)
def test_full_at_every_step(tmp_path: Path, work: str, figure: Callable[[str], None]) -> None:
    said = refused_by_steps(work, tmp_path, 1)
    figure(f"a full disk, to {work} with room for 0, 4, 8… KiB: {said}")
    assert said.keys() == {"done", "disk_full"}


def test_full_in_the_middle_of_a_change(journal: Journal) -> None:
    """SQLite's own limit of pages: reached while the entries, the history or the index are written."""
    one_of_each(journal)
    before = everything(journal)
    journal.make_ready_to_write()
    with journal.writing("x") as writer:
        pages = writer.sql.execute("PRAGMA page_count").fetchone()[0]
    drafts = [Contact(given_name=f"Person{nth}", notes="many different words " * 50) for nth in range(300)]
    for more in range(0, 60, 4):
        journal._writing_connection.execute(f"PRAGMA max_page_count = {pages + more}")
        with pytest.raises(UserFacingError, match="disk_full"):
            entries.create_many(journal, drafts=drafts)
        assert everything(journal) == before
        journal.make_ready_to_write()
        journal._writing_connection.execute("PRAGMA max_page_count = 1000000")
        entries.create(journal, draft=Contact(given_name="There is room again"))
        assert problems(journal) == []
        entries.undo(journal)


def test_full_in_the_middle_of_bringing_in(journal: Journal, tmp_path: Path) -> None:
    file = tmp_path / "people.vcf"
    card = "BEGIN:VCARD\nVERSION:3.0\nFN:Person {n}\nORG:Org {n}\nNOTE:{notes}\nEND:VCARD\n"
    file.write_text("".join(card.format(n=n, notes="many different words " * 30) for n in range(300)), encoding="utf-8")
    one_of_each(journal)
    shown = bring_in.preview(journal, paths=[file])
    before = whole_of(journal)
    journal.make_ready_to_write()
    with journal.writing("x") as writer:
        pages = writer.sql.execute("PRAGMA page_count").fetchone()[0]
    for more in range(0, 120, 10):
        journal._writing_connection.execute(f"PRAGMA max_page_count = {pages + more}")
        with pytest.raises(UserFacingError, match="disk_full"):
            bring_in.bring_in(journal, preview=shown)
        assert whole_of(journal) == before
    journal._writing_connection.execute("PRAGMA max_page_count = 1000000")
    bring_in.bring_in(journal, preview=shown)
    assert (bring_in.preview(journal, paths=[file]).new, problems(journal)) == (0, [])


# --- locked out --------------------------------------------------------------------------------------------------

NOBODY = 65534


@pytest.fixture
def folder() -> Iterator[Path]:
    """One that another account can look into, unlike tmp_path."""
    made = Path(tempfile.mkdtemp(prefix="journal-locked-"))
    made.chmod(0o755)
    yield made
    made.chmod(0o755)
    shutil.rmtree(made)


def code_as_another_user(act: Callable[[], object]) -> str:
    """The code with which `act` is refused in a process of an account that owns nothing; "" where it is not.

    Root may write anywhere, so that permissions alone would prove nothing where tests run as root.
    """
    if os.name != "posix":
        pytest.skip("accounts are POSIX")
    children_of_import()
    read_end, write_end = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # a fork beside threads: the child only calls SQLite
        child = os.fork()
    if child == 0:
        said = "crashed"
        try:
            if os.getuid() == 0:
                os.setgroups([])
                os.setgid(NOBODY)
                os.setuid(NOBODY)
            act()
            said = ""
        except UserFacingError as problem:
            said = problem.code
        except BaseException as problem:
            said = repr(problem)
        finally:
            os.write(write_end, said.encode())
            os._exit(0)
    os.close(write_end)
    os.waitpid(child, 0)
    with os.fdopen(read_end) as answer:
        return answer.read()


def children_of_import() -> None:
    """All that the child may need: it may not be able to read the interpreter's own folder."""
    import journal.store.checking
    import journal.store.writing
    import journal.system.words  # noqa: F401

    with tempfile.TemporaryDirectory() as spare, opened(Path(spare) / "journal.db") as ready:
        entries.create(ready, draft=Contact(given_name="Zoé"))
        everything(ready)


def write(path: Path) -> None:
    journal = open_journal(path)
    try:
        entries.create(journal, draft=Contact(given_name="Zoé"))
    finally:
        journal.close()


def test_no_journal_can_be_made_in_a_read_only_folder(folder: Path) -> None:
    folder.chmod(0o555)
    assert code_as_another_user(lambda: open_journal(folder / "journal.db")) == "cannot_make_journal"
    assert code_as_another_user(lambda: open_journal(folder / "deeper" / "journal.db")) == "cannot_make_journal"
    assert list(folder.iterdir()) == []


def test_a_journal_in_a_read_only_folder(folder: Path) -> None:
    with opened(folder / "journal.db") as journal:
        one_of_each(journal)
    (folder / "journal.db").chmod(0o444)
    folder.chmod(0o555)
    before = bytes_in(folder)
    assert code_as_another_user(lambda: write(folder / "journal.db")) == "folder_read_only"
    assert bytes_in(folder) == before


def test_a_journal_that_may_be_read_but_not_written(folder: Path) -> None:
    with opened(folder / "journal.db") as journal:
        one_of_each(journal)
    (folder / "journal.db").chmod(0o444)
    folder.chmod(0o777)
    before = bytes_in(folder)
    assert code_as_another_user(lambda: write(folder / "journal.db")) == "folder_read_only"
    assert bytes_in(folder)["journal.db"] == before["journal.db"]


def test_a_journal_of_another_account(folder: Path) -> None:
    with opened(folder / "journal.db") as journal:
        one_of_each(journal)
    if os.getuid() != 0:
        (folder / "journal.db").chmod(0)
    assert code_as_another_user(lambda: open_journal(folder / "journal.db")) == "cannot_read_file"
    (folder / "journal.db").chmod(0o600)
    with opened(folder / "journal.db") as journal:
        assert safety.check(journal).entries["contact"] == 2


def test_the_helper_sees_success_too(folder: Path) -> None:
    folder.chmod(0o777)
    assert code_as_another_user(lambda: write(folder / "journal.db")) == ""
