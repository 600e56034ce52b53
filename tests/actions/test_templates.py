"""Templates: ready-made, kept from an entry, changed, taken away; each undone in one step, and carried along."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.actions import bring_in, entries, take_out, templates
from journal.domain.contact import Contact
from journal.domain.entry import Person
from journal.domain.errors import InvalidEntry, NotFound
from journal.domain.event import Event
from journal.domain.kinds import CLASS_OF
from journal.domain.learning import Learning
from journal.domain.template import MOST, Template, with_template, without_template
from journal.store.checking import problems
from journal.store.journal import Journal, open_journal


def names(journal: Journal) -> list[str]:
    return [one.name for one in templates.templates(journal, language="en")]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_ready_made_one_begins_an_entry_that_can_be_kept(journal: Journal, language: str) -> None:
    ready = templates.ready_made(language)
    assert len(ready) >= 5 and len({one.name for one in ready}) == len(ready)
    for one in ready:
        draft = CLASS_OF[one.kind](**{"title": "x", **one.values()})
        assert entries.create(journal, draft=draft).created


def test_what_stays_the_same_of_an_entry_is_kept_and_neither_its_date_nor_its_people(journal: Journal) -> None:
    meeting = Event(
        title="Réunion FFMAS", type="meeting", starts_at=datetime(2026, 3, 2, 9), place="Lyon", network="FFMAS",
        participants=(Person(name="Anne"),), hours=2.0, tags=("réseau",), notes="Ordre du jour :",
    )  # fmt: skip
    made = entries.create(journal, draft=meeting).created[-1]
    templates.keep_of(journal, entry_id=made, language="en")
    values = templates.named(journal, name="reunion ffmas", language="en").values()
    assert values == {
        "title": "Réunion FFMAS", "type": "meeting", "place": "Lyon", "network": "FFMAS", "hours": 2.0,
        "tags": ("réseau",), "notes": "Ordre du jour :",
    }  # fmt: skip
    assert problems(journal) == []


def test_each_change_is_undone_in_one_step_also_after_a_restart(tmp_path: Path) -> None:
    journal = open_journal(tmp_path / "j.db")
    before = names(journal)
    templates.remove(journal, name=before[0], language="en")
    assert names(journal) == before[1:]
    new = Template("Board meeting", "event", {"title": "Board"})
    templates.keep(journal, template=new, instead_of=before[1], language="en")
    assert names(journal) == ["Board meeting", *before[2:]]
    journal.close()
    journal = open_journal(tmp_path / "j.db")
    try:
        entries.undo(journal)
        assert names(journal) == before[1:]
        entries.undo(journal)
        assert names(journal) == before
        entries.redo(journal)
        entries.redo(journal)
        assert names(journal) == ["Board meeting", *before[2:]]
    finally:
        journal.close()


def test_a_change_of_templates_says_that_it_was_one(journal: Journal) -> None:
    changes = templates.remove(journal, name=names(journal)[0], language="en")
    assert (changes.label, changes.kinds) == ("template_removed", {"setting"})
    assert entries.undo(journal).kinds == {"setting"}


def test_what_cannot_be_one_is_refused(journal: Journal) -> None:
    with pytest.raises(InvalidEntry):
        Template.of(Learning(title="Salaire", confidential=True))
    person = entries.create(journal, draft=Contact(given_name="Anne")).created[-1]
    with pytest.raises(InvalidEntry):
        templates.keep_of(journal, entry_id=person, language="en")
    for wrong in (Template("", "event"), Template("a", "event", {"hours": -1}), Template("a", "event", {"type": "x"})):
        with pytest.raises(InvalidEntry):
            templates.keep(journal, template=wrong, language="en")
    with pytest.raises(NotFound):
        templates.remove(journal, name="none", language="en")
    assert names(journal) == [one.name for one in templates.ready_made("en")]


def test_they_go_along_in_the_archive(journal: Journal, tmp_path: Path) -> None:
    templates.keep(journal, template=Template("Board meeting", "event", {"hours": 3}), language="en")
    entries.create(journal, draft=Event(title="Gala"))
    take_out.export(journal, path=tmp_path / "all.zip")
    two = open_journal(tmp_path / "two.db")
    try:
        bring_in.bring_in(two, preview=bring_in.preview(two, paths=[tmp_path / "all.zip"]))
        assert names(two) == names(journal)
    finally:
        two.close()


NAME = st.text("aéB ", min_size=1, max_size=4).filter(str.strip)


@given(st.lists(NAME, max_size=6), NAME, NAME)
def test_one_name_is_one_template_and_the_others_stay_in_their_order(held: list[str], new: str, old: str) -> None:
    known: list[Template] = []
    for name in held:
        known = with_template(known, Template(name, "event").checked())
    after = with_template(known, Template(new, "learning").checked(), old)
    folded = [" ".join(one.name.lower().replace("é", "e").split()) for one in after]
    assert len(set(folded)) == len(folded)
    others = [one for one in after if one.kind == "event"]
    assert others == [one for one in known if one in others]
    assert without_template(after, new) == others


def test_there_is_an_end_to_them() -> None:
    known = [Template(f"t{number}", "event") for number in range(MOST)]
    with pytest.raises(InvalidEntry):
        with_template(known, Template("one more", "event"))
    assert len(with_template(known, Template("T5", "event"))) == MOST
