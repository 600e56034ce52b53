"""The program killed at any moment: nothing that was acknowledged is lost, and what is left is sound."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from journal.actions import bring_in, reading
from journal.store.checking import problems
from tests.faults import children
from tests.journals import bytes_in, opened, page_of, whole_of

Told = list[tuple[str, str]]


def killed_while(path: Path, name: str, seconds: float) -> Told:
    """What a writer had told when it was killed, so many seconds after its first commit."""
    context = children.processes()
    listen, tell = context.Pipe(duplex=False)
    writer = context.Process(target=children.write_until_killed, args=(str(path), tell, name))
    writer.start()
    tell.close()
    told: Told = [listen.recv()]
    time.sleep(seconds)
    writer.kill()
    writer.join()
    try:
        while True:
            told.append(listen.recv())
    except EOFError:
        pass
    listen.close()
    return told


def hold_against(path: Path, told: Told) -> None:
    with opened(path) as journal:
        assert problems(journal) == []
        titles = {line.title for kind in ("contact", "event") for line in page_of(journal, kind)}
        edited = {line.title for line in page_of(journal, "contact", words="edited")}
        going = {name for said, name in told if said == "going"}
        for said, name in told:
            if said in ("made", "edited") and name not in going:
                assert name in titles, f"{name} was lost"
            if said == "edited" and name not in going:
                assert name in edited, f"the edit of {name} was lost"
            if said == "gone":
                assert name not in titles, f"{name} came back"
        assert reading.count(journal, kind="contact", wanted=reading.Wanted()) == len(page_of(journal, "contact"))


def kill_again_and_again(path: Path, times: int, seed: int) -> int:
    chance, told = random.Random(seed), []
    for nth in range(times):
        told += killed_while(path, f"K{nth}n", chance.uniform(0, 0.25))
        hold_against(path, told)
    return len(told)


def test_killed_while_writing(tmp_path: Path) -> None:
    commits = kill_again_and_again(tmp_path / "journal.db", 20, seed=1)
    assert commits > 100
    assert (tmp_path / "journal.db").stat().st_size > 2**20, "the log was copied into the file now and then"


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(2, 12))
def test_killed_while_writing_many_times(tmp_path: Path, seed: int) -> None:
    kill_again_and_again(tmp_path / "journal.db", 100, seed)


def killed_at(target: object, seconds: float, *arguments: object) -> str:
    """The last that was told by a process killed so many seconds after it began."""
    context = children.processes()
    listen, tell = context.Pipe(duplex=False)
    process = context.Process(target=target, args=(arguments[0], tell, *arguments[1:]))
    process.start()
    tell.close()
    said = str(listen.recv())
    time.sleep(seconds)
    process.kill()
    process.join()
    try:
        said = str(listen.recv())
    except EOFError:
        pass
    listen.close()
    return said


def test_one_change_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    path, count = tmp_path / "journal.db", 2000
    with opened(path):
        pass
    expected = set()
    for seconds in (0.01, 0.08, 0.2, 0.35, 0.5):
        if killed_at(children.write_at_once, seconds, str(path), count) == "done":
            break
    with opened(path) as journal:
        found = reading.count(journal, kind="contact", wanted=reading.Wanted())
        assert found % count == 0, expected
        assert problems(journal) == []


def test_an_import_that_is_killed_leaves_the_journal_as_it_was(tmp_path: Path) -> None:
    """Known entries, changed ones and new ones in one file: all of it or nothing."""
    path, file, count = tmp_path / "journal.db", tmp_path / "people.vcf", 1500

    def write(role: str, people: int) -> None:
        card = "BEGIN:VCARD\nVERSION:3.0\nUID:u{n}\nFN:Person {n}\nTITLE:{role}\nNOTE:notes {n}\nEND:VCARD\n"
        file.write_text("".join(card.format(n=n, role=role) for n in range(people)), encoding="utf-8")

    write("before", 300)
    with opened(path) as journal:
        bring_in.bring_in(journal, preview=bring_in.preview(journal, paths=[file]))
        before = whole_of(journal)
    write("after", count)
    killed = 0
    for seconds in (0.005, 0.05, 0.1, 0.18, 0.28, 0.4):
        if killed_at(children.bring_in_at_once, seconds, str(path), str(file)) == "done":
            break
        with opened(path) as journal:
            if reading.count(journal, kind="contact", wanted=reading.Wanted()) == count:
                break  # the kill came between the commit and its telling
            assert whole_of(journal) == before
            assert problems(journal) == []
        killed += 1
    assert killed > 1
    with opened(path) as journal:
        shown = bring_in.preview(journal, paths=[file])
        assert (shown.new, shown.updated) in ((count - 300, 300), (0, 0))


def test_killed_during_the_first_start(tmp_path: Path) -> None:
    """None, or a whole one."""
    for nth in range(12):
        path = tmp_path / str(nth) / "journal.db"
        said = killed_at(children.start_first, nth * 0.004, str(path))
        assert path.exists() or said == "begins"
        with opened(path) as journal:
            assert problems(journal) == []
            if said == "done":
                assert len(page_of(journal, "contact")) == 1


def test_two_processes_write_at_once(tmp_path: Path) -> None:
    path, context = tmp_path / "journal.db", children.processes()
    with opened(path):
        pass
    writers = [context.Process(target=children.write_so_many, args=(str(path), name, 40)) for name in "ab"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
        assert writer.exitcode == 0
    with opened(path) as journal:
        titles = [line.title for line in page_of(journal, "event")]
        assert sorted(titles) == sorted(f"{name}{nth}" for name in "ab" for nth in range(40))
        assert [line.title for line in page_of(journal, "network")] == ["Shared"], "made once, by the first of the two"
        assert [(use.name, use.uses) for use in reading.tags(journal)] == [("shared", 80)]
        assert problems(journal) == []


def test_several_first_starts_at_once(tmp_path: Path) -> None:
    context = children.processes()
    for nth in range(4):
        path = tmp_path / str(nth) / "journal.db"
        starts = [context.Process(target=children.first_starts, args=(str(path), name)) for name in "abc"]
        for start in starts:
            start.start()
        for start in starts:
            start.join()
            assert start.exitcode == 0
        with opened(path) as journal:
            assert sorted(line.title for line in page_of(journal, "contact")) == ["a", "b", "c"]
        assert list(bytes_in(path.parent)) == ["journal.db"]
