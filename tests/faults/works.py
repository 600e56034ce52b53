"""What is killed while doing what, and how it is seen that nothing was lost: the table of test_kills.py."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from journal.actions import bring_in, entries, safety
from journal.domain.contact import Contact
from journal.store import backup, vault
from journal.store.checking import problems
from journal.store.rewriting import left_in
from journal.store.sealing import digest_of
from tests.faults import children
from tests.faults.killing import Said
from tests.journals import opened, page_of, whole_of


@dataclass
class Book:
    """What was told about one journal (or folder), over all that were killed on it."""

    path: Path
    facts: dict[str, str] = field(default_factory=dict)  # what -> "made", "gone"…
    unsure: set[str] = field(default_factory=set)  # begun, and never told
    last: list[Said] = field(default_factory=list)  # by the one killed last
    begun: list[str] = field(default_factory=list)
    titles: set[str] = field(default_factory=set)  # when last looked at

    def take(self, told: list[Said]) -> None:
        self.last = told
        for said in told:
            if said.word == "begins":
                self.begun.append(said.about)
            elif said.about:
                self.facts[said.about] = said.word
        if told[-1].word == "begins" and " " in told[-1].about:
            self.unsure.add(told[-1].about.partition(" ")[2])

    def told(self, word: str) -> list[str]:
        return [about for about, said in self.facts.items() if said == word]


def titles_in(journal: Any) -> set[str]:
    return {line.title for kind in ("contact", "event") for line in page_of(journal, kind)}


# --- what is lost: a sentence for each thing that was told and is not so ------------------------------------------


def facts_lost(journal: Any, book: Book) -> Iterator[str]:
    titles, edited = titles_in(journal), {line.title for line in page_of(journal, "contact", words="edited")}
    for what, word in book.facts.items():
        if what in book.unsure:
            continue
        if word in ("made", "edited") and what not in titles:
            yield f"{what} was lost"
        if word == "edited" and what not in edited:
            yield f"the edit of {what} was lost"
        if word == "gone" and what in titles:
            yield f"{what} came back"


def parts_of_changes(journal: Any, book: Book) -> Iterator[str]:
    found = Counter(title.rpartition("x")[0] + "x" for title in titles_in(journal))
    for change in {*book.told("many"), *book.unsure}:
        if found[change] != children.MANY and (found[change] or change not in book.unsure):
            yield f"{found[change]} of {change}"


def parts_of_imports(journal: Any, book: Book) -> Iterator[str]:
    with journal.reading() as sql:
        roles = dict(
            sql.execute("SELECT role, count(*) FROM contact WHERE role LIKE 'Role %' GROUP BY role").fetchall()
        )
    told = [int(version) for version in book.told("brought")]
    begun = [int(about.partition(" ")[2]) for about in book.begun]
    possible = {max(told, default=None), max(begun) if begun and str(max(begun)) in book.unsure else None}
    found = [(int(role.removeprefix("Role ")), count) for role, count in roles.items()]
    if not found and None in possible:
        return
    if len(found) != 1 or found[0][0] not in possible or found[0][1] != children.people_in(found[0][0]):
        yield f"roles {found}, not those of one of {possible}"
        return
    file = book.path.with_name("people.vcf")
    file.write_text(children.cards(found[0][0], found[0][1]), encoding="utf-8")
    again = bring_in.preview(journal, paths=[file])
    book.facts[str(found[0][0])] = "brought"  # what is there now must be there the next time
    if (again.new, again.updated) != (0, 0):
        yield f"{again.new} new and {again.updated} updated of what was brought in"


def copies_lost(journal: Any, book: Book) -> Iterator[str]:
    yield from facts_lost(journal, book)
    for word, folder in (("copied", backup.folder_of(book.path)), ("second", book.path.parent / children.SECOND)):
        there = {copy.path.name for copy in safety.backups(book.path, folder=folder)}
        for name in there:
            backup.verify(folder / name, journal.key)
        told = [said.about for said in book.last if said.word == word]
        days = {name.partition("-")[2][:10] for name in there}
        lost = [name for name in told if name.partition("-")[2][:10] not in days] + [
            name for name in told[-1:] if name not in there
        ]
        yield from (f"the copy {name}" for name in lost)


def neither_before_nor_copy(journal: Any, book: Book) -> Iterator[str]:
    """The journal is what it was, or the copy; and what is no longer in it is in what was kept aside."""
    now, copied, titles = set(book.titles), set[str](), titles_in(journal)
    made = [said.about for said in book.last if said.word == "made"]
    for said in book.last:
        if said.word == "made":
            now.add(said.about)
        elif said.word == "copied":
            copied = set(now)
        elif said.word == "back":
            now = set(copied)
    candidates = [now, copied] if book.last[-1].word == "begins" else [now]
    if not any(one <= titles and len(titles - one) <= 1 for one in candidates):
        yield f"{len(titles)} entries are neither what was there ({len(now)}) nor the copy ({len(copied)})"
    book.titles = titles
    missing = set(made) - titles
    for copy in safety.backups(book.path):
        if missing and backup.is_aside(copy.path):
            with_it = children.hers(copy.path)
            missing -= titles_in(with_it)
            with_it.close()
        elif not backup.is_aside(copy.path):
            backup.verify(copy.path, journal.key)
    yield from (f"{name} is in no copy" for name in missing)
    if len(safety.backups(book.path)) > 8:
        shutil.rmtree(backup.folder_of(book.path))


def keys_lost(journal: Any, book: Book) -> Iterator[str]:
    yield from facts_lost(journal, book)
    for copy in safety.backups(book.path):
        key = vault.unlock(copy.path, children.PASS) if vault.is_locked(copy.path) else None
        backup.verify(copy.path, key)


def left_behind(journal: Any, book: Book) -> Iterator[str]:
    """What the killed were writing is swept by the next one that opens the journal and copies it."""
    second = book.path.parent / children.SECOND
    for part in left_in(second, book.path.stem):
        os.utime(part, (0, 0))
    journal.clock.pass_time(days=1000)  # so that this copy is the newest
    safety.backup(journal)
    safety.copy_to_second(journal, folder=second)
    for folder in (book.path.parent, backup.folder_of(book.path), second):
        yield from (f"{part.name} is left" for part in left_in(folder, book.path.stem))


@cache
def moved(source: str) -> str:
    """A journal of an older version, moved by nobody who was killed."""
    path = Path(shutil.copy(children.UPGRADES / f"{source}.db", children.spare() / f"{source}.db"))
    with opened(path) as journal:
        return whole_of(journal)


def moves_lost(folder: Path, book: Book) -> Iterator[str]:
    for name in {about.partition(" ")[2] for about in book.begun}:
        with opened(folder / name) as journal:
            yield from (f"{name}: {problem}" for problem in problems(journal))
            if whole_of(journal) != moved("-".join(name.split("-")[:2])):
                yield f"{name} is not what it was"
    book.begun.clear()


def starts_lost(folder: Path, book: Book) -> Iterator[str]:
    for name in {about.partition(" ")[2] for about in book.begun}:
        path, told = folder / name / "journal.db", name in book.facts
        if not path.exists():
            if told:
                yield name
            continue
        with opened(path) as journal:
            yield from (f"{name}: {problem}" for problem in problems(journal))
            if told and titles_in(journal) != {"First"}:
                yield f"what {name} wrote"
    book.begun.clear()


def rescues_lost(folder: Path, book: Book) -> Iterator[str]:
    """The damaged file is where it was, or kept; and what is in its place is whole."""
    for name, digest in (spoilt.split(" ") for spoilt in book.told("spoilt")):
        path = folder / name / "journal.db"
        if digest_of(path) == digest:
            continue
        if digest not in {digest_of(copy.path) for copy in safety.backups(path)}:
            yield f"{name}: the damaged file"
        journal = children.hers(path)
        yield from (f"{name}: {problem}" for problem in problems(journal))
        journal.close()
        yield from (f"{name}: {part.name} is left" for part in left_in(path.parent, path.stem))
    book.facts.clear()


# --- the table ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Work:
    """What is killed; `kills` in each run, ten times as many in a soak. `begins`: how many things it may begin before
    it is killed. `lost` is given the open journal, where it `opens` one (else the folder)."""

    name: str
    do: Callable[..., None]
    lost: Callable[[Any, Book], Iterator[str]]
    kills: int
    begins: int = 2
    opens: bool = True
    locked: bool = True  # every second journal is
    more: Callable[[Book], tuple[Any, ...]] = lambda _: ()

    def arguments(self, book: Book, name: str) -> tuple[Any, ...]:
        return (book.path, *(self.more(book) or (name,)))


WORKS = [
    Work("writing", children.write, facts_lost, 60, begins=14),
    Work("writing much at once", children.write_at_once, parts_of_changes, 20),
    Work("importing", children.bring_in_files, parts_of_imports, 25, more=lambda book: (len(book.begun),)),
    Work("migrating", children.move_to_new_version, moves_lost, 20, begins=3, opens=False),
    Work(
        "backing up", children.back_up, copies_lost, 25, begins=4,
        more=lambda book: (f"B{len(book.begun)}n", len(book.begun)),
    ),
    Work("restoring", children.go_back, neither_before_nor_copy, 20),
    Work("re-keying", children.change_keys, keys_lost, 20, locked=False),
    Work("erasing", children.erase, facts_lost, 10),
    Work("rescuing", children.rescue, rescues_lost, 10, opens=False),
    Work("starting the first time", children.start_first, starts_lost, 10, opens=False),
]  # fmt: skip


def new_book(work: Work, folder: Path, *, locked: bool) -> Book:
    folder.mkdir(parents=True)
    if not work.opens:
        return Book(folder)
    path = folder / "journal.db"
    (folder / children.SECOND).mkdir()
    with opened(path) as journal:
        entries.create(journal, draft=Contact(given_name="Kept", notes="words " * 200))
    if locked and work.locked:
        vault.encrypt(path, vault.prepare(children.PASS, cost=children.CHEAP))
    return Book(path, facts={"Kept": "made"}, titles={"Kept"})
