"""Entries as JSON: the keys of the command line's contract, and the way there and back."""

import json
from dataclasses import fields, replace
from datetime import date, datetime
from typing import Any, get_args, get_origin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain import event, learning, network
from journal.domain.contact import Contact
from journal.domain.entry import (
    About,
    Attachment,
    Entry,
    LabelledValue,
    Membership,
    Person,
    editable_fields,
    field_types,
    one_line,
    several_lines,
)
from journal.domain.errors import InvalidEntry
from journal.domain.event import Event
from journal.domain.kinds import CLASS_OF, default_of, from_json, stored_json, to_json
from journal.domain.reminder import Reminder

# Word for word from the contract of the command line: released keys stay as they are.
CONTRACT = {
    "contact": "id uid kind given_name family_name name organisation role emails phones links birthday met_on how_met"
    " introduced_by networks tags notes keep_in_touch_days last_exchange next_exchange_due favourite archived"
    " confidential source created_at updated_at",
    "event": "id uid kind title type starts_at ends_at all_day timezone place link network participants hours status"
    " outcome help notes tags confidential source created_at updated_at",
    "learning": "id uid kind title type body learned_on hours link event network people state evidence tags"
    " confidential source created_at updated_at",
    "reminder": "id uid kind title due_at repeats about snoozed_until done_at created_at updated_at",
    "network": "id uid kind name type website offers my_role member_since dues renews_on feed_url people_count"
    " events_this_year learnings_this_year notes tags created_at updated_at",
}


@pytest.mark.parametrize("kind", CONTRACT)
def test_keys_of_the_contract_are_always_all_there(kind: str) -> None:
    shown = to_json(CLASS_OF[kind]())
    assert list(shown) == CONTRACT[kind].split()
    assert shown["kind"] == kind


def test_words_of_the_contract() -> None:
    assert " ".join(event.TYPES) == "meeting call message coffee conference webinar workshop visit other"
    assert " ".join(event.STATUSES) == "planned attended cancelled declined maybe"
    assert " ".join(event.HELP) == "none given received"
    assert " ".join(learning.TYPES) == "practice tool tip question win"
    assert " ".join(learning.STATES + learning.QUESTION_STATES) == "to_apply applied open answered settled"
    assert " ".join(network.TYPES) == "association company social blog other"


def test_shapes_of_the_contract() -> None:
    contact = Contact(
        given_name="Zoé",
        emails=(LabelledValue("z@b.org", "work"),),
        networks=(Membership("IMA", "chair"),),
        met_on=date(2026, 1, 2),
        created_at=datetime(2026, 1, 2, 9, 5, 7),
    )
    shown = to_json(contact)
    assert shown["emails"] == [{"label": "work", "value": "z@b.org"}]
    assert shown["networks"] == [{"name": "IMA", "role": "chair"}]
    assert (shown["met_on"], shown["created_at"], shown["name"]) == ("2026-01-02", "2026-01-02T09:05:07", "Zoé")
    assert (shown["notes"], shown["phones"], shown["keep_in_touch_days"]) == (None, [], None)
    assert (shown["favourite"], shown["id"]) == (False, 0)
    talk = Event(title="A", starts_at=datetime(2026, 1, 2, 9), participants=(Person(3, "Zoé", "host"),))
    assert to_json(talk)["participants"] == [{"id": 3, "name": "Zoé", "role": "host"}]
    assert to_json(talk)["starts_at"] == "2026-01-02T09:00"
    again = Reminder(title="A", about=About("event", 3, "Talk"))
    assert to_json(again)["about"] == {"kind": "event", "id": 3, "title": "Talk"}


def test_every_field_can_be_made_again_from_what_is_stored() -> None:
    """A field left out of `stored_json` would be lost by undo."""
    for kind_class in CLASS_OF.values():
        assert set(stored_json(kind_class())) == set(editable_fields(kind_class))
        for item in fields(kind_class):
            assert default_of(kind_class, item.name) == getattr(kind_class(), item.name)


lines = st.text(max_size=30).map(one_line)
years = {"min_value": date(1800, 1, 1), "max_value": date(2200, 12, 31)}
BY_TYPE: dict[Any, st.SearchStrategy[Any]] = {
    str: lines,
    bool: st.booleans(),
    int: st.integers(1, 3650),
    float: st.floats(0, 10_000),
    date: st.dates(**years),
    datetime: st.datetimes(datetime(1800, 1, 1), datetime(2200, 1, 1)).map(lambda m: m.replace(microsecond=0)),
    LabelledValue: st.builds(LabelledValue, lines, lines),
    Person: st.builds(Person, st.integers(0, 99), lines, lines),
    Membership: st.builds(Membership, lines, lines),
    Attachment: st.builds(Attachment, lines, st.just("a" * 64), st.integers(0, 10**7)),
    About: st.builds(About, st.sampled_from(("contact", "event")), st.integers(1, 99), lines),
}


def values_for(kind_class: type[Entry], name: str) -> st.SearchStrategy[Any]:
    """A strategy for a field, by its declared type: a new field of a known type is covered at once."""
    annotation = field_types(kind_class)[name]
    if get_origin(annotation) is tuple:
        item = get_args(annotation)[0]
        return st.lists(lines.filter(bool) if item is str else BY_TYPE[item], max_size=3).map(tuple)
    if get_args(annotation):
        [plain] = [one for one in get_args(annotation) if one is not type(None)]
        return st.none() | BY_TYPE[plain]
    if next(f for f in fields(kind_class) if f.name == name).metadata.get("lines"):
        return st.text(max_size=50).map(several_lines)
    return BY_TYPE[annotation]


def entries_of(kind: str) -> st.SearchStrategy[Entry]:
    kind_class = CLASS_OF[kind]
    return st.builds(kind_class, **{name: values_for(kind_class, name) for name in editable_fields(kind_class)})


def without_empty_words(entry: Entry) -> Entry:
    """Fixed words are never empty in a checked entry; drafts made here may have them so."""
    kind_class = type(entry)
    return replace(
        entry,
        **{
            name: default_of(kind_class, name)
            for name in editable_fields(kind_class)
            if getattr(entry, name) == "" and default_of(kind_class, name)
        },
    )


@pytest.mark.parametrize("kind", CLASS_OF)
@given(data=st.data())
def test_there_and_back(kind: str, data: st.DataObject) -> None:
    entry = without_empty_words(data.draw(entries_of(kind)))
    stored = json.loads(json.dumps(stored_json(entry), ensure_ascii=False))
    assert from_json(kind, stored) == entry
    shown = json.loads(json.dumps(to_json(entry)))
    again = from_json(kind, shown)
    missing = {name for name in editable_fields(type(entry)) if name not in entry.json_keys} | {"full_name"}
    if kind == "contact" and not (getattr(entry, "given_name", "") or getattr(entry, "family_name", "")):
        missing |= {"given_name", "family_name"}  # `name` alone is split into its parts
    for name in set(editable_fields(type(entry))) - missing:
        assert getattr(again, name) == getattr(entry, name), name


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(
        ("id", "kind", "name", "role", "value", "label", "title", "x")), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip


@pytest.mark.parametrize("kind", CLASS_OF)
@given(data=st.data())
def test_any_json_makes_a_draft_or_a_refusal(kind: str, data: st.DataObject) -> None:
    keys = st.sampled_from((*editable_fields(CLASS_OF[kind]), "uid", "name", "nonsense"))
    try:
        from_json(kind, data.draw(st.dictionaries(keys, anything, max_size=4))).checked()
    except InvalidEntry:
        pass


@pytest.mark.parametrize(
    ("kind", "data", "code"),
    [
        ("contact", {"met_on": "tomorrow"}, "not_a_date"),
        ("contact", {"met_on": "2026-11-23 and more"}, "not_a_date"),
        ("event", {"starts_at": "2026-02-30T10:00"}, "not_a_date"),
        ("event", {"hours": "two"}, "not_a_value"),
        ("event", {"all_day": "perhaps"}, "not_a_value"),
        ("event", {"title": ["x"]}, "not_a_value"),
        ("event", {"participants": [{"id": "x"}]}, "not_a_value"),
        ("event", {"participants": [{"name": ["x"]}]}, "not_a_value"),
        ("contact", {"emails": [{"label": "work"}]}, "not_a_value"),
        ("contact", {"emails": [{"value": None}]}, "not_a_value"),
        ("contact", {"emails": [{"value": {"a": 1}}]}, "not_a_value"),
        ("contact", {"emails": 5}, "not_a_value"),
        ("contact", {"tags": [None]}, "not_a_value"),
        ("contact", {"keep_in_touch_days": "often"}, "not_a_value"),
        ("contact", {"keep_in_touch_days": float("inf")}, "not_a_value"),
        ("reminder", {"about": "the talk"}, "not_a_value"),
    ],
)
def test_refused_json(kind: str, data: dict[str, Any], code: str) -> None:
    with pytest.raises(InvalidEntry) as refused:
        from_json(kind, data)
    assert (refused.value.code, refused.value.field) == (code, next(iter(data)))


def test_short_forms_people_write() -> None:
    talk = from_json("event", {"title": "A", "participants": ["Zoé", 3, "12"], "hours": "1,5", "all_day": "oui"})
    assert isinstance(talk, Event)
    assert talk.participants == (Person(name="Zoé"), Person(3), Person(12))
    assert (talk.hours, talk.all_day) == (1.5, True)
    contact = from_json("contact", {"name": "DUPONT Claire", "emails": "a@b.org", "networks": ["IMA"]})
    assert isinstance(contact, Contact)
    assert (contact.given_name, contact.family_name, contact.full_name) == ("Claire", "Dupont", "")
    assert (contact.emails, contact.networks) == ((LabelledValue("a@b.org"),), (Membership("IMA"),))
    assert from_json("event", {"starts_at": "2026-11-23T10:00:00+01:00"}) == Event(starts_at=datetime(2026, 11, 23, 10))
