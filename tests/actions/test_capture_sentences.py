"""Sentences as people write them, in French and English, and what must come of each, worked out by hand.

The lists are in tests/actions/sentences/: a sentence, " | ", then what is understood: the kind and, where there are,
who (`?` before a name that two contacts bear, `~` before one that is nearly a contact's, of which she is asked), on
(day or moment), place, network, tags, hours, help, repeats and next (when and about whom). What is not named there
must not be understood.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

import pytest

from journal.actions import capture, entries, reading
from journal.actions.capture import Correction
from journal.domain.capture.said import Sentence, Who
from journal.domain.contact import Contact
from journal.domain.event import Event
from journal.domain.lines import Wanted
from journal.domain.reminder import Reminder
from journal.store.journal import Journal, open_journal
from journal.system.clock import FixedClock

NOW = datetime(2026, 11, 23, 10, 0)  # a Monday
LISTS = Path(__file__).parent / "sentences"
ENOUGH = 0.95
SILENT = ("who", "on", "next")  # what may never be wrong: a person or a day
KNOWN = (
    *("Claire Dupont", "Claire Petit", "Nadia Belkacem", "Sophie Le Goff", "Tom Baker", "Priya Shah"),
    "Hélène Marchand",
)
# Whom the journal of the lists of other kinds holds: particles, hyphens, months, two Claires.
KNOWN_TO_OTHERS = (
    *("Claire Dupont", "Claire Moreau", "Anne Lefèvre", "Jean-Baptiste de La Tour", "Nathalie Le Goff"),
    *("Sophie Martin", "Mehdi Benali", "Isabelle N'Diaye", "Marie-Hélène Roux", "Karim Haddad", "Françoise Petit"),
    *("Léa Fontaine", "Élodie Garnier", "Ludovic Brun", "Tom Baker", "Sarah O'Connor", "May Johnson"),
    *("Emma van der Berg", "James Smith", "Priya Patel", "April Stone", "Helen Clarke"),
)
OF_OTHERS = "_of_other_kinds"


@pytest.fixture(scope="module")
def acquainted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    with _holding(tmp_path_factory, KNOWN) as journal:
        yield journal


@pytest.fixture(scope="module")
def with_others(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    with _holding(tmp_path_factory, KNOWN_TO_OTHERS) as journal:
        yield journal


@contextmanager
def _holding(folders: pytest.TempPathFactory, names: tuple[str, ...]) -> Iterator[Journal]:
    journal = open_journal(folders.mktemp("sentences") / "journal.db", clock=FixedClock(NOW))
    drafts = [Contact(given_name=name.split(" ")[0], family_name=name.split(" ", 1)[1]) for name in names]
    entries.create_many(journal, drafts=drafts)
    yield journal
    journal.close()


def cases(name: str) -> list[tuple[str, dict[str, str]]]:
    found = []
    for line in (LISTS / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        sentence, _, said = line.rpartition(" | ")
        kind, *fields = said.split("; ")
        found.append((sentence, {"kind": kind, **dict(field.split("=", 1) for field in fields)}))
    return found


def understood(journal: Journal, text: str, *, month_first: bool = False) -> dict[str, str]:
    captured = capture.understand(journal, text=text, month_first=month_first)
    assert captured is not None
    sentence: Sentence = captured.sentence
    found = {
        "kind": f"{sentence.kind}.{sentence.type}".rstrip("."),
        "on": _moment(sentence.when),
        "who": ", ".join(map(_name, sentence.people)),
        "place": sentence.place,
        "network": sentence.network,
        "tags": ", ".join(sentence.tags),
        "hours": f"{sentence.hours:g}" if sentence.hours else "",
        "help": sentence.help if sentence.help != "none" else "",
        "repeats": sentence.repeats,
        "next": ", ".join(" ".join([_moment(one.due), *map(_name, one.people)]) for one in sentence.next),
    }
    return {name: value for name, value in found.items() if value}


def _name(who: Who) -> str:
    if len(who.candidates) > 1:
        return f"?{who.name}"
    if who.near:
        return f"~{who.name}"
    return who.known.name if who.known else who.name


def _moment(when: date | datetime | None) -> str:
    if when is None:
        return ""
    return when.isoformat(timespec="minutes") if isinstance(when, datetime) else when.isoformat()


@pytest.mark.parametrize(
    "name", [f"{language}{more}" for more in ("", "_later", OF_OTHERS) for language in ("french", "english")]
)
def test_sentences_as_people_write_them(
    acquainted: Journal, with_others: Journal, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong, silent = [], []
    journal = with_others if name.endswith(OF_OTHERS) else acquainted
    sentences = cases(name)
    for sentence, expected in sentences:
        got = understood(journal, sentence)
        differ = sorted(key for key in {*got, *expected} if got.get(key) != expected.get(key))
        if differ:
            told = [f"      {key}: {got.get(key)!r}, not {expected.get(key)!r}" for key in differ]
            wrong.append("\n".join([sentence, *told]))
            if any(got.get(key) for key in set(differ) & set(SILENT)):
                silent.append(wrong[-1])
    right = 1 - len(wrong) / len(sentences)
    with capsys.disabled():
        print(
            f"\n{name}: {len(sentences)} sentences, {right:.1%} wholly right, {len(silent)} with a wrong person or day"
        )
    assert not silent, "a person or a day that was not said:\n" + "\n".join(silent)
    assert right >= ENOUGH, f"{right:.1%} wholly right:\n" + "\n".join(wrong)


def test_the_lists_are_long_enough() -> None:
    for name in ("french", "english"):
        assert len({sentence for sentence, _ in cases(name)}) >= 150
        assert len({sentence for sentence, _ in cases(f"{name}_later")}) >= 60
        assert len({sentence for sentence, _ in cases(f"{name}{OF_OTHERS}")}) >= 400


def test_one_sentence_is_one_change_that_undo_takes_back_whole(journal: Journal) -> None:
    text = cases("french")[0][0]
    changes = capture.capture(journal, text=text)
    made = {entry.kind: entry for entry in reading.entries(journal, ids=list(changes.created))}
    event, contact, reminder, network = (made[kind] for kind in ("event", "contact", "reminder", "network"))
    assert isinstance(event, Event) and isinstance(reminder, Reminder) and isinstance(contact, Contact)
    assert (event.notes, event.status, event.all_day) == (text, "attended", True)
    assert [person.id for person in event.participants] == [contact.id]
    assert (contact.name, [one.name for one in contact.networks]) == ("Claire Dupont", ["FFMAS"])
    assert (reminder.title, reminder.due_at) == ("Relancer Claire Dupont", datetime(2026, 12, 7, 9))
    assert reminder.about is not None and reminder.about.id == contact.id
    assert event.network == network.heading
    entries.undo(journal)
    kinds = ("event", "contact", "reminder", "network", "learning")
    assert [reading.count(journal, kind=kind, wanted=Wanted()) for kind in kinds] == [0] * 5
    entries.redo(journal)
    assert [reading.count(journal, kind=kind, wanted=Wanted()) for kind in kinds] == [1, 1, 1, 1, 0]


def test_a_reminder_about_a_network_knows_it_by_its_former_name(journal: Journal) -> None:
    changes = capture.capture(journal, text="Rappel : cotisation EUMA le 3 janvier chaque année")
    reminder = next(one for one in reading.entries(journal, ids=list(changes.created)) if one.kind == "reminder")
    assert isinstance(reminder, Reminder) and reminder.about is not None
    assert (reminder.about.kind, reminder.about.title, reminder.repeats) == ("network", "IMA", "FREQ=YEARLY")


def test_numbers_are_read_as_they_are_written_where_she_is(acquainted: Journal) -> None:
    assert understood(acquainted, "Lunch 03/05/2027")["on"] == "2027-05-03"
    assert understood(acquainted, "Lunch 03/05/2027", month_first=True)["on"] == "2027-03-05"
    assert understood(acquainted, "Lunch 13/05/2027", month_first=True)["on"] == "2027-05-13"


def test_what_she_puts_right_is_what_is_saved(journal: Journal) -> None:
    claires = [Contact(given_name="Claire", family_name=name) for name in ("Dupont", "Petit")]
    dupont, petit = entries.create_many(journal, drafts=claires).created[-2:]
    text = "Café avec Claire et Tom Baker hier à Lyon, 1h #excel #vba ; la relancer demain"
    put_right = [
        Correction("who", "claire", "Claire Petit", petit),
        Correction("who", "tom baker"),
        Correction("when", "", "2026-11-20T15:00"),
        Correction("where", "", "Vienne"),
        Correction("tag", "vba"),
        Correction("hours", "", "1.5"),
        Correction("kind", "", "event.meeting"),
        Correction("next", "0", "2026-11-30"),
    ]
    changes = capture.capture(journal, text=text, corrections=put_right)
    event, reminder = reading.entries(journal, ids=list(changes.created))
    assert isinstance(event, Event) and isinstance(reminder, Reminder)
    assert ([one.id for one in event.participants], event.place, event.tags) == ([petit], "Vienne", ("excel",))
    assert (event.starts_at, event.hours, event.type) == (datetime(2026, 11, 20, 15), 1.5, "meeting")
    assert reminder.due_at == datetime(2026, 11, 30, 9)
    assert event.notes == text
    without = [*put_right, Correction("next", "0")]
    assert len(capture.capture(journal, text=text, corrections=without).created) == 1
    assert dupont != petit
